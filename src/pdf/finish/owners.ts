import type { Container } from './containers.ts';
import { nameOf, type Objects } from './objects.ts';
import type { ArtefactTag, Unit } from './painting.ts';
import { type Content, contentsOf, type Tree } from './tree.ts';

/** What a painted unit is in the end. A form that holds content of its own is passed through. */
export type Owner = Content | ArtefactTag | 'through';

const PLAIN: ArtefactTag = '/Artifact BMC';
/** What a page repeats, such as the head of a table that goes on. */
const REPEATED: ArtefactTag = '/Artifact <</Type /Pagination>> BDC';
// ISO 14289-1, 7.8: running heads and feet say which of the two they are.
const HEADER: ArtefactTag = '/Artifact <</Type /Pagination /Subtype /Header>> BDC';
const FOOTER: ArtefactTag = '/Artifact <</Type /Pagination /Subtype /Footer>> BDC';

/**
 * Whose everything is that the pages paint. What no element of the tree holds is an artefact: a running
 * head or foot where it is text at the edge of a page, and otherwise decoration.
 */
export function ownersOf(
  tree: Tree,
  pages: readonly Container[],
  repeated: ReadonlySet<Unit>,
  objects: Objects,
): Map<Unit, Owner> {
  const owners = new Map<Unit, Owner>();
  for (const root of tree.roots) {
    for (const content of contentsOf(root)) {
      for (const unit of content.units) owners.set(unit, content);
    }
  }
  const holdsContent = (container: Container): boolean =>
    container.painting.units.some((unit) => {
      const form = container.forms.get(unit);
      return typeof owners.get(unit) === 'object' || (form !== undefined && holdsContent(form));
    });
  // What a form paints as a part of something else is not told apart, and has no owners.
  const give = (container: Container) => {
    const edges = container.form ? () => PLAIN : edgesOf(container, objects);
    for (const unit of container.painting.units) {
      const form = container.forms.get(unit);
      if (owners.has(unit)) continue;
      if (form && holdsContent(form)) {
        owners.set(unit, 'through');
        give(form);
      } else if (repeated.has(unit)) owners.set(unit, REPEATED);
      else owners.set(unit, typeof unit.mark === 'string' ? unit.mark : edges(unit));
    }
  };
  for (const page of pages) give(page);
  return owners;
}

/** Running heads stand in the first eighth of a page, feet in the last. */
const EDGE = 1 / 8;

function edgesOf({ dict }: Container, objects: Objects): (unit: Unit) => ArtefactTag {
  const [, bottom = 0, , top = 0] = objects
    .list(dict.get(nameOf('MediaBox')))
    .map((side) => objects.number(side) ?? 0);
  const edge = (top - bottom) * EDGE;
  return ({ at }) => {
    if (!at) return PLAIN;
    if (at.y > top - edge) return HEADER;
    return at.y < bottom + edge ? FOOTER : PLAIN;
  };
}
