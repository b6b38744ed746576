import { formatQuantity } from '../profile/formats/amounts.ts';
import { type Period, periodInProse } from '../profile/formats/periods.ts';
import { type Spending, sharesOf } from '../profile/spending.ts';
import type { Shares } from './chart.ts';

/** Where each pound goes, as a picture and as a table. */
export interface SpendingInWords {
  chart: Shares | undefined;
  caption: string;
  evidence: string[];
  rows: { what: string; amount: string | undefined; share: string | undefined }[];
}

/**
 * The parts of the spending, the largest first. The picture needs either all amounts or all shares,
 * none of them below nought.
 */
export function spendingInWords(spending: Spending): SpendingInWords {
  const { items, period, evidence = [] } = spending;
  const shares = sharesOf(items);
  const order = items.map((item, index) => ({ item, share: shares?.[index] }));
  if (shares) order.sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  return {
    chart: shares && {
      kind: 'shares',
      name: 'spending',
      label: captionOf(period),
      parts: order.map(({ item, share = 0 }) => ({ what: item.what, share })),
    },
    caption: captionOf(period),
    evidence,
    rows: order.map(({ item, share }) => ({
      what: item.what,
      amount: item.amount && formatQuantity(item.amount.number, item.amount.decimals, '£'),
      share: item.share
        ? formatQuantity(item.share.number, item.share.decimals, '%')
        : share === undefined
          ? undefined
          : formatQuantity(Number(share.toFixed(1)), 1, '%'),
    })),
  };
}

function captionOf(period: Period | undefined): string {
  const label = 'Where each pound goes';
  return period ? `${label}, ${periodInProse(period)}` : label;
}
