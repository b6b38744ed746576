import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { Profile } from '../profile/profile.ts';
import { shape } from '../profile/shape.ts';
import type { Path, Value } from '../profile/yaml/values.ts';
import type { SchoolList } from './list.ts';

const KEY = 'prospective_schools';

interface Added {
  profile: Profile;
  /** Where the schools of the list stand in the profile. */
  indexes: number[];
}

/**
 * A profile with the schools of a list among its prospective ones. What the list does not say of a
 * school that the profile has, by its URN or name, stays as the profile says it.
 */
export function withSchools(profile: Profile, list: SchoolList): Outcome<Added> {
  const diagnostics: Diagnostic[] = [];
  const error = (code: Diagnostic['code'], at: Path, message: string, hint: string) =>
    diagnostics.push({ code, severity: 'error', message, hint, ...list.place(at) });

  const typed = profile.typed as { [key: string]: Value };
  const before = Array.isArray(typed[KEY]) ? typed[KEY] : [];
  const schools = [...before];
  /** By its place in the profile, the place in the list. */
  const rows = new Map<number, number>();
  for (const [row, listed] of list.schools.entries()) {
    const known = schools.findIndex((school) => isSame(school, listed));
    if (known !== -1 && rows.has(known)) {
      const name = textAt(listed, 'name') ?? textAt(schools[known], 'name') ?? 'This school';
      error(
        'school-twice',
        [row],
        `${name} stands in the list twice, or has the URN or name of another school in it.`,
        'Delete one of the two, or correct the wrong URN.',
      );
      continue;
    }
    const own = known === -1 ? undefined : schools[known];
    const joined = isGroup(own) && isGroup(listed) ? { ...own, ...listed } : listed;
    if (isGroup(joined) && joined.name === undefined) {
      error(
        'missing-key',
        [row],
        'This school has no name.',
        'Give each school its name, and its URN where you know it.',
      );
      continue;
    }
    const index = known === -1 ? schools.length : known;
    schools[index] = joined;
    rows.set(index, row);
  }
  if (hasErrors(diagnostics)) return { value: null, diagnostics };

  const whole = { ...typed, [KEY]: schools };
  const place: Profile['place'] = (at, wanted) => {
    const [key, index, ...rest] = at;
    const row = key === KEY && typeof index === 'number' ? rows.get(index) : undefined;
    if (row === undefined || typeof index !== 'number') return profile.place(at, wanted);
    const listed = list.schools[row];
    const isListed =
      rest.length === 0 || (isGroup(listed) && listed[String(rest[0])] !== undefined);
    // A key that is nowhere is missing from the list.
    const isOwn = isGroup(before[index]) && before[index][String(rest[0])] !== undefined;
    return isListed || !isOwn ? list.place([row, ...rest], wanted) : profile.place(at, wanted);
  };
  const { data, findings } = shape(whole);
  if (!data) {
    return {
      value: null,
      diagnostics: findings.map(({ code, path, at, message, hint }) => ({
        code,
        severity: 'error',
        message,
        hint,
        ...place(path, at),
      })),
    };
  }
  return {
    value: { profile: { ...profile, data, typed: whole, place }, indexes: [...rows.keys()] },
    diagnostics,
  };
}

function isSame(a: Value | undefined, b: Value): boolean {
  const [urn, other] = [textAt(a, 'urn'), textAt(b, 'urn')];
  if (urn !== undefined && other !== undefined) return urn === other;
  const name = textAt(a, 'name')?.toLowerCase();
  return name !== undefined && name === textAt(b, 'name')?.toLowerCase();
}

const isGroup = (value: Value | undefined): value is { [key: string]: Value } =>
  typeof value === 'object' && !Array.isArray(value);

function textAt(value: Value | undefined, key: string): string | undefined {
  const found = isGroup(value) ? value[key] : undefined;
  return typeof found === 'string' ? found.trim() : undefined;
}
