import process from 'node:process';
import { PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { themeNames, themes } from '../../src/knowledge/themes.ts';
import { readFile } from '../../src/pdf/finish/file.ts';
import { type Printer, startPrinter } from '../../src/pdf/print.ts';
import { readTheme } from '../../src/typeset/theme.ts';
import { example } from '../support/cli.ts';
import { documentMaker, quillbrook } from '../support/document.ts';
import { testEffects } from '../support/effects.ts';
import { faintWords, openPage } from '../support/in-browser.ts';
import { readPdf } from '../support/pdf.ts';
import { profileOf } from '../support/profile.ts';

const effects = testEffects(example, { env: process.env });
const profile = await quillbrook();
const maker = await documentMaker(profile.folder);

const withBrand = (brand: { colour: string; accent: string }): typeof profile => ({
  ...profile,
  data: { ...profile.data, trust: { ...profile.data.trust, brand } },
});

/** Dark, pale, loud, and near the limit. */
const brands = [
  { colour: '#0b5351', accent: '#a83c18' },
  { colour: '#ffe600', accent: '#00e5ff' },
  { colour: '#e30613', accent: '#767676' },
];

describe.each(themeNames)('in the theme %s', (name) => {
  let printer: Printer;
  let screen: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    printer = await startPrinter({ browser: undefined, seconds: 60 }, effects);
    screen = await openPage();
  });
  afterAll(async () => {
    await printer.close();
    await screen.close();
  });

  const dressed = async (made: typeof profile) => {
    const theme = await readTheme(name, profile.folder, effects);
    return (await maker.document(made, { theme, gaps: ['Nothing says what a school pays.'] })).html;
  };

  it('a document is printed in the faces of the theme alone, and they are in the file', async () => {
    const { objects } = await readFile(await printer.print(await dressed(profile)));
    const fonts = [...objects.context.enumerateIndirectObjects()].flatMap(([, object]) => {
      const dict = objects.dict(object);
      const type = objects.name(objects.entry(dict, 'Type'));
      return dict && type === 'FontDescriptor' ? [dict] : [];
    });
    const own = themes[name].faces.map((face) => face.name.replaceAll(' ', ''));
    // The name in a file has more to it: a subset, a weight, a size.
    const named = fonts.map((font) => {
      const written = objects.name(objects.entry(font, 'FontName')) ?? '';
      return own.find((face) => written.replace(/^[A-Z]{6}\+/, '').startsWith(face)) ?? written;
    });
    expect([...new Set(named)].sort()).toEqual([...own].sort());
    for (const font of fonts) expect(font.has(PDFName.of('FontFile2'))).toBe(true);
  });

  it.each(brands)(
    'every word can be read in $colour and $accent, on screen and on paper',
    async (brand) => {
      await screen.page.setContent(await dressed(withBrand(brand)));
      for (const medium of ['screen', 'print']) {
        await screen.page.emulateMediaType(medium);
        expect([medium, await faintWords(screen.page)]).toEqual([medium, []]);
      }
    },
  );

  it.each([320, 390, 1280])('nothing is wider than a screen of %i pixels', async (width) => {
    await screen.page.emulateMediaType('screen');
    await screen.page.setViewport({ width, height: 800 });
    await screen.page.setContent(await dressed(profile));
    expect(await screen.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  it('a cover with long names, a logo and a photograph keeps to its page', async () => {
    const long = 'The Diocesan and Community Academy Trust of North Marlshire';
    const made = await profileOf(
      `trust:\n  name: ${long}\nstanding:\n  stage: consulting\n  issued_by: The last of the facts\nschools:\n  - name: One Primary School\n`,
    );
    const theme = await readTheme(name, profile.folder, effects);
    const { html } = await maker.document(made, { theme });
    const picture = (words: string) =>
      `<p class="picture"><img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='900' height='1200'/>" alt="${words}"></p>`;
    const full = html
      .replace(`<p>${long}</p>`, `${picture('A school')}$&`)
      .replace(/<ul>/, `${picture('The logo')}$&`);
    expect(full.match(/class="picture"/g)).toHaveLength(2);
    const { texts } = await readPdf(await printer.print(full));
    expect(texts[0]).toContain('The last of the facts');
  });
});
