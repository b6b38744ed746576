import { readFileSync } from 'node:fs';
import Color from 'color';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attribute, descendants, elementsOf, named, wordsOf } from '../support/html.ts';
import { type BuiltPage, builtPages, openScreens, type Screens } from '../support/screens.ts';

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

const onEveryPage = async (each: (page: BuiltPage) => Promise<void> | void) => {
  expect(built.pages.length).toBeGreaterThanOrEqual(5);
  for (const page of built.pages) await each(page);
};

/** Runs a script in a page; what it comes to must be plain data. */
const ask = <T>(page: Page, script: string) => page.evaluate(script) as Promise<T>;

const SIDEWAYS = 'document.documentElement.scrollWidth - innerWidth';

interface Stop {
  what: string;
  href: string | null;
  role: string | null;
  name: string;
  /** How far down the page it stands, and whether it can be seen where the screen is scrolled to. */
  top: number;
  seen: boolean;
  outline: { style: string; width: number; colour: string };
}

const FOCUSED = `(() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  return {
    what: element.className || element.localName,
    href: element.getAttribute('href'),
    role: element.getAttribute('role'),
    name: element.getAttribute('aria-label') ?? element.textContent,
    top: top + scrollY,
    seen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    outline: { style: outlineStyle, width: parseFloat(outlineWidth), colour: outlineColor },
  };
})()`;

/** Goes through a page with the Tab key, from its beginning to its end. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await ask<Stop | null>(page, FOCUSED);
    if (!stop) return stops;
    stops.push(stop);
    if (stops.length > 1000) throw new Error('The Tab key never comes to the end of the page.');
  }
}

describe.each([390, 1280])('on a screen %i px wide, the Tab key', (width) => {
  it('goes to the link past the contents, then through the contents, then down the page', async () => {
    await onEveryPage(async (builtPage) => {
      const page = await screens.show(builtPage, { width });
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      const html = readFileSync(builtPage.file, 'utf8');
      const stops = await tabThrough(page);
      const [skip, ...others] = stops;
      expect(skip).toMatchObject({ what: 'skip', href: '#Main', seen: true });

      const [contents] = named(html, 'nav');
      const listed = contents ? descendants(contents).filter(({ tagName }) => tagName === 'a') : [];
      const expected = listed.map((link) => attribute(link, 'href'));
      expect(others.slice(0, expected.length).map(({ href }) => href)).toEqual(expected);

      const inOrder = elementsOf(html).filter(
        (element) => attribute(element, 'href') ?? attribute(element, 'tabindex'),
      );
      expect(stops.map(({ href }) => href)).toEqual(
        inOrder.map((element) => attribute(element, 'href') ?? null),
      );
    });
  });

  it('shows where it is, by a line that stands out from the page', async () => {
    await onEveryPage(async (builtPage) => {
      const page = await screens.show(builtPage, { width });
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      for (const { seen, name, outline } of await tabThrough(page)) {
        expect(seen, name).toBe(true);
        expect(outline.style, name).not.toBe('none');
        expect(outline.width, name).toBeGreaterThanOrEqual(2);
        // White behind everything that can be reached; washes are within a tenth of it.
        expect(Color(outline.colour).contrast(Color('#fff')), name).toBeGreaterThanOrEqual(3.3);
      }
    });
  });

  it('finds a name for each table that scrolls, and leaves none of those out', async () => {
    await onEveryPage(async (builtPage) => {
      const page = await screens.show(builtPage, { width });
      const tables = await ask<{ role: string; tabindex: string; name: string; words: string }[]>(
        page,
        `[...document.querySelectorAll('*')]
          .filter((one) => one.scrollWidth > one.clientWidth && /auto|scroll/.test(getComputedStyle(one).overflowX))
          .map((one) => ({
            role: one.getAttribute('role'), tabindex: one.getAttribute('tabindex'),
            name: one.getAttribute('aria-label'), words: one.textContent.slice(0, 40),
          }))`,
      );
      for (const { words, ...table } of tables) {
        expect(table, words).toMatchObject({ role: 'group', tabindex: '0' });
        expect(table.name, words).toMatch(/\w{3}/);
      }
      if (width === 1280) expect(tables).toEqual([]);
    });
  });
});

describe('the link past the contents', () => {
  it('is out of sight until it has the focus, and leads on from the main text', async () => {
    const [first] = built.pages as [BuiltPage];
    const page = await screens.show(first, { width: 1280 });
    const seen = `document.querySelector('.skip').getBoundingClientRect().right > 0`;
    expect(await ask(page, seen)).toBe(false);
    await page.keyboard.press('Tab');
    expect(await ask(page, seen)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await ask(page, `!!document.activeElement.closest('main')`)).toBe(true);
  });
});

describe('a page', () => {
  it('does not scroll sideways on a screen 320 px wide, nor at twice the size on a desk', async () => {
    await onEveryPage(async (builtPage) => {
      for (const width of [320, 390, 640, 1280]) {
        const page = await screens.show(builtPage, { width });
        expect(await ask(page, SIDEWAYS), `${builtPage.name} at ${width} px`).toBe(0);
      }
    });
  });

  it('takes letters of twice the size, without scrolling sideways or cutting any off', async () => {
    await onEveryPage(async (builtPage) => {
      for (const width of [640, 1280]) {
        const page = await screens.show(builtPage, { width });
        const before = await ask<string>(
          page,
          `getComputedStyle(document.querySelector('main p')).fontSize`,
        );
        const session = await page.createCDPSession();
        await session.send('Page.enable');
        await session.send(
          'Page.setFontSizes' as 'Page.enable',
          { fontSizes: { standard: 32 } } as never,
        );
        const after = await ask<string>(
          page,
          `getComputedStyle(document.querySelector('main p')).fontSize`,
        );
        expect(Number.parseFloat(after)).toBeCloseTo(2 * Number.parseFloat(before));
        expect(await ask(page, SIDEWAYS), `${builtPage.name} at ${width} px`).toBe(0);
        expect(await ask(page, CUT_OFF), `${builtPage.name} at ${width} px`).toEqual([]);
        expect(await ask(page, OVERLAPPING), `${builtPage.name} at ${width} px`).toEqual([]);
      }
    });
  });

  it('takes the spacing of WCAG 1.4.12, without cutting off words or laying them over others', async () => {
    await onEveryPage(async (builtPage) => {
      for (const width of [320, 1280]) {
        const page = await screens.show(builtPage, { width });
        await page.addStyleTag({
          content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
            p { margin-bottom: 2em !important; }`,
        });
        expect(await ask(page, SIDEWAYS), `${builtPage.name} at ${width} px`).toBe(0);
        expect(await ask(page, CUT_OFF), `${builtPage.name} at ${width} px`).toEqual([]);
        expect(await ask(page, OVERLAPPING), `${builtPage.name} at ${width} px`).toEqual([]);
      }
    });
  });
});

/** Words that stand in a box too small for them that hides what does not fit. */
const CUT_OFF = `[...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('svg') && !one.matches('.skip'))
  .filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
    return (hides(overflowX) && one.scrollWidth > one.clientWidth + 1)
      || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
  })
  .filter((one) => one.textContent.trim() !== '')
  .map((one) => one.outerHTML.slice(0, 80))`;

