import type { Value } from '../yaml/values.ts';
import { same } from './same.ts';

/** An item of a list before and after: kept or changed where both are set, else removed or added. */
export interface Alignment {
  before?: number;
  after?: number;
}

const MOST_COMPARED = 40_000;

/** Which items of two lists belong together: equal ones first, those between them in their order. */
export function align(before: readonly Value[], after: readonly Value[]): Alignment[] {
  let start = 0;
  while (start < before.length && start < after.length && same(before[start], after[start])) {
    start += 1;
  }
  let tail = 0;
  const room = Math.min(before.length, after.length) - start;
  while (tail < room && same(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;

  const kept = (index: number, shift: number) => ({ before: index, after: index + shift });
  const shift = after.length - before.length;
  return [
    ...before.slice(0, start).map((_, index) => kept(index, 0)),
    ...middle(
      before.slice(start, before.length - tail),
      after.slice(start, after.length - tail),
      start,
    ),
    ...before
      .slice(before.length - tail)
      .map((_, index) => kept(before.length - tail + index, shift)),
  ];
}

function middle(before: readonly Value[], after: readonly Value[], offset: number): Alignment[] {
  const pairs: Alignment[] = [];
  let [b, a] = [0, 0];
  const upTo = (nextB: number, nextA: number) => {
    while (b < nextB || a < nextA) {
      pairs.push({
        ...(b < nextB ? { before: offset + b++ } : {}),
        ...(a < nextA ? { after: offset + a++ } : {}),
      });
    }
  };
  for (const [equalB, equalA] of commonItems(before, after)) {
    upTo(equalB, equalA);
    pairs.push({ before: offset + b++, after: offset + a++ });
  }
  upTo(before.length, after.length);
  return pairs;
}

/** The longest common subsequence, as pairs of places. */
function commonItems(before: readonly Value[], after: readonly Value[]): [number, number][] {
  if (before.length * after.length > MOST_COMPARED) return [];
  const lengths = Array.from(
    { length: before.length + 1 },
    () => new Uint16Array(after.length + 1),
  );
  const equal = before.map((b) => after.map((a) => same(b, a)));
  for (let b = before.length - 1; b >= 0; b -= 1) {
    for (let a = after.length - 1; a >= 0; a -= 1) {
      const row = lengths[b] as Uint16Array;
      row[a] = equal[b]?.[a]
        ? (lengths[b + 1]?.[a + 1] ?? 0) + 1
        : Math.max(lengths[b + 1]?.[a] ?? 0, row[a + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let b = 0, a = 0; b < before.length && a < after.length; ) {
    if (equal[b]?.[a]) pairs.push([b++, a++]);
    else if ((lengths[b + 1]?.[a] ?? 0) >= (lengths[b]?.[a + 1] ?? 0)) b += 1;
    else a += 1;
  }
  return pairs;
}
