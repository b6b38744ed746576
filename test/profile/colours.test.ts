import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contrastOnPaper,
  isReadable,
  MINIMUM_CONTRAST,
  readableShade,
  washOf,
} from '../../src/profile/colours.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('contrastOnPaper', () => {
  it.each([
    ['#000000', 21],
    ['#ffffff', 1],
    // The grey that WCAG’s own examples give as just enough.
    ['#767676', 4.54],
    ['#777777', 4.48],
  ])('of %s is %d, as WCAG works it out', (found, contrast) => {
    expect(contrastOnPaper(found)).toBeCloseTo(contrast, 2);
  });
});

describe('isReadable', () => {
  it.each(['#0b5351', '#b4451f', '#000', '#005ea5'])('accepts %s', (found) => {
    expect(isReadable(found)).toBe(true);
  });

  it.each(['#ffcc00', '#ffffff', '#fff', '#9cf', '#777777'])('refuses %s', (found) => {
    expect(isReadable(found)).toBe(false);
  });

  it('asks for more than white paper does, because words also stand on the wash', () => {
    expect(contrastOnPaper('#767676')).toBeGreaterThan(MINIMUM_CONTRAST);
    expect(isReadable('#767676')).toBe(false);
  });
});

describe('readableShade', () => {
  it('leaves a colour that passes as it is', () => {
    expect(readableShade('#0b5351')).toBe('#0b5351');
  });

  it('finds for any colour a shade that can be read', () => {
    fc.assert(
      fc.property(colour, (found) => {
        const shade = readableShade(found);
        expect(shade).toMatch(/^#[0-9a-f]{6}$/);
        expect(isReadable(shade)).toBe(true);
        expect(contrastOnPaper(shade)).toBeGreaterThanOrEqual(contrastOnPaper(found) - 0.05);
      }),
      { numRuns: 300 },
    );
  });

  it('darkens no more than it must', () => {
    const contrast = contrastOnPaper(readableShade('#ffcc00'));
    expect(contrast).toBeGreaterThan(MINIMUM_CONTRAST);
    expect(contrast).toBeLessThan(MINIMUM_CONTRAST + 1.5);
  });
});

describe('washOf', () => {
  it('is nearly the paper', () => {
    expect(contrastOnPaper(washOf('#0b5351'))).toBeLessThan(1.25);
    expect(washOf('#ffffff')).toBe('#ffffff');
  });
});
