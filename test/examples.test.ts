import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check/check.ts';
import { themeNames } from '../src/knowledge/themes.ts';
import { copyOf } from '../src/profile/copy.ts';
import type { Profile } from '../src/profile/profile.ts';
import { topLevelKeys } from '../src/profile/schema/profile.ts';
import type { Value } from '../src/profile/yaml/values.ts';
import { cli, root } from './support/cli.ts';
import { testEffects } from './support/effects.ts';
import { folderWith } from './support/folder.ts';
import { readPdf } from './support/pdf.ts';

/** 24 November 2026: what is fresh on that day is not for ever. */
const EPOCH = String(Date.UTC(2026, 10, 24) / 1000);

const examples = ['quillbrook', 'wayfold'] as const;

const released = (name: string) =>
  check(
    path.join(root, 'examples', name),
    testEffects(root, { env: { SOURCE_DATE_EPOCH: EPOCH } }),
    {
      release: true,
    },
  );

async function profileOf(name: string): Promise<Profile> {
  const { value } = await released(name);
  if (!value) throw new Error(`${name} cannot be read`);
  return value.profile;
}

/** Every text that was typed, with the keys that lead to it. */
function* typedIn(value: Value, keys: readonly string[] = []): Generator<[string, string]> {
  if (typeof value === 'string') yield [keys.join('.'), value];
  else {
    for (const [key, inside] of Object.entries(value)) yield* typedIn(inside, [...keys, key]);
  }
}

describe.each(examples)('the example %s', (name) => {
  it('may be released on 24 November 2026, with nothing to put right', async () => {
    const { value, diagnostics } = await released(name);
    expect(diagnostics).toEqual([]);
    expect(value?.status).toBe('release');
  });

  it('says that it is invented', async () => {
    expect((await profileOf(name)).data.example).toBe(true);
  });

  it('has only numbers that no real school or trust has', async () => {
    const { data } = await profileOf(name);
    const { trust, schools = [], prospective_schools = [] } = data;
    const urns = [
      ...schools.flatMap(({ urn, predecessor_urn }) => [urn, predecessor_urn]),
      ...prospective_schools.map(({ urn }) => urn),
    ].filter((urn) => urn !== undefined);
    expect(urns.length).toBeGreaterThanOrEqual(schools.length);
    for (const urn of urns) expect(urn).toMatch(/^99\d{4}$/);
    expect(trust.reference).toMatch(/^TR99\d{3}$/);
    expect(trust.ukprn).toMatch(/^1999\d{4}$/);
    expect(trust.companies_house).toMatch(/^9{6}\d{2}$/);
    expect(trust.uid).toMatch(/^99\d{3}$/);
  });

  it('writes to nobody real: addresses end in .example, numbers are for drama', async () => {
    const { typed } = await profileOf(name);
    let addresses = 0;
    let numbers = 0;
    for (const [key, text] of typedIn(typed)) {
      // The Department for Education’s own pages are what some figures rest on.
      const isSource = /^evidence\.[^.]+\.url$/.test(key);
      for (const [, host = ''] of text.matchAll(/(?:https?:\/\/|[\w.+-]+@)([\w.-]*\w)/g)) {
        addresses += 1;
        if (isSource && /(?:^|\.)gov\.uk$/.test(host)) continue;
        expect(`${key}: ${host}`).toMatch(/\.example$/);
      }
      expect(`${key}: ${text}`).not.toMatch(/(?<!\/\/)\bwww\./);
      if (!/\.phone$/.test(key)) continue;
      numbers += 1;
      expect(`${key}: ${text}`).toMatch(/: 01632 960 \d{3}$/);
    }
    expect(addresses).toBeGreaterThan(5);
    expect(numbers).toBeGreaterThan(3);
  });

  it('names no pupil, and quotes nobody without permission', async () => {
    const { voices = [] } = (await profileOf(name)).data;
    for (const { role, speaker, consent } of voices) {
      if (/^pupil/i.test(role)) expect(speaker).toBeUndefined();
      expect(consent).toMatchObject({ given_on: {}, until: {}, basis: 'consent' });
    }
  });
});

/*
 * The whole document has 20 to 35 pages of A4, whatever its theme; the paper for a board meeting eight,
 * and the summary two.
 */
describe.each(examples)('what is printed of the example %s', (name) => {
  it.each(themeNames)('has as many pages as it may have, in the theme %s', async (theme) => {
    const folder = folderWith();
    const { code, stderr } = await cli(
      [
        ...['build', path.join(root, 'examples', name), '--out', folder, '--format', 'pdf'],
        ...['--theme', theme, '-e', 'prospectus', '-e', 'governors', '-e', 'summary'],
      ],
      root,
      { env: { ...process.env, SOURCE_DATE_EPOCH: EPOCH } },
    );
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain('document-long');
    const pages = async (edition: string) =>
      (await readPdf(readFileSync(path.join(folder, `${edition}.pdf`)))).pages;
    expect(await pages('prospectus')).toBeGreaterThanOrEqual(20);
    expect(await pages('prospectus')).toBeLessThanOrEqual(35);
    expect(await pages('governors')).toBeLessThanOrEqual(8);
    expect(await pages('summary')).toBe(2);
  });

  it('is said to be too long where it has more', async () => {
    expect((await profileOf(name)).data.pages).toBe(35);
  });
});

/** The large example as the school that it is made for reads it. */
const firstCopy = async () => copyOf(await profileOf('wayfold'), 0).data;

