import Color from 'color';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paletteOf } from '../../src/typeset/palette.ts';

/** WCAG 2.2, 1.4.3, by another hand than the product’s: the relative luminance of the standard. */
function contrast(one: string, two: string): number {
  const [lighter = 1, darker = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);
const short = fc.stringMatching(/^#[0-9a-fA-F]{3}$/);

describe('the palette', () => {
  it('can be read, every pair that meets, whatever colours a trust has', () => {
    fc.assert(
      fc.property(fc.oneof(colour, short), fc.oneof(colour, short), (own, accent) => {
        const palette = paletteOf({ colour: own, accent });
        const pairs: [string, string][] = [
          [palette.brand, '#ffffff'],
          [palette.brand, palette['brand-wash']],
          [palette.accent, '#ffffff'],
          [palette.accent, palette['accent-wash']],
        ];
        for (const pair of pairs)
          expect(contrast(...pair), pair.join(' ')).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps a colour that can be read, and darkens one that cannot', () => {
    expect(paletteOf({ colour: '#0b5351' }).brand).toBe('#0b5351');
    const { brand } = paletteOf({ colour: '#ffe600' });
    expect(brand).not.toBe('#ffe600');
    expect(Math.abs(Color(brand).hue() - Color('#ffe600').hue())).toBeLessThan(15);
  });

  it('has colours of its own where the trust has none', () => {
    expect(paletteOf({})).toEqual(paletteOf({ colour: undefined, accent: undefined }));
    for (const value of Object.values(paletteOf({}))) expect(value).toMatch(/^#[0-9a-f]{6}$/);
  });
});
