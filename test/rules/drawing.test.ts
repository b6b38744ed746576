import { describe, expect, it } from 'vitest';
import { spendingUnclear, targetAlone } from '../../src/rules/drawing.ts';
import { halfAPlace, offTheGrid } from '../../src/rules/places.ts';
import { unknownMetric, unknownSchool } from '../../src/rules/references.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { profileOf } from '../support/profile.ts';

const context = { today: { year: 2026, month: 11, day: 24 }, release: false };

async function messages(rule: Rule, yaml: string) {
  const profile = await profileOf(`trust:\n  name: A\n${yaml}`);
  return [...rule.check(profile, context)].map(({ message }) => message);
}

describe('spending-unclear', () => {
  const spending = (items: string) => `finances: {spending: {items: [${items}]}}\n`;

  it('asks for parts of one kind that make a whole', async () => {
    expect(
      await messages(spendingUnclear, spending('{what: A, share: 60%}, {what: B, share: 55%}')),
    ).toEqual(['The shares come to 115%.']);
    expect(
      await messages(spendingUnclear, spending('{what: A, amount: £1}, {what: B}')),
    ).toHaveLength(1);
    expect(
      await messages(spendingUnclear, spending('{what: A, amount: £5}, {what: B, amount: -£1}')),
    ).toHaveLength(1);
  });

  it('lets rounded shares be a little over, and says nothing of nothing', async () => {
    expect(
      await messages(spendingUnclear, spending('{what: A, share: 60%}, {what: B, share: 41%}')),
    ).toEqual([]);
    expect(await messages(spendingUnclear, spending(''))).toEqual([]);
  });
});

describe('target-alone', () => {
  const days = 'metrics: {help: {label: A, unit: days, series: {2024/25: 9}}}\n';

  it.each([
    ['metric: help', 'This promise has a metric but no target.'],
    ['target: 9', 'This promise has a target but no metric.'],
    ['metric: help, target: SUPP', 'This target is no number.'],
    ['metric: help, target: 9%', 'This target is typed with %, but its metric is counted in days.'],
  ])('finds fault with %s', async (keys, message) => {
    expect(await messages(targetAlone, `${days}commitments: [{promise: A, ${keys}}]\n`)).toEqual([
      message,
    ]);
  });

  it('is content with both, and with neither', async () => {
    expect(
      await messages(targetAlone, `${days}commitments: [{promise: A, metric: help, target: 9}]\n`),
    ).toEqual([]);
    expect(await messages(targetAlone, 'commitments: [{promise: A}]\n')).toEqual([]);
  });
});

describe('places', () => {
  it('need both an easting and a northing, in either list', async () => {
    expect(
      await messages(
        halfAPlace,
        'schools: [{name: B, easting: 450000}]\nprospective_schools: [{name: C, northing: 320000}]\n',
      ),
    ).toEqual([
      'B has its easting but no northing, so it is not on the map.',
      'C has its northing but no easting, so it is not on the map.',
    ]);
  });

  it('lie on the National Grid', async () => {
    const place = (easting: number, northing: number) =>
      messages(offTheGrid, `schools: [{name: B, easting: ${easting}, northing: ${northing}}]\n`);
    expect(await place(450000, 320000)).toEqual([]);
    expect(await place(4500000, 320000)).toHaveLength(1);
    expect(await place(0, 0)).toHaveLength(1);
  });
});

describe('names that charts and maps refer by', () => {
  it('are those of metrics and schools that are there', async () => {
    expect(
      await messages(unknownMetric, 'commitments: [{promise: A, metric: help, target: 9}]\n'),
    ).toEqual(['There is no metric called “help”.']);
    expect(
      await messages(
        unknownSchool,
        'schools: [{name: B}]\nprospective_schools: [{name: C, drive_times: [{school: D, minutes: 4}]}]\n',
      ),
    ).toEqual(['There is no school called “D” in “schools”.']);
  });
});
