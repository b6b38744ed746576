import { describe, expect, it } from 'vitest';
import type { DotPlot, Goal, Panels, Progress } from '../../src/case/chart.ts';
import { bothOf, caseOf, chartOfMetric, drawn } from '../support/case.ts';
import { outsideOf, shapesOf, wordsIn } from '../support/svg.ts';

/** What stands in the drawing for a page, and how many of its elements have a class. */
async function pageOf(metric: string) {
  const chart = await chartOfMetric(metric);
  if (!chart) throw new Error('There is no chart.');
  const [page] = bothOf(drawn(chart));
  const { shapes } = shapesOf(page);
  const classed = (name: string) =>
    shapes.filter(({ attributes }) => attributes.class?.split(' ').includes(name));
  return { words: wordsIn(page), outside: outsideOf(page), shapes, classed };
}

describe('a line chart', () => {
  const metric =
    '{label: Attendance, unit: "%", scope: our 6 schools, series: {2018/19: 95.6%, 2021/22: 93.0%, 2022/23: 93.4%, 2023/24: SUPP, 2024/25: 94.6%}, comparators: [{name: England, series: {2021/22: 92%, 2022/23: 93%, 2023/24: 93%, 2024/25: 93%}}]}';

  it('is drawn across no missing year and no suppressed number', async () => {
    const { classed } = await pageOf(metric);
    const lines = classed('line-ours').map(({ attributes }) => attributes.d?.split('L').length);
    // Of five numbers, only the second and third follow one another.
    expect(lines).toEqual([2]);
    expect(classed('mark-ours')).toHaveLength(4);
  });

  it('says at the ends of the lines what they are, and in the gap that there is nothing', async () => {
    const { words } = await pageOf(metric);
    expect(words).toEqual(
      expect.arrayContaining([
        'Attendance',
        '94.6%',
        'our 6 schools',
        '93%',
        'England',
        'no figures',
      ]),
    );
  });

  it('tells the lines apart without colour: by dashes and by open marks', async () => {
    const { classed } = await pageOf(metric);
    expect(classed('dash-1').length).toBeGreaterThan(0);
    expect(classed('mark')).toHaveLength(4);
  });

  it('says when the last number is about, where it is not the newest period', async () => {
    const { words } = await pageOf(
      '{label: A, unit: "%", scope: ours, series: {2021/22: 40%, 2022/23: 42%, 2023/24: 45%, 2024/25: SUPP}}',
    );
    expect(words).toContain('ours (in 2023/24)');
  });
});

describe('a bar chart', () => {
  it('has bars from nought, as high as their numbers', async () => {
    const { classed, outside } = await pageOf(
      '{label: Energy used, unit: kWh, series: {2022/23: 100, 2023/24: 90, 2024/25: 80}}',
    );
    const heights = [...classed('bar-past'), ...classed('bar')].map(
      ({ top, bottom }) => bottom - top,
    );
    expect(heights[1]).toBeCloseTo((heights[0] ?? 0) * 0.9, 0);
    expect(heights[2]).toBeCloseTo((heights[0] ?? 0) * 0.8, 0);
    const feet = new Set([...classed('bar-past'), ...classed('bar')].map(({ bottom }) => bottom));
    expect(feet.size).toBe(1);
    expect(outside).toEqual([]);
  });

  it('hangs numbers below nought from it', async () => {
    const { classed } = await pageOf(
      '{label: Balance, unit: £, series: {2022/23: £100, 2023/24: -£50, 2024/25: £25}}',
    );
    const [first, second] = classed('bar-past');
    expect(second?.top).toBeCloseTo(first?.bottom ?? Number.NaN, 1);
  });

  it('keeps an empty place for a year that is missing, and says so there', async () => {
    const { words } = await pageOf(
      '{label: Days, unit: days, series: {2018/19: 9, 2021/22: 8, 2022/23: SUPP, 2023/24: 7}}',
    );
    expect(words).toEqual(expect.arrayContaining(['2019/20', '2020/21']));
    expect(words.filter((text) => text === 'no figure')).toHaveLength(2);
    expect(words.join(' ')).toContain('not published: too few pupils');
  });

  it('says what it is counted in', async () => {
    const { words } = await pageOf(
      '{label: Help, unit: days, series: {2022/23: 9, 2023/24: 8, 2024/25: 7}}',
    );
    expect(words).toContain('Help (days)');
  });
});

