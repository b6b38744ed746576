import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../src/compose/front-matter.ts';
import { plainText } from '../../src/compose/text.ts';
import { DEFAULT_THEME } from '../../src/knowledge/themes.ts';
import type { ProfileData } from '../../src/profile/schema/profile.ts';
import { typeset } from '../../src/typeset/page.ts';
import { readTheme } from '../../src/typeset/theme.ts';
import { awkwardText } from '../support/awkward.ts';
import { example } from '../support/cli.ts';
import { bareTheme, caseOf, documentMaker, quillbrook } from '../support/document.ts';
import { testEffects } from '../support/effects.ts';
import {
  attribute,
  classed,
  classesOf,
  descendants,
  elementsOf,
  named,
  wordsOf,
} from '../support/html.ts';

const theme = await readTheme(DEFAULT_THEME, example, testEffects(example));
const whole = await quillbrook();
const maker = await documentMaker(whole.folder);
const { html: page } = await maker.document(whole, { theme });

const front = (more = '') =>
  `---\ntitle: Should your school join us?\ntrust: Otterwick\ndate: 2026-11-01\nlang: en-GB\nfooter: Otterwick\n${more}---\n`;

describe('the page', () => {
  it('says its language, its title, its author and how wide it is', () => {
    expect(attribute(named(page, 'html')[0], 'lang')).toBe('en-GB');
    const [title] = named(page, 'title');
    const { title: asked, trust } = headOf(caseOf(whole));
    expect(title && wordsOf(title)).toBe(`${asked} ${trust}`);
    const metas = named(page, 'meta');
    const named_ = (name: string) =>
      attribute(
        metas.find((meta) => attribute(meta, 'name') === name),
        'content',
      );
    expect(named_('author')).toBe('Quillbrook Learning Trust');
    expect(named_('viewport')).toMatch(/width=device-width/);
    expect(attribute(metas[0], 'charset')).toBe('utf-8');
  });

  it('begins with a link past what stands on every page, to the text', () => {
    const [body] = named(page, 'body');
    const [first] = body ? descendants(body) : [];
    expect(first?.tagName).toBe('a');
    const target = attribute(first, 'href')?.slice(1);
    const main = named(page, 'main');
    expect(main).toHaveLength(1);
    expect(attribute(main[0], 'id')).toBe(target);
  });

  it('has its cover, its contents and its text in landmarks of their own', () => {
    const landmarks = named(page, 'header', 'nav', 'main').map(({ tagName }) => tagName);
    expect(landmarks).toEqual(['header', 'nav', 'main']);
    const [main] = named(page, 'main');
    const inside = main ? descendants(main).filter(({ tagName }) => tagName === 'section') : [];
    expect(inside).toHaveLength(caseOf(whole).edition.sections.length - 4);
  });

  it('names every section and the contents by their headings', () => {
    const ids = elementsOf(page).map((element) => attribute(element, 'id'));
    for (const section of named(page, 'section', 'nav')) {
      const name = attribute(section, 'aria-labelledby');
      const [heading] = descendants(section).filter(({ tagName }) => tagName === 'h2');
      expect(name).toBe(attribute(heading, 'id'));
      expect(ids).toContain(name);
    }
  });

  it('says that a title is long, so that a theme can set it smaller', async () => {
    const cover = async (title: string) => {
      const markdown = front().replace(/^title: .*$/m, `title: ${title}`);
      const html = `${markdown}<!-- section: cover -->\n\n# ${title}\n`;
      return classed(await typeset(html, bareTheme, new Map()), 'long-title').length;
    };
    expect(await cover('Should Fennimore join us?')).toBe(0);
    expect(await cover('Should Our Lady of Perpetual Succour join us?')).toBe(1);
  });

  it('gives each section its kind, and each principle its name and its sign', () => {
    const principles = classed(page, 'principle');
    expect(principles).toHaveLength(6);
    expect(principles.map((section) => classesOf(section).at(-1))).toContain('principle-vision');
    for (const section of principles) {
      const [opener, sign] = descendants(section);
      expect([opener, sign].map((element) => element && classesOf(element))).toEqual([
        ['opener'],
        ['sign'],
      ]);
      expect(attribute(sign, 'aria-hidden')).toBe('true');
    }
  });

  it('has no id twice, and no link inside it that leads nowhere', () => {
    const ids = elementsOf(page).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = named(page, 'a').flatMap((link) => {
      const href = attribute(link, 'href') ?? '';
      return href.startsWith('#') ? [href.slice(1)] : [];
    });
    expect(inside.length).toBeGreaterThan(20);
    expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has no id twice though headings are called like parts of the page', async () => {
    const html = await typeset(
      `${front()}<!-- section: a -->\n\n## Main\n\na[^1]\n\n### Source 1\n\n### Main\n\n[^1]: b\n`,
      bareTheme,
      new Map(),
    );
    const ids = elementsOf(html).flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
  });

  it('has no figure elements, which screen readers read twice', () => {
    expect(named(page, 'figure', 'figcaption')).toEqual([]);
  });

  it('warns on every screen and every page that it is a draft, and not in a release', async () => {
    const warned = classed(page, 'notice').map((element) => wordsOf(element));
    expect(warned).toEqual([headOf(caseOf(whole)).notice]);
    expect(page).toContain(`@top-right { content: "${warned[0]}"; }`);
    const html = await typeset(`${front()}a\n`, bareTheme, new Map());
    expect(classed(html, 'notice')).toEqual([]);
  });
});

