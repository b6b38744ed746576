import { compareDates } from '../profile/formats/dates.ts';
import { periodEnd, periodInTable } from '../profile/formats/periods.ts';
import { labelOfMetric, type Metric, unitOf } from '../profile/metrics.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Chart, DotPlot, Panel, Panels } from './chart.ts';
import { chartOf, dotOf, highestFirst, numbersOf, partsOf, spans } from './charts.ts';
import type { Figure, Row, Timeline } from './figures.ts';

type School = NonNullable<ProfileData['schools']>[number];

/** One measure, school by school: its pictures, and all its numbers for a table. */
export interface SchoolResults {
  charts: Chart[];
  series: Timeline;
  /** The metrics whose numbers stand in it. */
  names: string[];
}

/** A school’s own metric. */
interface Entry {
  school: School;
  metric: Metric;
  figure: Figure;
}

/** As many as fit on a page. */
const MOST_DOTS = 30;
const MOST_PANELS = 12;
/** Numbers on both sides of joining, and one more, so that the way to it can be seen. */
const LEAST_FOR_JOINING = 3;

/**
 * What the schools’ own metrics show, one measure at a time, where at least two schools have it: the
 * schools side by side, and each before and after it joined.
 */
export function schoolResults(
  schools: readonly School[],
  metrics: Readonly<Record<string, Metric>>,
  figures: ReadonlyMap<string, Figure>,
): SchoolResults[] {
  const groups = new Map<string, Entry[]>();
  const taken = new Set<string>();
  for (const school of schools) {
    for (const name of school.metrics ?? []) {
      const [metric, figure] = [metrics[name], figures.get(name)];
      if (!metric || !figure || taken.has(name)) continue;
      taken.add(name);
      const key = keyOf(metric);
      groups.set(key, [...(groups.get(key) ?? []), { school, metric, figure }]);
    }
  }
  return [...groups].flatMap(([key, entries]) => {
    if (entries.length < 2) return [];
    const whole = wholeOf(
      Object.entries(metrics).filter(([name, metric]) => !taken.has(name) && keyOf(metric) === key),
    );
    return [resultsOf(entries, figures.get(whole ?? ''))];
  });
}

/** The school that a metric belongs to, where it is one school’s. */
export function schoolOfMetric(schools: readonly School[], name: string): School | undefined {
  const owners = schools.filter(({ metrics }) => metrics?.includes(name));
  return owners.length === 1 ? owners[0] : undefined;
}

/**
 * Of the metrics that measure the same, the one for the trust as a whole, which takes in the most
 * schools: none where two could be.
 */
function wholeOf(candidates: readonly [string, Metric][]): string | undefined {
  const most = Math.max(...candidates.map(([, { schools = 0 }]) => schools));
  const [widest, ...rest] = candidates.filter(([, { schools = 0 }]) => schools === most);
  return rest.length === 0 ? widest?.[0] : undefined;
}

/** Metrics with the same key measure the same. */
function keyOf(metric: Metric): string {
  return metric.measure ?? `${labelOfMetric(metric)} in ${unitOf(metric)}`.toLowerCase();
}

function resultsOf(entries: readonly Entry[], trust: Figure | undefined): SchoolResults {
  const [{ figure: first }] = entries as [Entry];
  const ours = entries.map(({ school, figure }) => rowOf(figure, 0, nameOf(school)));
  const others = trust
    ? trust.rows.map((_, row) => rowOf(trust, row))
    : first.rows.slice(1).map((_, row) => rowOf(first, row + 1));
  const series = together(first, [...ours, ...others]);
  const drawn = (entry: Entry) => entry.metric.chart !== 'none';
  return {
    series,
    names: [...entries.map(({ figure }) => figure.name), ...(trust ? [trust.name] : [])],
    charts: [
      ...sideBySide(series, entries.map(drawn), trust !== undefined),
      ...beforeAndAfter(entries.filter(drawn), others.slice(trust ? 1 : 0)),
    ],
  };
}

const nameOf = ({ short_name, name }: School) => short_name ?? name;

/** A row of another series, under a name of its own. */
interface Source {
  from: Timeline;
  row: number;
  whose: string;
}

function rowOf(from: Timeline, row: number, whose = from.rows[row]?.whose ?? ''): Source {
  return { from, row, whose };
}

