import { disruptedYears } from '../knowledge/not-published.ts';
import { compareDates, isSurelyBefore } from '../profile/formats/dates.ts';
import {
  academicYear,
  academicYearOf,
  periodEnd,
  periodInProse,
  periodInTable,
  periodStart,
} from '../profile/formats/periods.ts';
import { latest } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { Point } from '../profile/schema/evidence.ts';
import { measureOfSubject, subjectsOf } from '../profile/subjects.ts';
import type { Path } from '../profile/yaml/values.ts';
import { whyNotPublished } from './published.ts';
import { rule } from './rule.ts';

export const periodRepeated = rule({
  code: 'period-repeated',
  severity: 'error',
  title: 'One period typed twice',
  why: 'Two numbers for the same time cannot both be right, and the document would print one of them.',
  remedy: 'Keep the right number and delete the other.',
  wrong:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 12\n      2024 to 2025: 14\n',
  right:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2023/24: 12\n      2024/25: 14\n',
  source: 'Bad input: series with repeated years',
  *check(profile) {
    for (const { points, path } of seriesOf(profile)) {
      const typed = new Map<string, string>();
      for (const { period, key } of points) {
        const name = periodInTable(period);
        const before = typed.get(name);
        if (before === undefined) typed.set(name, key);
        else {
          yield {
            path: [...path, key],
            at: 'key',
            message: `“${key}” is the same time as “${before}” above: ${name}.`,
            hint: 'Keep the right number and delete the other, or correct the year.',
          };
        }
      }
    }
  },
});

export const seriesOutOfOrder = rule({
  code: 'series-out-of-order',
  severity: 'warning',
  title: 'Periods that are not in order',
  why: 'Whoever looks the numbers over will misread them, and a year out of place is often a mistyped one.',
  remedy: 'Put the periods in order, the oldest first. The document prints them so in any case.',
  wrong:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2022/23: 10\n      2024/25: 14\n      2023/24: 12\n',
  right:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2022/23: 10\n      2023/24: 12\n      2024/25: 14\n',
  source: 'Bad input: series out of order',
  *check(profile) {
    for (const { points, path } of seriesOf(profile)) {
      for (const [index, point] of points.entries()) {
        const before = points[index - 1];
        if (!before || compareDates(periodEnd(before.period), periodEnd(point.period)) <= 0) {
          continue;
        }
        yield {
          path: [...path, point.key],
          at: 'key',
          message: `${point.key} comes after ${before.key}, but is earlier.`,
          hint: 'If the year is right, move the line up so that the oldest comes first.',
        };
        break;
      }
    }
  },
});

/** The numbers of every metric and of what each is compared with. */
function* seriesOf({ data }: Profile): Generator<{ points: readonly Point[]; path: Path }> {
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const root = ['metrics', name];
    yield { points: metric.series, path: [...root, 'series'] };
    for (const [index, { series }] of (metric.comparators ?? []).entries()) {
      yield { points: series, path: [...root, 'comparators', index, 'series'] };
    }
  }
}

export const gapInSeries = rule({
  code: 'gap-in-series',
  severity: 'warning',
  inRelease: 'error',
  title: 'Years left out of a series',
  why: 'A series that shows only some of its years may be showing only the flattering ones.',
  remedy:
    'Add the missing numbers. Where there is none, type the code that was published, such as NP, with a “reason”.',
  wrong:
    'metrics:\n  sickness:\n    measure: staff sickness\n    series:\n      2022/23: 7.1\n      2024/25: 5.8\n',
  right:
    'metrics:\n  sickness:\n    measure: staff sickness\n    series:\n      2022/23: 7.1\n      2023/24: 7.9\n      2024/25: 5.8\n',
  source: 'Domain rule 19; years without tests from the Department for Education’s technical guide',
  *check({ data, faulty }) {
    const subjects = subjectsOf(data);
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      if (faulty(['metrics', name])) continue;
      const subject = subjects.ofMetric(name);
      const yearly = subject !== undefined && measureOfSubject(subject) !== undefined;
      const typed = yearsOf(metric.series);
      const compared = new Set(
        (metric.comparators ?? []).flatMap(({ series }) => [...yearsOf(series).keys()]),
      );
      const years = [...typed.keys()].sort((a, b) => a - b);
      for (const [index, year] of years.entries()) {
        const missing = between(years[index - 1] ?? year, year).filter(
          (missed) =>
            (yearly || compared.has(missed)) &&
            !(subject?.counted === 'pupils' && disruptedYears.includes(missed)) &&
            whyNotPublished(metric, missed) === undefined,
        );
        if (missing.length === 0) continue;
        yield {
          path: ['metrics', name, 'series', typed.get(year)?.key ?? ''],
          at: 'key',
          message: `The series leaves out ${missing.map(academicYear).join(', ')}, which had a number to show.`,
          hint: 'Add it, even where it is less good. If there is none, type NP and a “reason”.',
        };
      }
    }
  },
});

const yearsOf = (series: readonly Point[]) =>
  new Map(
    series.flatMap((point) => {
      const year = academicYearOf(point.period);
      return year === undefined ? [] : [[year, point] as const];
    }),
  );

/** The years after one and before another; a mistyped year must not make a list of thousands. */
function between(after: number, before: number): number[] {
  const many = Math.min(Math.max(0, before - after - 1), 20);
  return Array.from({ length: many }, (_, index) => after + 1 + index);
}

export const evidenceOfAnotherTime = rule({
  code: 'evidence-of-another-time',
  severity: 'warning',
  inRelease: 'error',
  title: 'A number whose source is about an earlier time',
  why: 'A reader who looks the number up will not find it, so either the year or the source is wrong.',
  remedy:
    'Name the source that has the newest number, or correct its period or that of the number.',
  wrong:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 14\n    evidence: [log]\nevidence:\n  log:\n    title: Log of visits\n    period: 2022/23\n',
  right:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 14\n    evidence: [log]\nevidence:\n  log:\n    title: Log of visits\n    period: 2024/25\n',
  source: 'Domain G3, 3: every number prints its period and source',
  *check({ data, faulty }) {
    const periodOf = (name: string) => data.evidence?.[name]?.period;
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      if (faulty(['metrics', name])) continue;
      const root = ['metrics', name];
      const cited = [
        { refs: metric.evidence, points: metric.series, path: root },
        ...(metric.comparators ?? []).map(({ evidence, series }, index) => ({
          refs: evidence,
          points: series,
          path: [...root, 'comparators', index],
        })),
      ];
      for (const { refs = [], points, path } of cited) {
        const newest = latest({ series: points });
        const periods = refs.map(periodOf);
        if (!newest || periods.length === 0) continue;
        const tooEarly = periods.every(
          (period) => period && isSurelyBefore(periodEnd(period), periodStart(newest.period)),
        );
        if (!tooEarly) continue;
        const about = periods.map((period) => period && periodInProse(period)).join(', ');
        yield {
          path: [...path, 'evidence'],
          message: `The newest number is for ${periodInProse(newest.period)}, but its source is about ${about}.`,
          hint: 'Name the source that has it, or correct the year of the number or of the source.',
        };
      }
    }
  },
});
