import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { Picture } from '../../src/charts/gallery.ts';
import { chartMarkdown } from '../../src/compose/chart.ts';
import { themeNames } from '../../src/knowledge/themes.ts';
import { startPrinter } from '../../src/pdf/print.ts';
import { typeset } from '../../src/typeset/page.ts';
import { readTheme } from '../../src/typeset/theme.ts';
import { chartOfMetric, drawn } from '../support/case.ts';
import { root } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { differenceFrom, pageImages } from '../support/page-images.ts';

const folder = path.join(root, 'test', 'golden', 'pages');
const effects = testEffects(root, { env: process.env });
const printer = await startPrinter({ browser: undefined, seconds: 60 }, effects);
afterAll(() => printer.close());

/** Browsers break lines and smooth edges each in its own way: pictures are compared within one. */
const keptBy = path.join(folder, 'browser.txt');
const { name: engine, version } = printer.browser;
const browser = `${engine} ${version.split('.')[0]}\n`;
const updating = process.env.UPDATE_GOLDEN && !process.env.CI;
if (updating) writeFileSync(keptBy, browser);
const kept = existsSync(keptBy) ? readFileSync(keptBy, 'utf8') : 'no browser\n';
const reason =
  kept === browser ? undefined : `they were made by ${kept.trim()}, this is ${browser.trim()}`;
if (reason) process.stderr.write(`NOT COMPARED with pictures of pages: ${reason}.\n`);

async function everything(): Promise<{ markdown: string; picture: Picture }> {
  const chart = await chartOfMetric(
    '{label: Pupils meeting the expected standard, unit: "%", series: {2022/23: 58%, 2023/24: 63%, 2024/25: 66%}, comparators: [{name: England, series: {2022/23: 60%, 2023/24: 61%, 2024/25: 62%}}]}',
  );
  if (!chart) throw new Error('There is no chart.');
  const picture = drawn(chart);
  const markdown = readFileSync(path.join(folder, 'document.md'), 'utf8')
    .replaceAll('\r\n', '\n')
    .replace('CHART', () => chartMarkdown(picture));
  return { markdown, picture };
}

describe.skipIf(reason)('every kind of content on paper', () => {
  it.each(themeNames)('looks as it did in the theme %s', async (name) => {
    const { markdown, picture } = await everything();
    const theme = await readTheme(name, folderWith(), effects);
    const html = await typeset(markdown, theme, new Map(), new Map([[picture.path, picture]]));
    const pages = await pageImages(await printer.print(html));
    const problems = await Promise.all(
      pages.map((page, at) => differenceFrom(path.join(folder, `${name}-${at + 1}.png`), page)),
    );
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
    const pictures = readdirSync(folder).filter((file) => file.startsWith(`${name}-`));
    expect(pictures).toHaveLength(pages.length);
  });

  it('is seen to differ where a block has moved by two millimetres, and to be the same otherwise', async () => {
    const file = path.join(folder, 'clear-1.png');
    const as = readFileSync(file);
    expect(await differenceFrom(file, as, {})).toBeUndefined();
    const { width = 0, height = 0 } = await sharp(as).metadata();
    const moved = await sharp(as)
      .extract({ left: 0, top: 0, width, height: height - 4 })
      .extend({ top: 4, background: 'white' })
      .png()
      .toBuffer();
    expect(await differenceFrom(file, moved, {})).toMatch(
      /^The page clear-1 looks different: \d+ dots\. See clear-1-difference\.png/,
    );
  });
});
