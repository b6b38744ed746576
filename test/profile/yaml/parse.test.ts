import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseYaml } from '../../../src/profile/yaml/parse.ts';
import type { Path, Value } from '../../../src/profile/yaml/values.ts';
import { told } from '../../support/profile.ts';

const limits = { depth: 24, nodes: 10_000 };
const parse = (text: string) => parseYaml('trust.yaml', text, limits);
const problems = (text: string) => told(parse(text).diagnostics, text);

function marked(text: string, path: Path, at: 'key' | 'value' = 'value'): string {
  const { start, end } = parse(text).rangeOf(path, at);
  return `${start.line}:${start.column} ${text.slice(start.offset, end.offset)}`;
}

describe('parseYaml', () => {
  it('keeps every scalar as the text that was typed', () => {
    const text = 'a: 01234567\nb: 2024/25\nc: yes\nd: 1.50\ne: 0x1f\nf: 2026-09-01\ng: 12e3\n';
    expect(parse(text).value).toEqual({
      a: '01234567',
      b: '2024/25',
      c: 'yes',
      d: '1.50',
      e: '0x1f',
      f: '2026-09-01',
      g: '12e3',
    });
    expect(problems(text)).toEqual([]);
  });

  it('reads block texts, quoted texts, lists and groups in brackets', () => {
    const text = 'a: >-\n  one\n  two\nb: |\n  one\n  two\nc: "say \\"x\\""\nd: [x, {e: y}]\n';
    expect(parse(text).value).toEqual({
      a: 'one two',
      b: 'one\ntwo\n',
      c: 'say "x"',
      d: ['x', { e: 'y' }],
    });
  });

  it.each([
    ['an empty file', ''],
    ['a file of comments', '# nothing yet\n'],
    ['keys with nothing after them', 'trust:\nschools:\n  -\n  - name:\n'],
    ['words for nothing', 'trust: null\nschools: ~\n'],
    ['empty brackets and quotation marks', 'trust: {}\nschools: [[], "", \' \']\n'],
  ])('finds nothing, and nothing wrong, in %s', (_, text) => {
    expect(parse(text).value).toBeUndefined();
    expect(problems(text)).toEqual([]);
  });

  it('drops what was left empty, and numbers the rest of a list', () => {
    expect(parse('list:\n  -\n  - a\n  - {b: }\n  - c\nother:\n').value).toEqual({
      list: ['a', 'c'],
    });
  });

  it('reads lines that end as Windows ends them', () => {
    const text = 'a: x\r\nb: |\r\n  one\r\n  two\r\nc:\r\n  - y\r\n';
    expect(parse(text).value).toEqual({ a: 'x', b: 'one\ntwo\n', c: ['y'] });
    expect(marked(text, ['c', 0])).toBe('6:5 y');
  });

  it('gives back what the YAML library writes', () => {
    const scalar = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((s) => s.trim() !== '');
    const name = fc
      .stringMatching(/^[a-z][a-z_]{0,10}$/)
      .filter((key) => key !== 'constructor' && key !== 'prototype');
    const { value } = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        scalar,
        fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
        fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (typed) => {
        const file = parse(stringify(typed, { defaultStringType: 'QUOTE_DOUBLE' }));
        expect(file.diagnostics).toEqual([]);
        expect(file.value).toEqual(typed);
      }),
    );
  });

  it('takes any text without failing, and points into it', () => {
    const yamlLike = fc.string({
      unit: fc.constantFrom(...'ab:-?[]{},&*!|>\'"%@` \t\n#.~'),
      maxLength: 60,
      size: 'max',
    });
    fc.assert(
      fc.property(fc.oneof(yamlLike, fc.string({ unit: 'binary' })), (text) => {
        for (const { range } of parse(text).diagnostics) {
          expect(range?.start.offset).toBeLessThanOrEqual(text.length);
          expect(range?.end.offset).toBeGreaterThanOrEqual(range?.start.offset ?? 0);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the place of a path', () => {
  const text = [
    'trust:',
    '  name: "Otterwick Learning Trust" # a comment',
    'schools:',
    '  -',
    '  - name: A',
    '    ages: 4 to 11',
    '  - {name: B, ages: "11 to 4"}',
    'growth:',
    '  why_now: >-',
    '    First line',
    '    second line',
    '  limit: |',
    '    Ten.',
    'risks: &risks [x, y]',
    'again: *risks',
    'empty:',
    '',
  ].join('\n');

  it.each([
    ['a value', ['trust', 'name'], '2:9 "Otterwick Learning Trust"'],
    ['a group, by its first line', ['trust'], '2:3 name: "Otterwick Learning Trust" # a comment'],
    ['an item, whatever is empty above it', ['schools', 0], '5:5 name: A'],
    ['a value in an item', ['schools', 0, 'ages'], '6:11 4 to 11'],
    ['a group in brackets', ['schools', 1], '7:5 {name: B, ages: "11 to 4"}'],
    ['a value in brackets', ['schools', 1, 'ages'], '7:21 "11 to 4"'],
    ['a folded text, by its first line', ['growth', 'why_now'], '10:5 First line'],
    ['a text with its lines kept', ['growth', 'limit'], '13:5 Ten.'],
    ['an item of a list in brackets', ['risks', 1], '14:19 y'],
    ['something repeated, where it is written', ['again', 1], '14:19 y'],
  ])('is that of %s', (_, path, place) => {
    expect(marked(text, path)).toBe(place);
  });

  it.each([
    ['a key', ['trust', 'name'], '2:3 name'],
    ['a key in brackets', ['schools', 1, 'ages'], '7:15 ages'],
    ['an empty key', ['empty'], '16:1 empty'],
    ['an item, which has no key', ['risks', 0], '14:16 x'],
  ])('is that of %s', (_, path, place) => {
    expect(marked(text, path, 'key')).toBe(place);
  });

  it.each([
    ['the key of the group it would be in', ['trust', 'website'], '1:1 trust'],
    ['the item it would be in', ['schools', 0, 'urn'], '5:5 name: A'],
    ['the first line of the file', ['metrics'], '1:1 trust:'],
  ])('is, where nothing stands there, %s', (_, path, place) => {
    expect(marked(text, path, 'key')).toBe(place);
  });

  it('is right after lines that end as Windows ends them', () => {
    const windows = text.replaceAll('\n', '\r\n');
    expect(marked(windows, ['growth', 'why_now'])).toBe('10:5 First line');
    expect(marked(windows, ['schools', 1, 'ages'])).toBe('7:21 "11 to 4"');
  });
});

describe('what is absent', () => {
  it.each([
    ['missing', 'where there is no key', ['trust', 'name'], 'trust:\n  vision: x\n'],
    ['empty', 'where nothing follows the key', ['trust', 'name'], 'trust:\n  vision: x\n  name:\n'],
    [
      'faulty',
      'where a problem has been reported',
      ['trust', 'name'],
      'trust:\n  vision: x\n  name: *y\n',
    ],
    ['faulty', 'where one has been reported further in', ['trust'], 'a: b\ntrust:\n  name: *y\n'],
    ['faulty', 'in a file whose YAML is broken', ['trust'], 'trust: [\n'],
  ])('is %s %s', (why, _, path, text) => {
    expect(parse(text).absence(path)).toBe(why);
  });
});

describe('a file without some of its parts', () => {
  const text = 'a:\n  - b: 1\n  - b: 2\n  - b: 3\nc:\n  d: 4\n';
  const rest = parse(text).without([
    ['a', 1],
    ['c', 'd'],
  ]);

  it('holds the others, numbered anew', () => {
    expect(rest.value).toEqual({ a: [{ b: '1' }, { b: '3' }] });
  });

  it('leaves them at their places', () => {
    const { start, end } = rest.rangeOf(['a', 1, 'b'], 'value');
    expect([start.line, text.slice(start.offset, end.offset)]).toEqual([4, '3']);
  });

  it('knows what it is without', () => {
    expect(rest.faulty(['a'])).toBe(true);
    expect(rest.faulty(['a', 0])).toBe(false);
    expect(rest.faulty(['c', 'd'])).toBe(true);
    expect(rest.faulty(['e'])).toBe(false);
  });

  it('can lose more', () => {
    expect(rest.without([['a', 1]]).value).toEqual({ a: [{ b: '1' }] });
  });

  it.each([
    ['commas', `a: [${','.repeat(500_000)}]`],
    ['brackets that close nothing', `a: ${']'.repeat(500_000)}`],
    ['lines that are no YAML', '%a\n'.repeat(200_000)],
    ['references', `a: &a x\nb: [${'*a,'.repeat(200_000)}]`],
    ['comments', '#\n'.repeat(200_000)],
  ])('refuses %s by the hundred thousand, before each has taken its time', (_, text) => {
    const [problem, ...others] = parse(text).diagnostics;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'profile-too-large' });
    expect(problem?.message).toMatch(/more lines, brackets and commas than 10,000 values need/);
    expect(problem?.hint).toMatch(/--limit values=100000$/);
  });

  it('refuses no file for its comments, empty lines and long texts while its values are few enough', () => {
    const entry = (index: number) =>
      `# What they are, and where they stand.\n\nkey-${index}: { a: "one", b: two } # why\n`;
    const text = Array.from({ length: 3_300 }, (_, index) => entry(index)).join('');
    expect(problems(text)).toEqual([]);
    expect(problems(`a: |\n${'  one, two: [three]\n'.repeat(200_000)}`)).toEqual([]);
  });

  it('leaves the traces of errors as they were', () => {
    const before = Error.stackTraceLimit;
    parse('a: b: c');
    parse(`a: [${','.repeat(200_000)}]`);
    expect(Error.stackTraceLimit).toBe(before);
  });
});
