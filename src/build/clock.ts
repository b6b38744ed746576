import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { type CalendarDate, dateFromClock } from '../profile/formats/dates.ts';

/** Seconds since 1970, to well after the year 9999. */
const EPOCH = /^\d{1,12}$/;

/**
 * The two clocks. The printed date is `SOURCE_DATE_EPOCH`, else the profile’s `as_of`, else today;
 * freshness is judged at `SOURCE_DATE_EPOCH`, else today. With the epoch set, a build can be repeated.
 */
export function clocks(
  { env, now }: Pick<Effects, 'env' | 'now'>,
  asOf?: CalendarDate | undefined,
): { printed: CalendarDate; today: CalendarDate } {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && EPOCH.test(epoch)) {
    const fixed = dateFromClock(new Date(Number(epoch) * 1000));
    return { printed: fixed, today: fixed };
  }
  const today = dateFromClock(now());
  return { printed: asOf ?? today, today };
}

/** Where `SOURCE_DATE_EPOCH` is set to what is no number of seconds: a wrong date would be printed. */
export function epochProblem({ env }: Pick<Effects, 'env'>): Diagnostic | null {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (!epoch || EPOCH.test(epoch)) return null;
  return {
    code: 'bad-epoch',
    severity: 'error',
    message: `The variable SOURCE_DATE_EPOCH is “${epoch}”, which is no number of seconds since 1970.`,
    hint: 'Set it to a number such as 1790812800, which is 1 October 2026, or remove it.',
    file: null,
    range: null,
  };
}
