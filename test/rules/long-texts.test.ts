import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shape } from '../../src/profile/shape.ts';
import { shownData } from '../../src/profile/suppression.ts';
import { TEXT_LIMITS } from '../../src/profile/text-limits.ts';
import type { Value } from '../../src/profile/yaml/values.ts';
import { applyRules } from '../../src/rules/index.ts';

const today = { year: 2026, month: 11, day: 24 };

/** Reads a profile whose texts are these, applies every rule to it, and prepares it for a document. */
function readAndCheck(prose: string, line: string) {
  const typed: Value = {
    trust: { name: 'Otterwick Learning Trust', vision: prose },
    growth: { why_us: prose },
    schools: [{ name: line, urn: '990001', pupils: '204', note: line, joined: '1 May 2019' }],
    metrics: {
      turnover: {
        label: `Staff turnover ${line}`.slice(0, 400),
        unit: '%',
        scope: line,
        pupils: '4',
        series: { '2024/25': '13%' },
        comparators: [{ name: line, series: { '2024/25': '12%' } }],
      },
    },
    evidence: { log: { title: line, published: '1 May 2026' } },
  };
  const { data, findings } = shape(typed);
  if (!data) throw new Error(findings.map(({ message }) => message).join(' '));
  const profile = {
    data,
    typed,
    folder: '/',
    files: [],
    whole: true,
    faulty: () => false,
    place: () => ({ file: 'trust.yaml', range: null }),
  };
  return [applyRules(profile, { today, release: true }), shownData(data)] as const;
}

const filled = (fragment: string, length: number) =>
  fragment.repeat(Math.ceil(length / fragment.length)).slice(0, length - 1) || 'x';

describe('rules on texts of any kind', () => {
  it.each([
    'Ofsted rated ',
    'Ofsted judged our trust ',
    'the trust ',
    'Ofsted good or outstanding 9% ',
    'grade 4 ',
    'grade 4 english ',
    '£25,000 ',
    'grant £25,000 ',
    'three of our four ',
    'our four pupils ',
    'all of our two ',
    'progress 8 2.5 ',
    'staff turnover 9',
    '1,111',
    '9',
    '9.',
    '20',
    '2024/',
    'up trend ',
    ' .',
    '. ',
    ' x',
    'not free school meals ',
    'a-',
    '’',
    '$turnover',
    'of every pound 9% ',
    '440 pupils in six ',
  ])('take no longer than a moment over “%s” again and again', (fragment) => {
    const start = performance.now();
    readAndCheck(filled(fragment, TEXT_LIMITS.prose), filled(fragment, TEXT_LIMITS.line));
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('never fail, whatever is typed', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .map((text) => `a ${text} z`);
    fc.assert(
      fc.property(words, words, (prose, line) => {
        const [diagnostics] = readAndCheck(prose, line);
        for (const { code } of diagnostics) expect(code).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 200 },
    );
  });
});
