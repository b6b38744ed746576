import { describe, expect, it } from 'vitest';
import { frameworkOn, latestInspection } from '../../src/case/inspections.ts';
import { profileOf } from '../support/profile.ts';

async function inspected(inspections: string, joined = '1 September 2021') {
  const lines = inspections.trim().split('\n');
  const indented = lines.map((line) => `      ${line}`).join('\n');
  const { data } = await profileOf(
    `trust:\n  name: A\nschools:\n  - name: B\n    ${joined && `joined: ${joined}`}\n    inspections:\n${indented}\n`,
  );
  const [school] = data.schools ?? [];
  return school && latestInspection(school);
}

describe('the framework on a day', () => {
  it.each([
    [{ year: 2024, month: 8, day: 31 }, 'four grades'],
    [{ year: 2024, month: 9, day: 1 }, 'graded, no overall grade'],
    [{ year: 2025, month: 11, day: 9 }, 'graded, no overall grade'],
    [{ year: 2025, month: 11, day: 10 }, 'report card'],
    [{ year: 2024, month: 9 }, 'graded, no overall grade'],
    [{ year: 1999, month: 1, day: 1 }, undefined],
  ])('%j is %s', (date, framework) => expect(frameworkOn(date)).toBe(framework));
});

describe('the latest inspection of a school', () => {
  it('is the newest, in whatever order they were typed', async () => {
    const found = await inspected(`
- date: 3 March 2020
  overall: good
- date: 4 May 2023
  overall: outstanding
- date: 5 June 2018
  overall: inadequate`);
    expect(found).toEqual({
      date: { year: 2023, month: 5, day: 4 },
      when: 'since joining',
      finding: 'outstanding',
    });
  });

  it('is never a monitoring visit or one about faith', async () => {
    const found = await inspected(`
- date: 4 May 2024
  kind: monitoring
- date: 5 May 2024
  kind: section 48
- date: 3 March 2020
  overall: good`);
    expect(found?.date.year).toBe(2020);
  });

  it.each([
    ['1 September 2019', '', 'before joining'],
    ['1 September 2021', '', 'since joining'],
    ['1 September 2022', '\n  predecessor: yes', 'of the school before'],
  ])('on %s, %s is “%s”', async (date, more, when) => {
    const found = await inspected(`- date: ${date}\n  overall: good${more}`, '1 September 2021');
    expect(found?.when).toBe(when);
  });

  it('is neither before nor after where nobody says when the school joined', async () => {
    expect((await inspected('- date: 1 May 2020\n  overall: good', ''))?.when).toBeUndefined();
  });

  it.each([
    [
      'an ungraded one in its own words',
      'outcome: school remains good\n  overall: good',
      'school remains good',
    ],
    ['an overall grade where there was one', 'overall: good', 'good'],
    [
      'a report card by the areas that meet what is expected',
      'areas:\n    inclusion: strong standard\n    achievement: expected standard\n    curriculum_and_teaching: needs attention',
      'report card: expected standard or above in 2 of 3 areas',
    ],
    ['nothing but that there was one', 'kind: graded', 'inspected; see the report'],
  ])('tells %s', async (_, typed, finding) => {
    expect((await inspected(`- date: 1 May 2023\n  ${typed}`))?.finding).toBe(finding);
  });

  it('gives no overall grade where there was none, but what was judged', async () => {
    const quality = `- date: 1 May 2025\n  judgements:\n    quality_of_education: good\n    early_years: outstanding`;
    expect((await inspected(quality))?.finding).toBe('no overall grade: quality of education good');
    const others = `- date: 1 May 2025\n  judgements:\n    early_years: outstanding\n    sixth_form: good`;
    expect((await inspected(others))?.finding).toBe(
      'no overall grade: early years outstanding, sixth form good',
    );
  });
});
