import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../src/pdf/pages.ts';
import { startPrinter } from '../../src/pdf/print.ts';
import { testEffects } from '../support/effects.ts';

const html = `<!doctype html><html lang="en"><title>Pages</title><style>
@page { size: 105mm 148mm; } section { break-before: page; }</style>
<body><p><a href="#one">One</a> <a href="#two">Two</a></p>
<section id="one">One</section><section id="two">Two</section></body></html>`;

describe('the pages of a PDF', () => {
  it('are known when it has been printed, and are the same when it is read', async () => {
    const effects = testEffects(process.cwd(), { env: process.env });
    const printer = await startPrinter({ browser: undefined, seconds: 60 }, effects);
    const pdf = await printer.print(html);
    await printer.close();
    const known = await pagesOf(pdf);
    expect(known.count).toBe(3);
    expect([known.places.get('one'), known.places.get('two')]).toEqual([2, 3]);
    const read = await pagesOf(Uint8Array.from(pdf));
    expect(read).not.toBe(known);
    expect(read).toEqual(known);
    expect(await pagesOf(pdf)).toBe(known);
  });
});