describe('one file that needs no other', () => {
  it('names nothing to fetch: whatever it shows is inside', () => {
    const fetched = elementsOf(page).flatMap(({ tagName, attrs }) =>
      attrs.flatMap(({ name, value }) => {
        if (tagName === 'a' && name === 'href') return [];
        return /^(src|srcset|href|xlink:href|poster|data|action|background)$/.test(name)
          ? [value]
          : [];
      }),
    );
    expect(fetched.length).toBeGreaterThan(0);
    for (const value of fetched) expect(value.slice(0, 30)).toMatch(/^data:/);
    const [style] = named(page, 'style');
    const addresses = [...(style ? wordsOf(style) : '').matchAll(/url\(\s*["']?([^)]{0,30})/g)];
    for (const [, address] of addresses) expect(address).toMatch(/^data:/);
    expect(page).not.toMatch(/@import/);
    expect(named(page, 'script', 'link', 'iframe', 'object', 'embed', 'base')).toEqual([]);
  });

  it('leads out to the web, to email and to telephones alone', () => {
    const links = named(page, 'a').map((link) => attribute(link, 'href') ?? '');
    expect(links.length).toBeGreaterThan(50);
    for (const link of links) expect(link).toMatch(/^(#|https?:\/\/|mailto:|tel:)/);
  });

  it('forbids scripts and every request', () => {
    const policies = named(page, 'meta')
      .filter((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy')
      .map((meta) => attribute(meta, 'content') ?? '');
    expect(policies).toHaveLength(1);
    const rules = (policies[0] ?? '').split(';').map((rule) => rule.trim());
    expect(rules).toContain("default-src 'none'");
    expect(rules).toContain('img-src data:');
    expect(rules).toContain('font-src data:');
    expect(policies[0]).not.toMatch(/script-src|https?:|\*/);
    // Nothing may come before the policy that it should hold for.
    const head = named(page, 'head')[0];
    const before = (head ? descendants(head) : []).map(({ tagName }) => tagName);
    expect(before.indexOf('style')).toBeGreaterThan(before.lastIndexOf('title'));
  });

  it('has the pictures inside, as they are on disk', async () => {
    const assets = new Map([
      ['logo.png', { path: 'assets/logo-1.png', type: 'image/png', bytes: Buffer.from('picture') }],
    ] as const);
    const markdown = `${front()}![A](assets/logo-1.png) ![B](assets/gone.png)\n`;
    const [here, gone] = named(await typeset(markdown, bareTheme, assets), 'img');
    expect(attribute(here, 'src')).toBe('data:image/png;base64,cGljdHVyZQ==');
    expect([attribute(gone, 'src'), attribute(gone, 'alt')]).toEqual(['', 'B']);
  });
});

describe('names as nobody should give them', () => {
  const made = async (data: Partial<ProfileData>) =>
    (await maker.document({ ...whole, data: { trust: { name: 'A' }, ...data } as ProfileData }))
      .html;

  it('cannot break out of the style sheet, the title or the head', async () => {
    const name = 'A</style></title><script>alert(1)</script> "; } body { display: none } \\" \\';
    const html = await made({ trust: { name } });
    expect(named(html, 'script')).toEqual([]);
    expect(named(html, 'style')).toHaveLength(1);
    const [author] = named(html, 'meta').filter((meta) => attribute(meta, 'name') === 'author');
    expect(attribute(author, 'content')).toBe(name.replace('\\"', '"'));
    expect(footOf(html)).toContain(plainText(name));
  });

  it('leave the page its bones, whatever they are', async () => {
    const bones = (html: string) =>
      named(html, 'head', 'title', 'style', 'meta', 'body', 'main', 'h1').length;
    const expected = bones(await made({}));
    await fc.assert(
      fc.asyncProperty(awkwardText, awkwardText, async (name, short_name) => {
        const html = await made({ trust: { name, short_name } });
        expect(bones(html)).toBe(expected);
        expect(footOf(html)).toContain(plainText(name));
      }),
    );
  });

  it('show plain words where no Markdown is read', async () => {
    const html = await made({ trust: { name: 'The **Bold** [Trust](https://a.example)' } });
    expect(wordsOf(named(html, 'title')[0] ?? '')).toMatch(/The Bold Trust$/);
    expect(html).toMatch(/@bottom-left \{ content: "The Bold Trust/);
  });
});

describe('the colours', () => {
  const colours = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/--(brand|accent)(?:-wash)?: (#\w+);/g)].map((match) => [
        match[1],
        match[2],
      ]),
    );

  it('are the trust’s, where they can be read', async () => {
    const dark = await typeset(`${front('colour: "#0b5351"\n')}a\n`, bareTheme, new Map());
    expect(dark).toContain('--brand: #0b5351;');
    const pale = await typeset(`${front('colour: "#ffff00"\n')}a\n`, bareTheme, new Map());
    expect(pale).not.toContain('#ffff00');
    expect(Object.keys(colours(pale))).toEqual(['brand', 'accent']);
  });

  it('stand after the theme’s own, and so win', async () => {
    const css = ':root { --brand: red; }';
    const html = await typeset(`${front()}a\n`, { ...bareTheme, css }, new Map());
    expect(html.indexOf('--brand: #')).toBeGreaterThan(html.indexOf(css));
  });

  it('of a theme cannot end the style sheet', async () => {
    const css = 'a { content: "</style><script>alert(1)</script>" }';
    const html = await typeset(`${front()}a\n`, { ...bareTheme, css }, new Map());
    expect(named(html, 'script')).toEqual([]);
    expect(named(html, 'style')).toHaveLength(1);
  });
});

/** What stands at the foot of every page, as a browser reads it. */
function footOf(html: string): string {
  const [, foot] =
    /@bottom-left \{ content: "((?:[^"\\]|\\.)*)"; \}\n\}\n<\/style>/.exec(html) ?? [];
  if (foot === undefined) throw new Error('The style sheet does not end as it should.');
  return foot.replace(/\\([0-9a-f]{1,6}) ?|\\(.)/gi, (_, code: string, character: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : character,
  );
}
