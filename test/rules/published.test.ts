import { describe, expect, it } from 'vitest';
import { codesOf } from '../support/codes.ts';

const metric = (lines: string) => `metrics:\n  m:\n${lines}`;

describe('measures that were not published', () => {
  it.each([
    ['progress 8', '2024/25'],
    ['progress 8', '2025/26'],
    ['key stage 2 reading progress', '2023/24'],
    ['key stage 2 reading progress', '2024/25'],
    ['key stage 2 expected standard', '2019/20'],
    ['phonics standard', '2020/21'],
    ['attainment 8', '2020/21'],
  ])('lets no number stand for %s in %s', async (measure, year) => {
    expect(
      await codesOf(metric(`    measure: ${measure}\n    series: { ${year}: 1 }\n`)),
    ).toContain('not-published');
  });

  it('lets key stage 2 progress of 2025/26 stand, as the technical guide does', async () => {
    const yaml = metric('    measure: key stage 2 maths progress\n    series: { 2025/26: 1 }\n');
    expect(await codesOf(yaml)).not.toContain('not-published');
  });

  it('knows the measure by the words of a label', async () => {
    const label = (words: string) =>
      metric(`    label: ${words}\n    unit: score\n    series: { 2024/25: 1 }\n`);
    expect(await codesOf(label('KS2 progress in reading'))).toContain('not-published');
    expect(await codesOf(label('Progress 8 of our leavers'))).toContain('not-published');
    expect(await codesOf(label('Progress with the estates plan'))).toEqual([]);
  });

  it('takes the code that was published in the place of a number', async () => {
    const yaml = metric('    measure: progress 8\n    series: { 2023/24: NP, 2024/25: NP }\n');
    expect(await codesOf(yaml)).not.toContain('not-published');
  });

  it('lets England’s GCSE results of the pandemic stand, but not a school’s', async () => {
    const yaml = (own: string) =>
      metric(
        `    measure: attainment 8\n    series: { 2020/21: ${own} }\n    comparators: [{ name: England, series: { 2020/21: 50.9 } }]\n`,
      );
    expect(await codesOf(yaml('NP'))).not.toContain('not-published');
    expect(await codesOf(yaml('51.2'))).toContain('not-published');
  });

  it.each([
    ['Our Progress 8 score was +0.35 in 2025.', true],
    ['In 2024 to 2025 our Progress 8 score was 0.2.', true],
    ['Our Progress 8 score was +0.35 in 2024.', false],
    ['There was no Progress 8 in 2025; in lessons 0.3 of the time went on it.', false],
    ['Progress on roof 8 cost £1.35 in 2025.', false],
  ])('reads the sentence “%s”', async (text, found) => {
    expect((await codesOf(`growth:\n  why_us: "${text}"\n`)).includes('not-published')).toBe(found);
  });
});

describe('newest figures', () => {
  const energy = (newest: string) => metric(`    measure: energy use\n    series: { ${newest} }\n`);

  it.each([
    [{ year: 2026, month: 1, day: 31 }, []],
    [{ year: 2026, month: 2, day: 1 }, ['figure-behind']],
    [{ year: 2027, month: 1, day: 31 }, ['figure-behind']],
    [{ year: 2027, month: 2, day: 1 }, ['figure-far-behind']],
  ])('of 2023/24 are, on %o, %j', async (today, codes) => {
    expect(await codesOf(energy('2023/24: 900'), { today })).toEqual(codes);
  });

  it('may be older for a reason', async () => {
    const reason = '2019/20: { value: 900, reason: the meters were changed }';
    expect(await codesOf(energy(reason))).toEqual([]);
  });

  it('may end with the code that was published', async () => {
    expect(await codesOf(energy('2023/24: 900, 2024/25: NP'))).toEqual([]);
  });

  it('of a measure whose calendar we do not know are never late', async () => {
    expect(
      await codesOf(metric('    measure: days of support\n    series: { 2015/16: 9 }\n')),
    ).toEqual([]);
  });

  it('are not late for years in which nothing was published', async () => {
    const yaml = metric(
      '    measure: progress 8\n    series: { 2023/24: { value: 1, lower: 0, upper: 2 } }\n',
    );
    expect(await codesOf(yaml)).not.toContain('figure-behind');
  });

  it('weigh more in a release only where two have been missed', async () => {
    const severities = async (newest: string) =>
      (await import('../support/codes.ts'))
        .diagnosticsOf(energy(newest), { release: true })
        .then((found) => found.map(({ severity }) => severity));
    expect(await severities('2023/24: 900')).toEqual(['warning']);
    expect(await severities('2022/23: 900')).toEqual(['error']);
  });
});
