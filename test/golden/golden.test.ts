import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { editions } from '../../src/knowledge/editions.ts';
import { principleIds } from '../../src/knowledge/principles.ts';
import type { Theme } from '../../src/typeset/theme.ts';
import { root } from '../support/cli.ts';
import { copiesOf } from '../support/copies.ts';
import { documentMaker, quillbrook, sectionOf } from '../support/document.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { expectGolden } from '../support/golden.ts';
import { tracesIn } from '../support/traces.ts';

const input = path.join(import.meta.dirname, 'input');
const output = path.join(import.meta.dirname, 'output');

/** Each case and its profile; the examples are cases too. */
const cases = [
  { name: 'minimal', profile: path.join(root, 'examples', 'minimal.yaml') },
  { name: 'quillbrook', profile: path.join(root, 'examples', 'quillbrook') },
  ...readdirSync(input).map((name) => ({ name, profile: path.join(input, name) })),
];

// How a page looks is not what these files hold: the style sheet and the signs are left out.
const theme: Theme = {
  name: 'golden',
  css: '',
  signs: new Map(principleIds.map((id) => [id, `<svg class="${id}"></svg>`])),
};

describe.each(cases)('$name', ({ name, profile: wanted }) => {
  it('becomes the same Markdown and the same HTML as ever', async () => {
    const { value, diagnostics } = await check(wanted, testEffects(root));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual([]);
    if (!value) throw new Error('not readable');

    const { profile, status } = value;
    const maker = await documentMaker(profile.folder);
    const { markdown, html } = await maker.document(profile, { status, theme });
    expectGolden(path.join(output, name, 'prospectus.md'), markdown);
    expectGolden(path.join(output, name, 'prospectus.html'), withoutBytes(html));
    // There, what looks like the trace of something empty is what was typed.
    if (name !== 'markdown-of-every-kind') expect(tracesIn(markdown)).toEqual([]);
  });
});

// A paper that is short, of the example, for each kind of reader; one of them as a page too.
describe.each(editions.filter(({ id }) => id !== 'prospectus'))('the edition $id', (edition) => {
  it('becomes the same Markdown as ever', async () => {
    const profile = await quillbrook();
    const maker = await documentMaker(profile.folder);
    const { markdown, html } = await maker.document(profile, { edition, theme });
    expectGolden(path.join(output, 'quillbrook', `${edition.file}.md`), markdown);
    if (edition.id === 'families') {
      expectGolden(path.join(output, 'quillbrook', 'families.html'), withoutBytes(html));
    }
    expect(tracesIn(markdown)).toEqual([]);
  });
});

describe('the copies', () => {
  const folder = path.join(input, 'copies');
  const sections = ['cover', 'growth', 'schools', 'journey'];

  it('say to a school of each kind what they always said', async () => {
    const { copies, diagnostics } = await copiesOf(folder, ['all']);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(copies).toHaveLength(8);
    for (const { place, markdown } of copies) {
      const told = sections.map((name) => sectionOf(markdown, name)).join('\n\n');
      expectGolden(path.join(output, 'copies', `${place}.md`), `${told}\n`);
      expect(tracesIn(markdown)).toEqual([]);
    }
  });
});

it('there is no output without its case', () => {
  expect(readdirSync(output).sort()).toEqual(cases.map(({ name }) => name).sort());
});

describe('a golden file', () => {
  it('is what it was, whatever its line ends', () => {
    const file = path.join(folderWith({ 'a.md': 'a\r\nb\r\n' }), 'a.md');
    expect(() => expectGolden(file, 'a\nb\n', {})).not.toThrow();
    expect(() => expectGolden(file, 'a\nc\n', {})).toThrow();
  });

  it('must be there', () => {
    const file = path.join(folderWith(), 'a.md');
    expect(() => expectGolden(file, 'a', {})).toThrow(/test:update/);
    expect(() => expectGolden(file, 'a', { CI: 'true' })).toThrow(/test:update/);
  });

  it('is written anew when that is asked for, and never in CI', () => {
    const file = path.join(folderWith(), 'new', 'a.md');
    expect(() => expectGolden(file, 'a', { UPDATE_GOLDEN: '1', CI: 'true' })).toThrow();
    expect(existsSync(file)).toBe(false);
    expectGolden(file, 'a', { UPDATE_GOLDEN: '1' });
    expect(readFileSync(file, 'utf8')).toBe('a');
  });
});

/** Pictures by the hash of what they hold, so that the file stays small. */
function withoutBytes(html: string): string {
  return html.replace(/base64,([\w+/=]{40,})/g, (_, bytes: string) => {
    const hash = createHash('sha256').update(Buffer.from(bytes, 'base64')).digest('hex');
    return `sha256,${hash.slice(0, 12)}`;
  });
}
