import type { Shard } from '../record/record.ts';

/** More runners than anybody has at once. */
const MOST = 1000;

/** Reads `2/8`: the second of eight parts. Null for what is none. */
export function parseShard(text: string): Shard | null {
  const [, number, of] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(text)?.map(Number) ?? [];
  if (number === undefined || of === undefined) return null;
  return number >= 1 && number <= of && of <= MOST ? { number, of } : null;
}

/**
 * The part of a plan that a shard makes. The parts follow one another, so that a school’s copies tend to
 * stay together, and none has more than one document more than another.
 */
export function partOf<T>(plan: readonly T[], shard: Shard | null): readonly T[] {
  if (shard === null) return plan;
  const { number, of } = shard;
  const edge = (at: number) => Math.floor((plan.length * at) / of);
  return plan.slice(edge(number - 1), edge(number));
}
