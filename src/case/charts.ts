import { isWord } from '../profile/formats/amounts.ts';
import type { CalendarDate } from '../profile/formats/dates.ts';
import { isBefore, joiningOf } from '../profile/formats/moments.ts';
import type { Metric } from '../profile/metrics.ts';
import type { Chart, Dot, DotPlot, Part } from './chart.ts';
import type { Row, Timeline } from './figures.ts';

/** Fewer numbers than these make no picture: the number itself says more. */
const LEAST = 3;
/** Where the author asks for a picture by name, two are enough. */
const LEAST_IF_ASKED = 2;
/** More lines than these beside ours cannot be followed; their newest numbers are put side by side. */
const MOST_LINES = 4;

/** Counted in these, a number is no amount, and a bar from nought would say nothing. */
const NO_AMOUNT = new Set(['%', '', 'score', 'ratio', 'points']);

/**
 * The picture of a metric, if it has one: over time as a line where it is compared or is no amount,
 * else as bars; beside many others as dots. The author may choose another kind, or none.
 */
export function chartOf(
  name: string,
  series: Timeline,
  { asked, joined }: { asked?: Metric['chart']; joined?: CalendarDate | undefined } = {},
): Chart | undefined {
  const [ours, ...others] = series.rows;
  const numbers = ours ? numbersOf(ours) : [];
  if (!ours || asked === 'none') return undefined;
  const compared = others.filter((row) => numbersOf(row).length > 0);
  if ((asked === 'dots' && compared.length > 0) || (!asked && compared.length > MOST_LINES)) {
    const dots = besideOthers(name, series, ours, compared);
    if (dots) return dots;
  }
  const over = asked && asked !== 'dots' ? asked : undefined;
  if (numbers.length < (over ? LEAST_IF_ASKED : LEAST)) return undefined;
  const amount = !NO_AMOUNT.has(series.sign) && compared.length === 0;
  const kind = over ?? (amount && !joined ? 'bars' : 'line');
  return { kind, name, series, joined: joined && spans(series, joined) ? joined : undefined };
}

/** Whether a school’s own numbers lie on both sides of the day it joined. */
export function spans({ times, rows: [ours] }: Timeline, joined: CalendarDate): boolean {
  const joining = joiningOf(joined);
  const sides = times
    .filter((_, index) => ours?.numbers[index] !== undefined)
    .map((time) => isBefore(time, joining));
  return sides.includes(true) && sides.includes(false);
}

export function numbersOf({ numbers }: Row): number[] {
  return numbers.filter((number) => number !== undefined);
}

/** A number of a row with its unit, or the words that stand for none. */
export function dotOf(row: Row, index: number, { sign, periods }: Timeline): Omit<Dot, 'ours'> {
  const { whose: name, values, numbers } = row;
  const [value, number] = [values[index], numbers[index]];
  const unit = number !== undefined && isWord(sign) ? ` ${sign}` : '';
  return { name, value: `${value ?? `no figure for ${periods[index]}`}${unit}`, number };
}

/** The numbers of our newest period, the highest first; undefined where nobody else has one. */
function besideOthers(
  name: string,
  series: Timeline,
  ours: Row,
  others: readonly Row[],
): DotPlot | undefined {
  const index = ours.numbers.findLastIndex((number) => number !== undefined);
  const period = series.times[index];
  if (!period || others.every(({ numbers }) => numbers[index] === undefined)) return undefined;
  const { label, sign, span } = series;
  const rows = [ours, ...others].map((row) => ({
    ...dotOf(row, index, series),
    ours: row === ours,
  }));
  return {
    ...{ kind: 'dots', name, label, sign, span, period, of: 'others' },
    ...{ rows: highestFirst(rows), lines: [], part: undefined },
  };
}

/** The highest first, those without a number last, in the order they came. */
export function highestFirst<T extends { number: number | undefined }>(rows: readonly T[]): T[] {
  const value = ({ number }: T) => number ?? Number.NEGATIVE_INFINITY;
  return [...rows].sort((a, b) => (value(a) === value(b) ? 0 : value(b) - value(a)));
}

/** Items in as few pictures as can be, so many at most in each, as evenly as can be. */
export function partsOf(count: number, most: number): (Part | undefined)[] {
  const of = Math.ceil(count / most);
  if (of < 2) return [undefined];
  const size = Math.ceil(count / of);
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    from: index * size,
    to: Math.min(count, (index + 1) * size),
  }));
}
