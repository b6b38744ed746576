import { formatQuantity, grouped, isWord } from '../profile/formats/amounts.ts';
import { compareDates } from '../profile/formats/dates.ts';
import { type Period, periodEnd, periodInTable } from '../profile/formats/periods.ts';
import {
  inOrder,
  labelOfMetric,
  type Metric,
  measure,
  pointAt,
  unitOf,
  valueInWords,
} from '../profile/metrics.ts';
import type { Point } from '../profile/schema/evidence.ts';

/** Numbers over time, ready for a table. */
export interface Series {
  label: string;
  /** What the numbers are counted in, where that is a word: `days`. */
  unit: string | undefined;
  /** Only evidence that the profile has. */
  evidence: string[];
  periods: string[];
  /** Whose numbers, in the order of `periods`; undefined where there is none. */
  rows: { whose: string; values: (string | undefined)[] }[];
}

/** A metric ready to be printed: its newest number with its company, and all its numbers. */
export interface Figure extends Series {
  name: string;
  /** The newest number in words: `68%`, `54 days`. */
  value: string;
  /** The same without a unit that is a word: `54`. */
  number: string;
  period: Period;
  scope: string | undefined;
  /** What must be said with the number: whom it covers, how it was made, what it does not show. */
  about: string;
  method: string | undefined;
  /** The comparators' numbers for the same period. */
  comparators: { name: string; value: string }[];
}

/** Undefined where the metric has no number at all. */
export function figureOf(
  name: string,
  metric: Metric,
  evidence: Readonly<Record<string, unknown>>,
): Figure | undefined {
  const points = inOrder(metric.series);
  const newest = points.at(-1);
  if (!newest) return undefined;
  const unit = unitOf(metric);
  const word = unit !== undefined && isWord(unit) ? unit : undefined;
  const short = (point: Point) => valueInWords(point.value, word === undefined ? unit : '');
  const comparators = metric.comparators ?? [];
  const periods = allPeriods([metric.series, ...comparators.map(({ series }) => series)]);
  const row = (whose: string, series: readonly Point[]) => ({
    whose,
    values: periods.map((period) => {
      const point = pointAt(series, period);
      return point && short(point);
    }),
  });
  const cited = [metric.evidence, ...comparators.map((comparator) => comparator.evidence)];
  return {
    name,
    label: labelOfMetric(metric) ?? name,
    value: valueInWords(newest.value, unit),
    number: short(newest),
    unit: 'number' in newest.value ? word : undefined,
    period: newest.period,
    scope: metric.scope,
    about: aboutOf(metric, newest),
    method: metric.method,
    comparators: comparators.flatMap((comparator) => {
      const point = pointAt(comparator.series, newest.period);
      return point ? [{ name: comparator.name, value: valueInWords(point.value, unit) }] : [];
    }),
    evidence: [...new Set(cited.flatMap((ids) => ids ?? []))].filter((id) =>
      Object.hasOwn(evidence, id),
    ),
    periods: periods.map(periodInTable),
    rows: [
      row(metric.scope ?? 'our trust', metric.series),
      ...comparators.map((comparator) => row(comparator.name, comparator.series)),
    ],
  };
}

function aboutOf(metric: Metric, newest: Point): string {
  const pupils = newest.pupils ?? metric.pupils;
  // Of a survey it is the answers that are counted, unless its measure says whose they are.
  const noun = measure(metric)?.of ?? (metric.response_rate ? 'answers' : 'pupils');
  const whom = [
    pupils !== undefined && `${grouped(pupils)} ${noun}`,
    metric.schools !== undefined && `${grouped(metric.schools)} schools`,
  ].filter((part) => part !== false);
  const made = [whom.join(' in '), metric.weighting].filter((part) => part).join(', ');
  const rate = metric.response_rate;
  return [
    newest.status && `${sentence(newest.status)} figures.`,
    made && `${sentence(made)}.`,
    rate && `${formatQuantity(rate.number, rate.decimals, '%')} of those asked answered.`,
    metric.does_not_show && `What this does not show: ${metric.does_not_show}`,
    ...[newest.reason, newest.note].map((note) => note && sentence(note)),
  ]
    .filter((part) => part)
    .join(' ');
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function allPeriods(series: readonly Metric['series'][]): Period[] {
  const periods = new Map<string, Period>();
  for (const { period } of series.flat()) periods.set(periodInTable(period), period);
  return [...periods.values()].sort((a, b) => compareDates(periodEnd(a), periodEnd(b)));
}
