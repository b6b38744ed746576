import { describe, expect, it } from 'vitest';
import { futureResult, notFirstOfMonth } from '../../src/rules/time.ts';
import { breaches, paths } from '../support/rules.ts';

describe('not-first-of-month', () => {
  it('finds a joining date within a month, and says the first of it', async () => {
    expect(await breaches(notFirstOfMonth, 'journey:\n  target_date: 15 September 2027\n')).toEqual(
      [
        {
          at: 'journey.target_date',
          message:
            'A school cannot join on 15 September 2027: schools join on the first of a month.',
          hint: 'Type the first day of the month: 1 September 2027.',
        },
      ],
    );
  });

  it.each([
    ['the first of a month', 'journey:\n  target_date: 1 September 2027\n'],
    ['a month', 'journey:\n  target_date: September 2027\n'],
    ['no date', 'journey:\n  duration: a year\n'],
    ['no journey', ''],
  ])('has nothing against %s', async (_, text) => {
    expect(await paths(notFirstOfMonth, text)).toEqual([]);
  });
});

describe('future-result', () => {
  const metric = (series: string, rest = '') =>
    `metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series: {${series}}\n${rest}`;
  const today = { year: 2026, month: 11, day: 24 };

  it.each([
    '2027/28: 3',
    '2027: 3',
    '25 November 2026: 3',
    'December 2026: 3',
    'year ended 31 August 2027: 3',
  ])('finds a number for a time that has not come: %s', async (series) => {
    const [period = ''] = series.split(': ');
    expect(await paths(futureResult, metric(series), { today })).toEqual([
      `metrics.visits.series.${period} (key)`,
    ]);
  });

  it.each([
    ['years that are over', '2025/26: 3, 2025: 3, year ended 31 August 2026: 3'],
    ['the year that has begun, for which there may be a count', '2026/27: 3, 2026: 3'],
    ['today', '24 November 2026: 3, November 2026: 3'],
    ['a code for what is not published yet', '2027/28: NP'],
  ])('has nothing against %s', async (_, series) => {
    expect(await paths(futureResult, metric(series), { today })).toEqual([]);
  });

  it('judges by the day it is asked at', async () => {
    const later = { year: 2027, month: 9, day: 1 };
    expect(await paths(futureResult, metric('2027/28: 3'), { today: later })).toEqual([]);
  });

  it('looks at comparators too', async () => {
    const text = metric(
      '2024/25: 3',
      '    comparators:\n      - {name: England, series: {2024/25: 2, 2030/31: 4}}\n',
    );
    expect(await breaches(futureResult, text, { today })).toEqual([
      {
        at: 'metrics.visits.comparators.0.series.2030/31 (key)',
        message: '2030/31 has not come yet on 24 November 2026, so there can be no number for it.',
        hint: 'Correct the year. A target belongs in “commitments”.',
      },
    ]);
  });
});
