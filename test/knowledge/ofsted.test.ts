import { describe, expect, it } from 'vitest';
import { frameworkOn } from '../../src/case/inspections.ts';
import {
  atLeastExpected,
  frameworks,
  judgementAreas,
  overallGrades,
  reportCardAreas,
  reportCardGrades,
} from '../../src/knowledge/ofsted.ts';
import { parseDate } from '../../src/profile/formats/dates.ts';

describe('the frameworks of Ofsted', () => {
  it('follow one another in order of their dates', () => {
    const dates = frameworks.map(({ from }) => from);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(dates).size).toBe(dates.length);
    for (const date of dates) expect(parseDate(date)?.day).toBeDefined();
  });

  it.each([
    ['31 August 2024', 'four grades'],
    ['1 September 2024', 'graded, no overall grade'],
    ['9 November 2025', 'graded, no overall grade'],
    ['10 November 2025', 'report card'],
    ['1 July 2005', undefined],
  ])('were on %s “%s”', (day, id) => {
    const date = parseDate(day);
    expect(date && frameworkOn(date)).toBe(id);
  });

  it('are the three that schools of today have been inspected under', () => {
    expect(frameworks.map(({ id }) => id)).toEqual([
      'four grades',
      'graded, no overall grade',
      'report card',
    ]);
  });
});

describe('the grades of Ofsted', () => {
  it('go from the best to the worst', () => {
    expect(overallGrades).toEqual(['outstanding', 'good', 'requires improvement', 'inadequate']);
    expect(reportCardGrades).toEqual([
      'exceptional',
      'strong standard',
      'expected standard',
      'needs attention',
      'urgent improvement',
    ]);
  });

  it('count as expected from “expected standard” up', () => {
    expect([...atLeastExpected]).toEqual(['exceptional', 'strong standard', 'expected standard']);
  });

  it('are given in areas that can be keys of a profile', () => {
    for (const area of [...judgementAreas, ...reportCardAreas])
      expect(area).toMatch(/^[a-z0-9 -]+$/);
    expect(judgementAreas).toHaveLength(6);
    expect(reportCardAreas).toHaveLength(8);
  });
});
