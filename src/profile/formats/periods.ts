import { type CalendarDate, formatDate, parseDate } from './dates.ts';

/** The time a number is about. */
export type Period =
  | { kind: 'academic year'; start: number }
  | { kind: 'year ended'; end: CalendarDate }
  | { kind: 'year'; year: number }
  | { kind: 'date'; date: CalendarDate };

/** `problem` is set where the text is recognised but cannot be right. */
export type PeriodReading = { period: Period } | { problem: string } | undefined;

/**
 * Reads `2024/25` (also `2024-25`, `2024 to 2025`, `2024/2025`) as an academic year, `year ended 31
 * August 2025`, a calendar year, a month or a day. The second part of an academic year must be the
 * year after the first (domain rule 7).
 */
export function readPeriod(text: string): PeriodReading {
  const tidy = text.trim().replace(/\s+/g, ' ');
  const years = /^(\d{4}) ?(?:\/|-|–|to) ?(\d{2}|\d{4})$/.exec(tidy);
  // 2025-09 could be a month; the register writes academic years with a slash, and so do we.
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(tidy);
  if (years) {
    const start = Number(years[1]);
    const end = years[2] ?? '';
    const next = String(start + 1);
    if (end === next || end === next.slice(2)) return { period: { kind: 'academic year', start } };
    if (!month) {
      return { problem: `An academic year ends the year after it starts: ${academicYear(start)}.` };
    }
  }
  const ended = /^(?:the )?(?:financial )?year (?:ended|ending|to) (.+)$/i.exec(tidy);
  if (ended) {
    const end = parseDate(ended[1] ?? '');
    if (end?.day !== undefined) return { period: { kind: 'year ended', end } };
    return { problem: 'Say which day the year ended, such as “year ended 31 August 2025”.' };
  }
  if (/^(19|20)\d\d$/.test(tidy)) return { period: { kind: 'year', year: Number(tidy) } };
  const date = parseDate(tidy);
  return date && { period: { kind: 'date', date } };
}

/** `2024/25`: how tables and the profile write an academic year. */
export function academicYear(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** For prose, in GOV.UK style: `2024 to 2025`, `year ended 31 August 2025`. */
export function periodInProse(period: Period): string {
  return period.kind === 'academic year'
    ? `${period.start} to ${period.start + 1}`
    : periodInTable(period);
}

/** For tables and charts, where room is short: `2024/25`. */
export function periodInTable(period: Period): string {
  switch (period.kind) {
    case 'academic year':
      return academicYear(period.start);
    case 'year ended':
      return `year ended ${formatDate(period.end)}`;
    case 'year':
      return String(period.year);
    case 'date':
      return formatDate(period.date);
  }
}

/** The last day a period covers; an academic year ends on 31 August. */
export function periodEnd(period: Period): CalendarDate {
  switch (period.kind) {
    case 'academic year':
      return { year: period.start + 1, month: 8, day: 31 };
    case 'year ended':
      return period.end;
    case 'year':
      return { year: period.year, month: 12, day: 31 };
    case 'date':
      return period.date;
  }
}

/**
 * The first day on which a number for a period may be known. A year that has begun may have one, such
 * as a census in its first term.
 */
export function periodKnownFrom(period: Period): CalendarDate {
  switch (period.kind) {
    case 'academic year':
      return { year: period.start, month: 9, day: 1 };
    case 'year':
      return { year: period.year, month: 1, day: 1 };
    default:
      return periodEnd(period);
  }
}

/** The first day a period covers. */
export function periodStart(period: Period): CalendarDate {
  if (period.kind !== 'year ended') return periodKnownFrom(period);
  const { year, month, day } = period.end;
  return { year: year - 1, month, day: day ?? 1 };
}

/**
 * The calendar year in which the academic year of a period began: 2024 for 2024/25, for the year
 * ended 31 August 2025 and for November 2024. Undefined where a period lies across two.
 */
export function academicYearOf(period: Period): number | undefined {
  switch (period.kind) {
    case 'academic year':
      return period.start;
    case 'year ended':
      return period.end.month === 8 ? period.end.year - 1 : undefined;
    case 'year':
      return undefined;
    case 'date':
      return period.date.month >= 9 ? period.date.year : period.date.year - 1;
  }
}

/** Whether two periods are the same stretch of time. */
export function samePeriod(a: Period, b: Period): boolean {
  return periodInTable(a) === periodInTable(b);
}
