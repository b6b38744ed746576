import type { ProfileData } from './schema/profile.ts';

export type Spending = NonNullable<NonNullable<ProfileData['finances']>['spending']>;

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
