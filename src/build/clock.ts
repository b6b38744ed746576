import type { Effects } from '../effects/effects.ts';
import { type CalendarDate, dateFromClock } from '../profile/formats/dates.ts';

/**
 * The two clocks. The printed date is `SOURCE_DATE_EPOCH`, else the profile’s `as_of`, else today;
 * freshness is judged at `SOURCE_DATE_EPOCH`, else today. With the epoch set, a build can be repeated.
 */
export function clocks(
  { env, now }: Pick<Effects, 'env' | 'now'>,
  asOf?: CalendarDate | undefined,
): { printed: CalendarDate; today: CalendarDate } {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^\d{1,12}$/.test(epoch)) {
    const fixed = dateFromClock(new Date(Number(epoch) * 1000));
    return { printed: fixed, today: fixed };
  }
  const today = dateFromClock(now());
  return { printed: asOf ?? today, today };
}
