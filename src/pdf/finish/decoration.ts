import type { Unit } from './painting.ts';
import { type Element, type Tree, textOf } from './tree.ts';

/** Types that mean something even when they hold nothing: a table has as many cells in each row. */
const KEPT_EMPTY = new Set(['Document', 'TH', 'TD', 'TR', 'Table', 'Figure']);

/**
 * Takes out of the tree what only decorates: backgrounds, rules, bullets, underlines and the shadows of
 * letters, all of which browsers tag for the element that they belong to. In a figure everything counts.
 */
export function dropDecoration({ roots }: Tree): void {
  for (const root of roots) drop(root);
}

function drop(element: Element): void {
  element.kids = element.kids.filter((kid) => {
    if (kid.kind === 'content') {
      kid.units = withoutShadows(kid.units.filter(({ kind }) => kind === 'text'));
      return textOf(kid) !== '';
    }
    if (kid.kind === 'annotation' || kid.type === 'Figure') return true;
    drop(kid);
    return kid.kids.length > 0 || KEPT_EMPTY.has(kid.type);
  });
}

/** Further apart than this, in points, the same words are two lines and not a shadow. */
const SHADOW = 4;

/** The shadow of a text is the same text, painted just before it. */
function withoutShadows(texts: Unit[]): Unit[] {
  const half = texts.length / 2;
  const isShadow = (unit: Unit, index: number) => {
    const text = texts[index + half];
    return text !== undefined && saidBy(unit) === saidBy(text) && isNear(unit, text);
  };
  const shadowed = half > 0 && Number.isInteger(half) && texts.slice(0, half).every(isShadow);
  return shadowed ? texts.slice(half) : texts;
}

function isNear({ at: a }: Unit, { at: b }: Unit): boolean {
  return a !== null && b !== null && Math.hypot(a.x - b.x, a.y - b.y) < SHADOW;
}

function saidBy({ lines }: Unit): string {
  return lines.map(({ text }) => text).join('');
}
