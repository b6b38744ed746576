import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/case/charts.ts';
import { caseOf, chartOfMetric } from '../support/case.ts';

const three = '{2022/23: 41, 2023/24: 44, 2024/25: 46}';
const england = 'comparators: [{name: England, series: {2022/23: 40, 2023/24: 40, 2024/25: 40}}]';
const kindOf = async (metric: string) => (await chartOfMetric(metric))?.kind;

describe('the picture of a metric', () => {
  it.each([
    ['a share', `{label: A, unit: "%", series: ${three}}`, 'line'],
    ['a score', `{label: A, unit: score, series: ${three}}`, 'line'],
    ['an amount', `{label: A, unit: kWh, series: ${three}}`, 'bars'],
    ['a sum of money', `{label: A, unit: £, series: ${three}}`, 'bars'],
    ['a plain count', `{label: A, unit: number, series: ${three}}`, 'bars'],
    ['an amount that is compared', `{label: A, unit: kWh, series: ${three}, ${england}}`, 'line'],
    ['one number', '{label: A, unit: "%", series: {2024/25: 46%}}', undefined],
    ['two numbers', '{label: A, unit: "%", series: {2023/24: 44%, 2024/25: 46%}}', undefined],
    [
      'three numbers of which one is not published',
      '{label: A, unit: "%", series: {2022/23: SUPP, 2023/24: 44%, 2024/25: 46%}}',
      undefined,
    ],
  ])('of %s follows from its numbers', async (_, metric, kind) => {
    expect(await kindOf(metric)).toBe(kind);
  });

  it.each([
    ['bars', `{label: A, unit: "%", chart: bars, series: ${three}}`, 'bars'],
    ['line', `{label: A, unit: kWh, chart: line, series: ${three}}`, 'line'],
    ['none', `{label: A, unit: kWh, chart: none, series: ${three}}`, undefined],
    ['dots', `{label: A, unit: kWh, chart: dots, series: ${three}, ${england}}`, 'dots'],
    ['line', '{label: A, unit: "%", chart: line, series: {2023/24: 44%, 2024/25: 46%}}', 'line'],
    ['line', '{label: A, unit: "%", chart: line, series: {2024/25: 46%}}', undefined],
    ['dots', `{label: A, unit: kWh, chart: dots, series: ${three}}`, 'bars'],
  ])('is what the author asks for: %s', async (_, metric, kind) => {
    expect(await kindOf(metric)).toBe(kind);
  });

  it('puts more than four comparators side by side rather than over one another', async () => {
    const others = Array.from(
      { length: 5 },
      (_, index) => `{name: T${index}, series: {2023/24: 40, 2024/25: 4${index}}}`,
    );
    const chart = await chartOfMetric(
      `{label: A, unit: "%", series: ${three}, comparators: [${others.join(', ')}]}`,
    );
    expect(chart).toMatchObject({ kind: 'dots', of: 'others' });
    expect(chart?.kind === 'dots' && chart.rows.map(({ number }) => number)).toEqual([
      46, 44, 43, 42, 41, 40,
    ]);
  });

  it('carries a number only where the document shows one', async () => {
    const { figures } = await caseOf(
      `metrics:\n  a: {label: A, unit: "%", series: {2022/23: 41%, 2023/24: SUPP, 2024/25: 46%}}\n`,
    );
    expect(figures[0]?.rows).toEqual([
      {
        whose: 'our trust',
        values: ['41%', 'not published: too few pupils', '46%'],
        numbers: [41, undefined, 46],
      },
    ]);
  });
});

describe('partsOf', () => {
  it('shares rows out as evenly as can be', () => {
    expect(partsOf(5, 12)).toEqual([undefined]);
    expect(partsOf(14, 12)).toEqual([
      { number: 1, of: 2, from: 0, to: 7 },
      { number: 2, of: 2, from: 7, to: 14 },
    ]);
  });
});