describe('a dot plot', () => {
  const plot: DotPlot = {
    ...{ kind: 'dots', name: 'schools', label: 'Attendance', sign: '%' },
    ...{ span: undefined, period: { kind: 'academic year', start: 2024 }, of: 'schools' },
    rows: [
      { name: 'Quillbrook', value: '72%', number: 72, ours: true },
      { name: 'St Wystan’s', value: '72%', number: 72, ours: true },
      { name: 'Tansy Row', value: '59%', number: 59, ours: true },
      { name: 'Holt', value: 'not shown (small group)', number: undefined, ours: true },
    ],
    lines: [{ name: 'England', value: '62%', number: 62, ours: false }],
    part: undefined,
  };

  it('says the range, who is at its ends and how many are above the comparator', () => {
    expect(drawn(plot).finding).toBe(
      'From 59% at Tansy Row to 72% at Quillbrook and St Wystan’s; two of three are above England, 62%',
    );
  });

  it.each([
    [80, 'none of three is above England, 80%'],
    [70, 'two of three are above England, 70%'],
    [60, 'two of three are above England, 60%'],
    [50, 'all three are above England, 50%'],
  ])('counts those above a comparator of %d%%', (number, counted) => {
    const lines = [{ name: 'England', value: `${number}%`, number, ours: false }];
    expect(drawn({ ...plot, lines }).finding).toContain(`; ${counted}`);
  });

  it('draws no dot for a number that is not shown, and says why', () => {
    const [page] = bothOf(drawn(plot));
    const dots = shapesOf(page).shapes.filter(({ attributes }) => attributes.class === 'mark-ours');
    expect(dots).toHaveLength(3);
    expect(wordsIn(page)).toContain('not shown (small group)');
    expect(drawn(plot).alt).toContain('Holt: not shown (small group)');
  });

  it('puts ours among many others', async () => {
    const others = Array.from(
      { length: 12 },
      (_, index) =>
        `{name: Trust ${index}, series: {2022/23: 4${index % 10}%, 2023/24: 5${index % 10}%}}`,
    );
    const chart = await chartOfMetric(
      `{label: A, unit: "%", scope: ours, series: {2022/23: 50%, 2023/24: 57%}, comparators: [${others.join(', ')}]}`,
    );
    expect(chart?.kind).toBe('dots');
    expect(drawn(chart as DotPlot).finding).toBe(
      'Ours: 57%. Of 12 others, two higher, one the same and nine lower',
    );
  });
});

describe('small pictures of joining', () => {
  const school = (name: string, joined: string, series: string) =>
    `  - {name: ${name}, joined: ${joined}, metrics: [${name.toLowerCase()}]}\n§  ${name.toLowerCase()}: {measure: attendance, better: higher, series: {${series}}}\n`;
  const profile = (...schools: string[]) => {
    const halves = schools.map((text) => text.split('§'));
    return `schools:\n${halves.map(([first]) => first).join('')}metrics:\n${halves.map(([, second]) => second).join('')}`;
  };
  const whole =
    '  all: {measure: attendance, schools: 2, series: {2018/19: 90%, 2019/20: 90%, 2020/21: 90%}, comparators: [{name: England, series: {2018/19: 94%, 2019/20: 95%, 2020/21: 93%}}]}\n';

  it('counts the schools that are higher than in their last numbers before joining', async () => {
    const { schoolResults } = await caseOf(
      profile(
        school('Abbot', '1 September 2019', '2018/19: 90%, 2019/20: 90%, 2020/21: 92%'),
        school('Birch', '1 September 2019', '2018/19: 90%, 2019/20: 96%, 2020/21: 88%'),
      ) + whole,
    );
    const chart = schoolResults[0]?.charts.find(({ kind }) => kind === 'panels');
    const { finding, notes, alt } = drawn(chart as Panels);
    expect(finding).toBe(
      'In one of two schools the newest number is higher than the last before joining, set against England',
    );
    expect(notes).toContain('After joining does not mean because of joining.');
    expect(notes).not.toContain('The year in which a school joined counts as before.');
    expect(alt).toContain('Abbot, joined September 2019: 90% in 2018/19, 92% in 2020/21.');
  });

  it('leaves the comparator out of account where it has no number before joining', async () => {
    const { schoolResults } = await caseOf(
      profile(
        school('Abbot', '1 September 2019', '2018/19: 90%, 2019/20: 90%, 2020/21: 92%'),
        school('Birch', '1 September 2019', '2018/19: 90%, 2019/20: 96%, 2020/21: 89%'),
      ) + whole.replace('2018/19: 94%, ', ''),
    );
    const chart = schoolResults[0]?.charts.find(({ kind }) => kind === 'panels');
    expect(drawn(chart as Panels).finding).toBe(
      'In one of two schools the newest number is higher than the last before joining',
    );
  });

  it('counts the year of joining as before, and says so', async () => {
    const { schoolResults } = await caseOf(
      profile(
        school('Abbot', '1 April 2020', '2018/19: 90%, 2019/20: 94%, 2020/21: 92%'),
        school('Birch', '1 April 2020', '2018/19: 90%, 2019/20: 91%, 2020/21: 92%'),
      ),
    );
    const chart = schoolResults[0]?.charts.find(({ kind }) => kind === 'panels');
    const { finding, notes } = drawn(chart as Panels);
    expect(finding).toBe(
      'In one of two schools the newest number is higher than the last before joining',
    );
    expect(notes).toContain('The year in which a school joined counts as before.');
  });

  it('marks the day in a chart of one school’s own numbers', async () => {
    const chart = await chartOfMetric(
      '{measure: attendance, series: {2018/19: 90%, 2019/20: 91%, 2020/21: 92%}}',
      'schools:\n  - {name: Abbot, joined: 1 September 2019, metrics: [numbers]}\n',
    );
    if (!chart) throw new Error('There is no chart.');
    const picture = drawn(chart);
    expect(wordsIn(bothOf(picture)[0])).toContain('joined September 2019');
    expect(picture.notes).toContain('After joining does not mean because of joining.');
    expect(picture.alt).toContain('The school joined in September 2019.');
  });
});

