import type { Path, Value } from './values.ts';

/** What stands at a path; nothing where it leads to none. */
export function valueAt(root: Value, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path) {
    if (value === undefined || typeof value === 'string') return undefined;
    if (Array.isArray(value)) value = value[Number(step)];
    else value = Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** Whether a path leads to a part, or to something in it. */
export const leadsInto = (path: Path, part: Path) =>
  part.every((step, index) => path[index] === step);
