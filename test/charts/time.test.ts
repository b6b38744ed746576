import { describe, expect, it } from 'vitest';
import { eventAt, gapsIn, missingYears, runsOf } from '../../src/charts/time.ts';
import { isBefore, joiningOf, middleOf, straddles } from '../../src/profile/formats/moments.ts';
import { type Period, readPeriod } from '../../src/profile/formats/periods.ts';

function period(text: string): Period {
  const reading = readPeriod(text);
  if (!reading || !('period' in reading)) throw new Error(text);
  return reading.period;
}

describe('gapsIn', () => {
  it.each([
    [
      ['2018/19', '2021/22', '2022/23'],
      [true, false],
    ],
    [
      ['2019/20', '2022/23', '2025/26'],
      [false, false],
    ],
    [
      ['14 October 2024', '3 November 2025', '20 October 2026'],
      [false, false],
    ],
    [
      ['2020', '2021', '2024'],
      [false, true],
    ],
    [['2024/25'], []],
  ])('sees in %j where something is missing', (times, gaps) => {
    expect(gapsIn(times.map(period))).toEqual(gaps);
  });
});

describe('missingYears', () => {
  it('names the academic or calendar years between two others', () => {
    expect(missingYears(period('2018/19'), period('2021/22'))).toEqual(['2019/20', '2020/21']);
    expect(missingYears(period('2020'), period('2022'))).toEqual(['2021']);
    expect(missingYears(period('March 2020'), period('March 2023'))).toEqual([]);
  });
});

describe('runsOf', () => {
  it('joins no number to another across a gap or a missing one', () => {
    expect(runsOf([1, 2, undefined, 4, 5], [false, false, false, true])).toEqual([
      [0, 1],
      [3],
      [4],
    ]);
  });
});

describe('before and after joining', () => {
  const september = joiningOf({ year: 2019, month: 9, day: 1 });
  const april = joiningOf({ year: 2022, month: 4, day: 1 });

  it('counts the year that ended the day before as before, and the next as since', () => {
    expect(isBefore(period('2018/19'), september)).toBe(true);
    expect(isBefore(period('2019/20'), september)).toBe(false);
  });

  it('takes a month for its first day', () => {
    expect(isBefore(period('2019/20'), joiningOf({ year: 2019, month: 9 }))).toBe(false);
  });

  it('counts the year in which a school joined as before, and knows that it was within it', () => {
    expect(isBefore(period('2021/22'), april)).toBe(true);
    expect(straddles([period('2021/22')], april)).toBe(true);
    expect(straddles([period('2018/19')], september)).toBe(false);
  });

  it('draws the day it joined to the right of all that counts as before', () => {
    const january = joiningOf({ year: 2022, month: 1, day: 1 });
    expect(eventAt([period('2021/22')], january)).toBeGreaterThan(middleOf(period('2021/22')));
    expect(eventAt([period('2018/19')], september)).toBe(september);
  });
});
