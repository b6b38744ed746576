/** A day, or a month where only that is known. Months count from 1. */
export interface CalendarDate {
  year: number;
  month: number;
  day?: number;
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * Reads a date as people in England type it: `1 September 2026`, `1 Sept 2026`, `01/09/2026` (day
 * first; full stops or hyphens do as well), `2026-09-01`; a month as `September 2026` or `2026-09`. Undefined where it is none of these
 * or no such day exists.
 */
export function parseDate(text: string): CalendarDate | undefined {
  const tidy = text.trim().replace(/\s+/g, ' ');
  let match = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(tidy);
  if (match) return dateOf(match[1], match[2], match[3]);
  match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(tidy);
  if (match) return dateOf(match[4], match[3], match[1]);
  match = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Za-z]+)\.?,? (\d{4})$/.exec(tidy);
  if (match) {
    const month = monthNumber(match[2] ?? '');
    return month ? dateOf(match[3], String(month), match[1]) : undefined;
  }
  return undefined;
}

function monthNumber(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const index = monthNames.findIndex(
    (name) =>
      name.toLowerCase().startsWith(word.toLowerCase()) ||
      (name === 'September' && word.toLowerCase() === 'sept'),
  );
  return index === -1 ? undefined : index + 1;
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CalendarDate | undefined {
  const y = Number(year);
  const m = Number(month);
  if (y < 1000 || m < 1 || m > 12) return undefined;
  if (day === undefined) return { year: y, month: m };
  const d = Number(day);
  return d >= 1 && d <= daysInMonth(y, m) ? { year: y, month: m, day: d } : undefined;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Orders dates; a month stands at its first day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || (a.day ?? 1) - (b.day ?? 1);
}

/** Whole months from one date to another; negative where the second is the earlier. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return (to.day ?? 1) < (from.day ?? 1) ? months - 1 : months;
}

/** GOV.UK style: `4 June 2017`, or `June 2017` where no day is known. */
export function formatDate(date: CalendarDate): string {
  const month = `${monthNames[date.month - 1]} ${date.year}`;
  return date.day === undefined ? month : `${date.day} ${month}`;
}

/** In a sentence: `on 4 June 2017`, or `in June 2017`. */
export function onDate(date: CalendarDate): string {
  return `${date.day === undefined ? 'in' : 'on'} ${formatDate(date)}`;
}

/** `2026-09-01`, or `2026-09`, for machines. */
export function isoDate(date: CalendarDate): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const month = `${date.year}-${two(date.month)}`;
  return date.day === undefined ? month : `${month}-${two(date.day)}`;
}

export function dateFromClock(moment: Date): CalendarDate {
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
  };
}

/** Whether one date comes before another for certain: of two in the same month, only where both have a day. */
export function isSurelyBefore(a: CalendarDate, b: CalendarDate): boolean {
  if (a.year !== b.year) return a.year < b.year;
  if (a.month !== b.month) return a.month < b.month;
  return a.day !== undefined && b.day !== undefined && a.day < b.day;
}

/** The same day so many months on, or the last of that month where it has no such day. */
export function monthsLater(date: CalendarDate, months: number): CalendarDate {
  const since = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(since / 12);
  const month = (since % 12) + 1;
  return date.day === undefined
    ? { year, month }
    : { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

/** The day so many days on; a month counts from its last day. */
export function daysLater(date: CalendarDate, days: number): CalendarDate {
  const day = date.day ?? daysInMonth(date.year, date.month);
  return dateFromClock(new Date(Date.UTC(date.year, date.month - 1, day + days)));
}
