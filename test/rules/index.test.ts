import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readProfile } from '../../src/profile/read.ts';
import { applyRules, rules } from '../../src/rules/index.ts';
import { besidesAsked } from '../support/asked.ts';
import { example, root } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { profileOf, read, told } from '../support/profile.ts';
import { today } from '../support/rules.ts';
import { places, profileWith } from '../support/schema.ts';

const context = { today, release: false };

describe('the rules', () => {
  it('have a code each, in small letters and hyphens', () => {
    const codes = rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('find nothing in the whole example, in a draft or a release', async () => {
    const { value } = await readProfile(example, testEffects(root));
    if (!value) throw new Error('Not readable');
    expect(applyRules(value, context)).toEqual([]);
    expect(applyRules(value, { ...context, release: true })).toEqual([]);
  });

  it('find nothing in a profile of one name', async () => {
    const found = applyRules(await profileOf('trust:\n  name: A\n'), context);
    expect(besidesAsked(found)).toEqual([]);
  });

  it('ask nothing of a profile that it does not have', async () => {
    // Each place of the schema in turn, with the least that is right round it and nothing else.
    for (const { path, schema } of places()) {
      if (path.length === 0) continue;
      const word = schema.enum?.[0] ?? schema.examples?.[0];
      if (word === undefined || typeof word === 'object') continue;
      const { readable } = await read(stringify(profileWith(path, String(word))));
      if (readable) expect(() => applyRules(readable, context)).not.toThrow();
    }
  });

  it('take whatever can be read, in a profile with mistakes too', async () => {
    const anywhere = [...places()].filter(({ path }) => path.length > 1);
    const value = fc.constantFrom(
      '$a',
      'a',
      ['a'],
      [['$b']],
      { a: 'b' },
      'yes',
      '1 May 2030',
      '5%',
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...anywhere), value, async ({ path }, typed) => {
        const { readable } = await read(stringify(profileWith(path, typed)));
        if (readable) expect(() => applyRules(readable, context)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});

describe('applyRules', () => {
  it('puts each breach at its place, with the severity and code of its rule', async () => {
    const files = {
      'trust.yaml': 'trust:\n  name: A\nrisks:\n  - risk: We have <b>time</b>.\n',
      'metrics.yaml': 'metrics:\n  visits:\n    unit: visits\n    series: {2024/25: 3%}\n',
    };
    const found = besidesAsked(applyRules(await profileOf(files), context));
    expect(told(found, files)).toEqual([
      'label-missing metrics.yaml:2:3 “visits”',
      'unit-conflict metrics.yaml:4:23 “3%”',
      'html-in-text trust.yaml:4:11 “We have <b>time</b>.”',
    ]);
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning']);
  });
});

describe('a profile with mistakes in its shape', () => {
  it('is not told that what a mistake hides is missing', async () => {
    const { readable } = await read({
      'trust.yaml': [
        'trust:',
        '  name: A',
        '  logo: {file: a.png, atl: Our logo}',
        'weaknesses:',
        '  - {what: We made $visits and $vists., metric: visits, evidence: [diary, log, dairy]}',
        'voices:',
        '  - {quote: B, role: Head, school: 990001}',
        'metrics:',
        '  visits: {lable: Visits, untis: visits, series: {2024/25: lots, 2023/24: 5%}}',
        '  pay: {measure: attendance, unit: [pounds], series: {2024/25: £5}}',
        'evidence:',
        '  diary: {titel: The diary}',
        '  Log: {title: The log}',
        '',
      ].join('\n'),
      'schools.yaml': 'schools:\n  - {name: C, urn: 99000}\n',
    });
    if (!readable) throw new Error('Not readable');
    expect(applyRules(readable, context).map(({ code, message }) => `${code}: ${message}`)).toEqual(
      [
        'unknown-evidence: There is no evidence called “log”.',
        'unknown-evidence: There is no evidence called “dairy”.',
        'unknown-figure: The text names the figure $vists, but there is no metric called “vists”.',
      ],
    );
  });
});
