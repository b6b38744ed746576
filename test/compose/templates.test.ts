import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { helpers } from '../../src/compose/helpers.ts';
import { readTemplates, shippedTemplates, templateNames } from '../../src/compose/templates.ts';
import { readProfile } from '../../src/profile/read.ts';
import { documentMaker } from '../support/document.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { named, wordsOf } from '../support/html.ts';

const trust =
  'trust:\n  name: Otterwick Learning Trust\n  vision: Every child known.\nfive_answers:\n  cost: Five per cent.\n';

/** The documents of a profile with templates of its own. */
async function withOwn(templates: Readonly<Record<string, string>>) {
  const own = Object.entries(templates).map(([name, source]) => [`templates/${name}.hbs`, source]);
  return made(folderWith({ 'trust.yaml': trust, ...Object.fromEntries(own) }));
}

async function made(folder: string) {
  const { value } = await readProfile(folder, testEffects(folder));
  if (!value) throw new Error('not readable');
  const maker = await documentMaker(value.folder);
  return {
    markdown: () => maker.markdown(value),
    html: async () => (await maker.document(value)).html,
    diagnostics: () => maker.diagnostics(value),
  };
}

// What a helper gives back that is no Markdown yet: it may feed another, but not print.
const VALUES = new Set(['column', 'sources', 'month', 'first', 'and', 'or', 'is', 'not', 'lookup']);
const PRINTING = Object.keys(helpers).filter((name) => !VALUES.has(name));
const BLOCKS = ['if', 'unless', 'each', 'with', 'callout', 'quotation', 'part'];