/** Paragraphs, cells and headings whose words run into those of another. */
const OVERLAPPING = `(() => {
  const blocks = [...document.querySelectorAll('p, li, h1, h2, h3, h4, caption, th, td')]
    .filter((one) => one.checkVisibility() && !one.closest('.skip'));
  const lines = blocks.flatMap((one) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const rects = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (text.parentElement.closest('p, li, h1, h2, h3, h4, caption, th, td') !== one) continue;
      if (text.parentElement.closest('sup')) continue;
      range.selectNodeContents(text);
      rects.push(...[...range.getClientRects()].filter(({ width }) => width > 1));
    }
    return rects.map((rect) => ({ one, rect }));
  });
  lines.sort((a, b) => a.rect.top - b.rect.top);
  const found = [];
  lines.forEach(({ one, rect }, index) => {
    for (let next = index + 1; next < lines.length && lines[next].rect.top < rect.bottom - rect.height * 0.3; next += 1) {
      const other = lines[next];
      if (other.one === one || other.rect.left >= rect.right - 2 || other.rect.right <= rect.left + 2) continue;
      if (one.closest('.table[tabindex]') || other.one.closest('.table[tabindex]')) continue;
      found.push(one.textContent.slice(0, 40) + ' / ' + other.one.textContent.slice(0, 40));
    }
  });
  return found;
})()`;

