import { describe, expect, it } from 'vitest';
import { check, countsOf } from '../../src/check/check.ts';
import { besidesAsked } from '../support/asked.ts';
import { example, root } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { checked, profileOf, told } from '../support/profile.ts';

describe('check', () => {
  it('has nothing against the examples', async () => {
    const whole = await check(example, testEffects(root));
    expect(whole.diagnostics).toEqual([]);
    expect([...(whole.value?.pictures.keys() ?? [])]).toEqual(['images/logo.png']);
    const minimal = await check('examples/minimal.yaml', testEffects(root));
    expect(besidesAsked(minimal.diagnostics)).toEqual([]);
  });

  it('tells ten mistakes of ten kinds at once, in reading order', async () => {
    const files = {
      'trust.yaml': [
        'trust:',
        '  name: Otterwick Learning Trust',
        '  webiste: https://otterwick.example',
        '  logo: {file: images/lost.png, alt: Our logo}',
        '  brand: {colour: "#ffcc00"}',
        'growth:',
        '  why_now: We made $vists.',
        '  pace: <b>Slowly</b>',
        'five_answers:',
        '  cost: {answer: Five per cent., evidence: [acounts]}',
        'evidence:',
        '  accounts: {title: Accounts, period: 2024/26}',
        'journey:',
        '  target_date: 15 September 2027',
        '',
      ].join('\n'),
      'metrics.yaml':
        'metrics:\n  visits: {label: Visits, unit: visits, series: {2024/25: a few}}\n',
      'voices.yaml': 'voices:\n  - {quote: A, role: Head, school: Nowhere}\n',
    };
    const { value, diagnostics } = await checked(files);
    expect(value).toBeNull();
    expect(told(diagnostics, files)).toEqual([
      'bad-number metrics.yaml:2:59 “a few”',
      'unknown-key trust.yaml:3:3 “webiste”',
      'missing-image trust.yaml:4:16 “images/lost.png”',
      'colour-too-pale trust.yaml:5:19 “"#ffcc00"”',
      'unknown-figure trust.yaml:7:12 “We made $vists.”',
      'html-in-text trust.yaml:8:9 “<b>Slowly</b>”',
      'unknown-evidence trust.yaml:10:45 “acounts”',
      'bad-period trust.yaml:12:39 “2024/26”',
      'not-first-of-month trust.yaml:14:16 “15 September 2027”',
      'unknown-school voices.yaml:2:36 “Nowhere”',
    ]);
  });

  it('gives a profile that only breaks rules, so that a draft can be made', async () => {
    const { value, diagnostics } = await checked(
      'trust:\n  name: A\nweaknesses:\n  - {what: B, metric: c}\n',
    );
    const codes = besidesAsked(diagnostics).map(({ code }) => code);
    expect(codes).toEqual(['unknown-metric']);
    expect(value?.profile.data.trust.name).toBe('A');
  });

  it('looks no further than it can read', async () => {
    const { value, diagnostics } = await checked('trust:\n\tname: A\n');
    expect(value).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-tab']);
  });

  it('takes the status of the profile, or that of a release where one is asked for', async () => {
    const statusOf = async (text: string, release = false) =>
      (await checked(`${text}trust:\n  name: A\n`, { release })).value?.status;
    expect(await statusOf('')).toBe('draft');
    expect(await statusOf('status: review\n')).toBe('review');
    expect(await statusOf('status: draft\n', true)).toBe('release');
  });

  it('judges by today, or by the moment a build is said to be of', async () => {
    const folder = folderWith({
      'trust.yaml':
        'trust: {name: A}\nas_of: 1 May 2030\nmetrics:\n  visits: {label: B, unit: c, series: {2027/28: 3}}\n',
    });
    const codes = async (env: Record<string, string> = {}) =>
      besidesAsked((await check(folder, testEffects(folder, { env }))).diagnostics).map(
        ({ code }) => code,
      );
    expect(await codes()).toEqual(['future-result']);
    const later = String(Date.UTC(2028, 0, 1) / 1000);
    expect(await codes({ SOURCE_DATE_EPOCH: later })).toEqual([]);
  });
});

describe('countsOf', () => {
  it('counts what a profile holds', async () => {
    const profile = await profileOf(
      [
        'trust: {name: A}',
        'schools: [{name: B}, {name: C}]',
        'principles:',
        '  vision: {claims: [{text: D}]}',
        '  people: {claims: [{text: E}, {text: F}]}',
        '  community: {belief: G}',
        'metrics: {a: {series: {2024/25: 1%}}, b: {series: {2024/25: 2%}}, c: {series: {2024/25: 3%}}}',
        'evidence: {d: {title: H}}',
        'voices: [{quote: I, role: J}]',
        '',
      ].join('\n'),
    );
    expect(countsOf(profile)).toEqual({
      schools: 2,
      claims: 3,
      metrics: 3,
      evidence: 1,
      voices: 1,
    });
  });

  it('counts nothing where there is nothing', async () => {
    expect(countsOf(await profileOf('trust:\n  name: A\n'))).toEqual({
      schools: 0,
      claims: 0,
      metrics: 0,
      evidence: 0,
      voices: 0,
    });
  });
});
