import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { inReadingOrder } from '../../src/diagnostics/diagnostic.ts';
import { defaultLimits } from '../../src/profile/limits.ts';
import { readProfile } from '../../src/profile/read.ts';
import { topLevelKeys } from '../../src/profile/schema/profile.ts';
import type { Value } from '../../src/profile/yaml/values.ts';
import { example, root } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { profileOf, read, told } from '../support/profile.ts';
import { places, profileWith } from '../support/schema.ts';

const minimal = readFileSync(path.join(root, 'examples', 'minimal.yaml'), 'utf8');

/** What is told of a profile, in reading order. */
async function problems(files: string | Record<string, string>): Promise<string[]> {
  const { diagnostics } = await read(files);
  return told(inReadingOrder(diagnostics), files);
}

describe('readProfile', () => {
  it('reads a profile of about 25 lines', async () => {
    expect(minimal.trim().split('\n').length).toBeLessThanOrEqual(28);
    const { value, diagnostics } = await read(minimal);
    expect(diagnostics).toEqual([]);
    expect(value?.data).toMatchObject({
      example: true,
      trust: { name: 'Otterwick Learning Trust' },
      schools: [{ name: 'Otterwick Primary School', pupils: 206 }, { pupils: 148 }],
      evidence: { diary: { period: { kind: 'academic year', start: 2025 } } },
    });
  });

  it('reads the whole example', async () => {
    const { value, diagnostics } = await readProfile(example, testEffects(root));
    expect(diagnostics).toEqual([]);
    expect(value?.data.schools).toHaveLength(6);
    expect(value?.files.map((file) => file.path)).toEqual([
      'trust.yaml',
      ...readdirSync(example)
        .filter((name) => name.endsWith('.yaml') && name !== 'trust.yaml')
        .sort(),
    ]);
  });

  it('reads the same from one file as from a folder of parts', async () => {
    const names = readdirSync(example).filter((name) => name.endsWith('.yaml'));
    const parts = Object.fromEntries(
      names.map((name) => [name, readFileSync(path.join(example, name), 'utf8')]),
    );
    const inParts = await profileOf(parts);
    const inOne = await profileOf(Object.values(parts).join('\n'));
    expect(inOne.data).toEqual(inParts.data);
    expect(inOne.typed).toEqual(inParts.typed);
    expect(inParts.files).toHaveLength(names.length);
    expect(inOne.files).toHaveLength(1);
  });

  it.each([
    ['a byte order mark', `\ufeff${minimal}`],
    ['the line ends of Windows', minimal.replaceAll('\n', '\r\n')],
    ['both', `\ufeff${minimal.replaceAll('\n', '\r\n')}`],
    ['a line of hyphens at the top', `---\n${minimal}`],
    ['no line end at the end', minimal.trimEnd()],
  ])('reads the same with %s', async (_, text) => {
    expect((await profileOf(text)).data).toEqual((await profileOf(minimal)).data);
  });

  it('keeps the typed beside the read', async () => {
    const { data, typed } = await profileOf('trust:\n  name: A\n  founded: 1 Sept 2016\n');
    expect(data.trust.founded).toEqual({ year: 2016, month: 9, day: 1 });
    expect(typed).toEqual({ trust: { name: 'A', founded: '1 Sept 2016' } });
  });

  it('gives each file its hash, and itself a folder without links in it', async () => {
    const first = await profileOf(minimal);
    const second = await profileOf(minimal);
    const other = await profileOf(`${minimal}# one more line\n`);
    expect(first.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(second.files).toEqual(first.files);
    expect(other.files).not.toEqual(first.files);
    expect(path.isAbsolute(first.folder)).toBe(true);
  });

  it('reads a whole profile as one that nothing is missing from', async () => {
    const { value, readable } = await read(minimal);
    expect(readable).toBe(value);
    expect(value?.faulty([])).toBe(false);
    expect(value?.faulty(['evidence', 'nowhere'])).toBe(false);
  });
});

describe('the place of a thing in a profile', () => {
  const files = {
    'trust.yaml': 'trust:\n  name: A\ngrowth:\n  pace: |\n    One school a year.\n',
    'schools.yaml': 'schools:\n  - name: B\n  - {name: C, urn: 990001}\n',
    'case-studies.yaml':
      '# told by heads\ncase_studies:\n  - title: D\n    starting_point: E\n    action: F\n',
  };

  it.each([
    ['trust.yaml', 2, 9, ['trust', 'name']],
    ['trust.yaml', 5, 5, ['growth', 'pace']],
    ['schools.yaml', 2, 11, ['schools', 0, 'name']],
    ['schools.yaml', 3, 20, ['schools', 1, 'urn']],
    ['case-studies.yaml', 3, 12, ['case_studies', 0, 'title']],
  ])('is in %s, line %d, column %d', async (file, line, column, at) => {
    const place = (await profileOf(files)).place(at);
    expect(place).toMatchObject({ file, range: { start: { line, column } } });
  });

  it('is that of its key where that is asked for', async () => {
    const place = (await profileOf(files)).place(['schools', 1, 'urn'], 'key');
    expect(place.range?.start).toMatchObject({ line: 3, column: 15 });
  });

  it('is named from the folder the command was run in', async () => {
    const folder = folderWith({ 'our trust/trust.yaml': 'trust:\n  name: A\n' });
    const { value } = await readProfile('our trust', testEffects(folder));
    expect(value?.place(['trust']).file).toBe('our trust/trust.yaml');
    const up = await readProfile(folder, testEffects(path.join(folder, 'our trust')));
    expect(up.diagnostics.map(({ code }) => code)).toEqual(['no-profile']);
  });
});

describe('a profile with mistakes', () => {
  const mistaken = [
    'status: relaese',
    'as_of: 31 November 2026',
    'trust:',
    '  nmae: Otterwick Learning Trust',
    '  reference: tr99901',
    'growth:',
    '  pace: One school a year.',
    '  pace: Two schools a year.',
    '  we_say_no_when: never',
    'schools:',
    '  - name: Otterwick Primary School',
    '    ages: 11 to 4',
    '    inspections:',
    '      - date: 2 March 2024',
    '        judgements: {quality_of_education: god}',
    '  - phase: primary',
    'metrics:',
    '  visits:',
    '    series:',
    '      2024/26: 12',
    '',
  ].join('\n');

  it('has all of them told in one pass, in reading order, each at its place', async () => {
    expect(await problems(mistaken)).toEqual([
      'not-a-choice trust.yaml:1:9 “relaese”',
      'bad-date trust.yaml:2:8 “31 November 2026”',
      'unknown-key trust.yaml:4:3 “nmae”',
      'bad-trust-reference trust.yaml:5:14 “tr99901”',
      'duplicate-key trust.yaml:8:3 “pace”',
      'wrong-type trust.yaml:9:19 “never”',
      'bad-ages trust.yaml:12:11 “11 to 4”',
      'not-a-choice trust.yaml:15:44 “god”',
      'missing-key trust.yaml:16:5 “phase: primary”',
      'bad-period trust.yaml:20:7 “2024/26”',
    ]);
  });

  it('is not built from', async () => {
    expect((await read(mistaken)).value).toBeNull();
  });

  it('has those of all its files told', async () => {
    const files = {
      'trust.yaml': 'trust:\n\tname: A\n',
      'schools.yaml': 'schools:\n  - name: B\n    urn: 12\n',
      'risks.yaml': 'risks:\n  - risk: @C\n',
      'voices.yaml': 'voices:\n  - quote: D\n    rule: E\n',
    };
    expect(await problems(files)).toEqual([
      'yaml-syntax risks.yaml:2:11 “@”',
      'bad-urn schools.yaml:3:10 “12”',
      'yaml-tab trust.yaml:2:1 “\t”',
      'unknown-key voices.yaml:3:5 “rule”',
    ]);
  });

  it('does not have the same one told twice', async () => {
    expect(await problems('trust:\n  name: *nobody\n')).toEqual([
      'yaml-alias trust.yaml:2:9 “*nobody”',
    ]);
    expect(await problems('trust:\n  name: !who\n')).toEqual(['yaml-tag trust.yaml:2:13 “”']);
    expect(await problems('trust: [\n')).toHaveLength(1);
  });

  it('hears of a key with nothing after it that it is empty, at the key', async () => {
    const text = 'trust:\n  vision: Known by name.\n  name:\n';
    const { diagnostics } = await read(text);
    expect(told(diagnostics, text)).toEqual(['missing-key trust.yaml:3:3 “name”']);
    expect(diagnostics[0]?.message).toBe('“name” of “trust” is empty.');
  });

  it.each([
    ['an empty file', ''],
    ['a file of comments', '# nothing yet\n'],
    ['a file of empty keys', 'trust:\n  name:\nschools:\n'],
  ])('hears of %s how to begin', async (_, text) => {
    const { diagnostics } = await read(text);
    expect(diagnostics).toMatchObject([{ code: 'empty-profile', file: 'trust.yaml', range: null }]);
    expect(diagnostics[0]?.hint).toContain('“trust:”');
  });

  it.each([
    ['a single text', 'Dear governors\n'],
    ['a list', '- trust\n- schools\n'],
    ['a page from the web', '<!doctype html>\n'],
    ['JSON of another kind', '[1, 2]\n'],
  ])('hears of %s that it is no profile', async (_, text) => {
    const { value, diagnostics } = await read(text);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'wrong-type', file: 'trust.yaml', range: null }]);
  });

  it('may be written as JSON', async () => {
    expect((await profileOf('{"trust": {"name": "A"}}')).data.trust.name).toBe('A');
  });

  it('has as many told as it has', async () => {
    const { diagnostics } = await read(
      `trust: {name: A}\nrisks: [${'{rsk: a},'.repeat(39_000)}]\n`,
    );
    expect(diagnostics).toHaveLength(39_000);
  });
});

