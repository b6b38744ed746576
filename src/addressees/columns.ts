import { prospectiveSchool } from '../profile/schema/trust.ts';
import type * as z from '../zod.ts';

/** What a column of a table of schools can hold: a key of a prospective school, or what a route follows from. */
export type Column = keyof z.output<typeof prospectiveSchool> | 'trust_flag';

/** Keys whose cells may hold several items, one to a line or with a semicolon or bar between them. */
export const listColumns: ReadonlySet<string> = new Set(['priorities', 'not_known', 'evidence']);

/** Keys that no cell can hold. */
const GROUPS: ReadonlySet<string> = new Set(['consultation', 'drive_times', 'in_its_copy']);

/**
 * Other names of our keys, without their spaces, signs and “(name)”: those of the downloads of Get
 * Information About Schools, as in the file of 18 April 2026, and what people type.
 */
const aliases: Readonly<Record<string, Column>> = {
  establishmentname: 'name',
  school: 'name',
  schoolname: 'name',
  phaseofeducation: 'phase',
  typeofestablishment: 'type',
  schooltype: 'type',
  la: 'local_authority',
  council: 'local_authority',
  numberofpupils: 'pupils',
  trusts: 'current_trust',
  trust: 'current_trust',
  trustschoolflag: 'trust_flag',
  privatefinance: 'pfi',
  invited: 'invited_by',
};

const keys = new Map<string, Column>(
  Object.keys(prospectiveSchool.shape)
    .filter((key) => !GROUPS.has(key))
    .map((key) => [bare(key), key as Column]),
);

/** The key a column’s heading names; undefined for a column that is of no use here. */
export function columnOf(heading: string): Column | undefined {
  const name = bare(heading.replace(/\(name\)\s*$/i, ''));
  return keys.get(name) ?? (Object.hasOwn(aliases, name) ? aliases[name] : undefined);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What the register writes where there is nothing to say. */
const NOTHING = /^(?:not applicable|not recorded|unknown|-|n\/a)$/i;
const NO_CHARACTER = /^(?:does not apply|none)$/i;

/** A cell as a profile would have it; undefined where it says nothing. */
export function cellValue(column: Column, cell: string): string | string[] | undefined {
  if (cell === '') return undefined;
  if (listColumns.has(column)) {
    return cell
      .split(/[;|\r\n]+/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }
  if (column === 'religious_character' && NO_CHARACTER.test(cell)) return 'none';
  // Special schools have a phase of this name.
  return column !== 'phase' && NOTHING.test(cell) ? undefined : cell;
}
