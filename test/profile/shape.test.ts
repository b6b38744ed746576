import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { labelOf, shape } from '../../src/profile/shape.ts';
import { parseYaml } from '../../src/profile/yaml/parse.ts';
import type { Value } from '../../src/profile/yaml/values.ts';
import { places, profileWith } from '../support/schema.ts';

const trust = { name: 'Otterwick Learning Trust' };
const findings = (value: Value) => shape(value).findings;

describe('shape', () => {
  it('reads a profile of one name', () => {
    expect(shape({ trust })).toEqual({ data: { trust }, findings: [] });
  });

  it.each([
    ['a number', { trust, schools: [{ name: 'A', pupils: '“206”' }] }, '206'],
    ['a date', { trust, as_of: '‘1 September 2026’' }, '1 September 2026'],
    ['a choice', { trust, status: '“draft”' }, 'draft'],
  ])('says that Word’s quotation marks spoil %s', (_, value, inside) => {
    expect(findings(value)[0]?.hint).toContain(`Delete the curly quotation marks: ${inside}.`);
  });

  it('says of a group that is typed as a list to take the hyphens away', () => {
    expect(findings({ trust: [trust] })[0]?.hint).toMatch(/Take the hyphens away\.$/);
    expect(findings({ trust, evidence: [{ title: 'A' }] })[0]?.hint).toMatch(/hyphens away\.$/);
    expect(findings({ trust, as_of: ['2026'] })[0]?.hint).not.toContain('hyphens');
  });

  const everywhere = [...places()].filter(({ path }) => path.length > 0);

  it('knows a profile down to its last key', () => {
    // The test that follows would pass on nothing.
    expect(everywhere.length).toBeGreaterThan(300);
    expect(Math.max(...everywhere.map(({ path }) => path.length))).toBeGreaterThanOrEqual(6);
  });

  const ofTheWrongKind = {
    text: { list: ['a', 'b'], group: { a: 'b' } },
    list: { text: 'a text', group: { a: 'b' } },
    group: { text: 'a text', list: ['a', 'b'] },
    'text or group': { list: ['a', 'b'] },
    'text or list': { group: { a: 'b' } },
  };
  const firstLine = { text: 'a text', list: '- a', group: 'a: b' };

  it.each(everywhere.map(({ path, kind }) => [path.join('.'), kind, path] as const))(
    'says of %s that it should be a %s, and where',
    (_, kind, path) => {
      for (const [found, value] of Object.entries(ofTheWrongKind[kind])) {
        const text = stringify(profileWith(path, value));
        const file = parseYaml('trust.yaml', text, { depth: 24, nodes: 1_000 });
        const { data, findings } = shape(file.value as Value);
        expect(data).toBeNull();
        expect(findings).toMatchObject([{ code: 'wrong-type', path, at: 'value' }]);
        const { start, end } = file.rangeOf(path, 'value');
        expect(text.slice(start.offset, end.offset)).toBe(
          firstLine[found as keyof typeof firstLine],
        );
      }
    },
  );

  it.each(
    everywhere
      .filter(({ kind, schema }) => kind !== 'text' && schema.properties)
      .map(
        ({ path, schema }) => [path.join('.'), path, Object.keys(schema.properties ?? {})] as const,
      ),
  )('says of an unknown key in %s what it may have been meant for', (_, path, keys) => {
    const [key = ''] = keys;
    const value = profileWith([...path, key], 'x') as { [key: string]: Value };
    const inside = path.reduce<Value>(
      (here, step) => (here as Record<string, Value>)[step] as Value,
      value,
    );
    const misspelt = `${key}q`;
    const group = inside as Record<string, Value>;
    group[misspelt] = group[key] as Value;
    delete group[key];
    const unknown = findings(value).filter(({ code }) => code === 'unknown-key');
    expect(unknown).toMatchObject([
      { path: [...path, misspelt], at: 'key', hint: `Did you mean “${key}”?` },
    ]);
  });
});

