import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { principleIds } from '../../src/knowledge/principles.ts';
import { DEFAULT_THEME, themeNames } from '../../src/knowledge/themes.ts';
import { readTheme } from '../../src/typeset/theme.ts';
import { root } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

const themeIn = (folder: string, name = DEFAULT_THEME) =>
  readTheme(name, folder, testEffects(folder));

describe.each(themeNames)('the theme %s', (name) => {
  it('needs no other file: every address in its style sheet is data', async () => {
    const { css } = await themeIn(folderWith(), name);
    const addresses = [...css.matchAll(/url\(\s*["']?([^)]{0,40})/g)].map((match) => match[1]);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect(address).toMatch(/^data:/);
    expect(css).not.toMatch(/@import/);
  });

  it('has its faces inside, as they are on disk', async () => {
    const { css } = await themeIn(folderWith(), name);
    const [face = ''] = /data:font\/woff2;base64,[\w+/=]+/.exec(css) ?? [];
    const bytes = Buffer.from(face.split(',')[1] ?? '', 'base64');
    expect(bytes.subarray(0, 4).toString()).toBe('wOF2');
  });

  it('stands on the sheets of all themes, each in its turn, and comes after them', async () => {
    const { css } = await themeIn(folderWith(), name);
    const folder = path.join(root, 'templates/themes/base');
    const inBase = (file: string) => readFileSync(path.join(folder, file), 'utf8');
    const names = [...inBase('theme.css').matchAll(/@import "(.*)";/g)].map(
      ([, file]) => `${file}`,
    );
    const sheets = readdirSync(folder).filter((file) => file.endsWith('.css'));
    expect([...names, 'theme.css'].sort()).toEqual(sheets.sort());
    const places = names.map((file) => css.indexOf(inBase(file)));
    expect(places[0]).toBeGreaterThan(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(css.indexOf('@font-face')).toBeGreaterThan(places.at(-1) ?? 0);
  });

  it('has a sign for each principle, that runs nothing and fetches nothing', async () => {
    const { signs } = await themeIn(folderWith(), name);
    expect([...signs.keys()]).toEqual(principleIds);
    for (const sign of signs.values()) {
      expect(sign).toMatch(/^<svg[\s\S]*<\/svg>$/);
      expect(sign).not.toMatch(/<script|\son\w+=|href=|url\(/);
    }
  });
});

describe('a theme of one’s own', () => {
  const own = (files: Record<string, string>) =>
    folderWith(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`templates/themes/clear/${name}`, text]),
      ),
    );

  it('takes a file of the same name from the profile’s folder, and ours for the rest', async () => {
    const { css, signs } = await themeIn(own({ 'signs/vision.svg': '<svg>mine</svg>\n' }));
    expect(signs.get('vision')).toBe('<svg>mine</svg>');
    expect(signs.get('people')).not.toContain('mine');
    expect(css.length).toBeGreaterThan(10_000);
  });

  it('may replace one of the sheets that ours imports, and import some of its own', async () => {
    const folder = folderWith({
      'templates/themes/base/tables.css': 'td { color: red }',
      'templates/themes/plain/theme.css': '@import "mine.css";\np { color: blue }',
      'templates/themes/plain/mine.css': 'li { color: green }',
    });
    const { css } = await themeIn(folder, 'plain');
    expect(css).toContain('\ntd { color: red }\n');
    expect(css).not.toContain('border-collapse');
    expect(css).toMatch(/\nli \{ color: green \}\np \{ color: blue \}$/);
  });

  it('may have a style sheet without faces, or with a face of its own', async () => {
    const { css: plain } = await themeIn(own({ 'theme.css': 'p { color: red }' }));
    expect(plain).toMatch(/\np \{ color: red \}$/);
    expect(plain).not.toContain('url(');
    const { css } = await themeIn(
      own({ 'theme.css': 'src: url(fonts/mine.woff2)', 'fonts/mine.woff2': 'face' }),
    );
    expect(css).toMatch(/\nsrc: url\(data:font\/woff2;base64,ZmFjZQ==\)$/);
  });

  it('may replace what all themes share, and keep the rest of its own', async () => {
    const folder = folderWith({
      'templates/themes/base/theme.css': 'p { color: blue }',
      'templates/themes/base/signs/people.svg': '<svg>all</svg>',
      'templates/themes/warm/signs/people.svg': '<svg>warm</svg>',
    });
    const [clear, warm] = [await themeIn(folder), await themeIn(folder, 'warm')];
    expect(clear.css).toMatch(/^p \{ color: blue \}\n/);
    expect(clear.css).toContain('Figtree');
    expect([clear, warm].map(({ signs }) => signs.get('people'))).toEqual([
      '<svg>all</svg>',
      '<svg>warm</svg>',
    ]);
  });

  it('reads nothing outside its folder', async () => {
    const outside = folderWith({ 'theme.css': 'reached', 'mine.woff2': 'reached' });
    const folder = own({ 'signs/people.svg': '<svg></svg>' });
    const theme = path.join(folder, 'templates', 'themes', 'clear');
    symlinkSync(path.join(outside, 'theme.css'), path.join(theme, 'theme.css'));
    expect((await themeIn(folder)).css).not.toContain('reached');

    const other = own({
      'theme.css': 'src: url(fonts/../../mine.woff2) url(fonts/figtree-latin-400-normal.woff2)',
    });
    mkdirSync(path.join(other, 'templates', 'themes', 'clear', 'fonts'));
    symlinkSync(
      path.join(outside, 'mine.woff2'),
      path.join(other, 'templates', 'themes', 'clear', 'fonts', 'figtree-latin-400-normal.woff2'),
    );
    const { css } = await themeIn(other);
    expect(css).toContain('url(fonts/../../mine.woff2)');
    expect(css).not.toContain(Buffer.from('reached').toString('base64'));
  });
});