describe('what can be read of a profile with mistakes', () => {
  it('is the rest, at its place', async () => {
    const text = [
      'trust: {name: A, ukprn: 5}',
      'as_of: never',
      'schools:',
      '  - name: B',
      '    urn: 12',
      '  - phase: primary',
      '  - name: C',
      'risks:',
      '  - risk: [D]',
      '  - risk: E',
      '',
    ].join('\n');
    const { readable } = await read(text);
    expect(readable?.data).toEqual({
      trust: { name: 'A' },
      schools: [{ name: 'B' }, { name: 'C' }],
      risks: [{ risk: 'E' }],
    });
    expect(readable?.place(['schools', 1, 'name']).range?.start.line).toBe(7);
    expect(readable?.place(['risks', 0, 'risk']).range?.start.line).toBe(10);
  });

  it('knows where something is missing from it', async () => {
    const { readable } = await read({
      'trust.yaml':
        'trust: {name: A, ukprn: 5, uid: 3}\nmetrics:\n  visits: {series: {2024/25: lots}}\n',
      'evidence.yaml': 'diary:\n  title: The diary\n',
      'risks.yaml': 'risks:\n\t- risk: x\n',
    });
    expect(readable?.faulty(['trust', 'ukprn'])).toBe(true);
    expect(readable?.faulty(['trust', 'uid'])).toBe(false);
    expect(readable?.faulty(['metrics', 'visits'])).toBe(true);
    expect(readable?.faulty(['metrics', 'hours'])).toBe(false);
    expect(readable?.faulty(['evidence', 'diary'])).toBe(true);
    expect(readable?.faulty(['risks'])).toBe(true);
    expect(readable?.faulty(['schools'])).toBe(false);
  });

  it('knows what a part that is too large would have held', async () => {
    const folder = folderWith({
      'trust.yaml': 'trust: {name: A}\n',
      'risks.yaml': `risks:\n${'  - risk: B\n'.repeat(20)}`,
    });
    const limits = { ...defaultLimits, nodes: 20 };
    const { readable, diagnostics } = await readProfile(folder, testEffects(folder), limits);
    expect(diagnostics.map(({ code }) => code)).toEqual(['profile-too-large']);
    expect(readable?.faulty(['risks', 19])).toBe(true);
    expect(readable?.faulty(['schools'])).toBe(false);
  });

  it('may be what a misspelt key holds', async () => {
    const { readable } = await read('trust: {name: A}\nevidense: {diary: {title: B}}\n');
    expect(readable?.faulty(['evidence', 'diary'])).toBe(true);
    expect(readable?.faulty(['trust'])).toBe(false);
  });

  it('is nothing without the name of the trust', async () => {
    expect((await read('trust: {vision: x}\nschools: [{name: B}]\n')).readable).toBeNull();
    expect((await read('trust: [\n')).readable).toBeNull();
  });

  it('is everything else, whatever is wrong in a part', async () => {
    const anywhere = [...places()].filter(({ path: at }) => at.length > 1 && at[0] !== 'trust');
    const wrong = fc.constantFrom('a text', ['a', 'b'], { a: 'b' }, [[['a']]], 'x'.repeat(7_000));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...anywhere), wrong, async ({ path: at }, value) => {
        const profile = profileWith(at, value) as Record<string, object>;
        const { readable, diagnostics } = await read(
          stringify({ ...profile, trust: { name: 'A' } }),
        );
        expect(readable?.data.trust).toEqual({ name: 'A' });
        // What is left out of a list has no number any more.
        const there = at.includes(0) ? at.slice(0, at.indexOf(0)) : at;
        expect(readable?.faulty(there)).toBe(diagnostics.length > 0);
      }),
      { numRuns: 150 },
    );
  });

  it('is found whatever the profile holds, and each problem has its place in it', async () => {
    const keys = [...new Set(everyKey())];
    const { value } = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom('yes', '2024/25', '68%', 'SUPP', 'fact', '$a', '1 May 2026', 'a', '#fff'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('value'), {
          maxKeys: 6,
          noNullPrototype: true,
        }),
      ),
    }));
    const profile = fc.dictionary(fc.constantFrom(...topLevelKeys), value, {
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(profile, async (typed) => {
        const { diagnostics, readable } = await read(
          stringify({ ...typed, trust: { name: 'A', ...(typed.trust as object) } }),
        );
        expect(readable === null && diagnostics.length === 0).toBe(false);
        for (const { file, range } of diagnostics) {
          expect(file).toBe('trust.yaml');
          expect(range?.start.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function everyKey(): string[] {
  return [...places()].flatMap(({ path: at }) => at.filter((step) => typeof step === 'string'));
}
