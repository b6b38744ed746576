import type { Source } from './source.ts';

/** Who a number counts: pupils, or grown-ups who work at a school or answered a survey. */
export type Counted = 'pupils' | 'staff';

/**
 * How small a group may be. Up to `hide` people, nothing about it is printed. Up to `allOrNone`, a
 * share of 0% or 100% is not printed either, because it says the same of every one of them. Up to
 * `volatile`, one person more or less changes the number so much that a reader must be warned.
 *
 * The limit for pupils is the one the performance tables publish by (SUPP: five or fewer); the limit
 * for answers is ours.
 */
export const smallGroups: Record<Counted, { hide: number; allOrNone: number; volatile: number }> = {
  pupils: { hide: 5, allOrNone: 10, volatile: 10 },
  staff: { hide: 9, allOrNone: 10, volatile: 10 },
};

export const smallGroupsSource: Source & { asOf: string } = {
  title: 'Abbreviations of the school and college performance tables',
  publisher: 'Department for Education',
  published: '2025',
  asOf: '2026-11',
};
