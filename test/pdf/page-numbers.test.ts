import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from '../../src/pdf/finish/file.ts';
import { placesIn } from '../../src/pdf/finish/places.ts';
import { type Printer, startPrinter } from '../../src/pdf/print.ts';
import { testEffects } from '../support/effects.ts';
import { spokenTags } from '../support/spoken.ts';
import { allTags, readTags } from '../support/tags.ts';

const reference = (place: string, words: string) =>
  `<a href="#${place}">${words}<span class="page-reference">, page <span class="page-number"></span></span></a>`;

const page = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>Numbers</title><style>
@page { size: 105mm 148mm; margin: 10mm; }
section { break-before: page; }
.page-number { display: inline-block; width: 3ch; }
${style}</style><body>${body}</body></html>`;

const sections = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<section id="s${at + 1}"><h2>S${at + 1}</h2></section>`,
  );

describe('a reference to another page', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await startPrinter(
      { browser: undefined, seconds: 60 },
      testEffects(process.cwd(), { env: process.env }),
    );
  });
  afterAll(() => printer.close());

  const print = async (html: string) => {
    const pdf = await printer.print(html);
    const links = allTags(await readTags(pdf)).filter(({ type }) => type === 'Link');
    return {
      places: placesIn(await readFile(pdf)),
      said: links.map((link) => spokenTags(link)),
      described: links.map((link) => link.links[0]),
    };
  };

  it('has the number of the page on which the place is', async () => {
    const { places, said, described } = await print(
      page(
        `<p>${reference('s2', 'Two')}</p><p>${reference('s11', 'Eleven')}</p>${sections(11).join('')}`,
      ),
    );
    expect(said).toEqual(['Two, page 3', 'Eleven, page 12']);
    expect(described).toEqual(said);
    expect([places.get('s2'), places.get('s11')]).toEqual([3, 12]);
  });

  it('to a place that is not in the document has none, and leads nowhere', async () => {
    const pdf = await printer.print(page(`<p>${reference('nowhere', 'Lost')}</p>`));
    const tags = await readTags(pdf);
    expect(spokenTags(tags)).toBe('Lost');
    expect(allTags(tags).map(({ type }) => type)).not.toContain('Link');
  });

  it('is counted again where the number itself moves what it counts', async () => {
    // A stand-in has two digits, one above the other, and no room on the first page.
    const tall =
      '.page-number { display: block; width: 1ch; word-break: break-all; font: 70mm/1 monospace; }';
    const { places, said } = await print(
      page(`<p>${reference('s1', 'One')}</p>${sections(1).join('')}`, tall),
    );
    expect(places.get('s1')).toBe(2);
    expect(said).toEqual(['One, page 2']);
  });

  it('is left out where its number never comes to rest', async () => {
    // With one digit the box is so wide that it needs two pages, and with two digits only one: the place
    // is on page 10 where it says 9, and on page 9 where it says 10.
    const restless = `body { margin: 0; }
      .row { display: flex; }
      .row a { font-size: 1px; }
      .page-number { display: inline; font: 20mm monospace; }
      .box { flex: 1; aspect-ratio: 1 / 1.9; background: #ccc; }`;
    const { said } = await print(
      page(
        `<div class="row">${reference('s8', 'Eight')}<div class="box"></div></div>${sections(8).join('')}`,
        restless,
      ),
    );
    expect(said).toEqual(['Eight']);
  });
});
