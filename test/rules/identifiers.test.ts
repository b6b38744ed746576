import { describe, expect, it } from 'vitest';
import { urnOwnPredecessor, urnRepeated } from '../../src/rules/identifiers.ts';
import { breaches, paths } from '../support/rules.ts';

describe('urn-repeated', () => {
  const schools = (...urns: number[]) =>
    `schools:\n${urns.map((urn, at) => `  - {name: ${'BCDEF'[at]}, urn: ${urn}}\n`).join('')}`;

  it('tells once of schools that all have the same URN', async () => {
    const text = schools(990001, 990002, 990001, 990001, 990002);
    expect(await breaches(urnRepeated, text)).toMatchObject([
      { at: 'schools.2.urn', message: '3 schools have the URN 990001: B, D, E.' },
      { at: 'schools.4.urn', message: 'F has the same URN as C.' },
    ]);
  });

  it('finds the school that has the URN of one above it', async () => {
    const text = schools(990001, 990002, 990001);
    expect(await paths(urnRepeated, text)).toEqual(['schools.2.urn']);
    expect((await breaches(urnRepeated, text))[0]?.message).toBe('D has the same URN as B.');
  });

  it.each([
    ['different URNs', 'schools:\n  - {name: B, urn: 990001}\n  - {name: C, urn: 990002}\n'],
    ['schools without one', 'schools:\n  - name: B\n  - name: C\n'],
    ['no schools', ''],
    [
      'the number of the school that was replaced',
      'schools:\n  - {name: B, urn: 990002, predecessor_urn: 990001}\n',
    ],
  ])('has nothing against %s', async (_, text) => {
    expect(await paths(urnRepeated, text)).toEqual([]);
  });
});

describe('urn-own-predecessor', () => {
  it('finds a school that replaced itself', async () => {
    const text = 'schools:\n  - name: B\n  - {name: C, urn: 990001, predecessor_urn: 990001}\n';
    expect(await paths(urnOwnPredecessor, text)).toEqual(['schools.1.predecessor_urn']);
  });

  it.each([
    ['another predecessor', 'schools:\n  - {name: C, urn: 990001, predecessor_urn: 990101}\n'],
    ['no URN', 'schools:\n  - {name: C, predecessor_urn: 990101}\n'],
    ['no predecessor', 'schools:\n  - {name: C, urn: 990001}\n'],
    ['no schools', ''],
  ])('has nothing against %s', async (_, text) => {
    expect(await paths(urnOwnPredecessor, text)).toEqual([]);
  });
});
