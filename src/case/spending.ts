import { formatQuantity } from '../profile/formats/amounts.ts';
import { type Period, periodInProse } from '../profile/formats/periods.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Shares } from './chart.ts';

type Spending = NonNullable<NonNullable<ProfileData['finances']>['spending']>;

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

/** Hundredths of the whole; undefined where they cannot be worked out. */
export function sharesOf(items: Spending['items']): number[] | undefined {
  const amounts = items.flatMap(({ amount }) => (amount ? [amount.number] : []));
  const shares = items.flatMap(({ share }) => (share ? [share.number] : []));
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  if ([...amounts, ...shares].some((number) => number < 0)) return undefined;
  if (amounts.length === items.length && whole > 0) {
    return amounts.map((amount) => (amount / whole) * 100);
  }
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.length === items.length && all > 0 && all < MOST_TOGETHER ? shares : undefined;
}

/** Shares that were rounded one by one may come to a little over a hundred. */
export const MOST_TOGETHER = 102;

function captionOf(period: Period | undefined): string {
  const label = 'Where each pound goes';
  return period ? `${label}, ${periodInProse(period)}` : label;
}
