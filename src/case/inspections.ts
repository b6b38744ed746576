import { atLeastExpected, type Framework, frameworks } from '../knowledge/ofsted.ts';
import { type CalendarDate, compareDates, isoDate } from '../profile/formats/dates.ts';
import type { ProfileData } from '../profile/schema/profile.ts';

type School = NonNullable<ProfileData['schools']>[number];
type Inspection = NonNullable<School['inspections']>[number];

/** The newest inspection of a school as its table says it. */
export interface InspectionLine {
  date: CalendarDate;
  /** Derived from the dates, or that it was of the school before. */
  when: 'since joining' | 'before joining' | 'of the school before' | undefined;
  finding: string;
  /** Where the report is. */
  report: string | undefined;
}

/** The framework in force on a day: grades of different frameworks are never mixed. */
export function frameworkOn(date: CalendarDate): Framework['id'] | undefined {
  const day = isoDate({ ...date, day: date.day ?? 1 });
  return frameworks.findLast((framework) => framework.from <= day)?.id;
}

export function latestInspection(school: School): InspectionLine | undefined {
  const newest = (school.inspections ?? [])
    .filter(({ kind }) => kind !== 'monitoring' && kind !== 'section 48')
    .reduce<Inspection | undefined>(
      (best, next) => (best && compareDates(best.date, next.date) >= 0 ? best : next),
      undefined,
    );
  if (!newest) return undefined;
  const { date, report } = newest;
  return { date, when: whenOf(newest, school), finding: findingOf(newest), report };
}

function whenOf(inspection: Inspection, school: School): InspectionLine['when'] {
  if (inspection.predecessor) return 'of the school before';
  if (!school.joined) return undefined;
  return compareDates(inspection.date, school.joined) < 0 ? 'before joining' : 'since joining';
}

/** What the inspection found, in the words of the framework it was under. */
function findingOf(inspection: Inspection): string {
  if (inspection.outcome) return inspection.outcome;
  if (inspection.areas) {
    const grades = Object.values(inspection.areas).filter((grade) => grade !== undefined);
    const met = grades.filter((grade) => atLeastExpected.has(grade)).length;
    return `report card: expected standard or above in ${met} of ${grades.length} areas`;
  }
  if (inspection.overall && frameworkOn(inspection.date) === 'four grades') {
    return inspection.overall;
  }
  if (inspection.judgements) {
    const quality = inspection.judgements.quality_of_education;
    const shown = quality
      ? `quality of education ${quality}`
      : Object.entries(inspection.judgements)
          .map(([area, grade]) => `${area.replaceAll('_', ' ')} ${grade}`)
          .join(', ');
    return `no overall grade: ${shown}`;
  }
  return inspection.overall ?? 'inspected; see the report';
}
