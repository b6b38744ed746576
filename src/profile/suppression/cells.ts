import { emptyCodes, protectingCodes } from '../../knowledge/published-codes.ts';
import { type Counted, smallGroups } from '../../knowledge/small-groups.ts';
import { periodInTable } from '../formats/periods.ts';
import { latest, type Metric } from '../metrics.ts';
import type { Point } from '../schema/evidence.ts';
import type { ProfileData } from '../schema/profile.ts';
import { type Subject, subjectsOf, WHOLE_TRUST } from '../subjects.ts';
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
  /** For a total, how many schools it covers, where it says so. */
  schools?: number;
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

/** The cells of one outcome and period, by whom they are about. */
export class CellSet {
  readonly #about: Subject;
  readonly #cells = new Map<string, Cell>();

  constructor(about: Subject) {
    this.#about = about;
  }

  all(): Cell[] {
    return [...this.#cells.values()];
  }

  find(holder: string, group: string): Cell | undefined {
    return this.#cells.get(JSON.stringify([holder, group]));
  }

  /** The cell about these people; where nobody has typed it, one that is not known. */
  at(holder: string, group: string): Cell {
    const found = this.find(holder, group);
    if (found) return found;
    const subject = { ...this.#about, holder, group };
    const cell: Cell = { subject, size: undefined, places: [], secret: undefined, empty: false };
    this.#cells.set(JSON.stringify([holder, group]), cell);
    return cell;
  }
}

/**
 * The numbers of a profile that count people, by outcome and period: no number of one such set can
 * help to work out one of another.
 */
export function cellsOf(data: ProfileData): CellSet[] {
  const sets = new Map<string, CellSet>();
  const rolls = new Map((data.schools ?? []).map(({ name, pupils }) => [name, pupils]));
  const { ofMetric, ofComparator } = subjectsOf(data);
  const widest = widestTotals(data);
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const found = ofMetric(name);
    if (!found?.counted) continue;
    const narrower =
      metric.schools !== undefined && metric.schools < (widest.get(setOf(found)) ?? 0);
    const subject = narrower ? { ...found, holder: someSchools(metric.schools) } : found;
    const roll = rolls.get(subject.holder);
    for (const point of metric.series) {
      const path = ['metrics', name, 'series', point.key];
      const { size, about } = sizeOf(point, metric);
      const cell = put(sets, subject, { metric: name, point, path }, size, about ?? roll);
      if (metric.schools !== undefined) cell.schools = metric.schools;
    }
    for (const [index, comparator] of (metric.comparators ?? []).entries()) {
      const theirs = ofComparator(name, comparator.name);
      if (!theirs) continue;
      for (const point of comparator.series) {
        const path = ['metrics', name, 'comparators', index, 'series', point.key];
        const about = point.pupils ?? rolls.get(theirs.holder);
        put(sets, theirs, { metric: name, point, path }, point.pupils, about);
      }
    }
  }
  return [...sets.values()];
}

/** A total over so many schools, where another covers more. */
const someSchools = (schools: number | undefined) => `${SOME}${schools}`;
const SOME = 'some ';

export const isSome = (holder: string) => holder.startsWith(SOME);

export const isSchool = (holder: string) =>
  holder !== WHOLE_TRUST && !holder.startsWith('not ') && !isSome(holder);

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
  sets: Map<string, CellSet>,
  subject: Subject,
  placed: PlacedPoint,
  size: number | undefined,
  about: number | undefined,
): Cell {
  const period = periodInTable(placed.point.period);
  const key = JSON.stringify([subject.outcome, period]);
  const set = sets.get(key) ?? new CellSet(subject);
  sets.set(key, set);
  const cell = set.at(subject.holder, subject.group);
  cell.places.push(placed);
  if (size !== undefined) cell.size = Math.min(size, cell.size ?? size);
  cell.secret ??= secretOf(placed.point, about, subject.counted ?? 'pupils', subject.unit);
  cell.empty = cell.places.every(({ point }) => isEmpty(point));
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
