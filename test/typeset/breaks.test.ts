import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { themeNames } from '../../src/knowledge/themes.ts';
import { type Printer, startPrinter } from '../../src/pdf/print.ts';
import { typeset } from '../../src/typeset/page.ts';
import { readTheme } from '../../src/typeset/theme.ts';
import { testEffects } from '../support/effects.ts';
import { readPdf } from '../support/pdf.ts';

const effects = testEffects(process.cwd(), { env: process.env });

/** How far down a page something may begin, in words that fill it to there. */
const places = Array.from({ length: 44 }, (_, at) => at + 2);

const lines = (count: number) => Array.from({ length: count }, () => 'Filled.').join('\\\n');

/** One after another, each on a page of its own and a line lower than the last. */
const document = (piece: (at: number) => string) => `---
title: Breaks
trust: Quillbrook
date: 2026-11-01
footer: Quillbrook
lang: en-GB
---
${places.map((at) => `<!-- section: growth -->\n\n${lines(at)}\n\n${piece(at)}\n`).join('\n')}`;

const rows = (at: number, count: number) =>
  Array.from({ length: count }, (_, row) => `| Row${at}x${row + 1} | ${row} |`).join('\n');

const table = (at: number, count: number) =>
  `**Begin${at} with so many words that a caption has to be broken over two lines, as the longest of our measures are, End${at}**\n\n| Head${at} | Number |\n| --- | ---: |\n${rows(at, count)}`;

describe.each(themeNames)('in the theme %s, a page ends', (theme) => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await startPrinter({ browser: undefined, seconds: 60 }, effects);
  });
  afterAll(() => printer.close());

  /** The page on which a word first stands. */
  async function pagesOf(piece: (at: number) => string) {
    const dressed = await readTheme(theme, process.cwd(), effects);
    const pdf = await printer.print(await typeset(document(piece), dressed, new Map()));
    const { texts } = await readPdf(pdf);
    return (word: string) => {
      const page = texts.findIndex((text) => new RegExp(`\\b${word}\\b`).test(text));
      if (page === -1) throw new Error(`${word} stands on no page`);
      return page + 1;
    };
  }

  it.each([3, 9])(
    'never inside a caption, nor between it and the first rows of its table of %i',
    async (count) => {
      const page = await pagesOf((at) => table(at, count));
      for (const at of places) {
        const words = [`Begin${at}`, `End${at}`, `Head${at}`, `Row${at}x1`, `Row${at}x2`];
        const pages = new Set(words.map((word) => page(word)));
        expect([at, [...pages]]).toEqual([at, [page(`Begin${at}`)]]);
      }
    },
  );

  it('never before the last row of a table alone', async () => {
    const page = await pagesOf((at) => table(at, 9));
    for (const at of places) expect([at, page(`Row${at}x9`)]).toEqual([at, page(`Row${at}x8`)]);
  });

  it('never below a heading and a single line', async () => {
    const page = await pagesOf(
      (at) => `## Heading${at}\n\nLine${at}\n\nFollowing${at} words.\n\n${table(at, 9)}`,
    );
    for (const at of places) {
      expect([at, page(`Line${at}`)]).toEqual([at, page(`Heading${at}`)]);
      expect([at, page(`Following${at}`)]).toEqual([at, page(`Heading${at}`)]);
    }
  });

  const opening = (at: number, figure: string) =>
    `<!-- section: principle people -->\n\nPrinciple${at}\n\n## Heading${at}\n\nLead${at} words.\n\n${figure}### Part${at}\n\n- First${at}\n- Second${at}\n`;

  it('never in the opening of a chapter, nor in the heading and the first items that follow', async () => {
    const page = await pagesOf((at) => opening(at, `**66%**\\\nBig${at} figure.\n\n`));
    for (const at of places) {
      for (const word of ['Heading', 'Lead', 'Big']) {
        expect([at, word, page(`${word}${at}`)]).toEqual([at, word, page(`Principle${at}`)]);
      }
      for (const word of ['First', 'Second']) {
        expect([at, word, page(`${word}${at}`)]).toEqual([at, word, page(`Part${at}`)]);
      }
    }
  });

  it('never straight after the opening of a chapter that has no number', async () => {
    const page = await pagesOf((at) => opening(at, ''));
    for (const at of places) {
      for (const word of ['Heading', 'Lead', 'Part', 'First']) {
        expect([at, word, page(`${word}${at}`)]).toEqual([at, word, page(`Principle${at}`)]);
      }
    }
  });

  it('never after the first item of a list, before its last, or between it and what leads to it', async () => {
    const page = await pagesOf(
      (at) =>
        `## Heading\n\nLeads${at} to this:\n\n- Item${at}x1\n- Item${at}x2\n- Item${at}x3\n- Item${at}x4\n`,
    );
    for (const at of places) {
      const [first, second, third, last] = [1, 2, 3, 4].map((item) => page(`Item${at}x${item}`));
      expect([at, page(`Leads${at}`), first, third]).toEqual([at, first, second, last]);
    }
  });
});
