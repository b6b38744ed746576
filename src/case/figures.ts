import type { Measure } from '../knowledge/measures.ts';
import {
  decimalsOf,
  formatQuantity,
  grouped,
  isWord,
  type Quantity,
} from '../profile/formats/amounts.ts';
import { type CalendarDate, compareDates } from '../profile/formats/dates.ts';
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
import type { Chart } from './chart.ts';
import { chartOf } from './charts.ts';

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

/** Numbers over time that can be drawn as well as printed. */
export interface Timeline extends Series {
  /** The same as `periods`. */
  times: Period[];
  rows: Row[];
  /** The sign or word that stands with a number: `%`, `£`, `days`, or nothing. */
  sign: string;
  /** How many decimals a difference between the numbers may show. */
  decimals: number;
  better: Metric['better'];
  /** What its measure says of how it is counted and drawn. */
  sets: Measure['sets'];
  span: number | undefined;
}

export interface Row {
  whose: string;
  values: (string | undefined)[];
  /** The numbers behind the words, only where the words show a number. */
  numbers: (number | undefined)[];
}

/** A metric ready to be printed: its newest number with its company, and all its numbers. */
export interface Figure extends Timeline {
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
  chart: Chart | undefined;
}

/** Undefined where the metric has no number at all. `joined` is when the school it is about joined. */
export function figureOf(
  name: string,
  metric: Metric,
  evidence: Readonly<Record<string, unknown>>,
  joined?: CalendarDate | undefined,
): Figure | undefined {
  const points = inOrder(metric.series);
  const newest = points.at(-1);
  if (!newest) return undefined;
  const unit = unitOf(metric);
  const word = unit !== undefined && isWord(unit) ? unit : undefined;
  const short = (point: Point) => valueInWords(point.value, word === undefined ? unit : '');
  const number = ({ value }: Point) => ('number' in value ? value.number : undefined);
  const comparators = metric.comparators ?? [];
  const periods = allPeriods([metric.series, ...comparators.map(({ series }) => series)]);
  const row = (whose: string, series: readonly Point[]): Row => {
    const points = periods.map((period) => pointAt(series, period));
    return {
      whose,
      values: points.map((point) => point && short(point)),
      numbers: points.map((point) => point && number(point)),
    };
  };
  const cited = [metric.evidence, ...comparators.map((comparator) => comparator.evidence)];
  const timeline: Timeline = {
    label: labelOfMetric(metric) ?? name,
    unit: 'number' in newest.value ? word : undefined,
    evidence: [...new Set(cited.flatMap((ids) => ids ?? []))].filter((id) =>
      Object.hasOwn(evidence, id),
    ),
    sign: unit ?? '',
    decimals: decimalsOf(...quantitiesOf(metric)),
    better: metric.better,
    sets: measure(metric)?.sets,
    span: measure(metric)?.span,
    times: periods,
    periods: periods.map(periodInTable),
    rows: [
      row(metric.scope ?? 'our trust', metric.series),
      ...comparators.map((comparator) => row(comparator.name, comparator.series)),
    ],
  };
  return {
    ...timeline,
    name,
    value: valueInWords(newest.value, unit),
    number: short(newest),
    period: newest.period,
    scope: metric.scope,
    about: aboutOf(metric, newest),
    method: metric.method,
    comparators: comparators.flatMap((comparator) => {
      const point = pointAt(comparator.series, newest.period);
      return point ? [{ name: comparator.name, value: valueInWords(point.value, unit) }] : [];
    }),
    chart: chartOf(name, timeline, { asked: metric.chart, joined }),
  };
}

function quantitiesOf({ series, comparators = [] }: Metric): Quantity[] {
  return [series, ...comparators.map((comparator) => comparator.series)]
    .flat()
    .flatMap(({ value }) => ('number' in value ? [value] : []));
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
    ...[newest.reason, newest.note].map((note) => note && ended(sentence(note))),
    ...notesOf(undefined, metric.series, newest),
    ...(metric.comparators ?? []).flatMap(({ name, series }) => notesOf(name, series)),
  ]
    .filter((part) => part)
    .join(' ');
}

/** What must be said of single numbers in the table: whose, of when, and what. */
function notesOf(whose: string | undefined, series: readonly Point[], besides?: Point): string[] {
  return series
    .filter((point) => point !== besides)
    .flatMap(({ period, reason, note }) =>
      [reason, note]
        .filter((text) => text !== undefined)
        .map((text) =>
          ended(sentence([whose, `${periodInTable(period)}: ${text}`].filter(Boolean).join(', '))),
        ),
    );
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

function allPeriods(series: readonly Metric['series'][]): Period[] {
  const periods = new Map<string, Period>();
  for (const { period } of series.flat()) periods.set(periodInTable(period), period);
  return [...periods.values()].sort((a, b) => compareDates(periodEnd(a), periodEnd(b)));
}
