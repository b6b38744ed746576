import { describe, expect, it } from 'vitest';
import { ledgerOf, summariesOf } from '../../src/ledger/ledger.ts';
import { profileOf } from '../support/profile.ts';

const today = { year: 2026, month: 11, day: 24 };

const evidence = `
evidence:
  official:
    title: Results
    publisher: Department for Education
    published: December 2025
    kind: headline metric
    official: yes
  audit:
    title: Audit
    publisher: Pell and Harker
    published: January 2026
    kind: verifier
    independent: yes
  diary:
    title: Diary
    publisher: The trust
    period: 2025/26
  old:
    title: Results
    publisher: Department for Education
    published: June 2021
    official: yes
  undated:
    title: A thing we heard
`;

async function gradeOf(rest: string) {
  const claim = `principles:\n  people:\n    claims:\n      - text: Staff stay.\n${rest}`;
  const [entry] = ledgerOf(await profileOf(`trust:\n  name: A\n${claim}${evidence}`), today);
  return entry?.grade;
}

describe('ledgerOf', () => {
  it.each([
    ['two kinds of evidence, one of them not the trust’s own', '[official, audit]', 'strong'],
    ['a source with a publisher and a date', '[diary]', 'supported'],
    ['one good source of one kind', '[official]', 'supported'],
    ['a source that is too old', '[old]', 'weak'],
    ['a source without publisher and date', '[undated]', 'weak'],
    ['an old source beside a fresh one', '[old, diary]', 'supported'],
    ['a source that is not there', '[nowhere]', 'unsupported'],
  ])('grades %s', async (_, names, grade) => {
    expect(await gradeOf(`        evidence: ${names}\n`)).toBe(grade);
  });

  it('grades a fact without any as unsupported, and plans and hopes not at all', async () => {
    expect(await gradeOf('')).toBe('unsupported');
    expect(await gradeOf('        strength: intention\n')).toBeNull();
    expect(await gradeOf('        strength: aspiration\n')).toBeNull();
  });

  it('counts the sources of a claim’s numbers, and the number as a kind', async () => {
    const metric =
      'metrics:\n  turnover:\n    measure: staff turnover\n    series:\n      2025/26: 12%\n    evidence: [audit]\n';
    const claim =
      'principles:\n  people:\n    claims:\n      - text: Staff stay.\n        metrics: [turnover]\n';
    const profile = await profileOf(`trust:\n  name: A\n${claim}${metric}${evidence}`);
    expect(ledgerOf(profile, today)[0]).toMatchObject({ grade: 'strong', independent: true });
  });
});

describe('summariesOf', () => {
  it('sums a principle up: claims, facts, grades, the oldest and newest evidence, voices', async () => {
    const profile = await profileOf(
      `trust:\n  name: A\nprinciples:\n  people:\n    claims:\n      - text: One.\n        evidence: [old]\n      - text: Two.\n        evidence: [audit]\n      - text: Three.\n        strength: aspiration\nvoices:\n  - quote: Yes.\n    role: Head\n    principle: people\n${evidence}`,
    );
    const people = summariesOf(profile, ledgerOf(profile, today)).find(
      ({ principle }) => principle === 'people',
    );
    expect(people).toEqual({
      principle: 'people',
      claims: 3,
      facts: 2,
      grades: { strong: 0, supported: 1, weak: 1, unsupported: 0 },
      newest: { year: 2026, month: 1 },
      oldest: { year: 2021, month: 6 },
      voices: 1,
    });
  });
});
