import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it, vi } from 'vitest';
import { prepareTemplates } from '../../src/compose/renderer.ts';
import { TemplateFault } from '../../src/compose/template-fault.ts';
import { hashOf, type Precompiled, templateOptions } from '../../src/compose/template-options.ts';
import { readTemplates, type Template } from '../../src/compose/templates.ts';
import type { Section } from '../../src/knowledge/sections.ts';
import { root } from '../support/cli.ts';
import { caseOf, quillbrook } from '../support/document.ts';
import { testEffects } from '../support/effects.ts';
import { render } from '../support/render.ts';

describe('a template cannot reach what is not in the case', () => {
  it.each([
    '{{constructor}}',
    '{{constructor.name}}',
    '{{trust.constructor.name}}',
    '{{@root.constructor.name}}',
    '{{@root.case.__proto__}}',
    '{{__proto__}}',
    '{{trust.__proto__.toString}}',
    '{{toString}}',
    '{{schools.map}}',
    '{{@root.pictures.size}}',
    '{{@root.pictures.keys}}',
    '{{text (lookup trust "__proto__")}}',
    '{{lookup trust "constructor"}}',
    '{{lookup schools "map"}}',
    '{{#with __proto__}}reached{{/with}}',
    '{{#each __proto__}}reached{{/each}}',
    '{{#if constructor}}reached{{/if}}',
    '{{#with (lookup trust "constructor")}}reached{{/with}}',
    '{{__defineGetter__}}{{__lookupGetter__}}',
  ])('%s prints nothing', async (template) => expect(await render(template)).toBe(''));

  it.each([
    ['a helper of nobody’s', '{{shout trust.name}}', 'shout'],
    ['a helper that Handlebars would have', '{{log trust.name}}', 'log'],
    ['a block of the prototype’s', '{{#constructor}}a{{/constructor}}', 'call'],
    ['a partial outside the map', '{{> parts/nobody}}', 'parts/nobody'],
    ['a partial of the prototype’s', '{{> constructor}}', 'constructor'],
    ['a partial named by the profile', '{{> (lookup trust "name")}}', 'Otterwick Learning Trust'],
    ['a file', '{{> ../../package}}', 'package'],
  ])('%s is a fault', async (_, template, name) => {
    const rendering = render(template);
    await expect(rendering).rejects.toThrow(TemplateFault);
    await expect(rendering).rejects.toThrow(name);
  });

  it('prints nothing on the terminal either', async () => {
    const said: unknown[] = [];
    for (const method of ['log', 'error', 'warn', 'info'] as const) {
      vi.spyOn(console, method).mockImplementation((...words) => void said.push(words));
    }
    await render('{{constructor}}{{trust.__proto__}}{{toString}}');
    expect(said).toEqual([]);
  });
});

describe('the environment', () => {
  it('is nobody else’s', async () => {
    Handlebars.registerHelper('shout', () => 'loud');
    Handlebars.registerPartial('parts/nobody', 'loud');
    try {
      await expect(render('{{shout "a"}}')).rejects.toThrow('shout');
      await expect(render('{{> parts/nobody}}')).rejects.toThrow('parts/nobody');
    } finally {
      Handlebars.unregisterHelper('shout');
      Handlebars.unregisterPartial('parts/nobody');
    }
    expect(Object.keys(Handlebars.helpers)).not.toContain('callout');
  });

  it('escapes nothing for HTML: what it makes is Markdown', async () => {
    expect(await render('{{text a}}', { a: "“5 & 6” = '11'" })).toBe("“5 & 6” = '11'");
  });

  it('names the template at fault, also where another includes it', async () => {
    const template = (name: string, source: string): Template => ({
      name,
      source,
      file: name,
      own: true,
    });
    const run = await prepareTemplates([
      template('sections/cover', 'a {{> parts/claim}}'),
      template('parts/claim', '{{#if'),
    ]);
    const theCase = caseOf(await quillbrook());
    const [section] = theCase.edition.sections as [Section];
    const known = {
      section,
      outline: new Map(),
      pictures: new Map(),
      sources: [],
      draw: undefined,
    };
    expect(() => run('sections/cover', { case: theCase, ...known })).toThrow(
      expect.objectContaining({ template: 'parts/claim' }),
    );
  });
});

describe('templates compiled when the tool is built', async () => {
  const effects = testEffects(root);
  const templates = await readTemplates(path.join(root, 'test'), effects);
  const built = path.join(root, 'dist', 'templates.js');
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  // Whoever edits a template builds later; until then it is compiled as it is used.
  const stale = templates.some(({ file }) => statSync(file).mtimeMs > builtAt);

  it('can all be compiled, with our helpers and no others', () => {
    for (const { name, source } of templates) {
      expect(() => Handlebars.precompile(source, templateOptions), name).not.toThrow();
    }
  });

  it('have a hash that any change changes', () => {
    const hashes = templates.map(({ source }) => hashOf(source));
    expect(new Set(hashes).size).toBe(templates.length);
    expect(hashOf('{{text a}}')).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf('{{text a}}')).not.toBe(hashOf('{{text a}} '));
  });

  it.skipIf(stale)('are those of the source, every one', async () => {
    const { precompiled } = (await import(built)) as { precompiled: Record<string, Precompiled> };
    expect(
      Object.fromEntries(Object.entries(precompiled).map(([k, { hash }]) => [k, hash])),
    ).toEqual(Object.fromEntries(templates.map(({ name, source }) => [name, hashOf(source)])));
  });

  it('say the same as when they are compiled as they are used', async () => {
    // A comment changes the hash, and nothing else.
    const edited = templates.map((template) => ({
      ...template,
      source: `${template.source}{{! }}`,
    }));
    const [before, after] = await Promise.all([
      prepareTemplates(templates),
      prepareTemplates(edited),
    ]);
    const theCase = caseOf(await quillbrook());
    const known = {
      case: theCase,
      outline: new Map(),
      pictures: new Map(),
      sources: [],
      draw: undefined,
    };
    for (const section of theCase.edition.sections) {
      const { template } = section;
      const inIt = { ...known, section };
      expect(after(template, inIt)).toBe(before(template, inIt));
    }
  });
});
