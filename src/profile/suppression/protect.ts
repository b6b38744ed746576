import { smallGroups } from '../../knowledge/small-groups.ts';
import type { Cell, Secret } from './cells.ts';
import type { Sum, Table } from './sums.ts';
import { determined, narrow, type Span } from './unknowns.ts';

/** A secret that the printed numbers give away, and the numbers that had to be hidden with it. */
export interface GivenAway {
  cell: Cell;
  secret: Secret;
  /** A whole from which it follows, or a part of it where the whole is the secret. */
  by: Cell;
}

export interface Protected {
  /** Numbers that may not be printed, each with the reason: its own, or what it would give away. */
  hidden: Map<Cell, Secret | 'gives away'>;
  givenAway: GivenAway[];
}

/**
 * Decides which numbers of a table are hidden. Secrets are. Then, for as long as a secret could be
 * worked out from what is still printed, so is the whole it is a part of:
 *
 * - by adding and taking away wholes and parts, however many;
 * - by what the people counted can come to: parts that add up to nobody, or to everybody, are each
 *   nobody or everybody;
 * - together with other secrets, where the people of all of them are still too few, or where nobody
 *   said how many they are.
 */
export function protect({ cells, sums }: Table): Protected {
  const hidden: Protected['hidden'] = new Map();
  const givenAway = new Map<Cell, GivenAway>();
  const secrets = cells.filter((cell) => cell.secret !== undefined);
  for (const cell of secrets) if (cell.secret) hidden.set(cell, cell.secret);
  if (secrets.length === 0) return { hidden, givenAway: [] };

  const index = new Map(cells.map((cell, at) => [cell, at]));
  const printed = (cell: Cell) => isPrintable(cell) && !hidden.has(cell);
  const unknown = (cell: Cell) => (printed(cell) || cell.empty ? undefined : index.get(cell));
  const sumsOf = new Map<Cell, Sum[]>();
  for (const sum of sums) {
    for (const cell of [sum.whole, ...sum.parts]) {
      const found = sumsOf.get(cell);
      if (found) found.push(sum);
      else sumsOf.set(cell, [sum]);
    }
  }

  /** Hides what gives a cell away in a sum: its whole, or of its parts the largest. */
  const hide = (sum: Sum, exposed: Cell): boolean => {
    const parts = sum.parts.filter(printed);
    const by = printed(sum.whole)
      ? sum.whole
      : parts.sort((a, b) => (b.size ?? 0) - (a.size ?? 0)).at(0);
    if (!by) return false;
    if (exposed.secret && !givenAway.has(exposed)) {
      givenAway.set(exposed, { cell: exposed, secret: exposed.secret, by });
    }
    hidden.set(by, 'gives away');
    return true;
  };

  /** Hides what is nearest to a cell: in its own sums, else in those that share a cell with them. */
  const hideAround = (cell: Cell): boolean => {
    const seen = new Set<Sum>();
    for (let at = new Set([cell]); at.size > 0; ) {
      const near = new Set([...at].flatMap((one) => sumsOf.get(one) ?? []));
      for (const sum of seen) near.delete(sum);
      let done = false;
      for (const sum of near) {
        seen.add(sum);
        done = hide(sum, cell) || done;
      }
      if (done) return true;
      at = new Set([...near].flatMap(({ whole, parts }) => [whole, ...parts]));
    }
    return false;
  };

  for (let again = true; again; ) {
    again = false;
    const exposed = [...determined(sums, unknown)]
      .map((at) => cells[at])
      .filter((cell) => cell !== undefined && hidden.has(cell)) as Cell[];
    // What follows from one sum is dealt with first: the rest may then follow no more.
    for (const cell of exposed) {
      for (const sum of sumsOf.get(cell) ?? []) {
        const alone = [sum.whole, ...sum.parts].every(
          (other) => other === cell || unknown(other) === undefined,
        );
        if (alone) again = hide(sum, cell) || again;
      }
    }
    if (again) continue;
    for (const cell of exposed) again = hideAround(cell) || again;
    if (again) continue;
    for (const cell of tooNarrow(sums, secrets, printed)) again = hideAround(cell) || again;
    for (const sum of sums) {
      const exposed = togetherFew(sum, hidden, printed);
      if (exposed) again = hide(sum, exposed) || again;
    }
  }
  return { hidden, givenAway: [...givenAway.values()] };
}

