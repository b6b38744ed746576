import { isBefore, middleOf } from '../profile/formats/moments.ts';
import { academicYear, type Period } from '../profile/formats/periods.ts';

/** Where the line for a day stands: at the day, but never left of a period that counts as before it. */
export function eventAt(times: readonly Period[], joining: number): number {
  const before = times.filter((time) => isBefore(time, joining)).map(middleOf);
  return Math.max(joining, ...before.map((moment) => moment + 0.1));
}

/**
 * How far the numbers of a series are apart as a rule: the shortest time between two of its periods.
 * Undefined where there are not two.
 */
function rhythm(moments: readonly number[]): number | undefined {
  const steps = moments.slice(1).map((moment, index) => moment - (moments[index] ?? moment));
  const real = steps.filter((step) => step > 1 / 400);
  return real.length > 0 ? Math.min(...real) : undefined;
}

/** A period may come a little late, as surveys do, before something is missing. */
const LATE = 1.5;

/**
 * Between which neighbouring periods one or more are missing: true at the index of the earlier one.
 * Periods that come at a steady pace, whatever it is, have none between them.
 */
export function gapsIn(times: readonly Period[]): boolean[] {
  const moments = times.map(middleOf);
  const step = rhythm(moments);
  return moments
    .slice(1)
    .map(
      (moment, index) => step !== undefined && moment - (moments[index] ?? moment) > step * LATE,
    );
}

/** The years missing between two others, as periods are written in tables; none for other periods. */
export function missingYears(before: Period, after: Period): string[] {
  const starts = [before, after].map((period) => {
    if (period.kind === 'academic year') return period.start;
    return period.kind === 'year' ? period.year : undefined;
  });
  const [from, to] = starts;
  if (before.kind !== after.kind || from === undefined || to === undefined) return [];
  const write = before.kind === 'year' ? String : academicYear;
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => write(from + 1 + index));
}

/**
 * Runs of numbers that may be joined by a line: each holds the indexes of periods that follow one
 * another, all with a number.
 */
export function runsOf(
  numbers: readonly (number | undefined)[],
  gaps: readonly boolean[],
): number[][] {
  const runs: number[][] = [];
  for (const [index, number] of numbers.entries()) {
    if (number === undefined) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === index - 1 && gaps[index - 1] !== true) last.push(index);
    else runs.push([index]);
  }
  return runs;
}
