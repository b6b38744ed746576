/** A sum in which the printed numbers have been taken away: so many times each unknown. */
type Row = Map<number, number>;

const NOTHING = 1e-9;

/**
 * Which unknowns a reader could work out by adding and taking away whole sums: those that stand alone
 * in a row once the rows have been reduced. `indexOf` is undefined for a number that is printed, or
 * adds nothing.
 *
 * The shortest rows are used first, so that the many sums of one school stay short.
 */
export function determined<T>(
  sums: readonly { whole: T; parts: readonly T[] }[],
  indexOf: (cell: T) => number | undefined,
): Set<number> {
  const rows = sums
    .map(({ whole, parts }) => {
      const row: Row = new Map();
      const add = (cell: T, times: number) => {
        const index = indexOf(cell);
        if (index !== undefined) addTo(row, index, times);
      };
      add(whole, 1);
      for (const part of parts) add(part, -1);
      return row;
    })
    .filter((row) => row.size > 0)
    .sort((a, b) => a.size - b.size);

  const pivots = new Map<number, Row>();
  const using = new Map<number, Set<number>>();
  const note = (pivot: number, row: Row) => {
    for (const index of row.keys()) {
      const users = using.get(index);
      if (users) users.add(pivot);
      else using.set(index, new Set([pivot]));
    }
  };
  for (const row of rows) {
    for (const [index, times] of [...row]) {
      const known = pivots.get(index);
      if (known) subtract(row, known, times);
    }
    const [pivot, times] = row.entries().next().value ?? [];
    if (pivot === undefined || times === undefined) continue;
    for (const [index, value] of row) row.set(index, value / times);
    for (const user of [...(using.get(pivot) ?? [])]) {
      const other = pivots.get(user);
      const value = other?.get(pivot);
      if (other && value !== undefined) {
        subtract(other, row, value);
        note(user, other);
      }
    }
    pivots.set(pivot, row);
    note(pivot, row);
  }
  return new Set([...pivots].filter(([, row]) => row.size === 1).map(([pivot]) => pivot));
}

function subtract(row: Row, other: Row, times: number): void {
  for (const [index, value] of other) addTo(row, index, -times * value);
}

function addTo(row: Row, index: number, value: number): void {
  const sum = (row.get(index) ?? 0) + value;
  if (Math.abs(sum) < NOTHING) row.delete(index);
  else row.set(index, sum);
}

/** How many people of a cell a number may stand for, at least and at most; without end where nobody says how many they are. */
export interface Span {
  least: number;
  most: number;
}

/** Enough to carry what one sum says through all those it touches; more would change nothing. */
const ROUNDS = 12;

/**
 * Narrows how many people of each cell can have been counted, by what the sums allow: parts that must
 * add up to nothing are all nothing. Spans are changed in place.
 */
export function narrow<T>(
  sums: readonly { whole: T; parts: readonly T[] }[],
  spans: ReadonlyMap<T, Span>,
): void {
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const { whole, parts } of sums) {
      const total = spans.get(whole);
      const shares = parts.map((part) => spans.get(part)).filter((span) => span !== undefined);
      if (!total || shares.length < parts.length) continue;
      const sum = new SpanSum(shares);
      changed = tighten(total, sum.least, sum.most) || changed;
      for (const span of shares) {
        const { least, most } = sum.without(span);
        const before = { ...span };
        if (!tighten(span, total.least - most, total.most - least)) continue;
        sum.replace(before, span);
        changed = true;
      }
    }
  }
}

/** The sum of spans, from which each can be taken away again, however many have no end. */
class SpanSum {
  least = 0;
  #finite = 0;
  #endless = 0;

  constructor(spans: readonly Span[]) {
    for (const span of spans) this.#add(span, 1);
  }

  get most(): number {
    return this.#endless > 0 ? Number.POSITIVE_INFINITY : this.#finite;
  }

  without({ least, most }: Span): Span {
    const endless = this.#endless - (Number.isFinite(most) ? 0 : 1);
    const finite = this.#finite - (Number.isFinite(most) ? most : 0);
    return {
      least: this.least - least,
      most: endless > 0 ? Number.POSITIVE_INFINITY : finite,
    };
  }

  replace(before: Span, after: Span): void {
    this.#add(before, -1);
    this.#add(after, 1);
  }

  #add({ least, most }: Span, times: 1 | -1): void {
    this.least += times * least;
    if (Number.isFinite(most)) this.#finite += times * most;
    else this.#endless += times;
  }
}

function tighten(span: Span, least: number, most: number): boolean {
  const low = Math.max(span.least, Math.ceil(least - NOTHING));
  const high = Math.min(span.most, Math.floor(most + NOTHING));
  // Numbers that contradict each other say nothing.
  if (low > high || (low === span.least && high === span.most)) return false;
  span.least = low;
  span.most = high;
  return true;
}
