import type { Path, Value } from '../../src/profile/yaml/values.ts';

/** Stands for every item of a list, or every name of a part whose names are its writer’s own. */
export const EACH = '*';

const NAMED = new Set(['metrics', 'evidence']);
/** Their keys are periods. */
const PERIODS = new Set(['series', 'history']);

/** Every key that a profile has, at any depth, with `*` for each item of a list. */
export function keysOf(value: Value): Path[] {
  const found = new Map<string, Path>();
  const walk = (inside: Value, path: Path): void => {
    if (typeof inside === 'string') return;
    if (Array.isArray(inside)) {
      for (const item of inside) walk(item, [...path, EACH]);
      return;
    }
    const own = path.length === 1 && NAMED.has(String(path[0]));
    for (const [key, next] of Object.entries(inside)) {
      const here = [...path, own ? EACH : key];
      if (!own) found.set(here.join('.'), here);
      if (!PERIODS.has(key)) walk(next, here);
    }
  };
  walk(value, []);
  return [...found.values()];
}

/** A profile as it would be had nobody typed this key; what is left empty goes too. */
export function without(value: Value, [step, ...rest]: Path): Value | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => without(item, rest)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  const kept = Object.entries(value).flatMap(([key, inside]): [string, Value][] => {
    if (step !== EACH && step !== key) return [[key, inside]];
    const left = rest.length > 0 ? without(inside, rest) : undefined;
    return left === undefined ? [] : [[key, left]];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
