import { describe, expect, it } from 'vitest';
import { chartOfMetric, drawn } from '../support/case.ts';

/** What is said of the chart of a metric. */
async function said(metric: string) {
  const chart = await chartOfMetric(metric);
  if (!chart) throw new Error('There is no chart.');
  return drawn(chart);
}

const england = (series: string) => `comparators: [{name: England, series: {${series}}}]`;

describe('what a chart of numbers over time is seen to say', () => {
  it('says how far ours were from the comparator’s at first, and how far they are now', async () => {
    const { finding } = await said(
      `{measure: key stage 2 expected standard, scope: ours, series: {2018/19: 61%, 2021/22: 55%, 2022/23: 58%, 2023/24: 63%, 2024/25: 66%}, ${england('2018/19: 65%, 2021/22: 59%, 2022/23: 60%, 2023/24: 61%, 2024/25: 62%')}}`,
    );
    expect(finding).toBe('From four points below England to four above, in five sets of tests');
  });

  it.each([
    [
      '50%, 2023/24: 51%, 2024/25: 50%',
      'Four points below England in 2022/23 and again in 2024/25',
    ],
    ['54%, 2023/24: 51%, 2024/25: 54%', 'Level with England in 2022/23 and again in 2024/25'],
    [
      '54%, 2023/24: 51%, 2024/25: 53%',
      'From level with England to one point below, in three sets of figures',
    ],
    [
      '66%, 2023/24: 51%, 2024/25: 54%',
      'From 12 points above England to level, in three sets of figures',
    ],
    [
      '53%, 2023/24: 51%, 2024/25: 55%',
      'From one point below England to one above, in three sets of figures',
    ],
  ])('puts %s against 54%% each year in words', async (ours, finding) => {
    const metric = `{label: A, unit: "%", series: {2022/23: ${ours}}, ${england('2022/23: 54%, 2023/24: 54%, 2024/25: 54%')}}`;
    expect((await said(metric)).finding).toBe(finding);
  });

  it.each([
    ['days', '24, 2022/23: 31, 2023/24: 54', 'From 24 days in 2021/22 to 54 days in 2023/24'],
    [
      '"%"',
      '7%, 2022/23: 10%, 2023/24: 9%',
      'From 7% in 2021/22 to 9% in 2023/24; the highest was 10%, in 2022/23',
    ],
    [
      '"%"',
      '61%, 2022/23: 55%, 2023/24: 66%',
      'From 61% in 2021/22 to 66% in 2023/24; the lowest was 55%, in 2022/23',
    ],
    ['days', '3, 2022/23: 3, 2023/24: 3', 'The same in all three sets of figures: 3 days'],
    ['score', '-0.42, 2022/23: -0.1, 2023/24: 0.05', 'From −0.42 in 2021/22 to 0.05 in 2023/24'],
    ['£', '£3, 2022/23: £40, 2023/24: £2.5m', 'From £3 in 2021/22 to £2.5 million in 2023/24'],
  ])('tells the course of numbers in %s without a comparator', async (unit, series, finding) => {
    expect((await said(`{label: A, unit: ${unit}, series: {2021/22: ${series}}}`)).finding).toBe(
      finding,
    );
  });

  it('speaks of no course where there are fewer than three numbers', async () => {
    const alone = await said(
      '{label: A, unit: "%", chart: line, series: {2023/24: 84%, 2024/25: 92%}}',
    );
    expect(alone.finding).toBe('84% in 2023/24 and 92% in 2024/25');
    const beside = await said(
      `{label: A, unit: "%", chart: line, series: {2023/24: 84%, 2024/25: 92%}, ${england('2023/24: 80%, 2024/25: 90%')}}`,
    );
    expect(beside.finding).toBe('92% in 2024/25, against 90% for England');
  });

  it('names days and financial years as people say them', async () => {
    const { finding } = await said(
      '{label: A, unit: "%", series: {14 October 2024: 70%, 3 November 2025: 72%, 20 October 2026: 75%}}',
    );
    expect(finding).toBe('From 70% on 14 October 2024 to 75% on 20 October 2026');
  });

  it('reads out up to three numbers, and says where there is none', async () => {
    const { alt } = await said(
      `{label: Attendance, unit: "%", scope: our 6 schools, series: {2021/22: 93.0%, 2022/23: 93.4%, 2023/24: 94.1%}, ${england('2021/22: SUPP, 2023/24: 93.6%')}}`,
    );
    expect(alt).toBe(
      'Line chart. Attendance, 2021/22 to 2023/24. Our 6 schools: 93.0% in 2021/22, 93.4% in 2022/23, 94.1% in 2023/24. England: not published: too few pupils in 2021/22, no figure in 2022/23, 93.6% in 2023/24.',
    );
  });

  it('leaves more numbers to the table, and reads out where they began, ended and turned', async () => {
    const { alt } = await said(
      `{label: Attendance, unit: "%", scope: our 6 schools, series: {2020/21: 93.0%, 2021/22: 95.2%, 2022/23: 92.9%, 2023/24: 94.1%}, ${england('2020/21: 92.5%, 2021/22: 92.5%, 2022/23: 93.0%, 2023/24: 93.6%')}}`,
    );
    expect(alt).toBe(
      'Line chart. Attendance, 2020/21 to 2023/24. Our 6 schools: from 93.0% in 2020/21 to 94.1% in 2023/24, the highest 95.2% in 2021/22, the lowest 92.9% in 2022/23. England: from 92.5% in 2020/21 to 93.6% in 2023/24.',
    );
  });

  it('says where the scale begins, which years are missing and why a number is', async () => {
    const { notes } = await said(
      '{label: A, unit: "%", series: {2018/19: 61%, 2021/22: 55%, 2022/23: SUPP, 2023/24: 63%}}',
    );
    expect(notes).toEqual([
      'The scale starts at 50%, not at nought.',
      'There are no figures for 2019/20 or 2020/21.',
      '2022/23: not published: too few pupils.',
    ]);
  });

  it('says nothing of a scale that begins at nought', async () => {
    const bars = await said(
      '{label: A, unit: days, series: {2021/22: 24, 2022/23: 31, 2023/24: 46}}',
    );
    expect(bars.notes).toEqual([]);
  });

  it('finds nothing missing in numbers that come every three years', async () => {
    const sparse = await said(
      '{label: A, unit: number, series: {2019/20: 9, 2022/23: 12, 2025/26: 14}}',
    );
    expect(sparse.notes).toEqual([]);
  });

  it('shortens a long time without figures to its ends', async () => {
    const { notes } = await said(
      '{label: A, unit: days, series: {2009/10: 9, 2010/11: 12, 2022/23: 12, 2023/24: 14}}',
    );
    expect(notes).toEqual(['There are no figures for 2011/12 to 2021/22.']);
  });

  it('never gives a cause or a grade', async () => {
    const { finding, alt, notes } = await said(
      `{label: A, unit: "%", better: higher, series: {2021/22: 40%, 2022/23: 50%, 2023/24: 60%}, ${england('2021/22: 40%, 2022/23: 40%, 2023/24: 40%')}}`,
    );
    expect(`${finding} ${alt} ${notes.join(' ')}`).not.toMatch(
      /because|thanks|led to|impact|improv|better|best|rose|transform/i,
    );
  });
});
