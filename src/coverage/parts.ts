import type { Path, Value } from '../profile/yaml/values.ts';

/**
 * The places in a profile that match a part of it, written as the question bank writes them: a path
 * with `*` for any item (`schools.*.metrics`), or a path to a list or group and, after a tilde, the
 * words of which an item must hold one (`delegation ~ head|chief`).
 */
export function placesOf(part: string, typed: Value): Path[] {
  const [path = '', words] = part.split(' ~ ');
  const found = walk(typed, path.split('.'), []);
  if (words === undefined) return found.map(({ path }) => path);
  const wanted = new RegExp(words, 'i');
  return found.flatMap(({ value, path }) =>
    entriesOf(value)
      .filter(([key, item]) => wanted.test(`${key} ${wordsOf(item)}`))
      .map(([key]) => [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function walk(value: Value, steps: readonly string[], path: Path): { value: Value; path: Path }[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [{ value, path }];
  if (typeof value === 'string') return [];
  if (step === '*') {
    return entriesOf(value).flatMap(([key, item]) =>
      walk(item, rest, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  }
  if (Array.isArray(value) || !Object.hasOwn(value, step)) return [];
  return walk(value[step] as Value, rest, [...path, step]);
}

function entriesOf(value: Value): [string, Value][] {
  return typeof value === 'string' ? [] : Object.entries(value);
}

/** The words an item was given, not those of groups within it. */
function wordsOf(item: Value): string {
  if (typeof item === 'string') return item;
  return Object.values(item)
    .filter((value) => typeof value === 'string')
    .join(' ');
}
