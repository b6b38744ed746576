import type { Reader } from '../knowledge/readers.ts';
import { namesOf } from '../profile/fields.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { shownData } from '../profile/suppression.ts';
import { leadsInto } from '../profile/yaml/paths.ts';
import type { Path, Value } from '../profile/yaml/values.ts';

/** What some readers may see of a profile. */
export type View = Pick<Profile, 'data' | 'typed'>;

const views = new WeakMap<Profile, Map<string, View>>();

/**
 * A profile as a document for these readers may hold it: without what is meant for others alone, or for
 * some of these readers alone, and without what small groups are protected by. Nothing that is argued,
 * counted, drawn or composed sees more.
 */
export function viewOf(profile: Profile, readers: readonly Reader[]): View {
  const known = views.get(profile) ?? new Map<string, View>();
  views.set(profile, known);
  const key = [...readers].sort().join();
  const before = known.get(key);
  if (before) return before;
  const view = {
    data: dataFor(shownData(profile.data), readers),
    typed: typedWithout(
      profile.typed,
      restricted(profile.data, readers).map(({ path }) => path),
    ),
  };
  known.set(key, view);
  return view;
}

/** Data of a profile without what these readers may not see; the same data where that is all of it. */
export function dataFor(data: ProfileData, readers: readonly Reader[]): ProfileData {
  return kept(data, readers) as ProfileData;
}

/** Something in a profile that is for some readers alone. */
export interface Restricted {
  path: Path;
  /** Whom it is for. */
  tag: readonly Reader[];
  value: object;
}

/** What stands in a profile that a document for these readers may not hold, the outermost alone. */
export function restricted(data: ProfileData, readers: readonly Reader[]): Restricted[] {
  return tagged(data).filter(({ tag }) => !isFor(tag, readers));
}

/** The files of a profile that documents for these readers may not show. */
export function hiddenFiles(profile: Profile, readers: readonly Reader[]): Set<string> {
  const hidden = restricted(profile.data, readers).map(({ path }) => path);
  const ofFiles = namesOf(profile).filter(({ path }) => path.at(-1) === 'file');
  const isHidden = (path: Path) => hidden.some((outer) => leadsInto(path, outer));
  const files = new Set(ofFiles.filter(({ path }) => isHidden(path)).map(({ text }) => text));
  for (const { path, text } of ofFiles) if (!isHidden(path)) files.delete(text);
  return files;
}

/** Rules, proofs and documents all ask; each profile is gone through once. */
const tags = new WeakMap<ProfileData, readonly Restricted[]>();

/** Everything in a profile that is for some readers alone. */
export function tagged(data: ProfileData): readonly Restricted[] {
  const before = tags.get(data);
  if (before) return before;
  const found: Restricted[] = [];
  const look = (value: unknown, path: Path) => {
    if (!isObject(value)) return;
    const tag = tagOf(value);
    if (tag) found.push({ path, tag, value });
    else for (const [key, inside] of entriesOf(value)) look(inside, [...path, key]);
  };
  look(data, []);
  tags.set(data, found);
  return found;
}

function kept(value: unknown, readers: readonly Reader[]): unknown {
  if (!isObject(value)) return value;
  const entries = entriesOf(value);
  const after = entries.flatMap(([key, inside]): [string | number, unknown][] => {
    const tag = isObject(inside) ? tagOf(inside) : undefined;
    return tag && !isFor(tag, readers) ? [] : [[key, kept(inside, readers)]];
  });
  const isSame =
    after.length === entries.length &&
    after.every(([, inside], index) => inside === entries[index]?.[1]);
  if (isSame) return value;
  return Array.isArray(value) ? after.map(([, inside]) => inside) : Object.fromEntries(after);
}

/** Whom a group of keys is for. What speaks for an alternative stands under `for` too, as a text. */
function tagOf(group: object): readonly Reader[] | undefined {
  const { for: tag, shown_to } = group as { for?: unknown; shown_to?: unknown };
  const found = Array.isArray(tag) ? tag : shown_to;
  return Array.isArray(found) ? (found as Reader[]) : undefined;
}

/** A document may hold what all of its readers may see. */
export const isFor = (tag: readonly Reader[], readers: readonly Reader[]) =>
  readers.every((reader) => tag.includes(reader));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function entriesOf(value: object): [string | number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value);
}

/** What was typed, without these places; lists close up, as those of the data do. */
function typedWithout(typed: Value, paths: readonly Path[], at: Path = []): Value {
  if (typeof typed === 'string' || paths.length === 0) return typed;
  const inside = entriesOf(typed).flatMap(([key, value]): [string | number, Value][] => {
    const here = [...at, key];
    const below = paths.filter((path) => leadsInto(path, here));
    if (below.some((path) => path.length === here.length)) return [];
    return [[key, typedWithout(value as Value, below, here)]];
  });
  return Array.isArray(typed) ? inside.map(([, value]) => value) : Object.fromEntries(inside);
}
