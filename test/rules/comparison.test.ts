import { describe, expect, it } from 'vitest';
import { codesOf, diagnosticsOf } from '../support/codes.ts';

const whole = 'schools: 2, pupils: 90, weighting: weighted by pupils';
const phonics = (lines: string, comparator: string) =>
  `metrics:\n  m: { measure: phonics standard, ${lines}, comparators: [${comparator}] }\n`;
const now = 'series: { 2025/26: 84% }';
const england = `{ name: England, ${now} }`;

describe('comparators', () => {
  it.each([
    [`{ name: England, series: { 2024/25: 80% } }`, ['comparator-period']],
    [`{ name: England, series: { 2025/26: NP } }`, []],
    [`{ name: England (boys), ${now} }`, ['comparator-other']],
    [`{ name: "England, pupils eligible for free school meals", ${now} }`, ['comparator-other']],
    [`{ name: "England, key stage 2 expected standard", ${now} }`, ['comparator-other']],
    [`{ name: "England, phonics", ${now} }`, []],
    [`{ name: our disadvantaged pupils, ${now} }`, []],
  ])('are of the same measure, pupils and year: %s', async (comparator, codes) => {
    expect(await codesOf(phonics(`${whole}, ${now}`, comparator))).toEqual(codes);
  });

  it('of grade 4 are not of grade 5', async () => {
    const yaml = `metrics:\n  m: { measure: grade 5 english and maths, ${whole}, series: { 2024/25: 45% }, comparators: [{ name: "England, grade 4", series: { 2024/25: 65% } }] }\n`;
    expect(await codesOf(yaml)).toEqual(['comparator-other']);
  });

  it.each([
    ['provisional', 'revised', ['comparator-status']],
    ['final', 'final', []],
    ['final', undefined, []],
  ])('are as final as the figure: %s beside %s', async (own, theirs, codes) => {
    const value = (status: string | undefined) =>
      `series: { 2025/26: { value: 84%${status ? `, status: ${status}` : ''} } }`;
    const yaml = phonics(`${whole}, ${value(own)}`, `{ name: England, ${value(theirs)} }`);
    expect(await codesOf(yaml)).toEqual(codes);
  });

  it('are asked for of results of pupils, and not of what the trust counts itself', async () => {
    const metric = (lines: string) => `metrics:\n  m: { ${lines} }\n`;
    expect(await codesOf(metric(`measure: phonics standard, ${whole}, ${now}`))).toEqual([
      'comparator-missing',
    ]);
    expect(await codesOf(metric('measure: days of support, series: { 2025/26: 9 }'))).toEqual([]);
    expect(await codesOf(metric(`measure: staff survey, ${now}`))).toEqual([]);
  });

  it('of another metric of the same results are enough', async () => {
    const yaml = `${phonics(`${whole}, ${now}`, england)}  n: { measure: phonics standard, ${whole}, ${now} }\n`;
    expect(await codesOf(yaml)).toEqual([]);
  });
});

describe('averages', () => {
  const schools = (...joined: string[]) =>
    `schools:\n${joined.map((date, index) => `  - { name: School ${'ABC'[index]}, ages: 4 to 11, joined: ${date} }\n`).join('')}`;
  const average = (covered: number, year = '2025/26') =>
    `metrics:\n  m: { measure: phonics standard, schools: ${covered}, pupils: 90, weighting: by pupils, series: { ${year}: 84% }, comparators: [{ name: England, series: { ${year}: 80% } }] }\n`;

  it.each([
    [schools('1 May 2015', '31 August 2023'), average(2), []],
    [schools('1 May 2015', '1 September 2023'), average(2), ['average-with-newcomers']],
    // Not in the trust yet in that year, or left out of the average.
    [schools('1 May 2015', '1 May 2016', '1 October 2026'), average(2), []],
    [schools('1 May 2015', '1 May 2016', '1 May 2025'), average(2), ['schools-left-out']],
    // All of them are new: there is nothing to split.
    [schools('1 May 2025', '1 May 2025'), average(2), []],
  ])('take no newcomers in without saying so: %s%s', async (some, metric, codes) => {
    expect(await codesOf(some + metric)).toEqual(codes);
  });

  it('may take a newcomer in whose own result is beside them', async () => {
    const yaml = `${schools('1 May 2015', '1 May 2025')}${average(2)}  b: { measure: phonics standard, scope: School B, pupils: 30, ${now}, comparators: [${england}] }\n`;
    expect(await codesOf(yaml)).toEqual([]);
  });

  it('may leave a school out that they name', async () => {
    const yaml = `${schools('1 May 2015', '1 May 2016', '1 May 2016')}${average(2)}`.replace(
      'weighting: by pupils',
      'weighting: by pupils, method: "School C is left out, because it was closed for repairs."',
    );
    expect(await codesOf(yaml)).toEqual([]);
  });

  it('leave out no school that teaches older or younger children, or only children with special needs', async () => {
    const yaml = `${schools('1 May 2015', '1 May 2016')}  - { name: High School, ages: 11 to 16 }\n  - { name: The Elms, ages: 4 to 11, type: special academy }\n  - { name: Unknown }\n${average(2)}`;
    expect(await codesOf(yaml)).toEqual([]);
  });

  it('weigh more in a release', async () => {
    const yaml = `metrics:\n  m: { measure: phonics standard, ${now}, comparators: [${england}] }\n`;
    const severities = async (release: boolean) =>
      (await diagnosticsOf(yaml, { release })).map(({ code, severity }) => [code, severity]);
    expect(await severities(false)).toEqual([['average-incomplete', 'warning']]);
    expect(await severities(true)).toEqual([['average-incomplete', 'error']]);
  });
});

describe('small groups', () => {
  const group = (lines: string) =>
    `metrics:\n  m: { label: Looked-after pupils meeting the phonics standard in Year 1, unit: "%", ${lines}, comparators: [${england}] }\n`;

  it('are told once for each series, at its newest number, without saying it', async () => {
    const yaml = group(
      'pupils: 3, series: { 2023/24: 66.7%, 2024/25: 33.3%, 2025/26: 66.7% }',
    ).replace(now, 'series: { 2023/24: 1%, 2024/25: 1%, 2025/26: 84% }');
    const found = await diagnosticsOf(yaml);
    expect(found.map(({ code }) => code)).toEqual(['small-group']);
    expect(found[0]?.message).not.toMatch(/66|33/);
  });

  it.each([
    ['pupils: 5', ['small-group']],
    ['pupils: 6', ['small-group-volatile']],
    ['pupils: 10', ['small-group-volatile']],
    ['pupils: 11', []],
    ['pupils: 0', ['share-of-nothing']],
  ])('are those of %s', async (pupils, codes) => {
    expect(await codesOf(group(`${pupils}, series: { 2025/26: 50% }`))).toEqual(codes);
  });

  it('may not be set lower', async () => {
    const yaml = `${group('pupils: 3, series: { 2025/26: 67% }')}rules: [{ rule: small-group, severity: off, reason: They do not mind. }]\n`;
    const found = await diagnosticsOf(yaml);
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['small-group', 'error'],
      ['setting-refused', 'error'],
    ]);
  });

  it('must say how many they are', async () => {
    expect(await codesOf(group('series: { 2025/26: 50% }'))).toEqual(['cohort-missing']);
    expect(await codesOf(group('series: { 2025/26: SUPP }'))).toEqual([]);
  });
});