describe('a reader’s own settings', () => {
  it('stop the page from gliding where motion is to be reduced', async () => {
    const [first] = built.pages as [BuiltPage];
    const page = await screens.show(first, { width: 1280 });
    const gliding = `getComputedStyle(document.documentElement).scrollBehavior`;
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    expect(await ask(page, gliding)).toBe('auto');
    const moving = `[...document.querySelectorAll('*')].filter((one) => {
      const { animationName, transitionDuration } = getComputedStyle(one);
      return animationName !== 'none' || transitionDuration !== '0s';
    }).length`;
    expect(await ask(page, moving)).toBe(0);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }]);
    expect(await ask(page, gliding)).toBe('smooth');
  });

  it('of forced colours leave drawings on paper, and everything else in the reader’s colours', async () => {
    await onEveryPage(async (builtPage) => {
      const page = await screens.show(builtPage, { width: 1280 });
      const session = await page.createCDPSession();
      const features = [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ];
      await session.send('Emulation.setEmulatedMedia', { features });
      const body = await ask<{ color: string; canvas: string }>(
        page,
        `(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.cssText = 'color: CanvasText; background: Canvas';
        const { color, backgroundColor } = getComputedStyle(probe);
        probe.remove();
        return { color, canvas: backgroundColor };
      })()`,
      );
      const said = await ask<string[]>(
        page,
        `[...new Set([...document.querySelectorAll('main p, main td, main h2')]
        .map((one) => getComputedStyle(one).color))]`,
      );
      expect(said).toEqual([body.color]);
      const drawings = await ask<string[]>(
        page,
        `[...document.querySelectorAll('.drawing')]
        .map((one) => getComputedStyle(one).backgroundColor)`,
      );
      for (const background of drawings) expect(Color(background).hex()).toBe('#FFFFFF');
      const texts = await ask<string[]>(
        page,
        `[...new Set([...document.querySelectorAll('.drawing text')]
        .map((one) => getComputedStyle(one).fill))]`,
      );
      for (const fill of texts.filter((one) => one !== 'rgb(255, 255, 255)')) {
        expect(Color(fill).contrast(Color('#fff')), fill).toBeGreaterThanOrEqual(4.5);
      }
    });
  });

  it('of a dark screen do not reach paper: what is printed is dark on light', async () => {
    await onEveryPage(async (builtPage) => {
      const page = await screens.show(builtPage, { width: 1280 });
      await page.emulateMediaType('print');
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      const colours = await ask<{ ink: string; paper: string; words: string }[]>(
        page,
        `(() => {
        const paperOf = (one) => {
          const { backgroundColor } = getComputedStyle(one);
          if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
          return one.parentElement ? paperOf(one.parentElement) : 'rgb(255, 255, 255)';
        };
        return [...document.querySelectorAll('nav *, main *')]
          .filter((one) => !one.closest('svg, .label') && one.checkVisibility())
          .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
          .map((one) => ({ ink: getComputedStyle(one).color, paper: paperOf(one), words: one.textContent.slice(0, 40) }));
      })()`,
      );
      expect(colours.length).toBeGreaterThan(20);
      for (const { ink, paper, words } of colours) {
        expect(Color(ink).luminosity(), words).toBeLessThan(0.2);
        expect(Color(paper).luminosity(), words).toBeGreaterThan(0.7);
      }
    });
  });
});

describe('what a page is made of', () => {
  it('has its language, one main text, and every link of its contents leads to a section', async () => {
    await onEveryPage(({ file, name }) => {
      const html = readFileSync(file, 'utf8');
      expect(attribute(named(html, 'html')[0], 'lang')).toBe('en-GB');
      expect(named(html, 'main'), name).toHaveLength(1);
      expect(named(html, 'header'), name).toHaveLength(1);
      const elements = elementsOf(html);
      const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const links = named(html, 'a').flatMap((link) => attribute(link, 'href') ?? []);
      for (const link of links.filter((href) => href.startsWith('#'))) {
        expect(ids, name).toContain(decodeURIComponent(link.slice(1)));
      }
      const [contents] = named(html, 'nav');
      const sections = named(html, 'section').map((one) => attribute(one, 'aria-labelledby'));
      const listed = contents
        ? descendants(contents).flatMap((one) => attribute(one, 'href')?.slice(1) ?? [])
        : [];
      expect(listed.map(decodeURIComponent)).toEqual(sections);
    });
  });

  it('has headings that never leave a level out, and none without words', async () => {
    await onEveryPage(({ file, name }) => {
      const headings = named(readFileSync(file, 'utf8'), 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
      const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, index) => {
        const words = wordsOf(headings[index] as (typeof headings)[number]);
        expect(level, `${name}: ${words}`).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
        expect(words, name).toMatch(/\p{L}/u);
      });
    });
  });
});
