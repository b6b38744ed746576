import { emptyCodes, protectingCodes } from '../../knowledge/published-codes.ts';
import { type Counted, smallGroups } from '../../knowledge/small-groups.ts';
import { periodInTable } from '../formats/periods.ts';
import { latest, type Metric } from '../metrics.ts';
import type { Point } from '../schema/evidence.ts';
import type { ProfileData } from '../schema/profile.ts';
import { EVERYONE, opposite, type Subject, subjectsOf, WHOLE_TRUST } from '../subjects.ts';
import type { Path } from '../yaml/values.ts';

/** Why a number may not be printed. */
export type Secret =
  /** It is about too few people. */
  | 'few'
  /** It says the same of every one of a small group. */
  | 'all or none'
  /** Its publisher keeps it back. */
  | 'kept back'
  /** It is never typed: it is what is left of a whole when its printed parts are taken away. */
  | 'remainder';

/** One number about one group of people in one period, wherever a profile says it. */
export interface Cell {
  subject: Subject;
  period: string;
  /** How many people, where any of its places says. */
  size: number | undefined;
  /** Where it is typed; empty for a remainder. */
  places: PlacedPoint[];
  secret: Secret | undefined;
  /** Nobody is in it, or nothing was counted: it adds nothing. */
  empty: boolean;
}

export interface PlacedPoint {
  metric: string;
  point: Point;
  path: Path;
}

/** A whole that is the sum of its parts: all of a trust’s schools, or a group and the rest. */
export interface Sum {
  whole: Cell;
  parts: Cell[];
}

/** Numbers of one outcome in one period: no number of another can help to work one of these out. */
export interface Table {
  cells: Cell[];
  sums: Sum[];
}

/**
 * Sets out what a profile’s numbers are about, and how they add up:
 *
 * - a trust’s number is the sum over its schools, for everyone and for each group. Where the trust’s
 *   covers more schools than are listed, the others are one further part. Of two that cover different
 *   numbers of schools, the wider is the narrower and the rest.
 * - everyone at a school, or in the trust, is a group and the rest. Two groups whose sizes add up to
 *   everyone’s are taken to be each other’s rest.
 *
 * A share or an average is a sum once it is multiplied by the number of people; a reader is taken to
 * know those numbers, typed here or not, because performance tables print them.
 */
export function tablesOf(data: ProfileData): Table[] {
  const buckets = new Map<string, Map<string, Cell>>();
  const covered = new Map<Cell, number>();
  const { ofMetric, ofComparator } = subjectsOf(data);
  const widest = widestTotals(data);
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const found = ofMetric(name);
    if (!found?.counted) continue;
    const narrower =
      metric.schools !== undefined && metric.schools < (widest.get(setOf(found)) ?? 0);
    const subject = narrower ? { ...found, holder: someSchools(metric.schools) } : found;
    for (const placed of pointsOf(name, metric)) {
      const cell = put(buckets, subject, placed, sizeOf(placed.point, metric));
      if (metric.schools !== undefined) covered.set(cell, metric.schools);
    }
    for (const [index, comparator] of (metric.comparators ?? []).entries()) {
      const theirs = ofComparator(name, comparator.name);
      if (!theirs) continue;
      for (const point of comparator.series) {
        const path = ['metrics', name, 'comparators', index, 'series', point.key];
        const size = { size: point.pupils, about: point.pupils };
        put(buckets, theirs, { metric: name, point, path }, size);
      }
    }
  }
  return [...buckets.values()].map((cells) => tableOf(cells, covered));
}

/** A total over so many schools, where another covers more. */
const someSchools = (schools: number | undefined) => `${SOME}${schools}`;
const SOME = 'some ';

const isSchool = (holder: string) =>
  holder !== WHOLE_TRUST && !holder.startsWith('not ') && !holder.startsWith(SOME);

const setOf = ({ outcome, holder, group }: Subject) => JSON.stringify([outcome, holder, group]);

/** The most schools that a total of each kind covers. */
function widestTotals(data: ProfileData): Map<string, number> {
  const widest = new Map<string, number>();
  const { ofMetric } = subjectsOf(data);
  for (const [name, { schools }] of Object.entries(data.metrics ?? {})) {
    const subject = ofMetric(name);
    if (!subject || subject.holder !== WHOLE_TRUST || schools === undefined) continue;
    widest.set(setOf(subject), Math.max(schools, widest.get(setOf(subject)) ?? 0));
  }
  return widest;
}

