import { describe, expect, it } from 'vitest';
import type { DotPlot, Panels } from '../../src/case/chart.ts';
import { caseOf } from '../support/case.ts';

const profile = `
schools:
  - {name: Abbot Primary School, short_name: Abbot, joined: 1 September 2016, metrics: [abbot]}
  - {name: Birch Primary School, joined: 1 September 2023, metrics: [birch]}
  - {name: Cedar Primary School, joined: 1 April 2016}
metrics:
  abbot: {measure: attendance, series: {2022/23: 92%, 2023/24: 93%, 2024/25: 95%}}
  birch: {measure: attendance, series: {2022/23: 90%, 2023/24: SUPP, 2024/25: 94%}}
  whole:
    measure: attendance
    scope: our 3 schools
    schools: 3
    series: {2022/23: 91%, 2023/24: 92%, 2024/25: 93%}
    comparators: [{name: England, series: {2022/23: 91%, 2023/24: 92%, 2024/25: 93.5%}}]
  meals: {measure: attendance, scope: pupils on free meals, series: {2024/25: 90%}}
`;

describe('the schools’ own numbers', () => {
  it('stand side by side, the highest first, with the trust and England', async () => {
    const { schoolResults } = await caseOf(profile);
    expect(schoolResults).toHaveLength(1);
    const plot = schoolResults[0]?.charts[0] as DotPlot;
    expect(plot.rows.map(({ name, value }) => [name, value])).toEqual([
      ['Abbot', '95%'],
      ['Birch Primary School', '94%'],
    ]);
    expect(plot.lines).toEqual([
      { name: 'our 3 schools', value: '93%', number: 93, ours: true },
      { name: 'England', value: '93.5%', number: 93.5, ours: false },
    ]);
    expect(plot.period).toEqual({ kind: 'academic year', start: 2024 });
  });

  it('come with a table of all of them', async () => {
    const { schoolResults } = await caseOf(profile);
    expect(schoolResults[0]?.series.rows.map(({ whose, values }) => [whose, ...values])).toEqual([
      ['Abbot', '92%', '93%', '95%'],
      ['Birch Primary School', '90%', 'not published: too few pupils', '94%'],
      ['our 3 schools', '91%', '92%', '93%'],
      ['England', '91%', '92%', '93.5%'],
    ]);
  });

  it('take the newest period that at least half of the schools have', async () => {
    const { schoolResults } = await caseOf(
      'schools:\n  - {name: A, metrics: [a]}\n  - {name: B, metrics: [b]}\n  - {name: C, metrics: [c]}\nmetrics:\n' +
        '  a: {measure: attendance, series: {2023/24: 92%, 2024/25: 95%}}\n' +
        '  b: {measure: attendance, series: {2023/24: 90%}}\n' +
        '  c: {measure: attendance, series: {2023/24: 91%, 2024/25: NP}}\n',
    );
    const plot = schoolResults[0]?.charts[0] as DotPlot;
    expect(plot.period).toEqual({ kind: 'academic year', start: 2023 });
  });

  it('say of a school without a number that there is none', async () => {
    const { schoolResults } = await caseOf(
      profile
        .replace('joined: 1 April 2016}', 'metrics: [cedar]}')
        .replace('  whole:', '  cedar: {measure: attendance, series: {2022/23: 90%}}\n  whole:'),
    );
    const plot = schoolResults[0]?.charts[0] as DotPlot;
    expect(plot.rows.at(-1)).toMatchObject({
      name: 'Cedar Primary School',
      value: 'no figure for 2024/25',
      number: undefined,
    });
  });

  it('are drawn before and after joining only where they lie on both sides', async () => {
    const { schoolResults } = await caseOf(
      profile
        .replace('2023/24: SUPP', '2023/24: 91%')
        .replace('joined: 1 September 2016', 'joined: 1 September 2024'),
    );
    const panels = schoolResults[0]?.charts.find(({ kind }) => kind === 'panels') as Panels;
    expect(panels.panels.map(({ school }) => school)).toEqual(['Abbot', 'Birch Primary School']);
    expect(panels.beside).toBe('England');
  });

  it('are left out of the pictures where their metric asks for none', async () => {
    const { schoolResults } = await caseOf(
      profile.replaceAll(
        '{measure: attendance, series',
        '{measure: attendance, chart: none, series',
      ),
    );
    expect(schoolResults[0]?.charts).toEqual([]);
    expect(schoolResults[0]?.series.rows).toHaveLength(4);
  });

  it('make no picture for a measure that one school has', async () => {
    const { schoolResults } = await caseOf(
      'schools:\n  - {name: A, metrics: [a]}\nmetrics:\n  a: {measure: attendance, series: {2024/25: 92%}}\n',
    );
    expect(schoolResults).toEqual([]);
  });

  it('are held against the average of the most schools, where the trust has several', async () => {
    const { schoolResults } = await caseOf(
      profile.replace(
        '  meals:',
        '  settled: {measure: attendance, scope: our 2 oldest, schools: 2, series: {2024/25: 94%}}\n  meals:',
      ),
    );
    const plot = schoolResults[0]?.charts[0] as DotPlot;
    expect(plot.lines[0]).toMatchObject({ name: 'our 3 schools', ours: true });
    expect(schoolResults[0]?.names).toEqual(['abbot', 'birch', 'whole']);
  });

  it('are held against no trust where two metrics could be the trust’s', async () => {
    const { schoolResults } = await caseOf(profile.replace('    schools: 3\n', ''));
    const plot = schoolResults[0]?.charts[0] as DotPlot;
    expect(plot.lines).toEqual([]);
  });
});
