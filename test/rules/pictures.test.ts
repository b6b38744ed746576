import { describe, expect, it } from 'vitest';
import { altMissing } from '../../src/rules/pictures.ts';
import { breaches, paths } from '../support/rules.ts';

const logo = (keys: string) => `trust:\n  name: A\n  logo: {file: logo.png${keys}}\n`;

describe('alt-missing', () => {
  it('finds a picture of which nothing says what it shows', async () => {
    expect(await breaches(altMissing, logo(''))).toEqual([
      {
        at: 'trust.logo.file',
        message: 'Nothing says what the picture logo.png shows.',
        hint: 'Add a line “alt:” that says it in words, or “decorative: yes” if it adds nothing.',
      },
    ]);
  });

  it.each([', alt: ""', ', decorative: no', ', credit: B'])(
    'finds one with only%s',
    async (keys) => {
      expect(await paths(altMissing, logo(keys))).toEqual(['trust.logo.file']);
    },
  );

  it('finds those of people and voices', async () => {
    const text =
      'people:\n  - {name: B, role: Chair, group: trustees, photo: {file: b.jpg}}\nvoices:\n  - {quote: C, role: Head, photo: {file: c.jpg}}\n';
    expect(await paths(altMissing, text)).toEqual(['people.0.photo.file', 'voices.0.photo.file']);
  });

  it.each([
    ['words', logo(', alt: Our logo')],
    ['a word that it adds nothing', logo(', decorative: yes')],
    ['no picture', ''],
  ])('is content with %s', async (_, text) => {
    expect(await paths(altMissing, text)).toEqual([]);
  });
});
