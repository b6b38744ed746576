import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boldMarkdown,
  cellMarkdown,
  imageMarkdown,
  inlineMarkdown,
  linkMarkdown,
  noteMarkdown,
  paragraphsMarkdown,
  plainText,
} from '../../src/compose/text.ts';
import { readMarkdown } from '../../src/typeset/markdown.ts';
import { awkwardText } from '../support/awkward.ts';
import { attribute, named, wordsOf } from '../support/html.ts';
import { readers } from '../support/readers.ts';

/** Where a text can stand: how it is written there, and what is read there. */
const places: Record<string, (text: string) => { markdown: string; words: string }> = {
  'a paragraph': (text) => ({
    markdown: `Before\n\n${inlineMarkdown(text)}\n\nAfter`,
    words: `Before ${plainText(text)} After`,
  }),
  'the middle of a sentence': (text) => ({
    markdown: `**Before.** ${inlineMarkdown(text)}, after. ${inlineMarkdown(text)}`,
    words: `Before. ${plainText(text)}, after. ${plainText(text)}`,
  }),
  'a heading': (text) => ({
    markdown: `### ${inlineMarkdown(text)}\n\nAfter`,
    words: `${plainText(text)} After`,
  }),
  'a list item': (text) => ({
    markdown: `- Before\n- ${inlineMarkdown(text)}\n- After`,
    words: `Before ${plainText(text)} After`,
  }),
  'a second line of a list item': (text) => ({
    markdown: `- Before\\\n  ${inlineMarkdown(text)}\n- After`,
    words: `Before ${plainText(text)} After`,
  }),
  'a table cell': (text) => ({
    markdown: `| A | B |\n| --- | --- |\n| ${cellMarkdown(text)} | x |\n| y | ${cellMarkdown(text)} |\n\nAfter`,
    words: `A B ${plainText(text)} x y ${plainText(text)} After`,
  }),
  'a callout': (text) => ({
    markdown: `> [!NOTE]\n> ### Before\n>\n> ${inlineMarkdown(text)}\n\nAfter`,
    words: `Before ${plainText(text)} After`,
  }),
  'a quotation': (text) => ({
    markdown: `> ${inlineMarkdown(text)}\n>\n> — Who\n\nAfter`,
    words: `${plainText(text)} — Who After`,
  }),
  'bold words': (text) => ({
    markdown: `- ${boldMarkdown(text)}, after`,
    words: `${plainText(text)}, after`,
  }),
  'small print': (text) => ({
    markdown: `Before\\\n${noteMarkdown(text)}\n\nAfter`,
    words: `Before ${plainText(text)} After`,
  }),
  'a link': (text) => ({
    markdown: `Before ${linkMarkdown(text, 'https://a.example/b')} after`,
    words: `Before ${plainText(text)} after`,
  }),
};

const withWords = awkwardText.filter((text) => plainText(text) !== '');
const tidy = (words: string) => words.replace(/\s+/g, ' ').trim();

describe('what was typed is what is read', () => {
  for (const [reader, read] of Object.entries(readers)) {
    it.each(Object.keys(places))(`in %s, by ${reader}`, (place) => {
      fc.assert(
        fc.property(withWords, (text) => {
          const { markdown, words } = places[place]?.(text) ?? { markdown: '', words: 'none' };
          expect(wordsOf(read(markdown)), markdown).toBe(tidy(words));
        }),
        { numRuns: 300 },
      );
    });

    it(`in paragraphs, by ${reader}`, () => {
      fc.assert(
        fc.property(awkwardText, (text) => {
          // Each line that is set apart is read on its own.
          const lines = text
            .split(/\r\n?|\n/)
            .join('\n')
            .split(/\n\s*\n|\n(?=\s*(?:[-*+•–]|\d{1,3}[.)])\s)/);
          const words = tidy(lines.map((line) => plainText(line)).join(' '));
          expect(wordsOf(read(paragraphsMarkdown(text))), paragraphsMarkdown(text)).toBe(words);
        }),
        { numRuns: 300 },
      );
    });

    it(`in the words that stand for a picture, by ${reader}`, () => {
      const alt = (text: string) =>
        attribute(named(read(imageMarkdown(text, 'assets/a.png')), 'img')[0], 'alt');
      expect(alt('A *red* [door], “5 < 6” & so on')).toBe('A red [door], “5 < 6” & so on');
      fc.assert(
        fc.property(awkwardText, (text) => {
          // Plain marked takes an ampersand that was escaped for a reference after all.
          fc.pre(reader === 'our typesetter' || !text.includes('&'));
          expect(tidy(alt(text) ?? 'none')).toBe(tidy(plainText(text)));
        }),
      );
    });
  }

  it('which loses no letter and no figure', () => {
    const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    // Where a link leads is not read, nor are the brackets of an address.
    const noLinks = awkwardText.filter((text) => !/[[\]<>]/.test(text));
    fc.assert(
      fc.property(noLinks, (text) => {
        expect(lettersOf(plainText(text))).toBe(lettersOf(text));
      }),
    );
  });

  it('word for word where nothing is stressed or linked', () => {
    const unmarked = awkwardText
      .map((text) => text.replace(/[*_[\]<>\\\p{Cc}\p{Cs}\ufeff]/gu, ''))
      .filter((text) => !/a@b|:\/\/|www/.test(text));
    fc.assert(
      fc.property(unmarked, (text) => {
        expect(tidy(plainText(text))).toBe(tidy(text));
      }),
    );
  });
});

describe('a text stays in its place', () => {
  it('never adds a cell or a row to a table', () => {
    fc.assert(
      fc.property(awkwardText, awkwardText, (one, two) => {
        const markdown = `| A | B |\n| --- | --- |\n| ${cellMarkdown(one)} | ${cellMarkdown(two)} |\n| x | y |`;
        for (const read of Object.values(readers)) {
          const html = read(markdown);
          expect(named(html, 'tr'), html).toHaveLength(3);
          expect(named(html, 'th', 'td'), html).toHaveLength(6);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never ends its section, its list or its quotation, and never begins one', () => {
    fc.assert(
      fc.property(withWords, (text) => {
        const html = readers['plain marked'](
          `## A\n\n${inlineMarkdown(text)}\n\n- ${inlineMarkdown(text)}\n- b\n\n> ${inlineMarkdown(text)}\n`,
        );
        const blocks = named(
          html,
          'h1',
          'h2',
          'h3',
          'ul',
          'ol',
          'li',
          'blockquote',
          'p',
          'pre',
          'hr',
        );
        expect(blocks.map(({ tagName }) => tagName)).toEqual([
          'h2',
          'p',
          'ul',
          'li',
          'li',
          'blockquote',
          'p',
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('brings no HTML of its own', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const markdown = `---\ntitle: A\n---\n${paragraphsMarkdown(text)}\n`;
        expect(readMarkdown(markdown).foreign, markdown).toBe(false);
      }),
    );
  });

  it('leads nowhere but to the web, an email address or a telephone', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        for (const read of Object.values(readers)) {
          for (const link of named(read(inlineMarkdown(text)), 'a')) {
            expect(attribute(link, 'href')).toMatch(/^(https?:\/\/|mailto:|tel:)/i);
          }
        }
      }),
    );
  });

  it('cannot define or cite a source', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const html = readers['our typesetter'](
          `${paragraphsMarkdown(text)}\n\n${cellMarkdown(text)}`,
        );
        expect(html).not.toMatch(/class="(cite|source)"/);
      }),
    );
  });
});