function* pointsOf(name: string, metric: Metric): Generator<PlacedPoint> {
  for (const point of metric.series) {
    yield { metric: name, point, path: ['metrics', name, 'series', point.key] };
  }
}

/**
 * How many people a number is about. The number typed with the metric is the newest’s; for older
 * ones that do not say, it is the best guess at whether the group is small.
 */
function sizeOf(point: Point, metric: Metric) {
  const known = [point.pupils, point === latest(metric) ? metric.pupils : undefined].filter(
    (size) => size !== undefined,
  );
  const size = known.length > 0 ? Math.min(...known) : undefined;
  return { size, about: size ?? metric.pupils };
}

function put(
  buckets: Map<string, Map<string, Cell>>,
  subject: Subject,
  placed: PlacedPoint,
  { size, about }: { size: number | undefined; about: number | undefined },
): Cell {
  const period = periodInTable(placed.point.period);
  const bucket = entry(buckets, JSON.stringify([subject.outcome, period]), () => new Map());
  const cell = entry(bucket, keyOf(subject.holder, subject.group), () => ({
    subject,
    period,
    size: undefined,
    places: [],
    secret: undefined,
    empty: true,
  }));
  cell.places.push(placed);
  if (size !== undefined) cell.size = Math.min(size, cell.size ?? size);
  cell.secret ??= secretOf(placed.point, about, subject.counted ?? 'pupils', subject.unit);
  cell.empty &&= isEmpty(placed.point);
  return cell;
}

/** Whether, and why, a number may not be printed for its own sake. */
function secretOf(
  { value }: Point,
  size: number | undefined,
  counted: Counted,
  unit: string | undefined,
): Secret | undefined {
  if ('code' in value) return protectingCodes.has(value.code) ? 'kept back' : undefined;
  if (!('number' in value) || size === undefined || size === 0) return undefined;
  const { hide, allOrNone } = smallGroups[counted];
  if (size <= hide) return 'few';
  const extreme = unit === '%' && (value.number === 0 || value.number === 100);
  return extreme && size <= allOrNone ? 'all or none' : undefined;
}

const isEmpty = ({ value, pupils }: Point) =>
  pupils === 0 || ('code' in value && emptyCodes.has(value.code));

const keyOf = (holder: string, group: string) => JSON.stringify([holder, group]);

/** The schools that a total covers and the profile does not list, as if they were one. */
const OTHER_SCHOOLS = 'other schools';

