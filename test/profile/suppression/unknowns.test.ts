import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determined, narrow, type Span } from '../../../src/profile/suppression/unknowns.ts';

/** Cells are numbers here; those below nought are printed. */
const unknown = (cell: number) => (cell < 0 ? undefined : cell);
const workedOut = (sums: { whole: number; parts: number[] }[]) =>
  [...determined(sums, unknown)].sort((a, b) => a - b);

describe('determined', () => {
  it('finds a part that is missing from a printed sum, and no part of two', () => {
    expect(workedOut([{ whole: -1, parts: [-1, 0] }])).toEqual([0]);
    expect(workedOut([{ whole: -1, parts: [0, 1] }])).toEqual([]);
    expect(workedOut([{ whole: 0, parts: [-1, -1] }])).toEqual([0]);
  });

  it('carries what it finds from one sum to the next', () => {
    const sums = [
      { whole: -1, parts: [0, 1] },
      { whole: 1, parts: [-1, -1] },
    ];
    expect(workedOut(sums)).toEqual([0, 1]);
  });

  it('finds what only several sums together tell', () => {
    // a + b = c + d, a + b + e = printed, c + d printed as one: e follows, and none of the others.
    const sums = [
      { whole: 5, parts: [0, 1] },
      { whole: 5, parts: [2, 3] },
      { whole: -1, parts: [2, 3] },
      { whole: -1, parts: [0, 1, 4] },
    ];
    expect(workedOut(sums)).toEqual([4, 5]);
  });

  it('finds nothing in a table with two unknowns in each row and column', () => {
    const sums = [
      { whole: -1, parts: [0, 1] },
      { whole: -1, parts: [2, 3] },
      { whole: -1, parts: [0, 2] },
      { whole: -1, parts: [1, 3] },
    ];
    expect(workedOut(sums)).toEqual([]);
  });

  it('finds what a reader finds who tries every change that leaves the sums as they are', () => {
    const sum = fc.record({
      whole: fc.integer({ min: -2, max: 3 }),
      parts: fc.uniqueArray(fc.integer({ min: -2, max: 3 }), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(sum, { minLength: 1, maxLength: 5 }), (typed) => {
        const sums = typed.filter(({ whole, parts }) => !parts.includes(whole));
        const found = determined(sums, unknown);
        // Every change of the unknowns, by −6 to 6 each, that leaves every sum as it is.
        const free = new Set<number>();
        const used = [...new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]))].filter(
          (cell) => cell >= 0,
        );
        const change = new Map<number, number>();
        const visit = (index: number) => {
          const cell = used[index];
          if (cell === undefined) {
            const of = (one: number) => change.get(one) ?? 0;
            const same = sums.every(
              ({ whole, parts }) => of(whole) === parts.reduce((all, part) => all + of(part), 0),
            );
            if (same) for (const [one, by] of change) if (by !== 0) free.add(one);
            return;
          }
          for (let by = -6; by <= 6; by++) {
            change.set(cell, by);
            visit(index + 1);
          }
        };
        visit(0);
        expect([...found].sort()).toEqual(used.filter((cell) => !free.has(cell)).sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe('narrow', () => {
  const narrowed = (
    sums: { whole: string; parts: string[] }[],
    spans: Record<string, [number, number]>,
  ) => {
    const map = new Map(
      Object.entries(spans).map(([name, [least, most]]): [string, Span] => [name, { least, most }]),
    );
    narrow(sums, map);
    return Object.fromEntries([...map].map(([name, { least, most }]) => [name, [least, most]]));
  };

  it('gives nothing to each part of nothing, even where nobody says how many they are', () => {
    expect(
      narrowed([{ whole: 'all', parts: ['a', 'b'] }], {
        all: [0, 0],
        a: [0, 4],
        b: [0, Number.POSITIVE_INFINITY],
      }),
    ).toEqual({
      all: [0, 0],
      a: [0, 0],
      b: [0, 0],
    });
  });

  it('gives everybody to each part of everybody', () => {
    expect(
      narrowed([{ whole: 'all', parts: ['a', 'b'] }], { all: [7, 7], a: [0, 4], b: [0, 3] }),
    ).toEqual({
      all: [7, 7],
      a: [4, 4],
      b: [3, 3],
    });
  });

  it('leaves open what is open', () => {
    expect(
      narrowed([{ whole: 'all', parts: ['a', 'b'] }], { all: [3, 3], a: [0, 4], b: [0, 3] }),
    ).toEqual({
      all: [3, 3],
      a: [0, 3],
      b: [0, 3],
    });
  });
});