describe('what is said', () => {
  it('of an unknown key at the top', () => {
    expect(findings({ trust, shools: [] })).toEqual([
      {
        code: 'unknown-key',
        path: ['shools'],
        at: 'key',
        message: 'There is no key “shools” at the top of a profile.',
        hint: 'Did you mean “schools”?',
      },
    ]);
  });

  it('of an unknown key that resembles none', () => {
    expect(findings({ trust, growth: { wibble: 'x' } })).toMatchObject([
      {
        message: 'There is no key “wibble” in “growth”.',
        hint: 'The keys that can stand here: why_us, why_now, capacity, pace, limit, we_say_no_when, evidence.',
      },
    ]);
  });

  it('of a sentence that has become a key, no more than helps', () => {
    const [found] = findings({ trust, ['We made many visits. '.repeat(40)]: 'x' });
    expect(found?.message.length).toBeLessThan(120);
  });

  it('of a missing key', () => {
    expect(findings({ trust, risks: [{ what_we_do: 'We grow slowly.' }] })).toEqual([
      {
        code: 'missing-key',
        path: ['risks', 0, 'risk'],
        at: 'key',
        message: 'Item 1 of “risks” has no “risk”.',
        hint: 'Add a line “risk:” with words, such as “a sentence”.',
      },
    ]);
  });

  it('of a profile without a trust', () => {
    expect(findings({ risks: [{ risk: 'x' }] })).toMatchObject([
      { code: 'missing-key', path: ['trust'], message: 'The profile has no “trust”.' },
    ]);
  });

  it('of a key with nothing after it', () => {
    const { findings } = shape({ schools: [{ name: 'A' }] }, () => 'empty');
    expect(findings).toEqual([
      {
        code: 'missing-key',
        path: ['trust'],
        at: 'key',
        message: '“trust” is empty.',
        hint: 'It needs a group of keys, one to a line, set in from this one.',
      },
    ]);
  });

  it('of something absent that has been complained of already: nothing', () => {
    expect(shape({ schools: [{ name: 'A' }] }, () => 'faulty')).toEqual({
      data: null,
      findings: [],
    });
  });

  it('of a value of the wrong kind', () => {
    expect(findings({ trust, risks: 'We grow too fast.' })).toMatchObject([
      {
        message: '“risks” is a single text.',
        hint: 'It should be a list, each item on a line of its own after “- ”.',
      },
    ]);
    expect(findings({ trust, as_of: ['1 May 2026'] })).toMatchObject([
      { message: '“as_of” is a list.', hint: 'It should be a date, such as “1 September 2026”.' },
    ]);
    expect(findings({ trust: { name: { short: 'x' } } })).toMatchObject([
      { message: '“name” of “trust” is a group of keys.' },
    ]);
  });

  it('of a word that is nearly on the list', () => {
    expect(findings({ trust, status: 'relaese' })).toMatchObject([
      {
        code: 'not-a-choice',
        path: ['status'],
        message: '“relaese” is not one of the words allowed here.',
        hint: 'Did you mean “release”? Choose one of: draft, review, release.',
      },
    ]);
  });

  it('of a word that is nowhere near it', () => {
    expect(findings({ trust, status: 'final' })[0]?.hint).toBe(
      'Choose one of: draft, review, release.',
    );
  });

  it('of a name that cannot be one', () => {
    expect(findings({ trust, evidence: { 'Accounts 2025': { title: 'x' } } })).toMatchObject([
      {
        code: 'bad-name',
        path: ['evidence', 'Accounts 2025'],
        at: 'key',
        hint: 'Call it accounts-2025, here and wherever you refer to it.',
      },
    ]);
    expect(findings({ trust, evidence: { '2025': { title: 'x' } } })[0]?.hint).toContain(
      'Call it ',
    );
  });

  it('of a period and a number in one series, both at once', () => {
    const metric = {
      label: 'Visits',
      unit: 'visits',
      series: { '2024/26': '3', '2023/24': 'many' },
    };
    expect(findings({ trust, metrics: { visits: metric } })).toMatchObject([
      { code: 'bad-period', path: ['metrics', 'visits', 'series', '2024/26'], at: 'key' },
      { code: 'bad-number', path: ['metrics', 'visits', 'series', '2023/24'], at: 'value' },
    ]);
  });

  it('of a year in the history of the charge', () => {
    const finances = { contribution: { history: { 'last year': '5%' } } };
    expect(findings({ trust, finances })).toMatchObject([
      { code: 'bad-period', path: ['finances', 'contribution', 'history', 'last year'], at: 'key' },
    ]);
  });
});

describe('what may be typed shorter', () => {
  it('is an answer, as a text alone', () => {
    expect(shape({ trust, five_answers: { cost: 'Five per cent.' } }).data?.five_answers).toEqual({
      cost: { answer: 'Five per cent.' },
    });
  });

  it('has its problems told as those of the form that was typed', () => {
    const typed = (cost: Value) => findings({ trust, five_answers: { cost } });
    expect(typed({ anser: 'x', answer: 'y' })).toMatchObject([
      {
        code: 'unknown-key',
        path: ['five_answers', 'cost', 'anser'],
        hint: 'Did you mean “answer”?',
      },
    ]);
    expect(typed({ confirmed_by: 'x' })).toMatchObject([
      { code: 'missing-key', path: ['five_answers', 'cost', 'answer'] },
    ]);
    expect(typed('x'.repeat(6_001))).toMatchObject([
      { code: 'text-too-long', path: ['five_answers', 'cost'] },
    ]);
  });

  it('is a number of a series, as a number alone', () => {
    const series = { '2024/25': '68%', '2023/24': { value: 'SUPP', reason: 'Nine pupils.' } };
    const { data } = shape({ trust, metrics: { rwm: { series } } });
    expect(data?.metrics?.rwm?.series).toEqual([
      {
        key: '2024/25',
        period: { kind: 'academic year', start: 2024 },
        value: { number: 68, decimals: 0, unit: '%' },
      },
      {
        key: '2023/24',
        period: { kind: 'academic year', start: 2023 },
        value: { code: 'SUPP' },
        reason: 'Nine pupils.',
      },
    ]);
  });

  it('has the problems of a number told at the number', () => {
    const typed = (value: Value) =>
      findings({ trust, metrics: { rwm: { series: { '2024/25': value } } } });
    const path = ['metrics', 'rwm', 'series', '2024/25'];
    expect(typed('lots')).toMatchObject([{ code: 'bad-number', path }]);
    expect(typed({ value: 'lots' })).toMatchObject([
      { code: 'bad-number', path: [...path, 'value'] },
    ]);
    expect(typed({ value: '68%', pupils: '-1' })).toMatchObject([
      { code: 'bad-number', path: [...path, 'pupils'] },
    ]);
  });
});

describe('labelOf', () => {
  it.each([
    ['the profile', []],
    ['“trust”', ['trust']],
    ['“joined” of item 3 of “schools”', ['schools', 2, 'joined']],
    ['“date” of item 1 of “inspections”', ['schools', 2, 'inspections', 0, 'date']],
  ])('calls it %s', (label, path) => {
    expect(labelOf(path)).toBe(label);
  });
});
