import process from 'node:process';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Deadline } from '../../../src/pdf/deadline.ts';
import { type PrintedDocument, readDocument } from '../../../src/pdf/finish/document.ts';
import type { DocumentFacts, NumberSlot } from '../../../src/pdf/finish/facts.ts';
import { finish } from '../../../src/pdf/finish/finish.ts';
import { numbersToWrite } from '../../../src/pdf/finish/page-numbers.ts';
import { makeReady, readFacts, writePageNumbers } from '../../../src/pdf/in-page.ts';
import { type Launched, launchBrowser } from '../../../src/pdf/launch.ts';
import { testEffects } from '../../support/effects.ts';
import { hasPoppler, pagePictures } from '../../support/page-pictures.ts';
import { spokenTags } from '../../support/spoken.ts';
import { allTags, readTags } from '../../support/tags.ts';

const reference = (place: string, words: string) =>
  `<a href="#${place}">${words}<span class="page-reference"><span class="page-word">, page&nbsp;</span><span class="page-number"></span></span></a>`;

const chapters = Array.from(
  { length: 12 },
  (_, at) => `<section id="c${at + 1}"><h2>Chapter ${at + 1}</h2></section>`,
).join('');

/** A contents list of twelve chapters, on pages 2 to 13, and a paragraph below it. */
const page = (below = '') => `<!doctype html><html lang="en"><title>Numbers</title><style>
@page { size: 105mm 148mm; margin: 10mm; }
section { break-before: page; }
p { margin: 0; }
a { text-decoration: none; }
.page-number { font-variant-numeric: tabular-nums; }
nav .page-word { display: none; }
nav a { display: flex; justify-content: space-between; }
nav .page-number { display: block; width: 3ch; text-align: right; }
</style><body><nav>${Array.from({ length: 12 }, (_, at) => `<p>${reference(`c${at + 1}`, `Chapter ${at + 1}`)}</p>`).join('')}</nav>
${below}${chapters}</body></html>`;

describe('the numbers of pages', () => {
  let launched: Launched;
  let tab: Page;
  beforeAll(async () => {
    const effects = testEffects(process.cwd(), { env: process.env });
    const deadline = new Deadline(60, new AbortController().signal);
    launched = await launchBrowser(undefined, deadline, effects);
    tab = await launched.browser.newPage();
    await tab.emulateMediaType('print');
  });
  afterAll(() => launched.close());

  const print = () =>
    tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  const prepared = async (
    html: string,
  ): Promise<{ document: PrintedDocument; slots: NumberSlot[]; facts: DocumentFacts }> => {
    await tab.setContent(html);
    const slots = await tab.evaluate(makeReady);
    const document = await readDocument(await print());
    return { document, slots, facts: await tab.evaluate(readFacts) };
  };
  const written = async (html: string) => {
    const { document, slots, facts } = await prepared(html);
    const numbers = numbersToWrite(document, slots);
    return numbers && finish(document, facts, 'test', numbers);
  };
  /** Printed again, with the numbers in the page. */
  const printedAgain = async (html: string) => {
    const { document } = await prepared(html);
    await tab.evaluate(writePageNumbers, Object.fromEntries(document.places));
    const again = await readDocument(await print());
    return finish(again, await tab.evaluate(readFacts), 'test');
  };
  const linksIn = async (pdf: Uint8Array) =>
    allTags(await readTags(pdf))
      .filter(({ type }) => type === 'Link')
      .map((link) => [spokenTags(link), link.links[0]]);

  const last = `<p>Read on: ${reference('c1', 'the first')}</p><p>${reference('c12', 'the last')}</p>`;

  it('are read and described as if the browser had printed them', async () => {
    const [ours, theirs] = [await written(page(last)), await printedAgain(page(last))];
    const links = await linksIn(ours as Uint8Array);
    expect(links).toEqual(await linksIn(theirs));
    expect(links.slice(-2)).toEqual([
      ['the first, page 2', 'the first, page 2'],
      ['the last, page 13', 'the last, page 13'],
    ]);
  });

  it.runIf(hasPoppler)('look as if the browser had printed them', async () => {
    const [ours, theirs] = [await written(page(last)), await printedAgain(page(last))];
    const after = pagePictures(ours as Uint8Array);
    const before = pagePictures(theirs);
    expect(after).toHaveLength(13);
    expect(after.map((picture, at) => picture.equals(before[at] as Buffer))).not.toContain(false);
  });

  it('are written before other words where they are as long as their stand-ins', async () => {
    const links = await linksIn(
      (await written(page(`<p>${reference('c1', 'The first')} is short.</p>`))) as Uint8Array,
    );
    expect(links.at(-1)?.[0]).toBe('The first, page 2');
  });

  it('are not written where words beside them would have to move', async () => {
    // So many letters stand before the place that its page is taken for one of two digits.
    const long = `<p style="font-size: 1px; line-height: 1">${'Words and more words. '.repeat(900)}</p>`;
    const html = page(`${long}<p>See ${reference('c1', 'the first')} for more.</p>`);
    expect(await written(html)).toBeNull();
    expect((await linksIn(await printedAgain(html))).at(-1)?.[0]).toBe('the first, page 2');
  });

  it('are not written where one has more digits than there is room for', async () => {
    const { document, slots } = await prepared(page());
    const places = new Map(document.places).set('c1', 100);
    expect(numbersToWrite(document, slots)).toHaveLength(12);
    expect(numbersToWrite({ ...document, places }, slots)).toBeNull();
  });

  it('are not written where the face lacks a digit', async () => {
    // Two stand-ins hold four digits, and the third chapter is on page 4, which is none of them.
    const few = page().replace(/<nav>.*<\/nav>/s, `<p>${reference('c3', 'Three')}</p>`);
    expect(await written(few)).toBeNull();
  });

  it.each(['text-decoration: underline', 'display: none'])(
    'are not written where a style sheet has them otherwise: %s',
    async (style) => {
      expect(await written(page().replace('width: 3ch', `width: 3ch; ${style}`))).toBeNull();
    },
  );
});
