import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { DocumentFacts } from './facts.ts';
import { nameOf, type Objects, textString } from './objects.ts';
import { type Annotation, type Element, newElement, type Tree, walk, wordsOf } from './tree.ts';

/**
 * Says of every link where it leads, in the words of the page (ISO 14289-1, 7.18.5). A link over two
 * lines has two annotations, and both say the same. Where the page has other words for a link than it
 * shows, such as “Source 1” for a small 1, they are read aloud in place of those shown. Links that no
 * element holds are put at the end, and what leads nowhere is no link.
 */
export function describeLinks(
  tree: Tree,
  pages: readonly PDFRef[],
  { links }: Pick<DocumentFacts, 'links'>,
  places: ReadonlyMap<string, number>,
  objects: Objects,
): void {
  adoptLinks(tree, pages, objects);
  let next = 0;
  for (const element of walk(tree.roots)) {
    const dicts = linksIn(element, objects);
    const [first] = dicts;
    if (!first) {
      if (element.type === 'Link') element.type = 'Span';
      continue;
    }
    const target = targetOf(first, objects);
    const found = links.findIndex((link, index) => index >= next && link.target === target);
    if (found >= 0) next = found + 1;
    const shown = wordsOf(element);
    const name = nameOfLink(links[found], places) || shown.trim() || target;
    if (letters(shown) !== letters(name)) element.entries.set('Alt', textString(name));
    for (const dict of dicts) dict.set(nameOf('Contents'), textString(name));
  }
}

function nameOfLink(
  link: DocumentFacts['links'][number] | undefined,
  places: ReadonlyMap<string, number>,
): string | undefined {
  const page = places.get(link?.numbered ?? '');
  return page === undefined ? link?.name : link?.name.replace(/\d+$/, String(page));
}

/** Words without the spaces between them, which a line’s end may swallow. */
const letters = (words: string) => words.normalize('NFKC').replace(/[\s\u00ad]/g, '');

function isLink(dict: PDFDict, objects: Objects): boolean {
  return objects.name(objects.entry(dict, 'Subtype')) === 'Link';
}

/** The links that an element holds: as many as it has lines. */
function linksIn({ kids }: Element, objects: Objects): PDFDict[] {
  return kids.flatMap((kid) => {
    const dict = kid.kind === 'annotation' ? objects.dict(kid.ref) : undefined;
    return dict && isLink(dict, objects) ? [dict] : [];
  });
}

/** Where an element leads, if it holds a link. */
export function targetOfLink(element: Element | undefined, objects: Objects): string | undefined {
  const [first] = element ? linksIn(element, objects) : [];
  return first && targetOf(first, objects);
}

/** As a link is written in HTML: `#place`, or the address. */
function targetOf(dict: PDFDict, objects: Objects): string {
  const destination = objects.entry(dict, 'Dest');
  const place = objects.name(destination) ?? objects.text(destination);
  if (place !== undefined) return `#${place}`;
  return objects.text(objects.entry(objects.dict(objects.entry(dict, 'A')), 'URI')) ?? '';
}

function adoptLinks({ roots }: Tree, pages: readonly PDFRef[], objects: Objects): void {
  const held = new Set<PDFRef>();
  for (const { kids } of walk(roots)) {
    for (const kid of kids) if (kid.kind === 'annotation') held.add(kid.ref);
  }
  for (const page of pages) {
    for (const ref of objects.list(objects.entry(objects.dict(page), 'Annots'))) {
      const dict = objects.dict(ref);
      if (!dict || !isLink(dict, objects) || held.has(ref as PDFRef)) continue;
      const annotation: Annotation = { kind: 'annotation', ref: ref as PDFRef, page };
      roots[0]?.kids.push(newElement('Link', [annotation], objects.context));
    }
  }
}
