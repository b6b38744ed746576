import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/profile/yaml/parse.ts';
import { told } from '../../support/profile.ts';

const limits = { depth: 24, nodes: 10_000 };
const roomy = { depth: 24, nodes: 100_000 };
const parse = (text: string) => parseYaml('trust.yaml', text, limits);
const problems = (text: string) => told(parse(text).diagnostics, text);

describe('references within a file', () => {
  it('repeat what they refer to', () => {
    expect(parse('a: &x {b: c}\nd: *x\ne: &y f\ng: [*y]\n').value).toEqual({
      a: { b: 'c' },
      d: { b: 'c' },
      e: 'f',
      g: ['f'],
    });
  });

  it('refer to the last mark of the name above them', () => {
    expect(parse('a: &x 1\nb: *x\nc: &x 2\nd: *x\n').value).toEqual({
      a: '1',
      b: '1',
      c: '2',
      d: '2',
    });
  });

  it('do not refer to marks below them', () => {
    expect(problems('a: *x\nb: &x 1\n')).toEqual(['yaml-alias trust.yaml:1:4 “*x”']);
  });

  it('have their problems reported once, however often they are repeated', () => {
    expect(problems('a: &x\n  b: 1\n  b: 2\nc: *x\nd: *x\n')).toEqual([
      'duplicate-key trust.yaml:3:3 “b”',
    ]);
  });

  it('may not fill the memory', () => {
    const names = [...'bcdefghij'];
    const text = `a: &a [${'x,'.repeat(10)}]\n${names
      .map((name, index) => `${name}: &${name} [${`*${['a', ...names][index]},`.repeat(10)}]\n`)
      .join('')}`;
    const { value, diagnostics } = parse(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-alias']);
    expect(diagnostics[0]?.message).toContain('too large');
  });

  it('are followed in no time, however many', () => {
    const text = `a: &a x\nb:\n${'  - *a\n'.repeat(20_000)}`;
    const started = performance.now();
    expect(parseYaml('trust.yaml', text, roomy).diagnostics).toEqual([]);
    // Looking each one up in the whole document takes half a minute.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('the limits', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}x${']'.repeat(depth)}`;

  it('let groups stand inside groups as deep as they allow', () => {
    expect(problems(nested(limits.depth))).toEqual([]);
    expect(problems(`${'- '.repeat(limits.depth)}x\n`)).toEqual([]);
  });

  it.each([
    ['brackets', nested(limits.depth + 1)],
    ['hyphens', `${'- '.repeat(limits.depth + 1)}x\n`],
    [
      'keys',
      Array.from({ length: limits.depth + 2 }, (_, at) => `${'  '.repeat(at)}a:`).join('\n'),
    ],
    ['brackets that would bring the process down', '['.repeat(100_000)],
    ['groups that would', '{a: '.repeat(100_000)],
    ['questions that would', '? '.repeat(100_000)],
  ])('end the depth of %s', (_, text) => {
    const { value, diagnostics } = parse(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['profile-too-deep']);
    expect(diagnostics[0]?.range?.start.offset).toBeLessThan(2_000);
  });

  it('count how deep references lead', () => {
    const text = `a: &a ${nested(20)}\nb: ${'['.repeat(10)}*a${']'.repeat(10)}\n`;
    expect(parse(text).diagnostics.map(({ code }) => code)).toEqual(['profile-too-deep']);
  });

  it('end the number of values, and say it', () => {
    const text = `a:\n${'  - x\n'.repeat(limits.nodes)}`;
    const { value, diagnostics } = parse(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['profile-too-large', 'The profile holds more than 10,000 values.'],
    ]);
  });

  it('leave room for many keys, and none of them slow', () => {
    const text = Array.from({ length: 50_000 }, (_, at) => `k${at}: v\n`).join('');
    const started = performance.now();
    expect(parseYaml('trust.yaml', text, roomy).diagnostics).toEqual([]);
    // Comparing each key with every other takes longer.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
