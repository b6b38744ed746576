import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { rewrite } from '../../../src/profile/edit/rewrite.ts';
import { defaultLimits } from '../../../src/profile/limits.ts';
import { keysAt } from '../../../src/profile/shape.ts';
import { type Value, valuesOf } from '../../../src/profile/yaml/values.ts';

type Group = { [key: string]: Value };

const read = (text: string) =>
  (valuesOf(parseDocument(text, { schema: 'failsafe' }), defaultLimits).value ?? {}) as Group;

const part = (profile: Group, key: string) => profile[key] as Group;

/** The text after a change to what it holds. */
function changed(text: string, change: (profile: Group) => void) {
  const value = structuredClone(read(text));
  change(value);
  const result = rewrite(text, value, keysAt);
  if (result !== undefined) expect(read(result)).toEqual(value);
  return result;
}

describe('rewrite', () => {
  it('puts a new part where the document has it', () => {
    const text = 'trust:\n  name: A\nschools:\n  - name: B\n';
    expect(
      changed(text, (profile) => Object.assign(profile, { growth: { pace: 'One a year.' } })),
    ).toBe('trust:\n  name: A\ngrowth:\n  pace: One a year.\nschools:\n  - name: B\n');
  });

  it('puts a new part below the comment that shows it, whatever stands between', () => {
    const text =
      '# About us.\ntrust:\n  name: A\n\n# Why now. For example:\n#   growth:\n#     pace: Two.\n\n# Our schools.\n';
    expect(changed(text, (profile) => Object.assign(profile, { growth: { pace: 'One.' } }))).toBe(
      '# About us.\ntrust:\n  name: A\n\n# Why now. For example:\n#   growth:\n#     pace: Two.\ngrowth:\n  pace: One.\n\n# Our schools.\n',
    );
  });

  it('does not take a key deeper in an example for the place of a part', () => {
    const text =
      'trust:\n  name: A\n# For example:\n#   principles:\n#     vision:\n#       metrics: [a]\n\nschools:\n  - name: B\n';
    const metrics = { visits: { label: 'Visits', unit: 'visits', series: { '2024/25': '12' } } };
    const result = changed(text, (profile) => Object.assign(profile, { metrics })) ?? '';
    expect(result.indexOf('\nmetrics:')).toBeLessThan(result.indexOf('# For example:'));
  });

  it('sets parts apart by an empty line where their author does', () => {
    const text = 'trust:\n  name: A\n\n# Ours.\nschools:\n  - name: B\n';
    expect(changed(text, (profile) => Object.assign(profile, { growth: { pace: 'One.' } }))).toBe(
      'trust:\n  name: A\n\ngrowth:\n  pace: One.\n\n# Ours.\nschools:\n  - name: B\n',
    );
  });

  it('leaves the head of a file at its head', () => {
    const text = '# yaml-language-server: $schema=x\nschools:\n  - name: B\n';
    expect(changed(text, (profile) => Object.assign(profile, { trust: { name: 'A' } }))).toBe(
      '# yaml-language-server: $schema=x\ntrust:\n  name: A\nschools:\n  - name: B\n',
    );
  });

  it('writes line ends as the file does', () => {
    const text = 'trust:\r\n  name: A\r\ngrowth:\r\n  pace: One.\r\n';
    const result = changed(text, (profile) =>
      Object.assign(part(profile, 'growth'), {
        limit: `${'Ten schools, and no more than that. '.repeat(4)}Really.`,
      }),
    );
    expect(result).toMatch(
      /^trust:\r\n {2}name: A\r\ngrowth:\r\n {2}pace: One\.\r\n {2}limit: >-\r\n/,
    );
    expect(result?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('ends the last line of a file that does not before it adds another', () => {
    expect(
      changed('trust:\n  name: A', (profile) =>
        Object.assign(part(profile, 'trust'), { vision: 'Known by name.' }),
      ),
    ).toBe('trust:\n  name: A\n  vision: Known by name.');
  });

  it('keeps the quotation marks and the comment of what it changes', () => {
    const text = 'trust:\n  name: \'A\' # as on the sign\n  short_name: "B"\n';
    expect(
      changed(text, (profile) =>
        Object.assign(part(profile, 'trust'), { name: 'It’s C', short_name: 'D' }),
      ),
    ).toBe('trust:\n  name: \'It’s C\' # as on the sign\n  short_name: "D"\n');
  });

  it('fills a key that was left empty, before its comment', () => {
    const text = 'trust:\n  name: A\n  vision:   # to be written\ngrowth: # later\nrisks:\n';
    const result = changed(text, (profile) => {
      Object.assign(part(profile, 'trust'), { vision: 'Known by name.' });
      Object.assign(profile, { growth: { pace: 'One.' } });
    });
    expect(result).toBe(
      'trust:\n  name: A\n  vision: Known by name.   # to be written\ngrowth: # later\n  pace: One.\nrisks:\n',
    );
  });

  it('keeps a folded text folded, and what its header says', () => {
    const text =
      'growth:\n    pace: >- # as agreed in May\n        One a year.\n        Never two.\n';
    expect(
      changed(text, (profile) => Object.assign(part(profile, 'growth'), { pace: 'Two a year.' })),
    ).toBe('growth:\n    pace: >- # as agreed in May\n        Two a year.\n');
  });

  it('adds to a list between brackets, and to one with hyphens in its own indent', () => {
    const text =
      'schools:\n- name: A\n  metrics: [a, b, ] # two\n- name: B\n# the last\nrisks:\n- risk: R\n';
    const result = changed(text, (profile) => {
      const schools = profile.schools as unknown as { name: string; metrics?: string[] }[];
      schools[0]?.metrics?.push('c');
      schools.push({ name: 'C' });
    });
    expect(result).toBe(
      'schools:\n- name: A\n  metrics: [a, b, c ] # two\n- name: B\n- name: C\n# the last\nrisks:\n- risk: R\n',
    );
  });

  it('takes an item out of the middle of a list and leaves its neighbours', () => {
    const text =
      'gaps:\n  - what: A # first\n    ask: x\n  - what: B\n    ask: x\n  # third\n  - what: C\n    ask: x\n';
    expect(
      changed(text, (profile) => void (profile.gaps as unknown as unknown[]).splice(1, 1)),
    ).toBe('gaps:\n  - what: A # first\n    ask: x\n  # third\n  - what: C\n    ask: x\n');
  });

  it('takes a part away whole when nothing is left in it', () => {
    const text =
      'trust:\n  name: A\ngaps:\n  - what: B\n    ask: x\n# after\nrisks:\n  - risk: R\n';
    expect(changed(text, (profile) => delete profile.gaps)).toBe(
      'trust:\n  name: A\n# after\nrisks:\n  - risk: R\n',
    );
  });

  it('writes a reference out where it is to hold something else than what it refers to', () => {
    const text = 'growth:\n  pace: &p One a year.\n  limit: *p\n  why_us: *p\n';
    expect(
      changed(text, (profile) => Object.assign(part(profile, 'growth'), { limit: 'Ten.' })),
    ).toBe('growth:\n  pace: &p One a year.\n  limit: Ten.\n  why_us: *p\n');
  });

  it('lets what refers to a changed value keep what it held', () => {
    const text = 'growth:\n  pace: &p One a year.\n  limit: *p\n';
    expect(
      changed(text, (profile) => Object.assign(part(profile, 'growth'), { pace: 'Two.' })),
    ).toBe('growth:\n  pace: &p Two.\n  limit: One a year.\n');
  });

  it('writes out what refers to something that goes', () => {
    const text = 'risks:\n  - &r\n    risk: A\n  - *r\n';
    expect(
      changed(text, (profile) => Object.assign(profile, { risks: ['x', { risk: 'A' }] })),
    ).toBe('risks:\n  - x\n  - {risk: A}\n');
  });

  it('gives up on what is no YAML, holds instructions, or is no group of keys', () => {
    expect(rewrite('trust: [', { trust: { name: 'A' } }, keysAt)).toBeUndefined();
    expect(rewrite('trust: !!js x\n', { trust: { name: 'A' } }, keysAt)).toBeUndefined();
    expect(rewrite('- a\n', { trust: { name: 'A' } }, keysAt)).toBeUndefined();
    expect(rewrite('? trust\n', { trust: { name: 'A' } }, keysAt)).toBeUndefined();
  });

  it('never lets a text become another kind of value', () => {
    for (const name of [
      'null',
      '~',
      'true',
      '- a',
      'a: b',
      '#1',
      '*x',
      '{a}',
      "it's",
      'a\n\nb',
      '0x1f',
    ]) {
      const result = changed('trust:\n  name: A\n', (profile) =>
        Object.assign(part(profile, 'trust'), { name }),
      );
      expect(parseDocument(result ?? '').getIn(['trust', 'name'])).toBe(name);
    }
  });
});
