import type { PDFContext } from '@cantoo/pdf-lib';
import type { Container } from './containers.ts';
import type { Unit } from './painting.ts';
import {
  type Content,
  contentsOf,
  type Element,
  type Kid,
  newElement,
  type Tree,
  textOf,
  walk,
} from './tree.ts';

/**
 * Gives each item of a list its label and its body (ISO 14289-1, 7.6). Chromium 143 does not tag the
 * numbers of a list; they are found beside the first words of their item.
 */
export function mendLists({ roots }: Tree, context: PDFContext): void {
  const elements = walk(roots);
  const free = new FreeText(elements);
  for (const item of elements) {
    if (item.type !== 'LI') continue;
    const isPart = (kid: Kid) =>
      kid.kind === 'element' && (kid.type === 'Lbl' || kid.type === 'LBody');
    const parts = item.kids.filter(isPart);
    const rest = item.kids.filter((kid) => !isPart(kid));
    const number = parts.length === 0 ? free.numberOf(item) : undefined;
    if (number) parts.push(newElement('Lbl', [number], context));
    if (rest.length > 0) parts.push(newElement('LBody', rest, context));
    item.kids = parts;
  }
}

/** “1.”, “12)” or “c.” */
const NUMBER = /^\s*(?:\d{1,4}|[a-z]{1,7})[.)]\s*$/i;
/** How far its number stands from an item at most, in points: a little more than most indents. */
const [BESIDE, LEVEL] = [60, 2];

/** The text that no element holds. */
class FreeText {
  readonly #held = new Set<Unit>();

  constructor(elements: readonly Element[]) {
    for (const { kids } of elements) {
      for (const kid of kids) {
        if (kid.kind === 'content') for (const unit of kid.units) this.#held.add(unit);
      }
    }
  }

  numberOf(item: Element): Content | undefined {
    const [first] = contentsOf(item);
    const at = first?.units[0]?.at;
    if (!first || !at) return undefined;
    const { container } = first;
    const units = this.#in(container).filter((unit) => {
      const [aside, level] = unit.at ? [at.x - unit.at.x, Math.abs(at.y - unit.at.y)] : [0, 0];
      return aside > 0 && aside < BESIDE && level < LEVEL;
    });
    const number: Content = { kind: 'content', container, units };
    if (!NUMBER.test(textOf(number))) return undefined;
    for (const unit of units) this.#held.add(unit);
    return number;
  }

  #in({ painting }: Container): Unit[] {
    return painting.units.filter(
      (unit) => unit.kind === 'text' && unit.mark === null && !this.#held.has(unit),
    );
  }
}
