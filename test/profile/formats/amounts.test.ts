import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCodes } from '../../../src/knowledge/published-codes.ts';
import {
  decimalsOf,
  formatQuantity,
  grouped,
  isWord,
  parseAmount,
  parseQuantity,
} from '../../../src/profile/formats/amounts.ts';

describe('parseQuantity', () => {
  it.each([
    ['68%', 68, 0, '%'],
    ['68 %', 68, 0, '%'],
    ['4.5%', 4.5, 1, '%'],
    ['4.50%', 4.5, 2, '%'],
    ['68 per cent', 68, 0, '%'],
    ['68 percent', 68, 0, '%'],
    ['£1,250', 1250, 0, '£'],
    ['£1250', 1250, 0, '£'],
    ['£19.99', 19.99, 2, '£'],
    ['£1.2m', 1_200_000, 0, '£'],
    ['£1.2 million', 1_200_000, 0, '£'],
    ['£1.25M', 1_250_000, 0, '£'],
    ['£38k', 38_000, 0, '£'],
    ['-£500', -500, 0, '£'],
    ['£-500', -500, 0, '£'],
    ['−£500', -500, 0, '£'],
    ['–3.5', -3.5, 1, null],
    ['+0.31', 0.31, 2, null],
    ['-0', 0, 0, null],
    ['1,234,567', 1_234_567, 0, null],
    ['  47.3 ', 47.3, 1, null],
    ['007', 7, 0, null],
    ['0.1', 0.1, 1, null],
  ] as const)('reads %s', (typed, number, decimals, unit) => {
    expect(parseQuantity(typed)).toStrictEqual({ number, decimals, unit });
  });

  it.each([
    ['nothing', ''],
    ['a word', 'about 200'],
    ['a number with a word after it', '12 days'],
    ['commas that are not between thousands', '1,23'],
    ['a comma for a decimal point', '12,5'],
    ['a decimal point without a nought', '.5'],
    ['a decimal point without decimals', '5.'],
    ['pounds and per cent', '£5%'],
    ['two signs', '-£-5'],
    ['another currency', '$5'],
    ['an exponent', '1e5'],
    ['hexadecimal', '0x1f'],
    ['two numbers', '5 to 7'],
    ['a number too large to be kept exactly', '9007199254740993'],
    ['more decimals than anyone means', `0.${'1'.repeat(101)}`],
    ['words JavaScript reads as numbers', 'Infinity'],
  ])('refuses %s', (_, typed) => {
    expect(parseQuantity(typed)).toBeUndefined();
  });

  it('takes any text without failing, and never makes a number that is not one', () => {
    const numberLike = fc.string({
      unit: fc.constantFrom(...'0123456789,.-+£% kmilonperct−–'),
      maxLength: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), numberLike), (typed) => {
        const found = parseQuantity(typed);
        if (found) expect(Number.isFinite(found.number)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what formatQuantity writes', () => {
    const quantity = fc
      .tuple(
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('%' as const, '£' as const, null),
      )
      .map(([whole, decimals, unit]) => ({ number: whole / 10 ** decimals || 0, decimals, unit }));
    fc.assert(
      fc.property(quantity, ({ number, decimals, unit }) => {
        const { number: again, unit: unitAgain } =
          parseQuantity(formatQuantity(number, decimals, unit ?? '')) ?? {};
        expect([again, unitAgain]).toStrictEqual([number, unit]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseAmount', () => {
  it.each(Object.keys(publishedCodes))('keeps the code %s as a code', (code) => {
    expect(parseAmount(code)).toStrictEqual({ code });
  });

  it.each([
    ['supp', 'SUPP'],
    ['Np', 'NP'],
    ['  SUPP ', 'SUPP'],
    ['not published', 'NP'],
    ['Not published', 'NP'],
  ])('reads %s as the code %s', (typed, code) => {
    expect(parseAmount(typed)).toStrictEqual({ code });
  });

  it.each(['C', 'Z', 'X', 'toString', 'constructor', 'unknown'])(
    'does not take %s for a code',
    (typed) => {
      expect(parseAmount(typed)).toBeUndefined();
    },
  );

  it('never counts a code as nought', () => {
    expect(parseAmount('SUPP')).not.toHaveProperty('number');
  });

  it('reads numbers as parseQuantity does', () => {
    expect(parseAmount('£1.2m')).toStrictEqual(parseQuantity('£1.2m'));
  });
});

describe('formatQuantity', () => {
  it.each([
    [68, 0, '%', '68%'],
    [4.5, 1, '%', '4.5%'],
    [4, 1, '%', '4.0%'],
    [1250, 0, '£', '£1,250'],
    [19.5, 2, '£', '£19.50'],
    [1_200_000, 0, '£', '£1.2 million'],
    [2_000_000, 0, '£', '£2 million'],
    [1_250_000, 0, '£', '£1,250,000'],
    [-500, 0, '£', '−£500'],
    [-3.5, 1, '', '−3.5'],
    [1234, 0, '', '1,234'],
    [54, 0, 'days', '54 days'],
    [1, 0, 'days', '1 day'],
    [0, 0, 'days', '0 days'],
    [1, 0, 'families', '1 family'],
    [1, 0, 'classes', '1 class'],
    [1, 0, 'tonnes CO2e', '1 tonne CO2e'],
    [1, 0, 'kWh', '1 kWh'],
    [1, 0, 'per 100 pupils', '1 per 100 pupils'],
    [12, 0, 'number', '12'],
    [0.31, 2, 'score', '0.31'],
  ])('writes %d with %d decimals in “%s” as %s', (number, decimals, unit, words) => {
    expect(formatQuantity(number, decimals, unit)).toBe(words);
  });
});

describe('isWord', () => {
  it.each([
    ['days', true],
    ['kWh', true],
    ['%', false],
    ['£', false],
    ['score', false],
    ['', false],
  ])('says of “%s” %s', (unit, word) => {
    expect(isWord(unit)).toBe(word);
  });
});

describe('decimalsOf', () => {
  const one = { number: 1, decimals: 1, unit: null };
  const two = { number: 1, decimals: 2, unit: null };

  it('is the most that any of the numbers has', () => {
    expect(decimalsOf(one, two, one)).toBe(2);
  });

  it('is none for no numbers', () => {
    expect(decimalsOf()).toBe(0);
  });
});

describe('grouped', () => {
  it('writes any number as the standard library does', () => {
    const numbers = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e22 }),
      fc.integer(),
      fc
        .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom(1, 10, 100))
        .map(([number, by]) => number / by),
    );
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 4 }), (number, decimals) => {
        const usual = new Intl.NumberFormat('en-GB', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        });
        // A nought below nought is nought; the library would write it with a sign.
        expect(grouped(number, decimals)).toBe(usual.format(number + 0));
      }),
    );
  });
});