function tableOf(found: Map<string, Cell>, covered: ReadonlyMap<Cell, number>): Table {
  const typed = [...found.values()];
  const [first] = typed;
  if (!first) return { cells: [], sums: [] };
  const { subject, period } = first;
  const cellOf = (holder: string, group: string) =>
    entry(found, keyOf(holder, group), (): Cell => {
      const about = { ...subject, holder, group };
      return {
        subject: about,
        period,
        size: undefined,
        places: [],
        secret: undefined,
        empty: false,
      };
    });
  const isTyped = (holder: string, group: string) => found.has(keyOf(holder, group));

  const holders = [...new Set(typed.map((cell) => cell.subject.holder))];
  const groups = [...new Set(typed.map((cell) => cell.subject.group))];
  const schools = holders.filter(isSchool);
  const totals = typed.filter((cell) => cell.subject.holder === WHOLE_TRUST);
  // A total that does not say how many schools it covers may well be that of those listed.
  const covers = Math.max(...totals.map((cell) => covered.get(cell) ?? 0), 0);
  const others = covers > schools.length || (covers === 0 && schools.length === 1);
  const members = others ? [...schools, OTHER_SCHOOLS] : schools;
  const parted = groups.filter((group) => group !== EVERYONE);
  const everyGroup = new Set([EVERYONE, ...parted, ...parted.map(opposite)]);

  const sums: Sum[] = [];
  for (const { subject: about } of typed) {
    if (!about.holder.startsWith('not ')) continue;
    const one = opposite(about.holder);
    const parts = [cellOf(one, about.group), cellOf(about.holder, about.group)];
    sums.push({ whole: cellOf(WHOLE_TRUST, about.group), parts });
  }
  for (const group of groups) {
    sums.push(...narrowerTotals(group));
  }
  if (schools.length > 0) {
    for (const group of parted.length > 0 ? everyGroup : groups) {
      const parts = members.map((holder) => cellOf(holder, group));
      sums.push({ whole: cellOf(WHOLE_TRUST, group), parts });
    }
  }
  for (const holder of new Set([
    ...holders,
    ...(schools.length > 0 ? [WHOLE_TRUST, ...members] : []),
  ])) {
    for (const group of parted) {
      const parts = [cellOf(holder, group), cellOf(holder, opposite(group))];
      sums.push({ whole: cellOf(holder, EVERYONE), parts });
    }
    sums.push(...pairsBySize(holder));
  }
  const cells = [...found.values()];
  workOutSizes(sums);
  for (const cell of cells) markRemainder(cell);
  return { cells, sums };

  /** Totals of some schools only: each is a part of the next wider, and may be that of a secret school and those shown. */
  function narrowerTotals(group: string): Sum[] {
    const narrower = typed
      .filter(({ subject: about }) => about.group === group && about.holder.startsWith(SOME))
      .sort((a, b) => (covered.get(b) ?? 0) - (covered.get(a) ?? 0));
    const listed = schools.filter((school) => isTyped(school, group));
    const cells = narrower.length > 0 ? listed.map((school) => cellOf(school, group)) : [];
    const secret = cells.find((cell) => cell.secret);
    const shown = cells.filter((cell) => !cell.secret);
    return narrower.flatMap((total, index) => {
      const wider = narrower[index - 1] ?? cellOf(WHOLE_TRUST, group);
      const rest = cellOf(`${OTHER_SCHOOLS} than ${total.subject.holder}`, group);
      const sums = [{ whole: wider, parts: [total, rest] }];
      if (secret && (covered.get(total) ?? 0) <= shown.length + 1) {
        sums.push({ whole: total, parts: [secret, ...shown] });
      }
      return sums;
    });
  }

  /** Two groups whose sizes add up to everyone’s. */
  function pairsBySize(holder: string): Sum[] {
    const whole = found.get(keyOf(holder, EVERYONE));
    if (whole?.size === undefined) return [];
    const bySize = new Map<number, Cell>();
    const pairs: Sum[] = [];
    for (const group of parted) {
      const cell = found.get(keyOf(holder, group));
      if (cell?.size === undefined || cell.places.length === 0) continue;
      const rest = bySize.get(whole.size - cell.size);
      if (rest) pairs.push({ whole, parts: [cell, rest] });
      bySize.set(cell.size, cell);
    }
    return pairs;
  }
}

/** Sizes carry through two sums at most: from a school to its groups, and to the trust’s. */
const SIZE_ROUNDS = 4;

/** Where all sizes of a sum but one are known, so is that one. */
function workOutSizes(sums: readonly Sum[]): void {
  for (let round = 0, changed = true; changed && round < SIZE_ROUNDS; round++) {
    changed = false;
    for (const { whole, parts } of sums) {
      const unknown = [whole, ...parts].filter((cell) => sizeIn(cell) === undefined);
      const [cell] = unknown;
      if (!cell || unknown.length > 1 || cell.places.length > 0) continue;
      let ofParts = 0;
      for (const part of parts) ofParts += sizeIn(part) ?? 0;
      const size = cell === whole ? ofParts : (sizeIn(whole) ?? 0) - ofParts;
      // Sizes that contradict each other say nothing.
      if (size < 0) continue;
      cell.size = size;
      cell.empty = size === 0;
      changed = true;
    }
  }
}

const sizeIn = ({ empty, size }: Cell) => (empty ? 0 : size);

/** What is left of a whole is a secret where it is known to be small. */
function markRemainder(cell: Cell): void {
  const { hide } = smallGroups[cell.subject.counted ?? 'pupils'];
  if (cell.places.length > 0 || cell.size === undefined || cell.size === 0) return;
  if (cell.size <= hide) cell.secret = 'remainder';
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
