import { countedUnits } from '../knowledge/measures.ts';
import type { Amount } from '../profile/formats/amounts.ts';
import {
  labelOfMetric,
  latest,
  type Metric,
  measure,
  unitOf,
  valueInWords,
} from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { Point } from '../profile/schema/evidence.ts';
import type { Path } from '../profile/yaml/values.ts';
import { rule } from './rule.ts';

export const unitMissing = rule({
  code: 'unit-missing',
  severity: 'error',
  title: 'A number without a unit',
  why: 'Nobody can tell whether 12 is pupils, days or per cent.',
  remedy: 'Say what it is counted in, with “unit”, or name a measure that brings its unit.',
  wrong:
    'metrics:\n  visits:\n    label: Visits by other schools\n    series:\n      2024/25: 12\n',
  right:
    'metrics:\n  visits:\n    label: Visits by other schools\n    unit: visits\n    series:\n      2024/25: 12\n',
  source: 'Domain rule 15',
  *check({ data, faulty }) {
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      if (unitOf(metric) === undefined && !faulty(['metrics', name])) {
        yield {
          path: ['metrics', name],
          at: 'key',
          message: `Nothing says what “${name}” is counted in.`,
          hint: 'Add a line “unit:”, such as %, £, days or pupils. For a plain count, “unit: number”.',
        };
      }
    }
  },
});

export const labelMissing = rule({
  code: 'label-missing',
  severity: 'error',
  title: 'A metric without words',
  why: 'A reader must be told what a number measures.',
  remedy: 'Say what it measures, with “label”, or name a measure that brings its words.',
  wrong: 'metrics:\n  visits:\n    unit: visits\n    series:\n      2024/25: 12\n',
  right:
    'metrics:\n  visits:\n    label: Visits by other schools\n    unit: visits\n    series:\n      2024/25: 12\n',
  source: 'Domain G3, 3: every number prints its value, unit, period and scope',
  *check({ data, faulty }) {
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      if (labelOfMetric(metric) === undefined && !faulty(['metrics', name])) {
        yield {
          path: ['metrics', name],
          at: 'key',
          message: `Nothing says what “${name}” measures.`,
          hint: 'Add a line “label:” in words for the document, or “measure:” if it is one we know.',
        };
      }
    }
  },
});

export const unitConflict = rule({
  code: 'unit-conflict',
  severity: 'error',
  title: 'A number typed with another unit than its metric’s',
  why: 'Either the number or the unit is wrong, and the document would print one of them.',
  remedy: 'Correct the number, or the unit of the metric.',
  wrong:
    'metrics:\n  visits:\n    label: Visits by other schools\n    unit: visits\n    series:\n      2024/25: 12%\n',
  right:
    'metrics:\n  visits:\n    label: Visits by other schools\n    unit: visits\n    series:\n      2024/25: 12\n',
  source: 'Domain rule 15',
  *check(profile) {
    for (const [name, metric] of Object.entries(profile.data.metrics ?? {})) {
      const known = measure(metric)?.unit;
      if (!metric.unit || !known || unitOf(metric) === known || !FIXED_UNITS.has(known)) continue;
      yield {
        path: ['metrics', name, 'unit'],
        message: `This measure is counted in ${known}, not in ${metric.unit}.`,
        hint: 'Delete this line, or describe your own number with “label” instead of “measure”.',
      };
    }
    for (const { value, unit, path } of values(profile)) {
      if ('unit' in value && value.unit && unit !== undefined && value.unit !== unit) {
        yield {
          path,
          message: `This number is typed with ${value.unit}, but its metric is counted in ${unit}.`,
          hint: `Type it without ${value.unit}, or change the metric’s unit.`,
        };
      }
    }
  },
});

/** Units that make a measure what it is; a weight may be typed in kilograms instead of tonnes. */
const FIXED_UNITS: ReadonlySet<string> = new Set(['%', '£', 'points', 'score', 'per 100 pupils']);

export const outOfRange = rule({
  code: 'out-of-range',
  severity: 'error',
  title: 'A number that its measure cannot take',
  why: 'Readers who know the measure will see at once that it is wrong, and doubt the rest.',
  remedy: 'Look the number up again.',
  wrong:
    'metrics:\n  vacancies:\n    measure: teacher vacancies\n    series:\n      2025/26: 104%\n',
  right: 'metrics:\n  vacancies:\n    measure: teacher vacancies\n    series:\n      2025/26: 4%\n',
  source:
    'Domain rule 15: shares of pupils or staff from 0 to 100, Attainment 8 from 0 to 90; a number of pupils is never negative',
  *check(profile) {
    for (const { value, unit, least, most, path } of values(profile)) {
      if (!('number' in value)) continue;
      const under = least !== undefined && value.number < least;
      const over = most !== undefined && value.number > most;
      if (under || over) {
        const range = most === undefined ? `is ${least} or more` : `runs from ${least} to ${most}`;
        yield {
          path,
          message: `${valueInWords(value, unit)} cannot be right: this measure ${range}.`,
          hint: 'Look the number up again and correct it.',
        };
      }
    }
  },
});

