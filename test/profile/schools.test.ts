import { describe, expect, it } from 'vitest';
import { findSchool } from '../../src/profile/schools.ts';

const schools = [{ name: 'Tansy Row Primary School', urn: '990001' }, { name: 'St Wystan’s' }];

describe('findSchool', () => {
  it.each([
    ['its name', 'Tansy Row Primary School'],
    ['its name in other capitals', 'tansy row primary school'],
    ['its URN', '990001'],
  ])('finds a school by %s', (_, reference) => {
    expect(findSchool(schools, reference)).toBe(schools[0]);
  });

  it.each(['Tansy Row', '990002', ''])('does not find “%s”', (reference) => {
    expect(findSchool(schools, reference)).toBeUndefined();
  });

  it('finds nothing where there are none', () => {
    expect(findSchool(undefined, 'Tansy Row Primary School')).toBeUndefined();
  });
});
