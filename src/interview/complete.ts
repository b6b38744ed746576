import type { Typed } from '../profile/edit/sources.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { type Finding, shape } from '../profile/shape.ts';
import { valueAt } from '../profile/yaml/paths.ts';
import type { Path, Value } from '../profile/yaml/values.ts';
import { sameText } from './place.ts';

const MOST_PARTS = 500;

/**
 * A profile without the parts that answers have begun and that lack what they must have: a promise
 * without its words, a source without a title. Such parts go back to what the file says of them, and
 * wait. What a person has begun in the file by hand stays as it is. `data` is null where the rest cannot
 * be read as a profile.
 */
export function withoutBegun(
  profile: Typed,
  file: Typed,
): { typed: Typed; data: ProfileData | null } {
  const before = new Set(missing(shape(file).findings).map(keyOf));
  let typed = profile;
  for (let part = 0; ; part += 1) {
    const { data, findings } = shape(typed);
    const begun = missing(findings).find((finding) => !before.has(keyOf(finding)));
    // A key that is missing from the profile itself has no part around it to take back.
    const path = begun?.path.slice(0, -1) ?? [];
    if (path.length === 0 || part === MOST_PARTS) return { typed, data };
    typed = setAt(typed, path, counterpart(typed, file, path)) as Typed;
  }
}

const missing = (findings: readonly Finding[]) =>
  findings.filter(({ code }) => code === 'missing-key');

const keyOf = ({ path, message }: Finding) => JSON.stringify([path, message]);

/** What the file has for a part: for an item of a list, the item that says the same first. */
function counterpart(profile: Typed, file: Typed, path: Path): Value | undefined {
  const last = path.at(-1);
  const list = valueAt(file, path.slice(0, -1));
  if (typeof last !== 'number' || !Array.isArray(list)) return valueAt(file, path);
  const item = valueAt(profile, path);
  const name = (value: Value | undefined) =>
    typeof value === 'object' && !Array.isArray(value) ? Object.values(value)[0] : value;
  return list.find((own) => sameText(name(own), name(item)));
}

/** A copy in which a path holds a value, or nothing, nor what is left empty by that. */
function setAt(root: Value | undefined, path: Path, value: Value | undefined): Value | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (root === undefined || typeof root === 'string') return root;
  if (Array.isArray(root)) {
    const list = root.flatMap((item, index) => {
      const kept = index === Number(step) ? setAt(item, rest, value) : item;
      return kept === undefined ? [] : [kept];
    });
    return list.length > 0 ? list : undefined;
  }
  const { [step]: own, ...others } = root;
  const kept = setAt(own, rest, value);
  const group = kept === undefined ? others : { ...root, [step]: kept };
  return Object.keys(group).length > 0 ? group : undefined;
}
