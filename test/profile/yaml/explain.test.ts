import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/profile/yaml/parse.ts';
import { told } from '../../support/profile.ts';

const limits = { depth: 24, nodes: 10_000 };
const parse = (text: string) => parseYaml('trust.yaml', text, limits);
const problems = (text: string) => told(parse(text).diagnostics, text);
const words = (text: string) =>
  parse(text).diagnostics.map(({ message, hint }) => `${message} ${hint}`);

describe('a mistake in the YAML', () => {
  it.each([
    [
      'a second colon in a line',
      'growth:\n  why_now: Three reasons: people.\n',
      'yaml-syntax',
      2,
      'why_now: "Three reasons: people."',
    ],
    ['a line without a colon', 'growth:\n  why_now\n  pace: one\n', 'yaml-syntax', 2, 'key: value'],
    [
      'a key without a space after its colon',
      'growth:\n  why_now:people\n  pace: one\n',
      'yaml-syntax',
      2,
      'Type one: why_now: people',
    ],
    [
      'a hyphen without a space after it',
      'risks:\n  - risk: x\n  -risk: y\n    what_we_do: z\n',
      'yaml-syntax',
      3,
      'Type one: - risk: y',
    ],
    ['an equals sign', 'growth:\n  pace = one\n  limit: ten\n', 'yaml-syntax', 2, 'pace: one'],
    ['a part without a colon', 'growth\n  pace: one\n  limit: ten\n', 'yaml-syntax', 1, 'growth:'],
    [
      'a text that begins with an at sign',
      'growth:\n  pace: @once\n',
      'yaml-syntax',
      2,
      'pace: "@once"',
    ],
    [
      'a text that begins with a backtick',
      'growth:\n  pace: `once`\n',
      'yaml-syntax',
      2,
      'pace: "`once`"',
    ],
    [
      'a text that begins with a percent sign',
      'growth:\n  pace: %once\n',
      'yaml-syntax',
      2,
      'pace: "%once"',
    ],
    [
      'a quotation mark that is not closed',
      'growth:\n  pace: "one a year\n  limit: ten\nrisks: []\n',
      'yaml-syntax',
      2,
      'never closed',
    ],
    [
      'text after a quotation',
      'growth:\n  pace: "one" a year\n',
      'yaml-syntax',
      2,
      'closing quotation mark',
    ],
    [
      'a bracket that is not closed',
      'growth:\n  pace: [one\nrisks: x\n',
      'yaml-syntax',
      2,
      'never closed',
    ],
    [
      'a list on the line of its key',
      'risks: - risk: x\n',
      'yaml-syntax',
      1,
      'A list cannot begin',
    ],
    [
      'a key that is set in too far',
      'growth:\n  pace: one\n    limit: ten\n',
      'yaml-syntax',
      3,
      'Line it up with the key above',
    ],
    [
      'a key of an item that is set in too little',
      'risks:\n  - risk: x\n   what_we_do: y\n',
      'yaml-syntax',
      3,
      'not set in like its neighbours',
    ],
    [
      'a list and its items at the edge',
      'schools:\n- name: A\npupils: 3\n- name: B\n',
      'yaml-syntax',
      4,
      'where there is no list',
    ],
    [
      'a long text that is not set in',
      'growth:\n  pace: |\n  One school a year.\n  No more.\n',
      'yaml-syntax',
      3,
      'two spaces more than its key',
    ],
    [
      'a text in bold from its start',
      'growth:\n  pace: **One** school.\n',
      'yaml-syntax',
      2,
      'pace: "**One** school."',
    ],
    [
      'a text that begins with brackets',
      'growth:\n  pace: [Draft] One school.\n',
      'yaml-syntax',
      2,
      'pace: "[Draft] One school."',
    ],
    [
      'a comma missing in brackets',
      '{\n  "a": "b"\n  "c": "d"\n}\n',
      'yaml-syntax',
      3,
      'a comma is missing',
    ],
    [
      'a key that is set in too little',
      'growth:\n    pace: one\n  limit: ten\n',
      'yaml-syntax',
      3,
      'Line it up',
    ],
    [
      'an escape YAML does not have',
      'growth:\n  pace: "C:\\people"\n',
      'yaml-syntax',
      2,
      'backslash',
    ],
    ['a tab before a key', 'growth:\n\tpace: one\n', 'yaml-tab', 2, 'two spaces'],
    [
      'tabs on every line',
      'growth:\n\tpace: one\n\tlimit: ten\nrisks:\n\t- risk: x\n\t  what_we_do: y\n',
      'yaml-tab',
      2,
      'each tab',
    ],
    [
      'one tab in the middle of a list',
      'schools:\n  - name: A\n    phase: primary\n\tpupils: 3\n  - name: B\n    phase: primary\n',
      'yaml-tab',
      4,
      '',
    ],
    ['a tag', 'growth:\n  pace: !important one\n', 'yaml-tag', 2, '!important'],
    [
      'a tag that makes something else than text',
      'growth:\n  pace: !!js/function "f"\n',
      'yaml-tag',
      2,
      '!!js/function',
    ],
    ['a tag on a key', '!x growth:\n  pace: one\n', 'yaml-tag', 1, '!x'],
    ['a reference to nothing', 'growth:\n  pace: *pace\n', 'yaml-alias', 2, '*pace'],
    ['a part that repeats itself', 'growth: &all\n  pace: *all\n', 'yaml-alias', 2, 'for ever'],
    [
      'a second document',
      'growth:\n  pace: one\n---\nrisks: []\n',
      'yaml-documents',
      3,
      'three hyphens',
    ],
    [
      'an end of the document midway',
      'growth:\n  pace: one\n...\nrisks: []\n',
      'yaml-documents',
      4,
      'three full stops',
    ],
    [
      'the same key twice',
      'growth:\n  pace: one\n  limit: ten\n  pace: two\n',
      'duplicate-key',
      4,
      '“pace” stands here a second time, after line 2;',
    ],
    [
      'the same key twice, once in quotation marks',
      'growth:\n  pace: one\n  "pace": two\n',
      'duplicate-key',
      3,
      '“pace”',
    ],
    ['a group for a key', '{a: b}: c\n', 'yaml-syntax', 1, 'A key must be a word'],
    ['no key before a colon', 'growth:\n  : one\n', 'yaml-syntax', 2, 'A key must be a word'],
    [
      'a key that JavaScript would take for its own',
      '__proto__:\n  polluted: yes\n',
      'unknown-key',
      1,
      '__proto__',
    ],
    [
      'a colour that is a comment',
      'brand:\n  colour: #0b5351\n',
      'bad-colour',
      2,
      'Put it in quotation marks: "#0b5351".',
    ],
  ])('is found and explained: %s', (_, text, code, line, said) => {
    const [first, ...others] = parse(text).diagnostics;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code, severity: 'error', file: 'trust.yaml' });
    expect(first?.range?.start.line).toBe(line);
    expect(`${first?.message} ${first?.hint}`).toContain(said);
  });

  it('leaves nothing of a file whose syntax is broken', () => {
    expect(parse('growth:\n\tpace: one\n').value).toBeUndefined();
  });

  it.each([
    ['a hyphenated word after a second colon', 'a: b: c-d\n', 'a: "b: c-d"'],
    ['a quotation inside the text', 'a: b: "c"\n', 'a: "b: \\"c\\""'],
    ['a comment at the end', 'a: b: c # why\n', 'a: "b: c"'],
  ])('is answered with the line put right: %s', (_, text, right) => {
    expect(words(text)[0]).toContain(right);
    expect(problems(`${right}\n`)).toEqual([]);
  });

  it('does not keep the others from being found', () => {
    const text = 'a: !x 1\nb: 2\nb: 3\nc: *d\n__proto__: 5\n';
    expect(problems(text)).toEqual([
      'yaml-tag trust.yaml:1:7 “1”',
      'duplicate-key trust.yaml:3:1 “b”',
      'yaml-alias trust.yaml:4:4 “*d”',
      'unknown-key trust.yaml:5:1 “__proto__”',
    ]);
  });

  it('is found on each line that has one', () => {
    const text = 'a: @x\nb: "C:\\people"\nc:\n\td: 1\n';
    expect(parse(text).diagnostics.map(({ range }) => range?.start.line)).toEqual([1, 2, 4]);
  });

  it('is reported once for its line, however often the parser stumbles', () => {
    const lines = parse('a: ] } ]\nb: 1\n').diagnostics.map(({ range }) => range?.start.line);
    expect(lines).toEqual([...new Set(lines)]);
    expect(lines[0]).toBe(1);
  });

  it('never reaches a prototype', () => {
    const text =
      'a:\n  __proto__:\n    polluted: yes\n  constructor:\n    prototype:\n      polluted: yes\n';
    expect(parse(text).diagnostics.map(({ code }) => code)).toEqual([
      'unknown-key',
      'unknown-key',
      'unknown-key',
    ]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('does not take a comment that only looks like a colour’s for one', () => {
    expect(problems('risks: # add the ones from the register\n')).toEqual([]);
    expect(problems('colour: "#0b5351" # abc\n')).toEqual([]);
  });
});
