import { smallGroups } from '../../knowledge/small-groups.ts';
import { EVERYONE, opposite, WHOLE_TRUST } from '../subjects.ts';
import { type Cell, type CellSet, isSchool, isSome } from './cells.ts';

/** A whole that is the sum of its parts: all of a trust’s schools, or a group and the rest. */
export interface Sum {
  whole: Cell;
  parts: Cell[];
}

/** Cells, typed or not, and how they add up. */
export interface Table {
  cells: Cell[];
  sums: Sum[];
}

/** The schools that a total covers and the profile does not list, as if they were one. */
const OTHER_SCHOOLS = 'other schools';

/**
 * How the numbers of one outcome and period add up:
 *
 * - a trust’s number is the sum over its schools, for everyone and for each group. Where the trust’s
 *   covers more schools than are listed, the others are one further part. Of two that cover different
 *   numbers of schools, the wider is the narrower and the rest.
 * - everyone at a school, or in the trust, is a group and the rest. Two groups whose sizes add up to
 *   everyone’s are taken to be each other’s rest.
 *
 * A share or an average is a sum once it is multiplied by the number of people; a reader is taken to
 * know those numbers, typed here or not, because performance tables print them.
 */
export function tableOf(set: CellSet): Table {
  const typed = set.all();
  const holders = [...new Set(typed.map(({ subject }) => subject.holder))];
  const groups = [...new Set(typed.map(({ subject }) => subject.group))];
  const schools = holders.filter(isSchool);
  const parted = groups.filter((group) => group !== EVERYONE);
  const members = schools.length > 0 ? [...schools, ...othersBeside(schools, typed)] : [];

  const sums = [
    ...typed.flatMap((cell) => withOtherSchools(cell, set)),
    ...groups.flatMap((group) => narrowerTotals(group, typed, set)),
  ];
  const everyGroup = parted.length > 0 ? [EVERYONE, ...parted, ...parted.map(opposite)] : groups;
  for (const group of new Set(members.length > 0 ? everyGroup : [])) {
    const parts = members.map((holder) => set.at(holder, group));
    sums.push({ whole: set.at(WHOLE_TRUST, group), parts });
  }
  for (const holder of new Set([
    ...holders,
    ...members,
    ...(members.length > 0 ? [WHOLE_TRUST] : []),
  ])) {
    for (const group of parted) {
      const parts = [set.at(holder, group), set.at(holder, opposite(group))];
      sums.push({ whole: set.at(holder, EVERYONE), parts });
    }
    sums.push(...pairsBySize(holder, parted, set));
  }
  workOutSizes(sums);
  const cells = set.all();
  for (const cell of cells) markSmall(cell);
  return { cells, sums };
}

/** A total that does not say how many schools it covers may well be that of those listed. */
function othersBeside(schools: readonly string[], typed: readonly Cell[]): string[] {
  const totals = typed.filter(({ subject }) => subject.holder === WHOLE_TRUST);
  const covers = Math.max(0, ...totals.map((cell) => cell.schools ?? 0));
  const others = covers > schools.length || (covers === 0 && schools.length === 1);
  return others ? [OTHER_SCHOOLS] : [];
}

/** A number of “our other schools” and that of the school they are others to. */
function withOtherSchools(others: Cell, set: CellSet): Sum[] {
  const { holder, group } = others.subject;
  if (!holder.startsWith('not ')) return [];
  return [{ whole: set.at(WHOLE_TRUST, group), parts: [set.at(opposite(holder), group), others] }];
}

/**
 * Totals of some schools only: each is a part of the next wider. Which schools they cover is not
 * said: they may be those that are shown, and one that is secret.
 */
function narrowerTotals(group: string, typed: readonly Cell[], set: CellSet): Sum[] {
  const ofGroup = typed.filter(({ subject }) => subject.group === group);
  const narrower = ofGroup
    .filter(({ subject }) => isSome(subject.holder))
    .sort((a, b) => (b.schools ?? 0) - (a.schools ?? 0));
  const listed = ofGroup.filter(({ subject }) => isSchool(subject.holder));
  const secret = listed.find((cell) => cell.secret);
  const shown = listed.filter((cell) => !cell.secret);
  return narrower.flatMap((total, index) => {
    const wider = narrower[index - 1] ?? set.at(WHOLE_TRUST, group);
    const rest = set.at(`not ${total.subject.holder}`, group);
    const sums = [{ whole: wider, parts: [total, rest] }];
    if (secret && (total.schools ?? 0) <= shown.length + 1) {
      sums.push({ whole: total, parts: [secret, ...shown] });
    }
    return sums;
  });
}

/** Two groups whose sizes add up to everyone’s. */
function pairsBySize(holder: string, groups: readonly string[], set: CellSet): Sum[] {
  const whole = set.find(holder, EVERYONE);
  if (whole?.size === undefined) return [];
  const bySize = new Map<number, Cell>();
  const pairs: Sum[] = [];
  for (const group of groups) {
    const cell = set.find(holder, group);
    if (cell?.size === undefined || cell.places.length === 0) continue;
    const rest = bySize.get(whole.size - cell.size);
    if (rest) pairs.push({ whole, parts: [cell, rest] });
    bySize.set(cell.size, cell);
  }
  return pairs;
}

/** Sizes carry from a school to its groups, and to the trust’s; more rounds would find no more. */
const SIZE_ROUNDS = 4;

/** Where all sizes of a sum but one are known, so is that one. */
function workOutSizes(sums: readonly Sum[]): void {
  for (let round = 0, changed = true; changed && round < SIZE_ROUNDS; round++) {
    changed = false;
    for (const { whole, parts } of sums) {
      const unknown = [whole, ...parts].filter((cell) => sizeIn(cell) === undefined);
      const [cell] = unknown;
      if (!cell || unknown.length > 1) continue;
      let ofParts = 0;
      for (const part of parts) ofParts += sizeIn(part) ?? 0;
      const size = cell === whole ? ofParts : (sizeIn(whole) ?? 0) - ofParts;
      // Sizes that contradict each other say nothing, nor does nought of somebody.
      if (size < 0 || (size === 0 && cell.places.length > 0)) continue;
      cell.size = size;
      cell.empty = size === 0;
      changed = true;
    }
  }
}

const sizeIn = ({ empty, size }: Cell) => (empty ? 0 : size);

/** What turns out to be small is a secret, whether it is typed or what is left of a whole. */
function markSmall(cell: Cell): void {
  const { hide } = smallGroups[cell.subject.counted ?? 'pupils'];
  const { size } = cell;
  if (cell.secret || cell.empty || size === undefined || size === 0 || size > hide) return;
  if (cell.places.length === 0) cell.secret = 'remainder';
  else if (cell.places.some(({ point }) => 'number' in point.value)) cell.secret = 'few';
}
