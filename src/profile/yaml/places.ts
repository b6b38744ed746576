import type { Path, Value } from './values.ts';

/** From a character to before another, in UTF-16 units of the text. */
export type Span = readonly [start: number, end: number];

/** Where a path leads: how much of it is there, and the last value and key on the way. */
export interface Found {
  depth: number;
  /** Null where nothing at all stands for the value. */
  value: Span | null;
  /** Null for an item of a list, and for the whole. */
  key: Span | null;
  /** Whether a problem kept something in it from being read, or something was left out of it. */
  faulty: boolean;
}

/** What is known of each part: so many numbers, in this order. */
const KEY_START = 0;
const KEY_END = 1;
const START = 2;
const END = 3;
/** The number of its name, or that it is an item of a list. */
const NAME = 4;
/** The part after it and all that is inside it. */
const NEXT = 5;
const MARKS = 6;
const WIDTH = 7;

/** So many parts lie in one row of numbers: one row for all would be copied each time it grows. */
const ROW = 512;

const NONE = -1;
const ITEM = -2;

const FAULTY = 1;
/** Left out: nothing inside it is there any more. */
const GONE = 2;

/** Among so many parts one is looked for from the first on; more of them get an index. */
const FEW = 16;

/**
 * Where each part of a YAML text stands: first a part, then what is inside it, in the order of the text.
 * They are rows of numbers, because an object for each takes several times the room of its text.
 */
export class Places {
  #rows: Int32Array[] = [];
  #count = 0;
  #names = new Map<string, number>();
  readonly #indexes = new Map<number, Map<number, number>>();

  /** Begins a part, and returns the number it has from now on. What begins before its end is inside it. */
  begin(key: Span | null, value: Span | null): number {
    const part = this.#count;
    this.#count += 1;
    if (part % ROW === 0) this.#rows.push(new Int32Array(ROW * WIDTH));
    this.#set(part, KEY_START, key ? key[0] : NONE);
    this.#set(part, KEY_END, key ? key[1] : NONE);
    this.#set(part, START, value ? value[0] : NONE);
    this.#set(part, NAME, NONE);
    return part;
  }

  /** Ends a part: where its value ends, and whether something in it could not be read. */
  end(part: number, value: Span | null, faulty: boolean): void {
    this.#set(part, END, value ? value[1] : NONE);
    this.#set(part, NEXT, this.#count);
    this.#set(part, MARKS, faulty ? FAULTY : 0);
  }

  /** Lets a part be found by its key. */
  name(part: number, key: string): void {
    const known = this.#names.get(key);
    this.#set(part, NAME, known ?? this.#names.size);
    if (known === undefined) this.#names.set(key, this.#names.size);
  }

  /** Lets a part be found by its number in its list. */
  count(part: number): void {
    this.#set(part, NAME, ITEM);
  }

  find(path: Path): Found {
    const { part, depth } = this.#follow(path);
    return {
      depth,
      value: this.#span(part, START),
      key: this.#span(part, KEY_START),
      faulty: this.#marked(part, FAULTY),
    };
  }

  /** Where the key stands by which something is found in a part. */
  keyIn(part: number, key: string): Span | null {
    const inside = this.#within(part, key);
    return inside === NONE ? null : this.#span(inside, KEY_START);
  }

  /** Whether a problem kept something at or below a path from being read, or the whole part it is in. */
  faulty(path: Path): boolean {
    if (!this.#marked(0, FAULTY)) return false;
    const { part, depth } = this.#follow(path);
    return this.#marked(part, depth === path.length ? FAULTY : GONE);
  }

  /**
   * What a text holds if nothing stands at these paths, or at the deepest part of each that is there;
   * and the places of the rest, which are the same.
   */
  without(
    paths: readonly Path[],
    held: Value | undefined,
  ): { value: Value | undefined; places: Places } {
    const places = new Places();
    places.#rows = this.#rows.map((row) => row.slice());
    places.#count = this.#count;
    places.#names = this.#names;
    const touched = new Set<number>();
    for (const path of paths) {
      const { depth } = this.#follow(path);
      for (let length = 0; length <= depth; length++) {
        const { part } = this.#follow(path.slice(0, length));
        const gone = length === depth ? GONE : 0;
        places.#set(part, MARKS, places.#number(part, MARKS) | FAULTY | gone);
        touched.add(part);
      }
    }
    const rest = (part: number, value: Value): Value | undefined => {
      if (!touched.has(part)) return value;
      if (places.#marked(part, GONE) || typeof value === 'string') return undefined;
      if (Array.isArray(value)) {
        const parts = value.map((_, number) => this.#within(part, number));
        const left = value.flatMap((item, number) => {
          const kept = rest(parts[number] ?? NONE, item);
          if (kept === undefined) places.#set(parts[number] ?? NONE, NAME, NONE);
          return kept === undefined ? [] : [kept];
        });
        return left.length > 0 ? left : undefined;
      }
      const left: { [key: string]: Value } = {};
      for (const [key, item] of Object.entries(value)) {
        const kept = rest(this.#within(part, key), item);
        if (kept !== undefined) left[key] = kept;
      }
      return Object.keys(left).length > 0 ? left : undefined;
    };
    return { value: held === undefined ? undefined : rest(0, held), places };
  }

  /** As far as a path leads. */
  #follow(path: Path): { part: number; depth: number } {
    let part = 0;
    for (const [depth, step] of path.entries()) {
      const next = this.#within(part, step);
      if (next === NONE) return { part, depth };
      part = next;
    }
    return { part, depth: path.length };
  }

  /** The part of that key or number within another. */
  #within(part: number, step: string | number): number {
    const wanted = typeof step === 'number' ? ITEM - step : this.#names.get(step);
    if (wanted === undefined || this.#marked(part, GONE)) return NONE;
    const index = this.#indexes.get(part);
    if (index) return index.get(wanted) ?? NONE;
    let looked = 0;
    for (const [name, inside] of this.#inside(part)) {
      if (name === wanted) return inside;
      looked += 1;
      if (looked === FEW) {
        this.#indexes.set(part, new Map(this.#inside(part)));
        return this.#within(part, step);
      }
    }
    return NONE;
  }

  /** What can be found in a part: in a group by the number of its name, in a list by its own below zero. */
  *#inside(part: number): Generator<[number, number]> {
    const end = this.#number(part, NEXT);
    let item = ITEM;
    for (let inside = part + 1; inside < end; inside = this.#number(inside, NEXT)) {
      const name = this.#number(inside, NAME);
      if (name === ITEM) {
        yield [item, inside];
        item -= 1;
      } else if (name !== NONE) yield [name, inside];
    }
  }

  #number(part: number, what: number): number {
    return this.#rows[Math.floor(part / ROW)]?.[(part % ROW) * WIDTH + what] as number;
  }

  #set(part: number, what: number, number: number): void {
    const row = this.#rows[Math.floor(part / ROW)] as Int32Array;
    row[(part % ROW) * WIDTH + what] = number;
  }

  #marked(part: number, mark: number): boolean {
    return (this.#number(part, MARKS) & mark) !== 0;
  }

  #span(part: number, from: number): Span | null {
    const start = this.#number(part, from);
    return start === NONE ? null : [start, this.#number(part, from + 1)];
  }
}
