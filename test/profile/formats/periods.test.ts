import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, dateFromClock } from '../../../src/profile/formats/dates.ts';
import {
  academicYear,
  type Period,
  periodEnd,
  periodInProse,
  periodInTable,
  readPeriod,
  samePeriod,
} from '../../../src/profile/formats/periods.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(dateFromClock);
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.integer({ min: 1900, max: 2099 }).map((start) => ({ kind: 'academic year' as const, start })),
  fc.integer({ min: 1900, max: 2099 }).map((year) => ({ kind: 'year' as const, year })),
  day.map((end) => ({ kind: 'year ended' as const, end })),
  day.map((date) => ({ kind: 'date' as const, date })),
  day.map(({ year, month }) => ({ kind: 'date' as const, date: { year, month } })),
);

describe('readPeriod', () => {
  it.each([
    '2024/25',
    '2024-25',
    '2024–25',
    '2024/2025',
    '2024-2025',
    '2024 to 2025',
    '2024 to 25',
    ' 2024 / 25 ',
  ])('reads %s as an academic year', (typed) => {
    expect(readPeriod(typed)).toStrictEqual({ period: { kind: 'academic year', start: 2024 } });
  });

  it('reads an academic year over the turn of a century', () => {
    expect(readPeriod('1999/00')).toStrictEqual({ period: { kind: 'academic year', start: 1999 } });
  });

  it.each([
    'year ended 31 August 2025',
    'Year ended 31 Aug 2025',
    'the year ended 31 August 2025',
    'financial year ended 31 August 2025',
    'year ending 31/08/2025',
    'year to 31 August 2025',
  ])('reads %s as a financial year', (typed) => {
    const end = { year: 2025, month: 8, day: 31 };
    expect(readPeriod(typed)).toStrictEqual({ period: { kind: 'year ended', end } });
  });

  it('reads a calendar year', () => {
    expect(readPeriod('2025')).toStrictEqual({ period: { kind: 'year', year: 2025 } });
  });

  it.each([
    ['November 2025', { year: 2025, month: 11 }],
    ['2025-09', { year: 2025, month: 9 }],
    ['1 September 2025', { year: 2025, month: 9, day: 1 }],
  ])('reads %s as a date', (typed, date) => {
    expect(readPeriod(typed)).toStrictEqual({ period: { kind: 'date', date } });
  });

  it.each(['2024/26', '2024/24', '2024/2026', '2024 to 2030', '2024-13'])(
    'says of %s when an academic year ends',
    (typed) => {
      expect(readPeriod(typed)).toStrictEqual({
        problem: 'An academic year ends the year after it starts: 2024/25.',
      });
    },
  );

  it.each(['year ended August 2025', 'year ended 31 November 2025', 'year to last summer'])(
    'asks which day for %s',
    (typed) => {
      expect(readPeriod(typed)).toStrictEqual({
        problem: 'Say which day the year ended, such as “year ended 31 August 2025”.',
      });
    },
  );

  it.each(['', '24/25', 'last year', 'autumn 2025', '3025', '202425', '2024/25 provisional'])(
    'does not know what “%s” is',
    (typed) => {
      expect(readPeriod(typed)).toBeUndefined();
    },
  );

  it('reads what periodInTable and periodInProse write', () => {
    fc.assert(
      fc.property(period, (found) => {
        expect(readPeriod(periodInTable(found))).toStrictEqual({ period: found });
        expect(readPeriod(periodInProse(found))).toStrictEqual({ period: found });
      }),
    );
  });

  it('takes any text without failing', () => {
    const periodLike = fc.string({
      unit: fc.constantFrom(...'0123456789/-– toyearnd'),
      maxLength: 24,
      size: 'max',
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), periodLike), (typed) => {
        const reading = readPeriod(typed);
        expect(reading === undefined || 'period' in reading || 'problem' in reading).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the words for a period', () => {
  it.each([
    [{ kind: 'academic year', start: 2024 }, '2024 to 2025', '2024/25'],
    [{ kind: 'academic year', start: 1999 }, '1999 to 2000', '1999/00'],
    [
      { kind: 'year ended', end: { year: 2025, month: 8, day: 31 } },
      'year ended 31 August 2025',
      'year ended 31 August 2025',
    ],
    [{ kind: 'year', year: 2025 }, '2025', '2025'],
    [{ kind: 'date', date: { year: 2025, month: 11 } }, 'November 2025', 'November 2025'],
  ] as [Period, string, string][])('are those of GOV.UK: %o', (found, prose, table) => {
    expect(periodInProse(found)).toBe(prose);
    expect(periodInTable(found)).toBe(table);
  });

  it('are 2024/25 for the academic year that begins in 2024', () => {
    expect(academicYear(2024)).toBe('2024/25');
  });
});

describe('periodEnd', () => {
  it.each([
    ['2024/25', '31 August 2025'],
    ['year ended 31 March 2025', '31 March 2025'],
    ['2025', '31 December 2025'],
    ['4 June 2025', '4 June 2025'],
  ])('of %s is %s', (typed, end) => {
    const reading = readPeriod(typed);
    const ended = readPeriod(end);
    if (!reading || !('period' in reading) || !ended || !('period' in ended))
      throw new Error(typed);
    expect(ended.period).toStrictEqual({ kind: 'date', date: periodEnd(reading.period) });
  });

  it('orders academic years by their start', () => {
    const ends = [2022, 2024, 2023].map((start) => periodEnd({ kind: 'academic year', start }));
    expect(ends.sort(compareDates).map(({ year }) => year)).toEqual([2023, 2024, 2025]);
  });
});

describe('samePeriod', () => {
  it('holds for two ways of typing one period', () => {
    const [a, b] = ['2024/25', '2024 to 2025'].map(readPeriod);
    if (!a || !('period' in a) || !b || !('period' in b)) throw new Error('Not read');
    expect(samePeriod(a.period, b.period)).toBe(true);
  });

  it('does not hold for an academic year and the calendar year it begins in', () => {
    expect(samePeriod({ kind: 'academic year', start: 2024 }, { kind: 'year', year: 2024 })).toBe(
      false,
    );
  });
});
