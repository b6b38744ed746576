import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Composer } from 'yaml';
import { type ParsedFile, parseYaml } from '../../../src/profile/yaml/parse.ts';
import type { Path, Value } from '../../../src/profile/yaml/values.ts';
import { rules } from '../../../src/rules/index.ts';

const roomy = { depth: 24, nodes: 100_000 };

/** In lexemes: after each, amid values, after a few of them, and never. */
const PIECES = [1, 2, 7, 40];

function yamlIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => path.join(folder, file));
}

function pathsIn(value: Value | undefined, at: Path = []): Path[] {
  if (typeof value !== 'object') return [at];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  const inside = [...keys].flatMap((key) => {
    const item = Array.isArray(value) ? value[Number(key)] : value[key];
    return pathsIn(item, [...at, key]);
  });
  return [at, ...inside];
}

/** All that a file can be asked, at each path that is there and at one further in. */
function told(file: ParsedFile, paths: readonly Path[]) {
  const asked = paths.flatMap((at) => [at, [...at, 'a'], [...at, 0]]).slice(0, 600);
  return {
    value: file.value,
    diagnostics: file.diagnostics,
    places: asked.map((at) => [
      at,
      file.rangeOf(at, 'key'),
      file.rangeOf(at, 'value'),
      file.absence(at),
      file.faulty(at),
    ]),
  };
}

function expectTheSame(text: string, limits = roomy): void {
  const whole = parseYaml('trust.yaml', text, limits, Infinity);
  const paths = [...pathsIn(whole.value), ['b'], ['c', 'd']];
  const gone = paths.filter((at, index) => at.length > 0 && index % 7 === 3);
  for (const piece of PIECES) {
    const file = parseYaml('trust.yaml', text, limits, piece);
    expect(told(file, paths)).toEqual(told(whole, paths));
    expect(told(file.without(gone), paths)).toEqual(told(whole.without(gone), paths));
  }
}

const scalars = [
  ...['x', 'some words', '"quoted: one"', "'it''s'", '~', '', '#0b5351', 'a # comment', '"broken'],
  ...[
    '[a, b]',
    '{a: b, c}',
    '[]',
    '[a: 1]',
    '[*m, {b: *m}]',
    '[open',
    '&m x',
    '*m',
    '!t x',
    '!!str y',
  ],
  ...['|\n@one\n@two', '>-\n@one\n\n@two', 'l\n@more', 'a: b', '- q', '? ', '\tx'],
];
const keys = ['a', 'b', 'c', 'd', 'e', 'f', '"q k"', '__proto__', '? x', '', '[a]', '*m ', '&m a'];
const between = ['', '', '', '', '@# comment\n', '@  # further in\n', '\n', '# left\n', '   \n'];
const after = ['', '', '', ' ', ' # c', ' &m', ' !t'];

interface Item {
  before: string;
  key: string;
  after: string;
  inside: string | Block;
}
interface Block {
  list: boolean;
  step: number;
  items: Item[];
}

