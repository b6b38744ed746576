import { describe, expect, it } from 'vitest';
import { codesOf } from '../support/codes.ts';

const profile = (text: string) => `trust: { name: Otterwick Learning Trust }
schools:
  - name: Tansy Row Primary School
  - name: Marsh End Primary School
growth:
  why_us: "${text}"
metrics:
  turnover:
    measure: staff turnover
    pupils: 214
    series: { 2022/23: 18%, 2023/24: 16%, 2024/25: 13% }
    comparators: [{ name: Marlshire schools, series: { 2024/25: 14% } }]
  boards:
    label: Decisions a local board takes on its own
    unit: number
    series: { 2024/25: 14 }
  ks2:
    measure: key stage 2 expected standard
    schools: 2
    pupils: 88
    weighting: weighted by pupils
    series: { 2023/24: 61%, 2024/25: 66% }
    comparators: [{ name: England, series: { 2023/24: 61%, 2024/25: 62% } }]
`;

describe('numbers typed in texts', () => {
  it.each([
    'Staff turnover is 9%.',
    'Turnover of our staff was 9% in 2024 to 2025.',
    'In 2023/24 staff turnover was 13%.',
    'Our local boards take 12 decisions on their own.',
    '71% of our Year 6 pupils met the expected standard in reading, writing and maths.',
  ])('contradict the figure: “%s”', async (text) => {
    expect(await codesOf(profile(text))).toEqual(['figure-contradicted']);
  });

  it.each([
    'Staff turnover is 13%.',
    'Staff turnover was 13% in 2024 to 2025.',
    'Our local boards take 14 decisions on their own.',
  ])('repeat the figure: “%s”', async (text) => {
    expect(await codesOf(profile(text))).toEqual(['figure-typed']);
  });

  it.each([
    // The figure itself, another year’s or the comparator’s.
    'Staff turnover is $turnover.',
    'Staff turnover was 18% in 2022/23.',
    'Staff turnover was 16% before.',
    // About somebody else.
    'Staff turnover at Tansy Row is 9%.',
    'Staff turnover in Marlshire is 15%.',
    'Your staff turnover is 9%.',
    'Nationally, staff turnover is 15%.',
    // An aim, a limit, a guess, a change, another thing.
    'Staff turnover will be 9% in 2028.',
    'Our target for staff turnover is 9%.',
    'Staff turnover is at most 15%.',
    'Staff turnover is about 12%.',
    'Staff turnover fell by 3 points.',
    'Staff turnover among cooks was 31%.',
    'Staff turnover cost us £9,000.',
    'Staff turnover was 9% in 2014/15.',
    '9% of staff use the pool, and we watch turnover.',
    'Local boards take 12 weeks to answer.',
    // Numbers that count nothing.
    'Year 5 staff turnover is on page 12 of the report of 3 May 2026.',
    '51% of our pupils met the expected standard in writing.',
  ])('are let pass where they may be about anything else: “%s”', async (text) => {
    expect(await codesOf(profile(text))).toEqual([]);
  });

  it('are not looked for in what others say, in aims, or in what a school would get', async () => {
    const yaml = profile('We are two schools.').concat(`voices:
  - { quote: "Staff turnover was 40%.", role: Teacher }
principles:
  people:
    for_you: Staff turnover is 9%.
    claims:
      - { text: Staff turnover is 9%., strength: aspiration }
`);
    const codes = await codesOf(yaml);
    expect(codes.filter((code) => code.startsWith('figure-'))).toEqual([]);
  });

  it('may not say another charge than schools pay', async () => {
    const yaml = (text: string) =>
      `growth: { pace: "${text}" }\nfinances: { contribution: { rate: 5%, base: general annual grant, history: { 2023/24: 5.5% } } }\n`;
    expect(await codesOf(yaml('Schools pay 4% of core funding.'))).toEqual(['figure-contradicted']);
    expect(await codesOf(yaml('Schools pay 4% of their general annual grant.'))).toEqual([
      'figure-contradicted',
    ]);
    for (const text of [
      'Schools pay 5% of core funding.',
      'Schools paid 5.5% of core funding.',
      'Schools pay no more than 6% of core funding.',
      'Meals are 4% of our budget.',
    ]) {
      expect([text, await codesOf(yaml(text))]).toEqual([text, []]);
    }
  });
});
