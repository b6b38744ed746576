import { describe, expect, it } from 'vitest';
import { type Figure, figureOf } from '../../src/case/figures.ts';
import { profileOf } from '../support/profile.ts';

const trust = 'trust:\n  name: Otterwick Learning Trust\n';

/** The figure of one metric, typed as in a profile. */
async function figure(metric: string, evidence: readonly string[] = []): Promise<Figure> {
  const lines = metric.trim().split('\n');
  const indented = lines.map((line) => `    ${line}`).join('\n');
  const { data } = await profileOf(`${trust}metrics:\n  one:\n${indented}\n`);
  const known = Object.fromEntries(evidence.map((id) => [id, {}]));
  const made = figureOf('one', data.metrics?.one as never, known);
  if (!made) throw new Error('no figure');
  return made;
}

describe('a figure', () => {
  it('is the newest number, whatever order they were typed in', async () => {
    const { value, period } = await figure('unit: "%"\nseries:\n  2024/25: 68%\n  2022/23: 61%');
    expect([value, period]).toEqual(['68%', { kind: 'academic year', start: 2024 }]);
  });

  it('has its label from the metric, else from its measure, else from its name', async () => {
    const series = 'series:\n  2024/25: 94%';
    expect((await figure(`label: Mine\nmeasure: attendance\n${series}`)).label).toBe('Mine');
    expect((await figure(`measure: attendance\n${series}`)).label).toMatch(/attendance/i);
    expect((await figure(series)).label).toBe('one');
  });

  it('keeps a unit that is a word apart from its number', async () => {
    const { value, number, unit } = await figure('unit: days\nseries:\n  2025: 54');
    expect([value, number, unit]).toEqual(['54 days', '54', 'days']);
  });

  it('keeps a sign with its number', async () => {
    const { value, number, unit } = await figure('unit: £\nseries:\n  2025: £1,250');
    expect([value, number, unit]).toEqual(['£1,250', '£1,250', undefined]);
  });

  it('says what a code means, without a unit', async () => {
    const { value, number, unit } = await figure('unit: days\nseries:\n  2025: SUPP');
    expect([value, number, unit]).toEqual([
      'not published: too few pupils',
      'not published: too few pupils',
      undefined,
    ]);
  });

  it('stands beside the comparators’ numbers for the same period, and no other', async () => {
    const { comparators } = await figure(`
unit: "%"
series:
  2023/24: 60%
  2024/25: 68%
comparators:
  - name: England
    series:
      2023/24: 61%
      2024/25: 62%
  - name: Marlshire
    series:
      2023/24: 59%`);
    expect(comparators).toEqual([{ name: 'England', value: '62%' }]);
  });

  it('has every period of any of its series once, in order of time, with holes where there are none', async () => {
    const { periods, rows } = await figure(`
unit: "%"
scope: our 6 schools
series:
  2024/25: 68%
  2022/23: 61%
comparators:
  - name: England
    series:
      2023/24: 61%
      2024/25: 62%`);
    expect(periods).toEqual(['2022/23', '2023/24', '2024/25']);
    expect(rows).toMatchObject([
      { whose: 'our 6 schools', values: ['61%', undefined, '68%'] },
      { whose: 'England', values: [undefined, '61%', '62%'] },
    ]);
  });

  it('rests on its own evidence and its comparators’, each once, where the profile has it', async () => {
    const { evidence } = await figure(
      `
series:
  2025: 1
evidence: [a, b, gone]
comparators:
  - name: England
    series:
      2025: 2
    evidence: [b, c]`,
      ['a', 'b', 'c'],
    );
    expect(evidence).toEqual(['a', 'b', 'c']);
  });

  it('says whom it covers, how it was made and what it does not show', async () => {
    const { about } = await figure(`
unit: "%"
pupils: 1205
schools: 5
weighting: weighted by pupils
response_rate: 71%
does_not_show: why.
series:
  2024/25:
    value: 66%
    status: provisional
    pupils: 205
    note: one school closed`);
    expect(about).toBe(
      'Provisional figures. 205 answers in 5 schools, weighted by pupils. 71% of those asked answered. What this does not show: why. One school closed.',
    );
  });

  it('says nothing about itself where there is nothing to say', async () => {
    expect((await figure('series:\n  2025: 1')).about).toBe('');
  });

  it('is none where there is no number', () => {
    expect(figureOf('one', { series: [] }, {})).toBeUndefined();
  });
});
