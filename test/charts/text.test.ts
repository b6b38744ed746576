import path from 'node:path';
import fc from 'fast-check';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { textWidth, wrap } from '../../src/charts/text.ts';
import { themeNames, themes } from '../../src/knowledge/themes.ts';
import { root } from '../support/cli.ts';

describe('textWidth', () => {
  it('takes an accented letter to be as wide as the letter', () => {
    expect(textWidth('é', 10)).toBe(textWidth('e', 10));
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
  });

  it('grows with the text and the size', () => {
    expect(textWidth('Mill', 10)).toBeGreaterThan(textWidth('Mil', 10));
    expect(textWidth('Mill', 20)).toBeCloseTo(2 * textWidth('Mill', 10));
  });
});

describe('the words of a drawing', () => {
  const words = [
    'our 5 schools with a Year 6',
    'pupils eligible for free school meals',
    'Teaching and teaching assistants',
    'Marlshire primary schools',
    'Heronsmoor Junior',
    '£1,250',
    '91.0%',
    '11.1%',
    '2024/25',
  ];

  it.each(themeNames)('have the room they need in the face of %s', (theme) => {
    const face = themes[theme].faces[0].name.toLowerCase().replaceAll(' ', '-');
    const file = `${face}-latin-600-normal.woff2`;
    const font = fontkit.openSync(path.join(root, 'templates/themes', theme, 'fonts', file));
    if (!('layout' in font)) throw new Error(`${file} holds several faces`);
    for (const text of words) {
      const width = (font.layout(text).advanceWidth / font.unitsPerEm) * 100;
      expect(width, text).toBeLessThanOrEqual(textWidth(text, 100));
    }
  });
});

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrap('our five schools with a Year 6', 13, 100)).toEqual([
      ...['our five schools', 'with a Year 6'],
    ]);
  });

  it('ends in an ellipsis what does not fit', () => {
    const lines = wrap('one two three four five six seven eight nine ten', 13, 60, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });

  it('breaks a word that is wider than a line', () => {
    expect(wrap('Llanfairpwllgwyngyll', 13, 60, 9).join('')).toBe('Llanfairpwllgwyngyll');
  });

  it('never makes a line wider than it may be', () => {
    const width = fc.integer({ min: 30, max: 300 });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        width,
        fc.integer({ min: 1, max: 4 }),
        (text, wide, most) => {
          const lines = wrap(text, 13, wide, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(wide);
        },
      ),
    );
  });
});
