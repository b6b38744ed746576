import { describe, expect, it } from 'vitest';
import { numbersIn, yearsIn } from '../../src/profile/typed-numbers.ts';

describe('numbersIn', () => {
  it.each([
    ['68% of pupils', [[68, '%']]],
    [
      '68 per cent of 1,204 pupils',
      [
        [68, '%'],
        [1204, null],
      ],
    ],
    [
      '£1.2 million and £43,000',
      [
        [1_200_000, '£'],
        [43_000, '£'],
      ],
    ],
    [
      'We met 9 of 12.',
      [
        [9, null],
        [12, null],
      ],
    ],
    [
      '4.5 days, then 3.',
      [
        [4.5, null],
        [3, null],
      ],
    ],
  ])('finds what is counted in “%s”', (text, numbers) => {
    expect(numbersIn(text).map(({ number, unit }) => [number, unit])).toEqual(numbers);
  });

  it.each([
    'Year 6 and key stage 2',
    'on 3 May 2026',
    'the 2nd of them, in 2025',
    'from 2024/25 to 2025/26',
    'Attainment 8, grade 5, page 12',
    '8 to 12 months',
    'a 4-day week',
    '01632 960 001'.replace(/ /g, '-'),
    '3.4.1',
    '$ks2.2024/25',
  ])('finds nothing counted in “%s”', (text) => {
    expect(numbersIn(text)).toEqual([]);
  });

  it('says where each stands', () => {
    const text = 'It cost £43,000 then.';
    const [number] = numbersIn(text);
    expect(text.slice(number?.start, number?.end)).toBe('£43,000');
  });
});

describe('yearsIn', () => {
  it('tells academic years, however they are written, from calendar years', () => {
    const text = 'In 2024/25, 2023 to 2024, 2022–23 and 2021, but not 2020 to 2030.';
    expect(yearsIn(text).map(({ academic, year }) => academic ?? year)).toEqual([
      '2024/25',
      '2023/24',
      '2022/23',
      2021,
      2020,
    ]);
  });
});