/** Everything in a template that could print a value of the profile past our helpers. */
function leaksOf(source: string): string[] {
  const leaks: string[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.MustacheStatement = (statement) => {
    const name = 'original' in statement.path ? String(statement.path.original) : '';
    const isCall = statement.params.length > 0 || statement.hash !== undefined;
    const isKnown = PRINTING.includes(name) && (isCall || ['contents'].includes(name));
    if (!isKnown || !statement.escaped)
      leaks.push(`{{${name}}} on line ${statement.loc.start.line}`);
  };
  visitor.BlockStatement = (block) => {
    const name = String(block.path.original);
    if (!BLOCKS.includes(name)) leaks.push(`{{#${name}}} on line ${block.loc.start.line}`);
    if (block.program) visitor.accept(block.program);
    if (block.inverse) visitor.accept(block.inverse);
  };
  visitor.accept(Handlebars.parse(source));
  return leaks;
}

describe('the templates that come with the tool', async () => {
  const templates = await readTemplates(folderWithNothing(), testEffects('/'));

  it('are those of the fixed list, and no other file lies beside them', () => {
    const files = readdirSync(shippedTemplates, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name.endsWith('.hbs'))
      .map(({ parentPath, name }) => path.relative(shippedTemplates, path.join(parentPath, name)));
    const names = files.map((file) =>
      file
        .split(path.sep)
        .join('/')
        .replace(/\.hbs$/, ''),
    );
    expect(names.sort()).toEqual([...templateNames].sort());
    expect(templates.map(({ name }) => name)).toEqual(templateNames);
    expect(templates.some(({ own }) => own)).toBe(false);
  });

  it.each(templates)('$name prints the profile through helpers alone', ({ source }) => {
    expect(leaksOf(source)).toEqual([]);
  });

  it.each(templates)('$name brings no HTML', ({ source }) => {
    expect(source.replace(/\{\{[\s\S]*?\}\}/g, '')).not.toMatch(/<[a-z!/]/i);
  });

  it.each(templates)('$name includes templates of the list alone', ({ source }) => {
    const included = [...source.matchAll(/\{\{#?>\s*([\w/@-]+)/g)].map((match) => match[1] ?? '');
    expect([...templateNames, '@partial-block']).toEqual(expect.arrayContaining(included));
  });
});

describe('the watch on bare values', () => {
  it.each([
    '{{name}}',
    '{{{name}}}',
    '{{&name}}',
    '{{{text name}}}',
    '{{this}}',
    '{{@key}}',
    '{{trust.name}}',
    '{{#if a}}{{name}}{{/if}}',
    '{{#each a}}x{{else}}{{name}}{{/each}}',
    '{{#> parts/chapter}}{{name}}{{/parts/chapter}}',
    '{{first names}}',
    '{{lookup trust "name"}}',
    '{{or name "a"}}',
    '{{text}}',
    '{{#names}}x{{/names}}',
  ])('catches %s', (template) => expect(leaksOf(template)).toHaveLength(1));

  it.each([
    '{{text name}}',
    '{{#if name}}x{{/if}}',
    '{{> parts/claim}}',
    '{{#part "A"}}{{para (first a)}}{{/part}}',
    '{{contents}}',
    '{{table rows (column "A" "a") caption="B"}}',
  ])('lets %s pass', (template) => expect(leaksOf(template)).toEqual([]));
});

describe('a template of one’s own', () => {
  it('wins over ours of the same name', async () => {
    const { markdown } = await withOwn({ 'sections/growth': 'Ours is **{{text trust.name}}**.' });
    expect(markdown()).toContain('Ours is **Otterwick Learning Trust**.');
    expect(markdown()).not.toContain('Every child known.');
  });

  it('wins also where ours include it', async () => {
    const { markdown } = await withOwn({ 'parts/answer': '### Mine\n\n{{text question}}' });
    expect(markdown()).toMatch(/### Mine\n\n.*\?/);
  });

  it('may have the line ends of Windows', async () => {
    const folder = folderWith({ 'templates/sections/growth.hbs': 'a\r\n\r\nb\r\n' });
    const templates = await readTemplates(folder, testEffects(folder));
    expect(templates.find(({ own }) => own)?.source).toBe('a\n\nb\n');
  });

  it('counts for nothing under a name that is not ours', async () => {
    const { markdown } = await withOwn({
      'sections/growth': '{{> parts/mine}}',
      'parts/mine': 'reached',
    });
    expect(() => markdown()).toThrow('parts/mine');
  });

  it('is not followed out of its folder', async () => {
    const outside = folderWith({ 'growth.hbs': 'reached' });
    const folder = folderWith({ 'trust.yaml': trust });
    mkdirSync(path.join(folder, 'templates', 'sections'), { recursive: true });
    symlinkSync(
      path.join(outside, 'growth.hbs'),
      path.join(folder, 'templates', 'sections', 'growth.hbs'),
    );
    const { markdown } = await made(folder);
    expect(markdown()).not.toContain('reached');
    expect(markdown()).toContain('Every child known.');
  });

  it('is not read where the whole folder leads outside', async () => {
    const outside = folderWith({ 'sections/growth.hbs': 'reached' });
    const folder = folderWith({ 'trust.yaml': trust });
    symlinkSync(outside, path.join(folder, 'templates'));
    expect((await made(folder)).markdown()).not.toContain('reached');
  });

  it('may be a link that stays inside', async () => {
    const folder = folderWith({ 'trust.yaml': trust, 'templates/mine.hbs': 'inside' });
    mkdirSync(path.join(folder, 'templates', 'sections'));
    symlinkSync('../mine.hbs', path.join(folder, 'templates', 'sections', 'growth.hbs'));
    expect((await made(folder)).markdown()).toContain('inside');
  });

  it('may be a folder by mistake, and ours is used', async () => {
    const folder = folderWith({ 'trust.yaml': trust, 'templates/sections/growth.hbs/a': '' });
    expect((await made(folder)).markdown()).toContain('Every child known.');
  });

  it.each([
    ['an open block', '{{#if trust}}\n\nx', 'on line 3'],
    ['open braces', 'a\n{{text trust.name', 'not closed'],
    ['an unknown helper', '{{shout trust.name}}', '“shout”'],
    ['an unknown template', '{{> parts/none}}', '“parts/none”'],
    ['an unknown block', '{{#trusts}}x{{/trusts}}', '{{#…}}'],
    ['a helper that gets nothing', '{{text}}', 'cannot be used'],
  ])('with %s is a problem, and nothing is thrown', async (_, source, said) => {
    const { diagnostics } = await withOwn({ 'sections/growth': source });
    expect(diagnostics()).toEqual([
      {
        code: 'template-problem',
        severity: 'error',
        message: expect.stringContaining(said),
        hint: expect.stringContaining('remove yours'),
        file: 'templates/sections/growth.hbs',
        range: null,
      },
    ]);
    expect(diagnostics()[0]?.message).toContain('sections/growth');
  });

  it('is named once where several sections include it', async () => {
    const { diagnostics } = await withOwn({
      'parts/chapter': '{{#if',
      'sections/cover': '{{x y}}',
    });
    expect(diagnostics().map(({ file }) => file)).toEqual([
      'templates/sections/cover.hbs',
      'templates/parts/chapter.hbs',
    ]);
  });

  it('comes out clean where it holds HTML', async () => {
    const { html } = await withOwn({
      'sections/growth': `Before

<script>alert(1)</script>

<div onclick="alert(1)" style="background: url(https://a.example)" class="mine"><b>bold</b> kept</div>

<iframe src="https://a.example"></iframe>

<img src="https://a.example/a.png" onerror="alert(1)"> <img src="data:image/svg+xml,<svg onload=alert(1)>">

<a href="javascript:alert(1)">one</a> <a href=" JaVaScRiPt:alert(1)">two</a> [three](javascript:alert(1)) <a href="//a.example">four</a>

<svg onload="alert(1)"><script>alert(1)</script></svg> <math><mi xlink:href="javascript:alert(1)">x</mi></math>

<form action="https://a.example"><input name="a"><button>Go</button></form>

<style>body { display: none }</style> <link rel="stylesheet" href="https://a.example/a.css"> <base href="https://a.example"> <meta http-equiv="refresh" content="0; https://a.example">

After`,
    });
    const page = await html();
    const elements = named(
      page,
      'script',
      'iframe',
      'form',
      'input',
      'button',
      'svg',
      'math',
      'base',
    );
    expect(elements.map(({ tagName }) => tagName)).toEqual([]);
    expect(page).not.toMatch(/alert|a\.example|display: none/);
    for (const { attrs } of named(page, 'div', 'a', 'img', 'p')) {
      expect(attrs.filter(({ name }) => /^on|^style$/.test(name))).toEqual([]);
    }
    expect(named(page, 'style')).toHaveLength(1);
    expect(
      named(page, 'meta').some(({ attrs }) => attrs.some(({ value }) => value === 'refresh')),
    ).toBe(false);
    const [kept] = named(page, 'div').filter(({ attrs }) =>
      attrs.some(({ value }) => value === 'mine'),
    );
    expect(kept && wordsOf(kept)).toBe('bold kept');
    expect(wordsOf(page)).toMatch(/Before.*one two three four.*After/);
  });
});

function folderWithNothing(): string {
  return path.join(shippedTemplates, 'none');
}

it('a template is read as it is, whatever else lies in the folder', async () => {
  const folder = folderWith({ 'trust.yaml': trust, 'templates/notes.txt': 'x' });
  writeFileSync(path.join(folder, 'templates', 'extra.hbs'), 'x');
  const templates = await readTemplates(folder, testEffects(folder));
  expect(templates.map(({ name }) => name)).toEqual(templateNames);
});
