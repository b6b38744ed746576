import { type Measure, measureOf } from '../knowledge/measures.ts';
import { publishedCodes } from '../knowledge/published-codes.ts';
import { type Amount, formatQuantity } from './formats/amounts.ts';
import { compareDates } from './formats/dates.ts';
import {
  type Period,
  periodEnd,
  periodInProse,
  readPeriod,
  samePeriod,
} from './formats/periods.ts';
import type { Point } from './schema/evidence.ts';
import type { ProfileData } from './schema/profile.ts';

export type Metric = NonNullable<ProfileData['metrics']>[string];
export type Comparator = NonNullable<Metric['comparators']>[number];

/** The measure a metric names, if it names one. */
export function measure(metric: Metric): Measure | undefined {
  return metric.measure && measureOf(metric.measure);
}

/** What the document calls it: its own label, else its measure's. */
export function labelOfMetric(metric: Metric): string | undefined {
  return metric.label ?? measure(metric)?.label;
}

/**
 * What it is counted in: its own unit, else its measure's, else the one typed with its numbers;
 * undefined where none of them says.
 */
export function unitOf(metric: Metric): string | undefined {
  const said = metric.unit ?? measure(metric)?.unit;
  if (said !== undefined) return signOf(said) ?? said;
  for (const { value } of metric.series) {
    if ('unit' in value && value.unit) return value.unit;
  }
  return undefined;
}

/** The sign of a unit that was written as a word. */
function signOf(unit: string): '%' | '£' | undefined {
  if (/^per ?cent(age)?$/i.test(unit)) return '%';
  return /^(?:pounds|gbp)$/i.test(unit) ? '£' : undefined;
}

/** The points in order of time, whatever order they were typed in. */
export function inOrder(series: readonly Point[]): Point[] {
  return [...series].sort((a, b) => compareDates(periodEnd(a.period), periodEnd(b.period)));
}

export function latest({ series }: { series: readonly Point[] }): Point | undefined {
  return inOrder(series).at(-1);
}

export function pointAt(series: readonly Point[], period: Period): Point | undefined {
  return series.find((point) => samePeriod(point.period, period));
}

const whyHidden = {
  'small group': 'not shown (small group)',
  'gives away': 'not shown (it would give away a small group)',
} as const;

/** A value in words: `68%`, what the code published in its place means, or why it is not shown. */
export function valueInWords(value: Amount, unit: string | undefined): string {
  if ('hidden' in value) return whyHidden[value.hidden];
  return 'code' in value
    ? publishedCodes[value.code]
    : formatQuantity(value.number, value.decimals, unit ?? value.unit ?? '');
}

/** A figure named in a text: `$ks2`, `$ks2.first`, `$ks2.2022/23`. */
export interface FigureName {
  name: string;
  /** What follows the name, without its full stop. */
  select: string | undefined;
  start: number;
  end: number;
}

/** After the name, a word or year chooses another number than the newest; a full stop alone ends a sentence. */
const FIGURE =
  /(?<![\\\w$])\$([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.(first\.period|[a-z]+|\d{4}\/\d{2})(?![\w/]))?/g;

/** The figures a text names, in order. A dollar sign before a digit or after a backslash is just that. */
export function figureNames(text: string): FigureName[] {
  return [...text.matchAll(FIGURE)].map((match) => ({
    name: match[1] ?? '',
    select: match[2],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The words a figure's name stands for; undefined where the metric has no such number. */
export function figureInWords(metric: Metric, select: string | undefined): string | undefined {
  const points = inOrder(metric.series);
  const newest = points.at(-1);
  if (!newest) return undefined;
  const unit = unitOf(metric);
  const words = (point: Point | undefined) => point && valueInWords(point.value, unit);
  switch (select) {
    case undefined:
      return words(newest);
    case 'period':
      return periodInProse(newest.period);
    case 'first':
      return words(points[0]);
    case 'first.period':
      return points[0] && periodInProse(points[0].period);
    case 'previous':
      return words(points.at(-2));
    case 'comparator':
      return words(pointAt(metric.comparators?.[0]?.series ?? [], newest.period));
    case 'pupils': {
      const pupils = newest.pupils ?? metric.pupils;
      return pupils?.toLocaleString('en-GB');
    }
    default: {
      const reading = readPeriod(select);
      return reading && 'period' in reading ? words(pointAt(points, reading.period)) : undefined;
    }
  }
}