export const shareOfNothing = rule({
  code: 'share-of-nothing',
  severity: 'error',
  title: 'A share of nobody',
  why: 'Of no pupils there is no share, not even none: either the number of pupils is wrong or the share is.',
  remedy: 'Correct the number of pupils, or type NE (no entries) where the share stands.',
  wrong:
    'metrics:\n  vacancies:\n    measure: teacher vacancies\n    pupils: 0\n    series:\n      2025/26: 4%\n',
  right:
    'metrics:\n  vacancies:\n    measure: teacher vacancies\n    pupils: 96\n    series:\n      2025/26: 4%\n',
  source: 'Bad input: percentages of nothing',
  *check({ data }) {
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      if (unitOf(metric) !== '%') continue;
      const newest = latest(metric);
      for (const { points, path } of seriesOfMetric(name, metric)) {
        for (const point of points) {
          const pupils = point.pupils ?? (point === newest ? metric.pupils : undefined);
          if (pupils !== 0 || !('number' in point.value)) continue;
          yield {
            path: [...path, point.key],
            message: 'This is a share of 0 people, which cannot be.',
            hint: 'Correct “pupils”, or type NE in place of the share.',
          };
        }
      }
    }
  },
});

export const outsideInterval = rule({
  code: 'outside-interval',
  severity: 'error',
  title: 'A number that lies outside its own interval',
  why: 'A confidence interval is drawn round the number, so one of the three is mistyped.',
  remedy: 'Look the number and its interval up again.',
  wrong:
    'metrics:\n  pace:\n    label: Pace of reading\n    unit: score\n    series:\n      2025/26: { value: 0.6, lower: 0.1, upper: 0.5 }\n',
  right:
    'metrics:\n  pace:\n    label: Pace of reading\n    unit: score\n    series:\n      2025/26: { value: 0.3, lower: 0.1, upper: 0.5 }\n',
  source: 'Domain rule 18: scores are shown with their interval',
  *check({ data }) {
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      for (const { points, path } of seriesOfMetric(name, metric)) {
        for (const { value, lower, upper, key } of points) {
          if (!('number' in value)) continue;
          const under = lower && 'number' in lower && value.number < lower.number;
          const over = upper && 'number' in upper && value.number > upper.number;
          if (!under && !over) continue;
          yield {
            path: [...path, key, 'value'],
            message: `This number lies ${under ? 'below the “lower”' : 'above the “upper”'} end of its own interval.`,
            hint: 'Look all three up again.',
          };
        }
      }
    }
  },
});

interface PlacedValue {
  value: Amount;
  unit: string | undefined;
  least: number | undefined;
  most: number | undefined;
  path: Path;
}

/** Every number of every metric and its comparators, with the limits of its measure. */
export function* values({ data, faulty }: Profile): Generator<PlacedValue> {
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const { least, most } = limitsOf(metric);
    const unit = faulty(['metrics', name, 'unit']) ? undefined : unitOf(metric);
    for (const { points, path } of seriesOfMetric(name, metric)) {
      for (const point of points) {
        yield { value: point.value, unit, least, most, path: [...path, point.key] };
      }
    }
  }
}

/** The numbers of a metric and of each of its comparators. */
function* seriesOfMetric(
  name: string,
  { series, comparators = [] }: Metric,
): Generator<{ points: readonly Point[]; path: Path }> {
  yield { points: series, path: ['metrics', name, 'series'] };
  for (const [index, comparator] of comparators.entries()) {
    yield { points: comparator.series, path: ['metrics', name, 'comparators', index, 'series'] };
  }
}

/** The limits of its measure; else those that follow from what it counts. */
function limitsOf(metric: Metric): { least?: number | undefined; most?: number | undefined } {
  const known = measure(metric);
  if (known) return known;
  const unit = unitOf(metric);
  if (unit === '%' && SHARE_OF_PEOPLE.test(metric.label ?? '')) return { least: 0, most: 100 };
  return unit !== undefined && countedUnits.has(unit) ? { least: 0 } : {};
}

/** A label that begins with people is a share of them: “Families who would recommend their school”. */
const SHARE_OF_PEOPLE =
  /^(?:pupils|children|students|staff|teachers|leavers|parents|carers|families|governors|trustees|members)\b/i;