const isPrintable = ({ places }: Cell) => places.some(({ point }) => 'number' in point.value);

/** Secrets of which only one number of people is possible. */
function tooNarrow(
  sums: readonly Sum[],
  secrets: readonly Cell[],
  printed: (cell: Cell) => boolean,
): Set<Cell> {
  if (secrets.every(({ subject }) => subject.unit !== '%')) return new Set();
  const cells = new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]));
  const exposed = new Set<Cell>();
  // That all of them did is as much as that none of them did not.
  for (const counting of [ofThose, ofTheOthers]) {
    const spans = new Map(
      [...cells].map((cell) => [cell, spanOf(cell, printed(cell), counting)] as const),
    );
    narrow(sums, spans);
    for (const cell of secrets) {
      const span = spans.get(cell);
      if (span && span.least === span.most) exposed.add(cell);
    }
  }
  return exposed;
}

const ofThose = (share: number) => share;
const ofTheOthers = (share: number) => 100 - share;

/** How many people a share may stand for, before any sum is looked at. */
function spanOf(cell: Cell, printed: boolean, counting: (share: number) => number): Span {
  if (cell.empty) return { least: 0, most: 0 };
  const keptBack =
    cell.secret === 'kept back' ? smallGroups[cell.subject.counted ?? 'pupils'] : undefined;
  const size = cell.size ?? keptBack?.hide ?? Number.POSITIVE_INFINITY;
  const value = cell.places.map(({ point }) => point.value).find((value) => 'number' in value);
  if (!printed || !value || cell.subject.unit !== '%') return { least: 0, most: size };
  const share = counting(value.number);
  if (!Number.isFinite(size)) return { least: 0, most: share === 0 ? 0 : size };
  const rounding = 0.5 / 10 ** value.decimals;
  const least = Math.ceil(((share - rounding) / 100) * size);
  const most = Math.floor(((share + rounding) / 100) * size);
  // A share that no number of people has is taken as it is typed.
  return { least: Math.max(0, Math.min(least, most)), most: Math.min(size, Math.max(least, most)) };
}

/**
 * A secret of a sum whose unknown parts, taken together, follow from what is printed, and are still
 * too few people. Where sizes are not said and only secrets are unknown, they are taken to be.
 */
function togetherFew(
  { whole, parts }: Sum,
  hidden: Protected['hidden'],
  printed: (cell: Cell) => boolean,
): Cell | undefined {
  const shown = parts.filter((part) => printed(part));
  const unknown = parts.filter((part) => !printed(part) && !part.empty);
  const exposed = unknown.find(({ secret }) => secret !== undefined);
  if (!printed(whole) || shown.length === 0 || !exposed) return undefined;
  const { hide } = smallGroups[whole.subject.counted ?? 'pupils'];
  const left = lessOf(whole, shown) ?? sumOfSizes(unknown);
  if (left !== undefined) return left <= hide ? exposed : undefined;
  const onlySecrets = unknown.every((part) => hidden.has(part));
  return onlySecrets && unknown.length <= hide ? exposed : undefined;
}

function lessOf(whole: Cell, parts: readonly Cell[]): number | undefined {
  const sizes = sumOfSizes(parts);
  return whole.size === undefined || sizes === undefined ? undefined : whole.size - sizes;
}

function sumOfSizes(cells: readonly Cell[]): number | undefined {
  let sum = 0;
  for (const { size } of cells) {
    if (size === undefined) return undefined;
    sum += size;
  }
  return sum;
}
