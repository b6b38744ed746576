import { allContainers, type Container } from './containers.ts';
import { type Block, isUnit, type Unit, unitsIn } from './painting.ts';
import { type Content, contentsOf, type Element, type Tree, textOf, walk } from './tree.ts';

/**
 * Makes each picture that has alternative text one `Figure` that holds all it paints. Chromium 143 tags
 * the words of an SVG alone and leaves its shapes out; 156 cuts it into pieces. A `Figure` without
 * alternative text is none: what it says is kept as text, and what it paints is decoration.
 */
export function mendFigures({ roots }: Tree, pages: readonly Container[]): void {
  const claimed = claims(roots);
  for (const figure of outermost(roots, isDescribed)) {
    gather(figure, pages, claimed);
  }
  for (const element of walk(roots)) {
    if (element.type === 'Figure' && !isDescribed(element)) element.type = 'Div';
  }
}

function isDescribed({ type, entries }: Element): boolean {
  return type === 'Figure' && (entries.has('Alt') || entries.has('ActualText'));
}

/** The first such elements on every way down. */
function outermost(elements: readonly Element[], is: (element: Element) => boolean): Element[] {
  return elements.flatMap((element) =>
    is(element)
      ? [element]
      : outermost(
          element.kids.filter((kid) => kid.kind === 'element'),
          is,
        ),
  );
}

/** Which element each painted unit is tagged for, leaving out what is decoration. */
function claims(roots: readonly Element[]): Map<Unit, Element> {
  const claimed = new Map<Unit, Element>();
  const claim = (element: Element, figure: Element | null) => {
    for (const kid of element.kids) {
      if (kid.kind === 'element') claim(kid, figure ?? (isDescribed(kid) ? kid : null));
      else if (kid.kind === 'content' && (figure || textOf(kid) !== '')) {
        for (const unit of kid.units) claimed.set(unit, figure ?? element);
      }
    }
  };
  for (const root of roots) claim(root, isDescribed(root) ? root : null);
  return claimed;
}

function gather(figure: Element, pages: readonly Container[], claimed: Map<Unit, Element>): void {
  const contents = contentsOf(figure);
  const annotations = annotationsOf(figure);
  const byContainer = new Map<Container, Set<Unit>>();
  const add = (container: Container, unit: Unit) => {
    const units = byContainer.get(container) ?? new Set();
    byContainer.set(container, units.add(unit));
    claimed.set(unit, figure);
  };
  for (const { container, units } of contents) for (const unit of units) add(container, unit);

  const isOurs = (unit: Unit) => (claimed.get(unit) ?? figure) === figure;
  const containers = allContainers(pages);
  for (const [container] of [...byContainer]) {
    // A form that paints nothing but this picture is a part of it as a whole.
    for (let form = container; form.form && form.painting.units.every(isOurs); ) {
      const parent = containers.find(({ forms }) => [...forms.values()].includes(form));
      if (!parent) break;
      byContainer.delete(form);
      for (const [unit, below] of parent.forms) if (below === form) add(parent, unit);
      form = parent;
    }
  }
  figure.kids = [...byContainer].map(([container, units]): Content => {
    const block = blockAround(container.painting.root, units, isOurs);
    for (const unit of block ? unitsIn(block) : []) add(container, unit);
    const box = block && !container.form ? boxOf(unitsIn(block), container) : undefined;
    if (box) figure.attributes.set('Layout', new Map([['BBox', container.dict.context.obj(box)]]));
    return {
      kind: 'content',
      container,
      units: container.painting.units.filter((unit) => units.has(unit)),
    };
  });
  figure.kids.push(...annotations);
}

function annotationsOf({ kids }: Element): Element['kids'] {
  return kids.flatMap((kid) => {
    if (kid.kind === 'element') return annotationsOf(kid);
    return kid.kind === 'annotation' ? [kid] : [];
  });
}

/**
 * What the units stay within, to a hundredth of a point; not known where that is what others stay within
 * too, such as the page.
 */
function boxOf(units: readonly Unit[], { painting }: Container): number[] | undefined {
  const own = new Set(units);
  const others = painting.units.filter((unit) => !own.has(unit));
  const shared = new Set(others.map(({ box }) => box?.join(' ')));
  if (units.some(({ box }) => box === null || shared.has(box.join(' ')))) return undefined;
  const sides = [0, 1, 2, 3].map((side) => units.map(({ box }) => box?.[side] ?? 0));
  const box = sides.map((values, side) => (side < 2 ? Math.min : Math.max)(...values));
  return box.map((value) => Math.round(value * 100) / 100);
}

/** The widest block below the whole stream that holds these units and nobody else’s. */
function blockAround(
  root: Block,
  units: ReadonlySet<Unit>,
  isOurs: (unit: Unit) => boolean,
): Block | undefined {
  const blocks = root.items.filter((item): item is Block => !isUnit(item));
  for (const block of blocks) {
    const inside = unitsIn(block);
    if (!inside.some((unit) => units.has(unit))) continue;
    const all = new Set(inside);
    if (inside.every(isOurs) && [...units].every((unit) => all.has(unit))) return block;
    return blockAround(block, units, isOurs);
  }
  return undefined;
}
