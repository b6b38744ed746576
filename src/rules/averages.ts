import { yearsToSettle } from '../knowledge/comparability.ts';
import type { Measure } from '../knowledge/measures.ts';
import { compareDates, isSurelyBefore, monthsLater } from '../profile/formats/dates.ts';
import { periodEnd, periodInProse, periodInTable } from '../profile/formats/periods.ts';
import { latest, type Metric } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { Point } from '../profile/schema/evidence.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { measureOfSubject, type Subject, subjectsOf, WHOLE_TRUST } from '../profile/subjects.ts';
import { rule } from './rule.ts';

export type School = NonNullable<ProfileData['schools']>[number];

/** A result of pupils over several schools of the trust. */
export interface Average {
  name: string;
  metric: Metric;
  subject: Subject;
  measure: Measure;
  newest: Point;
}

/** The trust’s own averages of a measure of pupils: not those of one school, nor counts typed by hand. */
export function averagesOf({ data, faulty }: Profile): Average[] {
  const subjects = subjectsOf(data);
  return Object.entries(data.metrics ?? {}).flatMap(([name, metric]) => {
    const subject = subjects.ofMetric(name);
    const measure = subject && measureOfSubject(subject);
    const newest = latest(metric);
    // What a mistake keeps from being read is not missing.
    if (faulty(['metrics', name])) return [];
    if (!metric.measure || !subject || measure?.of !== 'pupils' || !newest) return [];
    if (subject.holder !== WHOLE_TRUST || metric.schools === 1) return [];
    return 'number' in newest.value ? [{ name, metric, subject, measure, newest }] : [];
  });
}

const average = (lines: string, schools = '') =>
  `${schools}metrics:\n  phonics:\n    measure: phonics standard\n${lines}    series:\n      2025/26: 84%\n    comparators:\n      - name: England\n        series:\n          2025/26: 80%\n`;
const made = '    schools: 2\n    pupils: 61\n    weighting: weighted by pupils\n';

export const averageIncomplete = rule({
  code: 'average-incomplete',
  severity: 'warning',
  inRelease: 'error',
  title: 'An average that does not say of what',
  why: 'An average of two schools or of nine, weighted by pupils or not, can be made to say different things.',
  remedy: 'Say how many schools and pupils it covers, and how it was made, under “weighting”.',
  wrong: average('    schools: 2\n    pupils: 61\n'),
  right: average(made),
  source: 'Domain rule 17',
  *check(profile) {
    for (const { name, metric, newest } of averagesOf(profile)) {
      const missing = [
        metric.schools === undefined && '“schools”',
        metric.pupils === undefined && newest.pupils === undefined && '“pupils”',
        metric.weighting === undefined && '“weighting”',
      ].filter((key) => key !== false);
      if (missing.length === 0) continue;
      yield {
        path: ['metrics', name],
        at: 'key',
        message: `This average over schools does not say ${missing.join(' or ')}.`,
        hint: 'Add them: how many schools and pupils, and “weighting: weighted by pupils”.',
      };
    }
  },
});

const newcomer = (joined: string) =>
  `schools:\n  - name: Tansy Row Primary School\n    ages: 3 to 11\n    joined: 1 April 2016\n  - name: Marsh End Primary School\n    ages: 4 to 11\n    joined: ${joined}\n`;

export const averageWithNewcomers = rule({
  code: 'average-with-newcomers',
  severity: 'warning',
  inRelease: 'error',
  title: 'An average with schools that have only just joined',
  why: 'What a school does in its first three years says as much of where it was before as of the trust.',
  remedy:
    'Add the same measure without those schools, or that of each of them, as metrics of their own.',
  wrong: average(made, newcomer('1 September 2024')),
  right: average(made, newcomer('1 September 2019')),
  source: 'Domain rule 17: three years, as older trust performance measures asked',
  *check(profile) {
    if (profile.faulty(['schools'])) return;
    const averages = averagesOf(profile);
    const alone = resultsOfSchools(profile);
    for (const { name, metric, subject, measure, newest } of averages) {
      const end = periodEnd(newest.period);
      const settled = monthsLater(end, -12 * yearsToSettle);
      const taking = takingSchools(profile.data, measure).filter(
        ({ joined }) => joined === undefined || !isSurelyBefore(end, joined),
      );
      const newcomers = taking.filter(
        ({ joined, route }) =>
          route !== 'founder' && joined !== undefined && compareDates(joined, settled) > 0,
      );
      const others = taking.length - newcomers.length;
      if (newcomers.length === 0 || others === 0) continue;
      if (metric.schools !== undefined && metric.schools <= others) continue;
      const apart = averages.some(
        (other) =>
          other.subject.outcome === subject.outcome &&
          other.subject.group === subject.group &&
          (other.metric.schools ?? Number.POSITIVE_INFINITY) <= others,
      );
      const each = newcomers.every(({ name: school }) =>
        alone.has(keyOf({ ...subject, holder: school }, newest)),
      );
      if (apart || each) continue;
      yield {
        path: ['metrics', name, 'series', newest.key],
        message: `This average for ${periodInProse(newest.period)} takes in ${namesOf(newcomers)}, who joined less than ${yearsToSettle} years before.`,
        hint: 'Add the same measure without them as a metric of its own, and name it beside this one.',
      };
    }
  },
});

const namesOf = (schools: readonly School[]) =>
  schools.length > 3 ? `${schools.length} schools` : schools.map(({ name }) => name).join(', ');

const keyOf = ({ outcome, holder, group }: Subject, { period }: Point) =>
  JSON.stringify([outcome, holder, group, periodInTable(period)]);

/** The results of single schools, by what, whose and when. */
function resultsOfSchools({ data }: Profile): Set<string> {
  const subjects = subjectsOf(data);
  return new Set(
    Object.entries(data.metrics ?? {}).flatMap(([name, { series }]) => {
      const subject = subjects.ofMetric(name);
      if (!subject || subject.holder === WHOLE_TRUST) return [];
      return series.map((point) => keyOf(subject, point));
    }),
  );
}

/** The schools of the trust whose pupils a measure counts for certain: mainstream ones that teach that age. */
export function takingSchools({ schools }: ProfileData, { age }: Measure): School[] {
  return (schools ?? []).filter(({ status, ages, type }) => {
    if (status === 'joining') return false;
    if (age === undefined) return true;
    if (/special|alternative|referral|hospital/i.test(type ?? '')) return false;
    return ages !== undefined && ages.from < age && age <= ages.to;
  });
}
