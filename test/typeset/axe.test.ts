import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import Color from 'color';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessibilityChecks } from '../../src/knowledge/accessibility.ts';
import { contrastOnPaper, MINIMUM_CONTRAST } from '../../src/profile/colours.ts';
import { lookedAt } from '../support/looked-at.ts';
import {
  type BuiltPage,
  builtPages,
  openScreens,
  type Screens,
  WIDTHS,
} from '../support/screens.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.0, 2.1 and 2.2 at levels A and AA, and what axe-core holds to be good practice. */
const TAGS = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  'best-practice',
];

// Many pages at many sizes.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let screens: Screens;
let built: Awaited<ReturnType<typeof builtPages>>;
beforeAll(async () => {
  [screens, built] = await Promise.all([openScreens(), builtPages()]);
});
afterAll(async () => {
  await screens.close();
  built.remove();
});

/** Does something to every page at every width. */
async function everywhere(each: (page: Page, name: string, width: number) => Promise<void>) {
  expect(built.pages.length).toBeGreaterThanOrEqual(5);
  for (const page of built.pages) {
    for (const width of WIDTHS) {
      await each(await screens.show(page, { width }), `${page.name} at ${width} px`, width);
    }
  }
}

async function run(page: Page, tags: readonly string[] = TAGS): Promise<AxeResults> {
  await page.evaluate(axe);
  const options = { runOnly: { type: 'tag', values: tags } };
  return (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
}

const listed = (results: AxeResults['violations']) =>
  results.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );

describe('axe-core, with the rules of WCAG 2.2 at level AA,', () => {
  it('finds nothing wrong in any page at any width, and leaves open only what is decided otherwise', async () => {
    const covered = new Map(lookedAt.map((entry) => [entry, 0]));
    await everywhere(async (page, name, width) => {
      const { violations, incomplete, passes, testEngine } = await run(page);
      expect(testEngine).toEqual(accessibilityChecks.page.tool);
      expect(listed(violations), name).toEqual([]);
      expect(passes.length, name).toBeGreaterThan(30);
      const open: string[] = [];
      for (const { id, nodes } of incomplete) {
        for (const { target, any } of nodes) {
          const selector = JSON.stringify(target.join(' '));
          let found = false;
          for (const entry of lookedAt) {
            const within = JSON.stringify(entry.within);
            const matches = `document.querySelector(${selector}).matches(${within})`;
            if (entry.rule !== id || width >= (entry.below ?? Number.POSITIVE_INFINITY)) continue;
            if (!(await page.evaluate(matches))) continue;
            covered.set(entry, (covered.get(entry) ?? 0) + 1);
            found = true;
          }
          if (!found)
            open.push(`${id}: ${selector}: ${any.map(({ message }) => message).join(' ')}`);
        }
      }
      expect(open, `${name}: undecided, and looked at by nobody`).toEqual([]);
    });
    for (const [{ within, reason }, count] of covered) {
      expect(count, `Nothing in “${within}” is undecided any more: ${reason}`).toBeGreaterThan(0);
    }
  });

  it('would see what is wrong: a picture without words, pale letters, a level left out', async () => {
    const [first] = built.pages as [BuiltPage];
    const page = await screens.show(first, { width: 1280 });
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('afterbegin',
      '<h5>Left out</h5><p style="color: #bbb">Pale words</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">')`);
    const { violations } = await run(page);
    expect(violations.map(({ id }) => id).sort()).toEqual([
      'color-contrast',
      'heading-order',
      'image-alt',
    ]);
  });
});

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Picture {
  data: Uint8Array;
  width: number;
}

async function pictureOf(page: Page): Promise<Picture> {
  const shot = sharp(await page.screenshot({ fullPage: true })).removeAlpha();
  const { data, info } = await shot.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width };
}

/** How clearly a colour stands out from each pixel of a box. */
function contrastsWith(
  colour: string,
  { left, top, width, height }: Box,
  picture: Picture,
): number[] {
  const known = new Map<string, number>();
  const contrasts: number[] = [];
  for (let y = Math.ceil(top); y < top + height; y += 1) {
    for (let x = Math.ceil(left); x < left + width; x += 1) {
      const at = (y * picture.width + x) * 3;
      const pixel = [...picture.data.subarray(at, at + 3)];
      const contrast = known.get(String(pixel)) ?? Color(colour).contrast(Color.rgb(pixel));
      known.set(String(pixel), contrast);
      contrasts.push(contrast);
    }
  }
  return contrasts;
}

interface WordsOnPicture extends Box {
  words: string;
  colour: string;
}

/** Where the words of a drawing stand on the screen, and in which colour. Then it shows no words. */
const takeWords = `[...document.querySelectorAll('.drawing text')]
  .map((text) => {
    const { left, top, width, height } = text.getBoundingClientRect();
    const colour = getComputedStyle(text).fill;
    text.style.visibility = 'hidden';
    return { words: text.textContent, colour, left: left + scrollX, top: top + scrollY, width, height };
  })
  .filter(({ width }) => width > 0)`;

/** The last pixels before the edge of each table that goes on well beyond it, and the colours of its words. */
const takeEdges = `[...document.querySelectorAll('.table')]
  .filter((table) => table.scrollWidth > table.clientWidth + 24)
  .map((table) => {
    const cells = [...table.querySelectorAll('th, td')];
    const colours = [...new Set(cells.map((cell) => getComputedStyle(cell).color))];
    for (const inside of table.querySelectorAll('*')) inside.style.color = 'transparent';
    const row = table.querySelector('tbody tr').getBoundingClientRect();
    const { right } = table.getBoundingClientRect();
    return { colours, left: right - 3, top: row.top + scrollY + 4, width: 3, height: 4 };
  })`;

describe('what axe-core cannot decide', () => {
  it('words on drawings stand out from what is behind nearly all of them, by 4.5 to 1', async () => {
    let measured = 0;
    for (const builtPage of built.pages) {
      const page = await screens.show(builtPage, { width: 390 });
      const all = (await page.evaluate(takeWords)) as WordsOnPicture[];
      const picture = await pictureOf(page);
      for (const { words, colour, ...box } of all) {
        const contrasts = contrastsWith(colour, box, picture);
        measured += 1;
        const clear =
          contrasts.filter((contrast) => contrast >= MINIMUM_CONTRAST).length / contrasts.length;
        expect(clear, `${builtPage.name}: “${words}”`).toBeGreaterThan(0.8);
      }
    }
    expect(measured).toBeGreaterThan(200);
  });

  it('cells that scroll stand out from the shade at its darkest', async () => {
    let measured = 0;
    for (const builtPage of built.pages) {
      const page = await screens.show(builtPage, { width: 390 });
      const edges = (await page.evaluate(takeEdges)) as (Box & { colours: string[] })[];
      const picture = await pictureOf(page);
      for (const { colours, ...box } of edges) {
        for (const colour of colours) {
          const least = Math.min(...contrastsWith(colour, box, picture));
          expect(least, `${builtPage.name}: ${colour}`).toBeGreaterThanOrEqual(MINIMUM_CONTRAST);
          expect(least, 'there is a shade').toBeLessThan(contrastOnPaper(colour));
          measured += 1;
        }
      }
    }
    expect(measured).toBeGreaterThan(20);
  });
});
