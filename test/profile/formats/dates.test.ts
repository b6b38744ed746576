import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalendarDate,
  compareDates,
  dateFromClock,
  formatDate,
  isoDate,
  monthNames,
  parseDate,
} from '../../../src/profile/formats/dates.ts';

const day: fc.Arbitrary<CalendarDate> = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map(dateFromClock);
const month: fc.Arbitrary<CalendarDate> = day.map(({ year, month }) => ({ year, month }));
const date = fc.oneof(day, month);

describe('parseDate', () => {
  it.each([
    '1 September 2026',
    '1 Sept 2026',
    '1 Sep 2026',
    '1 Sep. 2026',
    '1 september 2026',
    '1st September 2026',
    '1 September, 2026',
    '  1   September  2026 ',
    '01/09/2026',
    '1/9/2026',
    '1.9.2026',
    '01-09-2026',
    '2026-09-01',
    '2026-9-1',
  ])('reads %s as the first of September 2026', (typed) => {
    expect(parseDate(typed)).toStrictEqual({ year: 2026, month: 9, day: 1 });
  });

  it.each(['September 2026', 'Sept 2026', 'sep 2026', '2026-09'])(
    'reads %s as the month alone',
    (typed) => {
      expect(parseDate(typed)).toStrictEqual({ year: 2026, month: 9 });
    },
  );

  it('takes the day first, as people in England write it', () => {
    expect(parseDate('03/04/2026')).toStrictEqual({ year: 2026, month: 4, day: 3 });
  });

  it.each([
    ['29 February 2024', { year: 2024, month: 2, day: 29 }],
    ['31/12/2025', { year: 2025, month: 12, day: 31 }],
  ])('reads %s', (typed, found) => {
    expect(parseDate(typed)).toStrictEqual(found);
  });

  it.each([
    ['nothing', ''],
    ['a day that does not exist', '31 November 2026'],
    ['the 29th of February outside a leap year', '29 February 2026'],
    ['a month that does not exist', '2026-13'],
    ['month first', '09/23/2026'],
    ['day nought', '0 September 2026'],
    ['a year of two figures, whose century is a guess', '01/09/26'],
    ['a misspelt month', '1 Setpember 2026'],
    ['a month of two letters', '1 Se 2026'],
    ['separators that differ', '01/09-2026'],
    ['a season', 'autumn 2026'],
    ['an academic year', '2026/27'],
    ['a year alone', '2026'],
    ['words round a date', 'from 1 September 2026'],
  ])('refuses %s', (_, typed) => {
    expect(parseDate(typed)).toBeUndefined();
  });

  it('reads what formatDate and isoDate write', () => {
    fc.assert(
      fc.property(date, (found) => {
        expect(parseDate(formatDate(found))).toStrictEqual(found);
        expect(parseDate(isoDate(found))).toStrictEqual(found);
      }),
    );
  });

  it('takes any text without failing, and never makes a day that does not exist', () => {
    const dateLike = fc.string({
      unit: fc.constantFrom(...'0123456789/-. SeptMay'),
      maxLength: 20,
      size: 'max',
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), dateLike), (typed) => {
        const found = parseDate(typed);
        if (found?.day === undefined) return;
        const again = new Date(Date.UTC(found.year, found.month - 1, found.day));
        expect(dateFromClock(again)).toStrictEqual(found);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatDate', () => {
  it('writes days and months in GOV.UK style', () => {
    expect(formatDate({ year: 2017, month: 6, day: 4 })).toBe('4 June 2017');
    expect(formatDate({ year: 2017, month: 6 })).toBe('June 2017');
  });

  it('knows twelve months', () => {
    expect(monthNames).toHaveLength(12);
  });
});

describe('isoDate', () => {
  it('writes dates for machines', () => {
    expect(isoDate({ year: 2026, month: 9, day: 1 })).toBe('2026-09-01');
    expect(isoDate({ year: 2026, month: 9 })).toBe('2026-09');
  });
});

describe('compareDates', () => {
  it('orders days as their ISO dates are ordered', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first, second] = [isoDate(a), isoDate(b)];
        expect(Math.sign(compareDates(a, b))).toBe(first < second ? -1 : first > second ? 1 : 0);
      }),
    );
  });

  it('puts a month at its first day', () => {
    const september = { year: 2026, month: 9 };
    expect(compareDates(september, { ...september, day: 1 })).toBe(0);
    expect(compareDates(september, { ...september, day: 2 })).toBeLessThan(0);
  });
});

describe('dateFromClock', () => {
  it('takes the day in Greenwich, wherever the machine is', () => {
    expect(dateFromClock(new Date('2026-11-24T23:59:59Z'))).toStrictEqual({
      year: 2026,
      month: 11,
      day: 24,
    });
  });
});
