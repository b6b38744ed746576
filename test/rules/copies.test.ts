import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { alreadyInTrust, urnRepeated } from '../../src/rules/identifiers.ts';
import { outsideEngland } from '../../src/rules/places.ts';
import { routeRules } from '../../src/rules/routes.ts';
import { needsAgreement } from '../../src/rules/standing.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { told } from '../support/profile.ts';
import { breaches, paths } from '../support/rules.ts';

const [, routeOther] = routeRules;

const standing = `trust: {name: A}
standing:
  stage: decided
  issued_by: The trustees
  invited_by: The governors of Fennimore
  school: Fennimore
prospective_schools:
  - {name: Fennimore, type: community school, governors_agreed: 6 October 2026}
`;

/** What `check` says of the copies of a profile, besides what it says of the profile. */
async function ofCopies(
  text: string,
  {
    schools = ['all'],
    readers: only,
    ...rest
  }: { schools?: string[]; release?: boolean; readers?: ('governors' | 'staff')[] } = {},
) {
  const folder = folderWith({ 'trust.yaml': text });
  const options = { ...rest, ...(only && { readers: () => only }) };
  const all = await check(folder, testEffects(folder), { schools, ...options });
  const without = await check(folder, testEffects(folder), options);
  const known = new Set(told(without.diagnostics, text));
  return all.diagnostics.filter(
    (problem) => !told([problem], text).some((line) => known.has(line)),
  );
}

describe('a copy', () => {
  const marsh = `${standing}  - {name: Marsh End, type: community school, governors_agreed: 6 October 2026}\n`;

  it('says who asked for it and how far things have gone, or it is no release', async () => {
    const found = await ofCopies(marsh, { release: true });
    expect(found.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      [
        'standing-missing',
        'error',
        'Nothing says that anybody at Marsh End asked for this copy. It is an answer to a school that asked, not a mailing.',
      ],
    ]);
    expect(told(found, marsh)[0]).toMatch(/^standing-missing trust\.yaml:9:5/);
    const [draft] = await ofCopies(marsh);
    expect(draft?.severity).toBe('warning');
    expect(draft?.hint).toBe('Under that school, add “stage:” and “invited_by:”.');
  });

  it('is judged by its own stage, not by that of the profile', async () => {
    const text = `${marsh.replace('name: Marsh End', 'name: Marsh End, stage: exploring, invited_by: Its head')}growth: {why_us: When you join we visit you.}\n`;
    expect((await ofCopies(text)).map(({ code }) => code)).toEqual(['outcome-presumed']);
    // The profile’s own conversation is decided.
    expect(await ofCopies(text, { schools: ['Fennimore'] })).toEqual([]);
  });

  it('is asked for its own consultation', async () => {
    const text = marsh.replace(
      'name: Marsh End',
      'name: Marsh End, stage: consulting, invited_by: Its head',
    );
    expect((await ofCopies(text)).map(({ code }) => code)).toEqual(['consultation-open']);
  });

  it('goes to nobody but governors and heads before the governing body has agreed', async () => {
    const text = marsh.replace(
      'name: Marsh End, type: community school, governors_agreed: 6 October 2026',
      'name: Marsh End, type: community school, stage: exploring, invited_by: Its head',
    );
    expect(
      (await ofCopies(text, { release: true })).map(({ code, severity }) => [code, severity]),
    ).toEqual([['conversation-unagreed', 'error']]);
    expect(await ofCopies(text, { release: true, readers: ['governors'] })).toEqual([]);
    expect(await ofCopies(text, { release: true, readers: ['governors', 'staff'] })).toHaveLength(
      1,
    );
  });

  it('meets every rule where it has parts of its own', async () => {
    const text = `${standing}  - name: Marsh End
    type: community school
    governors_agreed: 6 October 2026
    stage: exploring
    invited_by: Its head
    in_its_copy:
      five_answers:
        cost:
          answer: 5%
          evidence: [gone]
`;
    const found = (await ofCopies(text, { release: true })).map(({ code }) => code);
    expect(found).toContain('hard-answer-unconfirmed');
  });
});

describe('who may read a copy before the governors agree', () => {
  it('are governors and headteachers alone', () => {
    expect(needsAgreement(['governors', 'headteachers'])).toBe(false);
    for (const reader of ['staff', 'families', 'community'] as const) {
      expect(needsAgreement(['governors', reader])).toBe(true);
    }
  });
});

describe('a school that might join', () => {
  const school = (more: string) => `prospective_schools:\n  - {name: Marsh End, ${more}}\n`;

  it('has a URN of its own', async () => {
    const two = 'prospective_schools: [{name: A, urn: 990001}, {name: B, urn: 990001}]\n';
    expect(await paths(urnRepeated, two)).toEqual(['prospective_schools.1.urn']);
    expect(await paths(urnRepeated, two.replace('B, urn: 990001', 'B, urn: 990002'))).toEqual([]);
  });

  it('is not in the trust already, by name, URN or the URN it had before', async () => {
    const trust = (ours: string) => `schools: [{name: Tansy Row, ${ours}}]\n`;
    const at = (ours: string, theirs: string) => paths(alreadyInTrust, trust(ours) + theirs);
    expect(await at('urn: 990001', school('urn: 990001'))).toEqual(['prospective_schools.0.urn']);
    expect(await at('predecessor_urn: 990001', school('urn: 990001'))).toHaveLength(1);
    expect(await at('pupils: 9', 'prospective_schools: [{name: tansy row}]\n')).toEqual([
      'prospective_schools.0.name',
    ]);
    expect(await at('status: joining, urn: 990001', school('urn: 990001'))).toEqual([]);
    expect(await at('urn: 990002', school('urn: 990001'))).toEqual([]);
  });

  it('is in England', async () => {
    const at = (easting: number, northing: number) =>
      paths(outsideEngland, school(`easting: ${easting}, northing: ${northing}`));
    expect(await at(448_200, 319_600)).toEqual([]);
    expect(await at(319_600, 848_200)).toEqual(['prospective_schools.0.northing']);
    expect(await at(20_000, 319_600)).toEqual(['prospective_schools.0.easting']);
    // Off the grid altogether is complained of by another rule.
    expect(await at(4_482_000, 319_600)).toEqual([]);
  });

  it('has a route that fits its type', async () => {
    expect(await paths(routeOther, school('type: community school, route: academy order'))).toEqual(
      [],
    );
    expect(
      await paths(routeOther, school('type: academy converter, route: maintained school')),
    ).toEqual(['prospective_schools.0.route']);
    const [found] = await breaches(
      routeOther,
      school('type: voluntary aided school, route: single-academy trust'),
    );
    expect(found?.message).toBe(
      'Marsh End is maintained by a council by its type, and its route is that of an academy.',
    );
  });
});
