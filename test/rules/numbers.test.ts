import { describe, expect, it } from 'vitest';
import { labelMissing, outOfRange, unitConflict, unitMissing } from '../../src/rules/numbers.ts';
import { breaches, paths } from '../support/rules.ts';

/** A profile of one metric, given its lines. */
const metric = (...lines: string[]) =>
  `metrics:\n  visits:\n${lines.map((line) => `    ${line}\n`).join('')}`;

describe('unit-missing', () => {
  it('finds a number of which nobody knows what it counts', async () => {
    expect(await breaches(unitMissing, metric('label: Visits', 'series: {2024/25: 12}'))).toEqual([
      {
        at: 'metrics.visits (key)',
        message: 'Nothing says what “visits” is counted in.',
        hint: 'Add a line “unit:”, such as %, £, days or pupils. For a plain count, “unit: number”.',
      },
    ]);
  });

  it.each([
    ['a unit', ['unit: visits', 'series: {2024/25: 12}']],
    ['a unit typed with a number', ['series: {2023/24: SUPP, 2024/25: 12%}']],
    ['a measure that has one', ['measure: attendance', 'series: {2024/25: 94}']],
  ])('is content with %s', async (_, lines) => {
    expect(await paths(unitMissing, metric(...lines))).toEqual([]);
  });
});

describe('label-missing', () => {
  it('finds a number of which nobody knows what it measures', async () => {
    expect(await paths(labelMissing, metric('unit: visits', 'series: {2024/25: 12}'))).toEqual([
      'metrics.visits (key)',
    ]);
  });

  it.each([
    ['a label', ['label: Visits', 'series: {2024/25: 12}']],
    ['a measure that has one', ['measure: attendance', 'series: {2024/25: 94}']],
  ])('is content with %s', async (_, lines) => {
    expect(await paths(labelMissing, metric(...lines))).toEqual([]);
  });
});

describe('unit-conflict', () => {
  it('finds numbers typed with another unit than their metric’s, in comparators too', async () => {
    const text = metric(
      'unit: visits',
      'series: {2023/24: 5%, 2024/25: 6}',
      'comparators:',
      '  - {name: England, series: {2023/24: £4, 2024/25: {value: 3%}}}',
    );
    expect(await paths(unitConflict, text)).toEqual([
      'metrics.visits.series.2023/24',
      'metrics.visits.comparators.0.series.2023/24',
      'metrics.visits.comparators.0.series.2024/25',
    ]);
    expect((await breaches(unitConflict, text))[0]).toMatchObject({
      message: 'This number is typed with %, but its metric is counted in visits.',
      hint: 'Type it without %, or change the metric’s unit.',
    });
  });

  it('holds a number to the unit of its measure', async () => {
    expect(
      await paths(unitConflict, metric('measure: attendance', 'series: {2024/25: £94}')),
    ).toEqual(['metrics.visits.series.2024/25']);
  });

  it('finds two units in one series', async () => {
    expect(await paths(unitConflict, metric('series: {2023/24: 5%, 2024/25: £6}'))).toEqual([
      'metrics.visits.series.2024/25',
    ]);
  });

  it.each([
    ['the unit itself', ['unit: "%"', 'series: {2024/25: 68%}']],
    ['no unit', ['unit: "%"', 'series: {2024/25: 68}']],
    ['a code', ['unit: "%"', 'series: {2024/25: SUPP}']],
  ])('has nothing against %s', async (_, lines) => {
    expect(await paths(unitConflict, metric(...lines))).toEqual([]);
  });
});

describe('out-of-range', () => {
  it.each([
    ['attendance', '101%', '101% cannot be right: this measure runs from 0 to 100.'],
    ['attendance', '-1%', '−1% cannot be right: this measure runs from 0 to 100.'],
    ['attainment 8', '90.1', '90.1 points cannot be right: this measure runs from 0 to 90.'],
    ['energy use', '-5', '−5 kWh cannot be right: this measure is 0 or more.'],
  ])('finds for %s a number of %s', async (measure, value, message) => {
    const text = metric(`measure: ${measure}`, `series: {2024/25: ${value}}`);
    expect(await breaches(outOfRange, text)).toMatchObject([
      { at: 'metrics.visits.series.2024/25', message },
    ]);
  });

  it('looks at comparators too', async () => {
    const text = metric(
      'measure: attendance',
      'series: {2024/25: 94%}',
      'comparators:',
      '  - {name: England, series: {2024/25: 940%}}',
    );
    expect(await paths(outOfRange, text)).toEqual(['metrics.visits.comparators.0.series.2024/25']);
  });

  it.each([
    ['the ends of the range', ['measure: attendance', 'series: {2023/24: 0%, 2024/25: 100%}']],
    ['a measure without limits', ['measure: progress 8', 'series: {2023/24: -0.4, 2024/25: +0.3}']],
    ['one’s own metric', ['label: Use of places', 'unit: "%"', 'series: {2024/25: 104%}']],
    ['a code', ['measure: attendance', 'series: {2024/25: SUPP}']],
    ['reserves below nothing', ['measure: revenue reserves', 'series: {2024/25: -2%}']],
  ])('has nothing against %s', async (_, lines) => {
    expect(await paths(outOfRange, metric(...lines))).toEqual([]);
  });
});
