import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Profile } from './profile.ts';
import { valueAt } from './yaml/paths.ts';
import type { Path } from './yaml/values.ts';

type Problem = Pick<Diagnostic, 'file' | 'range'>;

/**
 * Tells of a problem whether it stands in a part of a profile. The keys of the part are looked at too:
 * what a list says of a school that the profile has stands in another file than the rest of it.
 */
export function standsIn(
  part: Path,
  { typed, place }: Pick<Profile, 'typed' | 'place'>,
): (problem: Problem) => boolean {
  const group = valueAt(typed, part) ?? {};
  const keys = typeof group === 'object' && !Array.isArray(group) ? Object.keys(group) : [];
  const places = [part, ...keys.map((key) => [...part, key])].map((path) => place(path, 'whole'));
  return ({ file, range }) =>
    range !== null &&
    places.some(
      (outer) =>
        outer.file === file &&
        outer.range !== null &&
        outer.range.start.offset <= range.start.offset &&
        range.start.offset <= outer.range.end.offset,
    );
}