/** A block of YAML; some of it is none. */
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.record({
    list: fc.boolean(),
    step: fc.constantFrom(2, 2, 2, 4, 1, 0),
    items: fc.array(
      fc.record({
        before: fc.constantFrom(...between),
        key: fc.oneof(
          { weight: 9, arbitrary: fc.stringMatching(/^[a-z]\d?$/) },
          fc.constantFrom(...keys),
        ),
        after: fc.constantFrom(...after),
        inside: fc.oneof(
          { depthSize: 'medium', withCrossShrink: true },
          { weight: 3, arbitrary: fc.constantFrom('x', '12', 'some words', '"q"') },
          { weight: 1, arbitrary: fc.constantFrom(...scalars) },
          { weight: 4, arbitrary: tie('block') },
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
}));

function written({ list, step, items }: Block, indent = ''): string {
  const lines = items.map(({ before, key, after: end, inside }) => {
    const head = `${before.replaceAll('@', indent)}${indent}${list ? '-' : `${key}:`}`;
    if (typeof inside === 'string') return `${head} ${inside.replaceAll('@', `${indent}  `)}\n`;
    if (list && end === '') return `${head} ${written(inside, `${indent}  `).trimStart()}`;
    return `${head}${end}\n${written(inside, indent + ' '.repeat(list ? 2 : step))}`;
  });
  return lines.join('');
}

/** The text with some of it taken out or put in. */
const slips = fc.array(
  fc.record({
    where: fc.nat(10_000),
    out: fc.nat(3),
    into: fc.constantFrom(
      '',
      ...'ab:-?[]{},&*!|>\'"%@` \t\n#.~',
      '\n---\n',
      '\n...\n',
      '\r\n',
      '\uFEFF',
    ),
  }),
  { maxLength: 3 },
);

function slipped(
  text: string,
  all: readonly { where: number; out: number; into: string }[],
): string {
  return all.reduce((changed, { where, out, into }) => {
    const at = where % (changed.length + 1);
    return changed.slice(0, at) + into + changed.slice(at + out);
  }, text);
}

const heads = fc.constantFrom(
  '',
  '',
  '',
  '---\n',
  '%YAML 1.1\n---\n',
  '# c\n\n',
  '--- &r\n',
  '\uFEFF',
);

describe('a text read in pieces', () => {
  it('is composed bit by bit', () => {
    const compose = vi.spyOn(Composer.prototype, 'compose');
    const item = '  - name: x\n    urn: 1\n';
    const text = `trust:\n  name: y\nschools:\n${item.repeat(1000)}metrics:\n  z: 1\n`;
    expect(parseYaml('trust.yaml', text, roomy, Infinity).diagnostics).toEqual([]);
    expect(compose).not.toHaveBeenCalled();
    expect(parseYaml('trust.yaml', text, roomy).diagnostics).toEqual([]);
    expect(compose.mock.calls.length).toBeGreaterThan(10);
    const sizes = compose.mock.calls.map(([tokens]) => JSON.stringify([...tokens]).length);
    expect(Math.max(...sizes)).toBeLessThan(JSON.stringify(text).length * 10);
    compose.mockRestore();
  });

  it('says what it says when it is read whole, whatever is wrong with it', () => {
    fc.assert(
      fc.property(block, heads, slips, fc.boolean(), (typed, head, changes, windows) => {
        const text = slipped(head + written(typed), changes);
        expectTheSame(windows ? text.replaceAll('\n', '\r\n') : text);
      }),
      { numRuns: 400 },
    );
  });

  it('says the same at each limit', () => {
    const limits = fc.record({
      depth: fc.integer({ min: 1, max: 5 }),
      nodes: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(block, limits, (typed, tight) => expectTheSame(written(typed), tight)),
      { numRuns: 300 },
    );
  });

  it.each([...yamlIn('examples'), ...yamlIn('test')])('says the same of %s', (file) => {
    const text = readFileSync(file, 'utf8');
    expectTheSame(text);
    expectTheSame(text.replaceAll('\n', '\r\n'));
    // Broken off in the middle of something.
    expectTheSame(text.slice(0, (text.length * 2) / 3));
  });

  it('says the same of what breaks each rule, and of what does not', () => {
    const texts = rules.flatMap(({ wrong, right }) => [wrong, right]);
    for (const text of texts.filter((example) => example !== undefined)) expectTheSame(text);
  });

  it.each([
    ['a key without a value after one with an anchor', 'a:\n  b: 1\n  c: &n\n  : d\n  e: 2\n'],
    ['a key in brackets', 'a:\n  - b: 1\n    c: 2\n    [d]:\n      e: 3\n    f: 4\n  - g\n'],
    ['something repeated that is still open', 'a: &a\n  b: 1\n  c: 2\n  d: *a\ne: *a\nf: 1\n'],
    ['something repeated long after', 'a: &a\n  b: 1\nc: 1\nd: 1\ne: 1\nf: *a\ng: *a\nh: 1\n'],
    [
      'a key that comes again much later',
      'a:\n  - 1\n  - 2\n  - 3\nb: 1\nc: 1\na:\n  - 4\n  - 5\n',
    ],
    [
      'a tag of its own',
      '%TAG ! tag:yaml.org,2002:\n---\na: !str 1\nb: 1\nc: 1\nd: !str 1\ne: 1\n',
    ],
    ['a second document', 'a: 1\nb: 1\nc: 1\nd: 1\n---\ne: 1\n'],
    ['lists in lists', '- - - a\n    - b\n    - c\n    - d\n  - e\n- f\n- - g\n  - h\n  - i\n'],
  ])('says the same of %s', (_, text) => {
    expectTheSame(text);
  });
});
