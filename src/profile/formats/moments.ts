import type { CalendarDate } from './dates.ts';
import { type Period, periodEnd } from './periods.ts';

/** A day as a year and its fraction; a month stands at its middle. */
function momentOf({ year, month, day = 15 }: CalendarDate): number {
  return year + (month - 1) / 12 + (day - 1) / 372;
}

/** The middle of a period as a year and its fraction, so that equal times stand equally far apart. */
export function middleOf(period: Period): number {
  const end = momentOf(periodEnd(period));
  return period.kind === 'date' ? end : end - 0.5;
}

/** When a school joined; where only the month is known, its first day, as schools do. */
export function joiningOf(joined: CalendarDate): number {
  return momentOf({ ...joined, day: joined.day ?? 1 });
}

const WEEK = 7 / 365;

/**
 * Whether a period counts as before a day: whether it began before it, by more than the days between
 * the end of August and the first of September. The year in which a school joined is before.
 */
export function isBefore(period: Period, joining: number): boolean {
  const begins = period.kind === 'date' ? middleOf(period) : middleOf(period) - 0.5;
  return begins < joining - WEEK;
}

/** Whether one of the periods began before a day and ended after it. */
export function straddles(times: readonly Period[], joining: number): boolean {
  return times.some(
    (time) =>
      isBefore(time, joining) && time.kind !== 'date' && middleOf(time) + 0.5 > joining + WEEK,
  );
}
