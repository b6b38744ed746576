import path from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { shippedFace } from '../../src/knowledge/faces.ts';
import { root } from '../support/cli.ts';

const fonts = path.join(root, 'templates', 'themes', 'clear', 'fonts');
const weights = [400, 600, 700];
const inBoth = (weight: number) =>
  ['latin', 'latin-ext'].flatMap((part) => {
    const font = fontkit.openSync(path.join(fonts, `figtree-${part}-${weight}-normal.woff2`));
    return 'characterSet' in font ? font.characterSet : [];
  });

describe('shippedFace', () => {
  it.each(weights)('lists just the characters that its files have, in weight %i', (weight) => {
    const there = new Set(inBoth(weight).filter((point) => point >= 0x20 && point !== 0xffff));
    const listed = shippedFace.characters.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    expect(listed).toEqual([...there].sort((a, b) => a - b));
  });
});
