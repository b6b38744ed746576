import { describe, expect, it } from 'vitest';
import { caseOf } from '../support/case.ts';

const standing = 'standing: {stage: exploring, school: Marsh End}\n';
const copy = async (school: string, rest = '') =>
  (await caseOf(`${standing}prospective_schools:\n  - {name: Marsh End, ${school}}\n${rest}`))
    .school;

describe('schools like the one a document is for', () => {
  const schools = `schools:
  - {name: Near, phase: primary, pupils: 200, easting: 448000, northing: 319600}
  - {name: Far, phase: primary, pupils: 210, easting: 548000, northing: 319600}
  - {name: Large, phase: primary, pupils: 600, easting: 448200, northing: 319600}
  - {name: Faith, phase: primary, pupils: 190, religious_character: Church of England, easting: 448200, northing: 320600}
  - {name: Upper, phase: secondary, pupils: 200, easting: 448200, northing: 319600}
  - {name: Special, phase: not applicable, type: special academy, pupils: 90}
  - {name: New, phase: primary, pupils: 200, status: joining, easting: 448200, northing: 319600}
`;
  const place = 'pupils: 200, easting: 448200, northing: 319600';
  const names = async (school: string) =>
    (await copy(school, schools))?.alike?.rows.map(({ name }) => name);

  it('are of its kind, then of like size and near, and none that is still joining', async () => {
    expect(await names(`phase: primary, ${place}`)).toEqual(['Near', 'Faith', 'Large']);
    expect(await names(`phase: secondary, ${place}`)).toEqual(['Upper']);
    expect(await names('phase: not applicable, type: community special school')).toEqual([
      'Special',
    ]);
  });

  it('share its religious character first', async () => {
    const faith = `religious_character: Church of England, phase: primary, ${place}`;
    expect((await names(faith))?.[0]).toBe('Faith');
    // The Catholic is not the Anglican.
    expect((await names(faith.replace('Church of England', 'Catholic')))?.[0]).toBe('Near');
  });

  it('are said to have been chosen, how, and what is alike', async () => {
    const alike = (await copy(`phase: primary, ${place}`, schools))?.alike;
    expect(alike?.how).toBe(
      'Of our primary schools these have most in common with yours in size (up to half as large again) and distance (within 10 miles). We did not choose them by their results.',
    );
    expect(alike?.rows[1]).toEqual({
      name: 'Faith',
      alike: '190 pupils, Church of England, 0.6 miles',
    });
  });

  it('are none, and said to be none, where the trust has none of its kind', async () => {
    expect((await copy('phase: nursery', schools))?.alike).toEqual({
      how: 'None of our schools is a nursery school, as yours is.',
      rows: [],
    });
    expect((await copy('pupils: 3', schools))?.alike).toBeUndefined();
  });
});

describe('what matters to a school', () => {
  const said =
    'weaknesses:\n  - {what: We have no speech therapist of our own., action: We buy one.}\ncommitments:\n  - {promise: Attendance will reach 92%.}\n';

  it('is answered by the trust where it does so itself', async () => {
    const school = await copy(
      'priorities: [{priority: Speech therapists, answer: Two days.}]',
      said,
    );
    expect(school?.priorities[0]).toMatchObject({ answer: 'Two days.', said: [] });
  });

  it('is answered by what shares two of its words, or the only one', async () => {
    const school = await copy('priorities: [More speech therapists, Attendance]', said);
    expect(school?.priorities.map(({ said }) => said.map(({ section }) => section))).toEqual([
      ['limits'],
      ['commitments'],
    ]);
  });

  it('is not answered by one word of several', async () => {
    const school = await copy('priorities: [A therapist for the village dogs]', said);
    expect(school?.priorities[0]?.said).toEqual([]);
  });
});

describe('what is not known about a school', () => {
  it('is what the trust says, and each fact the copy would have used', async () => {
    expect((await copy('not_known: [The roof]'))?.notKnown).toEqual([
      'The roof',
      'what type of school you are, and so how you would join',
      'how many pupils you have',
      'exactly where you are, and so how far each of our schools is from you',
      'whether your building is under a private finance contract',
    ]);
    const known = 'type: community school, pupils: 90, pfi: no, easting: 448200, northing: 319600';
    expect((await copy(known))?.notKnown).toEqual([]);
  });

  it('is how it would join, for an academy of which the trust is not known', async () => {
    expect((await copy('type: academy converter'))?.notKnown[0]).toContain('has other schools');
  });
});

describe('what the charge would come to', () => {
  const evidence = 'evidence:\n  accounts: {title: Accounts}\n  roll: {title: Census}\n';
  const charge =
    'finances: {contribution: {rate: 5%, base: general annual grant, per_pupil: £236, evidence: [accounts]}}\n';

  it('is worked out from the sum for each pupil, to £100, and says how', async () => {
    expect((await copy('pupils: 182, evidence: [roll]', evidence + charge))?.charge).toEqual({
      about: '£43,000',
      how: '£236 for each of your 182 pupils',
      evidence: ['accounts', 'roll'],
    });
  });

  it('is worked out from the core funding where that is known', async () => {
    const school = await copy(
      'pupils: 182, core_funding: "£1,000,000", evidence: [roll]',
      evidence + charge,
    );
    expect(school?.charge).toMatchObject({
      about: '£50,000',
      how: '5% of your general annual grant of £1 million',
    });
  });

  it('is not said where one of its numbers is missing or has no source', async () => {
    expect((await copy('evidence: [roll]', evidence + charge))?.charge).toBeUndefined();
    expect((await copy('pupils: 182', evidence + charge))?.charge).toBeUndefined();
    expect(
      (await copy('pupils: 182, evidence: [gone]', evidence + charge))?.charge,
    ).toBeUndefined();
    expect(
      (
        await copy(
          'pupils: 182, evidence: [roll]',
          evidence + charge.replace(', evidence: [accounts]', ''),
        )
      )?.charge,
    ).toBeUndefined();
  });
});
