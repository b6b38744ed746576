import { describe, expect, it } from 'vitest';
import { caseOf } from '../support/case.ts';

const metric = (series: string, more = '') =>
  `metrics:\n  vacancies: {label: Vacant places, unit: places, ${more}series: {${series}}}\n`;
const promise =
  'commitments:\n  - {promise: None vacant., metric: vacancies, target: 2, due: 31 July 2027}\n';

describe('promises that can be counted', () => {
  it('are held against their number', async () => {
    const { goals } = await caseOf(metric('2023/24: 7, 2024/25: 4') + promise);
    expect(goals?.rows).toEqual([
      {
        ...{ promise: 'None vacant.', target: '2 places' },
        due: { year: 2027, month: 7, day: 31 },
        ...{ latest: '4 places', period: '2024/25' },
      },
    ]);
    expect(goals?.charts[0]?.goals[0]).toMatchObject({
      better: 'lower',
      first: { value: '7 places', number: 7 },
      latest: { value: '4 places', number: 4 },
    });
  });

  it('follow the metric where it says which way is better', async () => {
    const { goals } = await caseOf(metric('2023/24: 7, 2024/25: 4', 'better: higher, ') + promise);
    expect(goals?.charts[0]?.goals[0]?.better).toBe('higher');
  });

  it('stay in the table, undrawn, where no number is shown', async () => {
    const { goals } = await caseOf(metric('2024/25: SUPP') + promise);
    expect(goals?.charts).toEqual([]);
    expect(goals?.rows[0]?.latest).toBe('not published: too few pupils');
  });

  it('are none where no promise has a target', async () => {
    const { goals } = await caseOf(
      `${metric('2024/25: 4')}commitments: [{promise: A., metric: vacancies}]\n`,
    );
    expect(goals).toBeUndefined();
  });
});