describe('shares of a pound', () => {
  it('writes pence, and under a penny for what is not nothing', async () => {
    const { finances } = await caseOf(
      'finances:\n  spending:\n    items: [{what: Staff, amount: £750}, {what: Buildings, amount: £248}, {what: Fees, amount: £2}]\n',
    );
    const picture = finances?.spending?.chart && drawn(finances.spending.chart);
    expect(picture?.finding).toBe('Staff: 75p of every pound');
    expect(picture?.alt).toContain('Staff, 75p, Buildings, 25p and Fees, under 1p.');
  });

  it('says where rounded pence do not make a pound, or parts are missing', async () => {
    const notes = async (shares: string) => {
      const { finances } = await caseOf(`finances:\n  spending:\n    items: [${shares}]\n`);
      const chart = finances?.spending?.chart;
      return chart && drawn(chart).notes;
    };
    expect(await notes('{what: A, share: 50%}, {what: B, share: 50%}')).toEqual([]);
    expect(
      await notes('{what: A, share: 33.6%}, {what: B, share: 33.6%}, {what: C, share: 32.8%}'),
    ).toEqual(['Rounded to whole pence, the parts make 101p.']);
    expect(await notes('{what: A, share: 60%}, {what: B, share: 20%}')).toEqual([
      'The parts listed make 80p of each pound.',
    ]);
  });
});

describe('a bar of a share', () => {
  it('fills as much of the whole as its share', () => {
    const [page] = bothOf(
      drawn({
        ...{ kind: 'shares', name: 'spending', label: 'Where each pound goes' },
        parts: [
          { what: 'A', share: 75 },
          { what: 'B', share: 25 },
        ],
      }),
    );
    const wide = (name: string) =>
      shapesOf(page)
        .shapes.filter(({ attributes }) => attributes.class === name)
        .map(({ left, right }) => right - left);
    const [whole = 0] = wide('ground');
    expect(wide('bar').map((bar) => Math.round((bar / whole) * 100))).toEqual([75, 25]);
  });
});

describe('progress', () => {
  const goal = (better: Goal['better'], latest: number, target: number): Goal => ({
    ...{ label: 'A', sign: '%', span: undefined, better, due: '31 August 2027' },
    first: { period: { kind: 'academic year', start: 2020 }, value: '50%', number: 50 },
    latest: { period: { kind: 'academic year', start: 2024 }, value: `${latest}%`, number: latest },
    target: { value: `${target}%`, number: target },
  });
  const said = (...goals: Goal[]) =>
    drawn({ kind: 'progress', name: 'commitments', goals, part: undefined } satisfies Progress);

  it.each([
    [[goal('higher', 92, 92)], 'The target is reached'],
    [[goal('higher', 91, 92)], 'The target is not reached yet'],
    [[goal('lower', 12, 14), goal('lower', 15, 14)], 'One of two targets is reached'],
    [[goal('lower', 16, 14), goal('lower', 15, 14)], 'None of two targets is reached yet'],
    [[goal('lower', 12, 14), goal('lower', 14, 14)], 'All two targets are reached'],
  ])('counts what is reached: %#', (goals, finding) => {
    expect(said(...goals).finding).toBe(finding);
  });

  it('says where each number began, where it is and where it is to be', () => {
    expect(said(goal('higher', 91, 92)).alt).toBe(
      'Progress towards each target. A: 50% in 2020/21, 91% in 2024/25, target 92% by 31 August 2027, not reached.',
    );
  });

  it('stands between where it began and where it is to be', () => {
    const [page] = bothOf(said(goal('higher', 60, 80)));
    const { shapes } = shapesOf(page);
    const middle = (name: string) => {
      const found = shapes.find(({ attributes }) => attributes.class === name);
      return ((found?.left ?? 0) + (found?.right ?? 0)) / 2;
    };
    const [first, latest, target] = ['mark-past', 'mark-ours', 'base'].map(middle) as [
      ...[number, number, number],
    ];
    expect((latest - first) / (target - first)).toBeCloseTo(1 / 3, 1);
  });
});
