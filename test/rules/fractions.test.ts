import { describe, expect, it } from 'vitest';
import { percentAsFraction } from '../../src/rules/fractions.ts';
import { breaches, paths } from '../support/rules.ts';

const metric = (series: string, unit = '"%"') =>
  `metrics:\n  visitors: {label: Families who came, unit: ${unit}, series: {${series}}}\n`;

describe('percent-as-fraction', () => {
  it('asks about a fraction where a percentage is meant, and says both ways to type it', async () => {
    const [breach] = await breaches(percentAsFraction, metric('2024/25: 0.68'));
    expect(breach?.at).toBe('metrics.visitors.series.2024/25');
    expect(breach?.hint).toContain('If you mean 68%, type it so');
    expect(breach?.hint).toContain('type 0.68%');
  });

  it('asks once for a series, and of a unit in words too', async () => {
    expect(
      await paths(percentAsFraction, metric('2023/24: 0.07, 2024/25: 0.57', 'per cent')),
    ).toEqual(['metrics.visitors.series.2023/24']);
  });

  it.each([
    ['typed with its sign', '2024/25: 0.3%', undefined],
    ['of one or more', '2023/24: 1, 2024/25: 68', undefined],
    ['nought', '2024/25: 0', undefined],
    ['not published', '2024/25: SUPP', undefined],
    ['of another unit', '2024/25: 0.68', 'tonnes'],
  ])('says nothing of a number %s', async (_, series, unit) => {
    expect(await paths(percentAsFraction, metric(series, unit))).toEqual([]);
  });
});
