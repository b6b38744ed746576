import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { longDocument } from '../../src/build/long.ts';
import { prospectus } from '../../src/knowledge/editions.ts';
import { startPrinter } from '../../src/pdf/print.ts';
import { typeset } from '../../src/typeset/page.ts';
import { testEffects } from '../support/effects.ts';

const printer = await startPrinter(
  { browser: undefined, seconds: 60 },
  testEffects(process.cwd(), { env: process.env }),
);
afterAll(() => printer.close());

/** Sections of so many pages each. */
const markdown = `---
title: Long
trust: Quillbrook
date: "2026-11-01"
lang: en-GB
footer: Quillbrook
---
<!-- section: contents -->

## Contents

${[1, 2, 3, 4].map((at) => `- [Section ${at} of four](#section-${at}-of-four)`).join('\n')}

${[2, 5, 1, 3]
  .map(
    (pages, at) =>
      `<!-- section: text -->\n\n## Section ${at + 1} of *four*\n\n${Array.from({ length: pages }, () => 'Words').join('\n\n')}\n`,
  )
  .join('\n')}`;

const css =
  '@page { size: A5 } nav, section p { break-after: page } section:last-child p:last-child { break-after: auto }';
const html = await typeset(markdown, { name: 'bare', css, signs: new Map() }, new Map());
const pdf = await printer.print(html);

const planned = { edition: prospectus, addressee: null, place: 'for/otter/prospectus' };
const written = [{ path: 'for/otter/prospectus.pdf', content: pdf }];

describe('a document with more pages than the profile allows', () => {
  it('is told by its name and its pages, with its longest sections', async () => {
    expect(await longDocument({ planned, markdown }, written, 11)).toMatchObject([
      {
        code: 'document-long',
        severity: 'warning',
        message:
          'for/otter/prospectus.pdf has 12 pages; “pages” in the profile allows 11. The longest sections: “Section 2 of four” (5 pages), “Section 4 of four” (3 pages), “Section 1 of four” (2 pages).',
      },
    ]);
  });

  it('is none of just as many, nor any where the profile sets no number or there is no PDF', async () => {
    expect(await longDocument({ planned, markdown }, written, 12)).toEqual([]);
    expect(await longDocument({ planned, markdown }, written, undefined)).toEqual([]);
    expect(await longDocument({ planned, markdown }, [], 1)).toEqual([]);
  });
});