describe('the large example', () => {
  it('has 24 schools: 23 of the trust and one that is joining', async () => {
    const { schools = [] } = (await profileOf('wayfold')).data;
    expect(schools).toHaveLength(24);
    expect(schools.filter(({ status }) => status === 'joining')).toHaveLength(1);
    expect(new Set(schools.map(({ urn }) => urn)).size).toBe(24);
  });

  it('has a school of every kind', async () => {
    const { schools = [] } = (await profileOf('wayfold')).data;
    const some = (has: (school: (typeof schools)[number]) => unknown) => schools.filter(has).length;
    expect(some(({ phase }) => phase === 'primary')).toBeGreaterThan(10);
    expect(some(({ phase }) => phase === 'secondary')).toBe(4);
    expect(some(({ phase }) => phase === 'all-through')).toBe(1);
    expect(some(({ type }) => /special/.test(type ?? ''))).toBe(2);
    expect(some(({ type }) => /alternative provision/.test(type ?? ''))).toBe(1);
    expect(some(({ ages }) => ages?.from === 4 && ages.to === 7)).toBe(2);
    expect(some(({ ages }) => ages?.from === 7 && ages.to === 11)).toBe(1);
    expect(some(({ religious_character }) => religious_character === 'Church of England')).toBe(3);
    expect(some(({ religious_character }) => religious_character === 'Roman Catholic')).toBe(2);
    expect(some(({ religious_character, diocese }) => religious_character && !diocese)).toBe(0);
    expect(some(({ pfi }) => pfi)).toBe(1);
    expect(some(({ easting, northing }) => easting && northing)).toBe(24);
  });

  it('fills every part that a profile can have', async () => {
    const data = await firstCopy();
    // A map is drawn without a base of one's own, and what is to be found out has been.
    for (const key of topLevelKeys.filter((name) => name !== 'map' && name !== 'gaps')) {
      expect(`${key}: ${JSON.stringify(data[key]) ?? ''}`).not.toMatch(/: (?:|\[\]|\{\})$/);
    }
  });

  it('is large enough to work with', async () => {
    const data = await firstCopy();
    const ofSchools = new Set((data.schools ?? []).flatMap(({ metrics = [] }) => metrics));
    expect(Object.keys(data.metrics ?? {}).length).toBeGreaterThanOrEqual(40);
    expect(ofSchools.size).toBeGreaterThanOrEqual(12);
    expect(Object.keys(data.evidence ?? {}).length).toBeGreaterThanOrEqual(60);
    expect(data.voices?.length).toBeGreaterThanOrEqual(18);
    expect(data.case_studies?.length).toBeGreaterThanOrEqual(9);
    expect(data.delegation?.length).toBeGreaterThanOrEqual(16);
    expect(data.stays_and_changes?.length).toBeGreaterThanOrEqual(16);
    expect(data.partnerships?.length).toBeGreaterThanOrEqual(10);
    expect(data.commitments?.length).toBeGreaterThanOrEqual(10);
    expect(data.weaknesses?.length).toBeGreaterThanOrEqual(6);
    expect((await profileOf('wayfold')).data.prospective_schools).toHaveLength(3);
  });

  it('says what it does not know, missed and got wrong', async () => {
    const { answers = {}, questions = [], commitments = [], case_studies = [] } = await firstCopy();
    const open = [...Object.values(answers), ...questions].filter((answer) => !answer?.answer);
    expect(open).toHaveLength(2);
    for (const answer of open) expect(answer?.ask).toBeTruthy();
    const missed = commitments.filter(({ last_year }) => last_year === 'missed');
    expect(missed).toHaveLength(1);
    expect(missed[0]?.what_happened).toBeTruthy();
    for (const { what_did_not_work } of case_studies) expect(what_did_not_work).toBeTruthy();
  });

  it('keeps the code that stands in place of a result of a few pupils', async () => {
    const { metrics = {} } = (await profileOf('wayfold')).data;
    const codes = metrics['ks2-over-skelling']?.series.map(({ value }) => value);
    expect(codes).toEqual([{ code: 'SUPP' }, { code: 'SUPP' }, { code: 'SUPP' }]);
    for (const { series, pupils = 99 } of Object.values(metrics)) {
      const printed = series.some(({ value }) => 'number' in value);
      if (printed) expect(pupils).toBeGreaterThan(10);
    }
  });

  it('adds up: the pupils, the averages and the price', async () => {
    const { schools = [], metrics = {}, finances, five_answers } = await firstCopy();
    const ours = schools.filter(({ status }) => status !== 'joining');
    expect(ours.reduce((sum, { pupils = 0 }) => sum + pupils, 0)).toBe(8_308);

    const newest = (name: string) => metrics[name]?.series.at(-1)?.value;
    const gcse = schools
      .flatMap(({ metrics: names = [] }) => names)
      .filter((name) => name.startsWith('attainment-8-'))
      .map((name) => ({ value: newest(name), pupils: metrics[name]?.pupils ?? 0 }));
    const pupils = gcse.reduce((sum, school) => sum + school.pupils, 0);
    const points = gcse.reduce(
      (sum, { value, pupils }) => sum + (value && 'number' in value ? value.number * pupils : 0),
      0,
    );
    expect(metrics['attainment-8']).toMatchObject({ schools: gcse.length, pupils });
    expect(newest('attainment-8')).toMatchObject({ number: Number((points / pupils).toFixed(1)) });

    const perPupil = finances?.contribution?.per_pupil?.number ?? 0;
    const price = Math.round((perPupil * 194) / 100) * 100;
    expect(five_answers?.cost?.answer).toContain(`£${price.toLocaleString('en-GB')}`);
  });
});
