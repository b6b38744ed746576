import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildOptions, BuildResult } from '../../src/build/build.ts';
import type { Manifest } from '../../src/record/manifest.ts';
import { recordText, sealed } from '../../src/record/record.ts';
import { addressees } from '../support/addressees.ts';
import { buildCopies, contentsOf, fakeBrowsers } from '../support/batch.ts';
import { folderWith } from '../support/folder.ts';
import { smallTrust } from '../support/trusts.ts';

const SCHOOLS = 200;

/** A trust that two hundred schools asked, of which every sixth is told of punctuality. */
const manySchools = `as_of: 1 November 2026
${smallTrust}metrics:
  late:
    label: Pupils late on a school day
    unit: "%"
    series: { 2024/25: 4.1%, 2025/26: 3.7% }
${addressees(SCHOOLS).replace(/Reading in year 6$/gm, 'Coming on time')}`.replace(
  /priorities:\n {6}- Coming on time/g,
  'in_its_copy:\n      five_answers:\n        cost: $late of pupils come late, and it costs nothing to change that.',
);

const wanted: Partial<BuildOptions> = { schools: ['all'], editions: ['summary'], jobs: 4 };

const made = ({ documents }: BuildResult) =>
  documents.flatMap(({ place, state, why }) => (state === 'made' ? `${place}: ${why}` : []));

const placesOf = (files: Record<string, string>, words: string) =>
  Object.entries(files).flatMap(([name, text]) =>
    name.endsWith('.md') && text.includes(words) ? name.slice(0, -3) : [],
  );

describe('of two hundred copies', () => {
  it('those alone are made again that print the figure that has changed', {
    timeout: 240_000,
  }, async () => {
    const cwd = folderWith({ 'trust.yaml': manySchools });
    await buildCopies(cwd, fakeBrowsers(), wanted);
    const before = contentsOf(path.join(cwd, 'output'));
    const printing = placesOf(before, '3.7% of pupils');
    expect(printing).toHaveLength(33);

    // A figure that some of them print, and the name of one school, which its own copy alone has.
    const changed = manySchools.replace('3.7%', '3.2%').replace('Fold 2 Primary', 'Fold 2 Infant');
    writeFileSync(path.join(cwd, 'trust.yaml'), changed);
    const browsers = fakeBrowsers();
    const result = await buildCopies(cwd, browsers, wanted);
    const due = [...printing, 'for/995001/summary'].sort();
    expect(made(result)).toEqual(due.map((place) => `${place}: text`));
    expect(browsers.printed).toHaveLength(due.length);
    const after = contentsOf(path.join(cwd, 'output'));
    expect(placesOf(after, '3.2% of pupils')).toEqual(printing);
    const differing = Object.keys(after).filter((name) => after[name] !== before[name]);
    const places = new Set(differing.map((name) => name.replace(/\.\w+$/, '')));
    expect(places).toEqual(new Set([...due, 'build']));
  });
});

const three = `as_of: 1 November 2026\n${smallTrust}contacts:\n  - who: Clerk\n    email: clerk@otterwick.example\n${addressees(3)}`;
const both: Partial<BuildOptions> = { schools: ['all'], editions: ['summary', 'governors'] };
const notes = path.join('templates', 'sections', 'notes.hbs');
const theme = path.join('templates', 'themes', 'clear', 'theme.css');
const own = { [notes]: '### {{section.title}}\n', [theme]: 'body { color: #111 }\n' };
const all = ['summary', 'governors'];

describe('a change', () => {
  it.each<[string, (text: string) => Record<string, string>, string[], string?]>([
    ['of a template that one edition alone has', () => ({ [notes]: '### Notes\n' }), ['governors']],
    ['of a theme', () => ({ [theme]: 'body { color: #222 }\n' }), all],
    [
      'of the brand’s colour',
      (text) => ({
        'trust.yaml': text.replace('trust:\n', 'trust:\n  brand: {colour: "#7a1f3d"}\n'),
      }),
      all,
    ],
    [
      'of the date',
      (text) => ({ 'trust.yaml': text.replace('1 November 2026', '2 November 2026') }),
      all,
      'date',
    ],
    ['of a comment', (text) => ({ 'trust.yaml': `# Later\n${text}` }), []],
    [
      'of a template that nothing prints',
      () => ({ [path.join('templates', 'sections', 'x.hbs')]: 'x' }),
      [],
    ],
    ['of nothing', () => ({}), []],
  ])('%s makes again what shows it and nothing else', async (_, change, editions, why = 'text') => {
    const cwd = folderWith({ 'trust.yaml': three, ...own });
    await buildCopies(cwd, fakeBrowsers(), both);
    for (const [name, text] of Object.entries(change(three))) {
      writeFileSync(path.join(cwd, name), text);
    }
    const result = await buildCopies(cwd, fakeBrowsers(), both);
    expect(result.outcome).toBe('done');
    expect(made(result)).toEqual(
      [0, 1, 2].flatMap((index) =>
        editions.map((edition) => `for/${995_000 + index}/${edition}: ${why}`),
      ),
    );
  });
});

describe('a record with a seal that fits, and yet untrue', () => {
  type Document = Manifest['documents'][number];
  const each = (change: (document: Document) => Document) => (record: Manifest) => ({
    ...record,
    documents: record.documents.map(change),
  });
  const zeros = '0'.repeat(64);

  it.each<[string, (record: Manifest) => Manifest, string]>([
    [
      'of another version of the tool',
      (record) => ({ ...record, tool: { ...record.tool, version: '0.0.1' } }),
      'tool',
    ],
    [
      'with false hashes of its files',
      each((document) => ({
        ...document,
        files: document.files.map((file) => ({ ...file, sha256: zeros })),
      })),
      'altered',
    ],
    [
      'with false hashes of what they were made from',
      each((document) => ({ ...document, inputs: zeros, content: zeros })),
      'text',
    ],
    [
      'with places out of its folder',
      each((document) => ({
        ...document,
        files: document.files.map((file) => ({ ...file, path: `../${file.path}` })),
      })),
      'new',
    ],
    [
      'with places from the root',
      each((document) => ({
        ...document,
        files: document.files.map((file) => ({ ...file, path: `/tmp/${file.path}` })),
      })),
      'new',
    ],
  ])('%s only costs time', async (_, spoil, why) => {
    const cwd = folderWith({ 'trust.yaml': three, ...own });
    await buildCopies(cwd, fakeBrowsers(), { schools: ['all'] });
    const before = contentsOf(path.join(cwd, 'output'));
    const file = path.join(cwd, 'output', 'build.json');
    const { seal: _seal, ...record } = spoil(JSON.parse(readFileSync(file, 'utf8')));
    writeFileSync(file, recordText(sealed(record)));
    const result = await buildCopies(cwd, fakeBrowsers(), { schools: ['all'] });
    expect(result.documents.map((document) => document.why)).toEqual([why, why, why]);
    expect(contentsOf(path.join(cwd, 'output'))).toEqual(before);
  });
});
