import type { Amount } from '../profile/formats/amounts.ts';
import { labelOfMetric, measure, unitOf, valueInWords } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
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

export const outOfRange = rule({
  code: 'out-of-range',
  severity: 'error',
  title: 'A number that its measure cannot take',
  why: 'Readers who know the measure will see at once that it is wrong, and doubt the rest.',
  remedy: 'Look the number up again.',
  wrong:
    'metrics:\n  ks2:\n    measure: key stage 2 expected standard\n    series:\n      2024/25: 168%\n',
  right:
    'metrics:\n  ks2:\n    measure: key stage 2 expected standard\n    series:\n      2024/25: 68%\n',
  source: 'Domain rule 15: shares of pupils or staff from 0 to 100, Attainment 8 from 0 to 90',
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

interface PlacedValue {
  value: Amount;
  unit: string | undefined;
  least: number | undefined;
  most: number | undefined;
  path: Path;
}

/** Every number of every metric and its comparators, with the limits of its measure. */
function* values({ data, faulty }: Profile): Generator<PlacedValue> {
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const { least, most } = measure(metric) ?? {};
    const root = ['metrics', name];
    const unit = faulty([...root, 'unit']) ? undefined : unitOf(metric);
    for (const point of metric.series) {
      yield { value: point.value, unit, least, most, path: [...root, 'series', point.key] };
    }
    for (const [index, comparator] of (metric.comparators ?? []).entries()) {
      for (const point of comparator.series) {
        yield {
          value: point.value,
          unit,
          least,
          most,
          path: [...root, 'comparators', index, 'series', point.key],
        };
      }
    }
  }
}
