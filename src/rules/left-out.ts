import { isSurelyBefore } from '../profile/formats/dates.ts';
import { periodEnd, periodInProse, periodInTable } from '../profile/formats/periods.ts';
import { latest, type Metric } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { Point } from '../profile/schema/evidence.ts';
import {
  measureOfSubject,
  type Subject,
  schoolsIn,
  subjectsOf,
  WHOLE_TRUST,
} from '../profile/subjects.ts';
import { averagesOf, type School, takingSchools } from './averages.ts';
import { type Breach, rule } from './rule.ts';

const schools = (names: readonly string[]) =>
  `schools:\n${names.map((name) => `  - name: ${name} Primary School\n    ages: 4 to 11\n`).join('')}`;
const phonics = (covered: number) =>
  `${schools(['Tansy Row', 'Marsh End', 'Otterwick'])}metrics:\n  phonics:\n    measure: phonics standard\n    schools: ${covered}\n    pupils: 61\n    weighting: weighted by pupils\n    series:\n      2025/26: 84%\n    comparators:\n      - name: England\n        series:\n          2025/26: 80%\n`;

export const schoolsLeftOut = rule({
  code: 'schools-left-out',
  severity: 'warning',
  inRelease: 'error',
  title: 'Schools left out of a result',
  why: 'A result of some of a trust’s schools may be that of the flattering ones.',
  remedy: 'Take in every school that has the result, or name those left out and say why.',
  wrong: phonics(2),
  right: phonics(3),
  source: 'Domain rule 19',
  *check(profile) {
    if (profile.faulty(['schools']) || profile.faulty(['metrics'])) return;
    yield* averagesOfSome(profile);
    yield* resultsOfSome(profile);
  },
});

/** Averages over fewer schools than teach the pupils in question, unless one over all of them is there too. */
function* averagesOfSome(profile: Profile): Generator<Breach> {
  const averages = averagesOf(profile);
  const widest = new Map<string, number>();
  const keyOf = ({ outcome, group }: Subject) => JSON.stringify([outcome, group]);
  for (const { subject, metric } of averages) {
    const key = keyOf(subject);
    widest.set(key, Math.max(widest.get(key) ?? 0, metric.schools ?? Number.POSITIVE_INFINITY));
  }
  const named = schoolsIn(profile.data);
  for (const { name, metric, subject, measure, newest } of averages) {
    const taking = takingSchools(profile.data, measure).filter((school) =>
      wasThere(school, newest),
    );
    const covered = metric.schools;
    const most = widest.get(keyOf(subject)) ?? 0;
    if (covered === undefined || covered < most || covered >= taking.length) continue;
    const left = taking.length - covered;
    if (named(wordsOfMetric(metric)).size >= left) continue;
    yield {
      path: ['metrics', name, 'schools'],
      message: `This covers ${covered} schools, but ${taking.length} of yours taught these pupils in ${periodInProse(newest.period)}.`,
      hint: 'Take in every school, or name under “method” or “does_not_show” those left out, and why.',
    };
  }
}

/** Measures that most schools list a result of their own for, but not every one that has it. */
function* resultsOfSome({ data }: Profile): Generator<Breach> {
  const subjects = subjectsOf(data);
  const sets = new Map<string, { holders: Set<string>; metric: Metric; name: string }>();
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const subject = subjects.ofMetric(name);
    const newest = latest(metric);
    if (!subject || subject.holder === WHOLE_TRUST || !newest) continue;
    if (measureOfSubject(subject)?.of !== 'pupils') continue;
    const key = JSON.stringify([subject.outcome, subject.group, periodInTable(newest.period)]);
    const set = sets.get(key);
    if (set) set.holders.add(subject.holder);
    else sets.set(key, { holders: new Set([subject.holder]), metric, name });
  }
  const place = new Map((data.schools ?? []).map(({ name }, index) => [name, index]));
  for (const { holders, metric, name } of sets.values()) {
    const subject = subjects.ofMetric(name);
    const measure = subject && measureOfSubject(subject);
    const newest = latest(metric);
    if (!measure || !newest || holders.size < FEWEST_OF_A_SET) continue;
    const taking = takingSchools(data, measure).filter((school) => wasThere(school, newest));
    // A few schools that tell of themselves, as in a story, are no set.
    if (holders.size * 2 <= taking.length) continue;
    for (const { name: school } of taking) {
      if (holders.has(school)) continue;
      yield {
        path: ['schools', place.get(school) ?? 0],
        message: `Other schools show “${measure.label}” for ${periodInProse(newest.period)}; ${school} does not.`,
        hint: 'Add its result as a metric, listed under “metrics” of the school. If none was published, type the code.',
      };
    }
  }
}

/** How many schools must show a result before one that does not is left out of a set. */
const FEWEST_OF_A_SET = 3;

const wasThere = ({ joined }: School, { period }: Point) =>
  joined === undefined || !isSurelyBefore(periodEnd(period), joined);

const wordsOfMetric = ({ scope, method, does_not_show, weighting }: Metric) =>
  [scope, method, does_not_show, weighting].filter((text) => text !== undefined).join('. ');
