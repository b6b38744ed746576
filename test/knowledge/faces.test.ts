import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { themeNames, themes } from '../../src/knowledge/themes.ts';
import { root } from '../support/cli.ts';

const folderOf = (theme: string) => path.join(root, 'templates', 'themes', theme, 'fonts');
const filesOf = (theme: string) =>
  readdirSync(folderOf(theme)).filter((file) => file.endsWith('.woff2'));

/** `Nunito Sans`, as its files are called. */
const stem = (name: string) => `${name.toLowerCase().replaceAll(' ', '-')}-latin`;

function charactersIn(theme: string, file: string): number[] {
  const font = fontkit.openSync(path.join(folderOf(theme), file));
  return 'characterSet' in font ? font.characterSet : [];
}

const faces = themeNames.flatMap((theme) =>
  themes[theme].faces.map((face) => ({ theme, name: face.name, face })),
);

describe('the faces of the themes', () => {
  it.each(faces)(
    '$name has just the characters that are listed, in every weight',
    ({ theme, face }) => {
      const weights = new Map<string, Set<number>>();
      for (const file of filesOf(theme).filter((name) => name.startsWith(stem(face.name)))) {
        const weight = /-(\d+)-normal/.exec(file)?.[1] ?? '';
        const known = weights.get(weight) ?? new Set();
        for (const point of charactersIn(theme, file)) {
          if (point >= 0x20 && point !== 0xffff) known.add(point);
        }
        weights.set(weight, known);
      }
      const listed = face.characters.flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      );
      expect(weights.size).toBeGreaterThan(1);
      for (const there of weights.values()) {
        expect(listed).toEqual([...there].sort((a, b) => a - b));
      }
    },
  );

  it.each(themeNames)('of %s are all in its folder, each with its licence', (theme) => {
    const stems = themes[theme].faces.map(({ name }) => stem(name));
    for (const file of filesOf(theme))
      expect(stems.some((name) => file.startsWith(name))).toBe(true);
    const licences = readdirSync(folderOf(theme)).filter((file) => /^OFL.*\.txt$/.test(file));
    expect(licences).toHaveLength(stems.length);
  });

  it.each(faces)('$name prints Welsh, Polish, Turkish and Romanian names', ({ face }) => {
    for (const character of 'ŵŷŴŶłŁśżźćęąğşıİăâîșțŠžñçøåéèüß£€–—‘’“”…•') {
      const point = character.codePointAt(0) ?? 0;
      const has = face.characters.some(([first, last]) => point >= first && point <= last);
      expect([character, has]).toEqual([character, true]);
    }
  });
});
