import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './support/cli.ts';
import { type Editor, yamlEditor } from './support/language-server.ts';

const examples = path.join(root, 'examples');
const minimal = path.join(examples, 'minimal.yaml');
const text = readFileSync(minimal, 'utf8');
const schema = readFileSync(path.join(root, 'schema.json'), 'utf8');
const MODELINE = /^# yaml-language-server: \$schema=(\S+)$/;

/** Every YAML file of the examples that names its schema, by its place below them. */
const named = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/.test(name) && !name.includes('output'))
  .map((name) => ({
    name,
    line: readFileSync(path.join(examples, name), 'utf8').split('\n', 1)[0],
  }))
  .filter(({ line }) => MODELINE.test(line ?? ''));

describe('the first line of an example', () => {
  it('names the schema in every main file', () => {
    const mains = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(^|[\\/])trust\.yaml$|^[^\\/]+\.yaml$/.test(name),
    );
    expect(mains).toContain('minimal.yaml');
    expect(named.map(({ name }) => name)).toEqual(expect.arrayContaining(mains));
  });

  it.each(named)('leads from $name to the schema of this tool', ({ name, line }) => {
    const place = MODELINE.exec(line ?? '')?.[1] ?? '';
    const found = readFileSync(path.resolve(examples, path.dirname(name), place), 'utf8');
    expect(found).toBe(schema);
  });
});

describe('an editor with the language server for YAML', () => {
  let editor: Editor;

  const lines = text.split('\n');
  /** The place of a text in the example. */
  const at = (wanted: string) => {
    const line = lines.findIndex((candidate) => candidate.includes(wanted));
    return [line, (lines[line] ?? '').indexOf(wanted.trim()) + 1] as const;
  };

  beforeAll(async () => {
    editor = await yamlEditor();
  });
  afterAll(() => editor.end());

  it('finds nothing wrong with the smallest example', async () => {
    expect(await editor.open(minimal, text)).toEqual([]);
  });

  it.each(named)('finds nothing wrong with $name', async ({ name }) => {
    const file = path.join(examples, name);
    expect(await editor.open(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  it('finds a key that is misspelt', async () => {
    const wrong = text.replace('    pupils: 206', '    pupls: 206');
    const problems = await editor.open(path.join(examples, 'wrong.yaml'), wrong);
    const line = wrong.split('\n').findIndex((candidate) => candidate.includes('pupls'));
    expect(problems).toMatchObject([
      { message: expect.stringContaining('pupls'), range: { start: { line, character: 4 } } },
    ]);
  });

  it('explains a key in our words', async () => {
    await editor.open(minimal, text);
    expect(await editor.hover(minimal, ...at('  name: Otterwick Learning'))).toContain(
      'The trust’s name, as the document should print it.',
    );
    expect(await editor.hover(minimal, ...at('example: yes'))).toContain(
      'yes if the trust is invented.',
    );
  });

  it('offers the keys that may stand at a place', async () => {
    const file = path.join(examples, 'typing.yaml');
    const typing = text.replace('    pupils: 148\n', '    pupils: 148\n    \n');
    await editor.open(file, typing);
    const line = typing.split('\n').indexOf('    ');
    const inSchool = await editor.complete(file, line, 4);
    expect(inSchool).toEqual(expect.arrayContaining(['urn', 'ages', 'joined']));
    expect(inSchool).not.toContain('pupils');

    await editor.open(path.join(examples, 'top.yaml'), `${text}\n`);
    const top = await editor.complete(path.join(examples, 'top.yaml'), lines.length, 0);
    expect(top).toEqual(expect.arrayContaining(['metrics', 'five_answers']));
  });
});
