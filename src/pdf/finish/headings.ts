import { type Tree, walk } from './tree.ts';

/**
 * Brings headings that leave out a level up to where it would be, so that none is skipped (ISO 14289-1,
 * 7.4.2). The first is of level one. Levels that are right stay as they are.
 */
export function closeHeadingGaps({ roots }: Tree): void {
  /** The levels, as they were written, that the present heading stands below and at. */
  const open: number[] = [];
  for (const element of walk(roots)) {
    const level = /^H([1-6])$/.exec(element.type)?.[1];
    if (!level) continue;
    while ((open.at(-1) ?? 0) >= Number(level)) open.pop();
    open.push(Number(level));
    element.type = `H${open.length}`;
  }
}
