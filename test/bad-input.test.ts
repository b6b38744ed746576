import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Effects } from '../src/effects/effects.ts';
import { cli, example, spawnCli } from './support/cli.ts';
import { testEffects } from './support/effects.ts';
import { failingWrites } from './support/failing.ts';
import { folderWith } from './support/folder.ts';
import { attribute, elementsOf, wordsOf } from './support/html.ts';
import { grain, pngClaiming } from './support/pictures.ts';
import { posix } from './support/processes.ts';
import { places } from './support/schema.ts';
import { smallTrust } from './support/trusts.ts';

const small = { 'trust.yaml': smallTrust };
const withLogo = smallTrust.replace(
  'trust:\n',
  'trust:\n  logo: { file: in.png, alt: Otterwick }\n',
);
const claim = (text: string) => `principles:\n  improvement:\n    claims:\n      - text: ${text}\n`;
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Each refers nine times to the one before it: the last stands for nine to the ninth. */
const exploding = `trust:\n  name: A\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from(
  { length: 8 },
  (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]\n`,
).join('')}`;

const schools = (count: number, more = '') =>
  `example: yes\ntrust:\n  name: Otterwick Learning Trust\nschools:\n${Array.from(
    { length: count },
    (_, at) =>
      `  - name: School ${at + 1}\n    phase: primary\n    pupils: ${100 + (at % 400)}\n${more}`,
  ).join('')}`;

interface Bad {
  files?: Record<string, string | Uint8Array>;
  prepare?: (folder: string) => void;
  argv?: string[];
  changes?: (folder: string) => Partial<Effects>;
}

/** What comes in, what the shell is told, and what the person is. */
const table: readonly [string, Bad, number, RegExp][] = [
  [
    'a file of 50 MB',
    { files: { 'trust.yaml': Buffer.alloc(50 * 1024 * 1024, 'a') } },
    1,
    /This file has 50 MB; a profile’s file may have 8 MB\. .* --limit file-mb=50 /,
  ],
  [
    'brackets 200 levels deep',
    { files: { 'trust.yaml': `trust:\n  name: A\nrisks: ${'['.repeat(200)}${']'.repeat(200)}\n` } },
    1,
    /Groups stand inside groups more than 24 deep\./,
  ],
  [
    'keys 200 levels deep',
    {
      files: {
        'trust.yaml': Array.from({ length: 200 }, (_, at) => `${'  '.repeat(at)}a:\n`).join(''),
      },
    },
    1,
    /Groups stand inside groups more than 24 deep\./,
  ],
  [
    'references that explode',
    { files: { 'trust.yaml': exploding } },
    1,
    /^Error yaml-alias trust\.yaml:3:.* References with \* repeat so much .* 1 error\./,
  ],
  ['UTF-16', { files: { 'trust.yaml': utf16(smallTrust) } }, 1, /was saved as “Unicode”/],
  [
    'the encoding of older Windows programs',
    { files: { 'trust.yaml': Buffer.from('trust:\n  name: Caf\xe9 £5\n', 'latin1') } },
    1,
    /save it again with the encoding UTF-8; then check its accents and pound signs/,
  ],
  ['a byte order mark', { files: { 'trust.yaml': `\ufeff${smallTrust}` } }, 0, /one school/],
  [
    'bytes that are no text',
    { files: { 'trust.yaml': Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe, 0]) } },
    1,
    /not text in UTF-8/,
  ],
  [
    'a key that would reach a prototype',
    { files: { 'trust.yaml': `${smallTrust}__proto__:\n  polluted: yes\n` } },
    1,
    /“__proto__” cannot be used as a key\./,
  ],
  [
    'a tag that would run something',
    { files: { 'trust.yaml': `${smallTrust}growth:\n  why_now: !!js/function "x"\n` } },
    1,
    /“!!js\/function” is a YAML tag\. A profile holds text only, never instructions\./,
  ],
  [
    'a claim of 4,000 words',
    { files: { 'trust.yaml': `${smallTrust}${claim('word '.repeat(4000))}` } },
    1,
    /Error text-too-long trust\.yaml:\d+:\d+ .*characters/,
  ],
  [
    'no schools',
    { files: { 'trust.yaml': 'example: yes\ntrust:\n  name: Otterwick Learning Trust\n' } },
    0,
    /no schools/,
  ],
  ['200 schools', { files: { 'trust.yaml': schools(200) } }, 0, /200 schools/],
  [
    '10,000 schools with more to say than is allowed',
    {
      files: {
        'trust.yaml': schools(
          10_000,
          '    ages: 4 to 11\n    address: A Street\n    local_authority: Westmorland\n    head: A Person\n    website: https://a.example\n',
        ),
      },
    },
    1,
    /^Error profile-too-large .*The profile holds more than 80,000 values\. .* --limit values=800000 .*1 error\./,
  ],
  [
    'the same, allowed',
    { files: { 'trust.yaml': schools(10_000) }, argv: ['check', '--limit', 'values=800000'] },
    0,
    /10000 schools/,
  ],
  [
    'a picture that a link leads to from outside',
    {
      files: { 'trust.yaml': withLogo },
      prepare: (folder) =>
        symlinkSync(path.join(example, 'images', 'logo.png'), path.join(folder, 'in.png')),
    },
    1,
    /“in\.png” is not inside the profile’s folder\./,
  ],
  [
    'a picture of 30,000 pixels',
    { files: { 'trust.yaml': withLogo, 'in.png': pngClaiming(30_000, 30_000) } },
    1,
    /“in\.png” is 30000 by 30000 pixels, 900 million in all; a picture may have 200 million\./,
  ],
  [
    'a picture that is something else, renamed',
    { files: { 'trust.yaml': withLogo, 'in.png': '%PDF-1.7\n' } },
    1,
    /Error not-an-image .*Changing the end of its name is not enough\./,
  ],
  [
    'a picture of no bytes',
    { files: { 'trust.yaml': withLogo, 'in.png': '' } },
    1,
    /“in\.png” is empty\./,
  ],
  [
    'a picture that is corrupt',
    {
      files: { 'trust.yaml': withLogo, 'in.png': pngClaiming(40, 40) },
      argv: ['build', '-f', 'md'],
    },
    1,
    /Error image-damaged .*“in\.png” cannot be read as a picture: .*output\/prospectus\.md/,
  ],
  [
    'a full disk',
    {
      argv: ['build', '-f', 'md'],
      changes: (folder) => ({ files: failingWrites(folder, { 'prospectus.md': 'ENOSPC' }) }),
    },
    2,
    /could not be written: the disk is full\. Make room/,
  ],
  [
    'an output folder that is a file',
    { files: { ...small, output: 'mine' }, argv: ['build', '-f', 'md'] },
    2,
    /a file stands where a folder should be/,
  ],
  [
    'an output folder that is the profile’s own',
    { argv: ['build', '-f', 'md', '--out', '.'] },
    0,
    / prospectus\.md \d+ kB|^.*prospectus\.md/,
  ],
  [
    'a clock that stands in the past',
    {
      argv: ['build', '-f', 'md'],
      changes: () => ({ now: () => new Date('1970-01-01T00:00:00Z') }),
    },
    1,
    /which has not come yet on 1 January 1970\..*output\/prospectus\.md/,
  ],
  [
    'a moment that is none',
    { changes: () => ({ env: { SOURCE_DATE_EPOCH: 'yesterday' } }) },
    3,
    /SOURCE_DATE_EPOCH is “yesterday”, which is no number of seconds/,
  ],
];

/** All that was printed, each run of spaces as one. */
const said = ({ stdout, stderr }: { stdout: string; stderr: string }) =>
  `${stderr} ${stdout}`.replace(/\s+/g, ' ').trim();

describe('bad input', () => {
  it.each(table.filter(([name]) => posix || !name.includes('link')))(
    'of %s ends with its code and its message, and never with a fault of ours',
    async (_, { files = small, prepare, argv = ['check'], changes }, code, message) => {
      const folder = folderWith(files);
      prepare?.(folder);
      const result = await cli(argv, folder, changes?.(folder));
      expect(said(result)).toMatch(message);
      expect(result.code).toBe(code);
      expect(said(result)).not.toMatch(/should not have happened|\bat \S+ \(|node:internal/);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it('of a folder that is written into leaves what was there', async () => {
    const folder = folderWith({ ...small, 'notes.txt': 'mine' });
    for (let times = 0; times < 2; times++) {
      expect(await cli(['build', '-f', 'md', '-o', '.'], folder)).toMatchObject({ code: 0 });
    }
    expect(readFileSync(path.join(folder, 'trust.yaml'), 'utf8')).toBe(smallTrust);
    expect(readdirSync(folder).sort()).toEqual([
      'build.json',
      'notes.txt',
      'prospectus.md',
      'trust.yaml',
    ]);
  });

  it('of a photograph that is cut short still makes a draft without it', async () => {
    const whole = await grain(300, 200).jpeg().toBuffer();
    const files = { 'trust.yaml': withLogo, 'in.png': whole.subarray(0, whole.length / 2) };
    const result = await cli(['build', '-f', 'md,html'], folderWith(files));
    expect(result.code).toBe(1);
    expect(said(result)).toContain(
      '“in.png” cannot be read as a picture: it is cut short or damaged.',
    );
    expect(result.stdout).toContain('output/prospectus.html');
  });
});

describe('a machine that lacks something', () => {
  it('may have no home: everything is made all the same', async () => {
    const cwd = folderWith({
      'trust.yaml': withLogo,
      'in.png': await grain(60, 40).png().toBuffer(),
    });
    const env = {
      HOME: undefined,
      USERPROFILE: undefined,
      XDG_CACHE_HOME: undefined,
      LOCALAPPDATA: undefined,
    };
    const { finished } = spawnCli(['build', '-f', 'md,html'], { cwd, env });
    const result = await finished;
    expect(result.code).toBe(0);
    expect(existsSync(path.join(cwd, 'output', 'assets'))).toBe(true);
  });

  it.runIf(posix)('may have no folder for temporary files: only the PDF needs one', async () => {
    const cwd = folderWith(small);
    const env = { TMPDIR: path.join(cwd, 'nowhere') };
    expect(await spawnCli(['build', '-f', 'md,html'], { cwd, env }).finished).toMatchObject({
      code: 0,
    });
    const result = await spawnCli(['build', '-f', 'pdf'], { cwd, env }).finished;
    expect(result.code).toBe(2);
    expect(said(result)).toMatch(
      /Error cannot-write The browser needs the folder for temporary files \(.*nowhere\), which cannot be used: it is not there\. Set the variable TMPDIR/,
    );
  });

  it('may have a terminal of 40 columns', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust.replace('pupils', 'pupls') });
    for (const argv of [['check'], ['build', '-f', 'md'], ['check', '--coverage']]) {
      const shown: string[] = [];
      const note = (text: string) => void shown.push(text);
      const terminal = { ...testEffects(cwd).terminal, columns: 40, out: note, err: note };
      await cli(argv, cwd, { terminal });
      const lines = shown.join('').split('\n');
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line) => line.length > 40)).toEqual([]);
    }
  });
});

describe('two builds at once into one folder', () => {
  it('leave whole files, of which the record tells the truth', async () => {
    const cwd = folderWith(small);
    const env = { SOURCE_DATE_EPOCH: '1790000000' };
    const runs = [1, 2, 3].map(() => spawnCli(['build', '-f', 'md,html'], { cwd, env }).finished);
    for (const result of await Promise.all(runs)) expect(result).toMatchObject({ code: 0 });
    const output = path.join(cwd, 'output');
    expect(readdirSync(output).sort()).toEqual(['build.json', 'prospectus.html', 'prospectus.md']);
    const { documents } = JSON.parse(readFileSync(path.join(output, 'build.json'), 'utf8')) as {
      documents: { files: { path: string; sha256: string }[] }[];
    };
    for (const { path: name, sha256 } of documents.flatMap(({ files }) => files)) {
      const bytes = readFileSync(path.join(output, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });
});

describe('Markdown, HTML and the marks of templates, typed in every text', () => {
  /** The dollar signs are no metric’s. */
  const typed =
    '<script>alert(1)</script> <img src=x onerror=alert(1)> {{constructor}} {{{x}}} $ $$ | --- ``` [x]: https://evil.example';

  /** Words of a list, which are no text of a person’s own. */
  const choices = new Set(
    [...places()]
      .flatMap(({ schema }) => [schema, ...(schema.anyOf ?? [])])
      .flatMap((one) => one.enum ?? []),
  );
  /** Texts of four words and more that are neither a date nor of a list: what a person writes out. */
  const isProse = (text: string) =>
    text.split(/\s+/).length >= 4 &&
    !choices.has(text) &&
    !/^\D{0,20}\d{1,2} \w+ \d{4}$|\$/.test(text);

  let marked = 0;
  const mark = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (!isProse(value)) return value;
      marked += 1;
      return `${value.slice(0, 80)} ${typed}`;
    }
    if (Array.isArray(value)) return value.map(mark);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mark(inner)]));
  };

  /** The whole example with what was typed in it, built. */
  async function build() {
    const cwd = folderWith();
    cpSync(example, cwd, { recursive: true, filter: (file) => path.basename(file) !== 'output' });
    for (const name of readdirSync(cwd).filter((file) => file.endsWith('.yaml'))) {
      const file = path.join(cwd, name);
      const content = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as unknown;
      writeFileSync(file, JSON.stringify(mark(content), null, 1));
    }
    const result = await cli(['build', '-f', 'md,html', '--json'], cwd, { env: process.env });
    const read = (ending: string) =>
      readFileSync(path.join(cwd, 'output', `prospectus.${ending}`), 'utf8');
    return { result, read };
  }

  it('come out as they were typed, and do nothing', async () => {
    const { result, read } = await build();
    expect(marked).toBeGreaterThan(150);
    expect((JSON.parse(result.stdout) as { outcome: string }).outcome).toBe('done');

    const html = read('html');
    const elements = elementsOf(html);
    expect(elements.filter(({ tagName }) => tagName === 'script')).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => /^on/.test(name))).toEqual(
      [],
    );
    const links = elements.map((element) => attribute(element, 'href') ?? '');
    expect(links.filter((link) => /^javascript:/i.test(link))).toEqual([]);
    const words = wordsOf(html);
    // As often as it was typed in a text that the document shows.
    expect(words.split('<script>alert(1)</script>').length).toBeGreaterThan(100);
    expect(words.split('{{constructor}} {{{x}}} $ $$ | ---').length).toBeGreaterThan(100);

    // In Markdown it is escaped, so that GitHub shows the same.
    expect(read('md')).not.toMatch(/(^|[^\\])<(script|img)\b/);
  });
});