/** Rows from several series on the periods of all of them. */
function together(like: Timeline, sources: readonly Source[]): Timeline {
  const all = new Map(
    sources.flatMap(({ from }) => from.times.map((time) => [periodInTable(time), time])),
  );
  const times = [...all.values()].sort((a, b) => compareDates(periodEnd(a), periodEnd(b)));
  const periods = times.map(periodInTable);
  const rows = sources.map(({ from, row, whose }): Row => {
    const { values = [], numbers = [] } = from.rows[row] ?? {};
    const at = periods.map((period) => from.periods.indexOf(period));
    return {
      whose,
      values: at.map((index) => values[index]),
      numbers: at.map((index) => numbers[index]),
    };
  });
  const kept = times.map((_, index) => rows.some(({ values }) => values[index] !== undefined));
  const keep = <T>(items: readonly T[]) => items.filter((_, index) => kept[index]);
  return {
    ...{ label: like.label, unit: like.unit, sign: like.sign, better: like.better },
    ...{ sets: like.sets, span: like.span },
    evidence: [...new Set(sources.flatMap(({ from }) => from.evidence))],
    decimals: Math.max(...sources.map(({ from }) => from.decimals)),
    times: keep(times),
    periods: keep(periods),
    rows: rows.map(({ whose, values, numbers }) => ({
      whose,
      values: keep(values),
      numbers: keep(numbers),
    })),
  };
}

/** The newest period for which at least half of the schools have a number, else the fullest. */
function fairestPeriod(rows: readonly Row[], count: number): number {
  const have = Array.from(
    { length: count },
    (_, index) => rows.filter(({ numbers }) => numbers[index] !== undefined).length,
  );
  const newest = have.findLastIndex((number) => number >= 2 && number * 2 >= rows.length);
  return newest >= 0 ? newest : have.lastIndexOf(Math.max(...have));
}

/** The schools that are to be drawn, on one scale, with lines for the trust and its comparators. */
function sideBySide(series: Timeline, drawn: readonly boolean[], trust: boolean): DotPlot[] {
  const { rows, times, label, sign, span } = series;
  const ours = rows.filter((_, row) => drawn[row]);
  const index = fairestPeriod(ours, times.length);
  const period = times[index];
  const dots = highestFirst(ours.map((row) => ({ ...dotOf(row, index, series), ours: true })));
  if (!period || dots.filter(({ number }) => number !== undefined).length < 2) return [];
  const lines = rows.slice(drawn.length).flatMap((row, order) => {
    const dot = dotOf(row, index, series);
    const { number } = dot;
    return number === undefined ? [] : [{ ...dot, number, ours: trust && order === 0 }];
  });
  return partsOf(dots.length, MOST_DOTS).map((part) => ({
    ...{ kind: 'dots', name: 'schools', label, sign, span, period, of: 'schools' },
    ...{ rows: dots, lines, part },
  }));
}

/** Each school’s numbers with those it is compared with, where they lie on both sides of joining. */
function beforeAndAfter(entries: readonly Entry[], comparators: readonly Source[]): Chart[] {
  const panels = entries.flatMap(({ school, figure }): (Panel & { name: string })[] => {
    const { joined } = school;
    const [own] = figure.rows;
    if (!joined || !own || numbersOf(own).length < LEAST_FOR_JOINING) return [];
    if (!spans(figure, joined)) return [];
    const theirs = figure.rows.length > 1 ? [rowOf(figure, 1)] : comparators.slice(0, 1);
    const series = onTimesOf(figure, together(figure, [rowOf(figure, 0), ...theirs]));
    return [{ school: nameOf(school), joined, series, name: figure.name }];
  });
  const [only] = panels;
  if (!only) return [];
  if (panels.length === 1) {
    const series = { ...only.series, label: `${only.school}: ${only.series.label}` };
    return [chartOf(only.name, series, { asked: 'line', joined: only.joined })].filter(
      (chart) => chart !== undefined,
    );
  }
  const names = new Set(panels.map(({ series }) => series.rows[1]?.whose));
  const [beside] = names.size === 1 ? names : [undefined];
  return partsOf(panels.length, MOST_PANELS).map(
    (part): Panels => ({
      ...{ kind: 'panels', name: 'joining', label: only.series.label, beside, part },
      panels: panels.map(({ school, joined, series }) => ({ school, joined, series })),
    }),
  );
}

/** Without the periods that only the comparator has: a school is not shown as lacking them. */
function onTimesOf(figure: Timeline, series: Timeline): Timeline {
  const own = new Set(
    figure.periods.filter((_, index) => figure.rows[0]?.values[index] !== undefined),
  );
  const keep = <T>(items: readonly T[]) =>
    items.filter((_, index) => own.has(series.periods[index] ?? ''));
  return {
    ...series,
    times: keep(series.times),
    periods: keep(series.periods),
    rows: series.rows.map(({ whose, values, numbers }) => ({
      whose,
      values: keep(values),
      numbers: keep(numbers),
    })),
  };
}
