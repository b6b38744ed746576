import { formatQuantity, grouped } from '../profile/formats/amounts.ts';
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

/** A metric ready to be printed: its newest number with its company, and all its numbers as a table. */
export interface Figure {
  name: string;
  label: string;
  /** The newest number in words: `68%`. */
  value: string;
  period: Period;
  scope: string | undefined;
  /** What must be said with the number: whom it covers, how it was made, what it does not show. */
  about: string;
  method: string | undefined;
  /** The comparators' numbers for the same period. */
  comparators: { name: string; value: string }[];
  evidence: string[];
  /** Whose numbers the columns are. */
  columns: string[];
  rows: { period: string; values: (string | undefined)[]; notes: string[] }[];
}

/** Undefined where the metric has no number at all. */
export function figureOf(name: string, metric: Metric): Figure | undefined {
  const points = inOrder(metric.series);
  const newest = points.at(-1);
  if (!newest) return undefined;
  const unit = unitOf(metric);
  const comparators = metric.comparators ?? [];
  const label = labelOfMetric(metric) ?? name;
  return {
    name,
    label,
    value: valueInWords(newest.value, unit),
    period: newest.period,
    scope: metric.scope,
    about: aboutOf(metric, newest),
    method: metric.method,
    comparators: comparators.flatMap((comparator) => {
      const point = pointAt(comparator.series, newest.period);
      return point ? [{ name: comparator.name, value: valueInWords(point.value, unit) }] : [];
    }),
    evidence: [
      ...(metric.evidence ?? []),
      ...comparators.flatMap((comparator) => comparator.evidence ?? []),
    ],
    columns: [metric.scope ?? 'Our trust', ...comparators.map((comparator) => comparator.name)],
    rows: allPeriods([metric.series, ...comparators.map(({ series }) => series)]).map((period) => {
      const found = [metric.series, ...comparators.map(({ series }) => series)].map((series) =>
        pointAt(series, period),
      );
      return {
        period: periodInTable(period),
        values: found.map((point) => point && valueInWords(point.value, unit)),
        notes: found.flatMap((point) =>
          point ? [point.reason, point.note].filter((note) => note !== undefined) : [],
        ),
      };
    }),
  };
}

function aboutOf(metric: Metric, newest: Point): string {
  const pupils = newest.pupils ?? metric.pupils;
  const noun = measure(metric)?.shareOf === 'staff' ? 'staff' : 'pupils';
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
