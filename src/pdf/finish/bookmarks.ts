import { type PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { nameOf, type Objects, textString } from './objects.ts';
import { type Tree, wordsOf } from './tree.ts';

/**
 * Gives every bookmark the words of its heading. Chromium leaves out the spaces at which a heading wraps,
 * and writes the heading twice where it was moved to the next page.
 */
export function nameBookmarks(catalog: PDFDict, { elements }: Tree, objects: Objects): void {
  const outlines = objects.dict(objects.entry(catalog, 'Outlines'));
  for (const bookmark of bookmarksBelow(outlines, objects)) {
    const ref = objects.entry(bookmark, 'SE');
    const element = ref instanceof PDFRef ? elements.get(ref) : undefined;
    const words = element && wordsOf(element).replace(/\s+/g, ' ').trim();
    if (words) bookmark.set(nameOf('Title'), textString(words));
  }
}

function* bookmarksBelow(parent: PDFDict | undefined, objects: Objects): Generator<PDFDict> {
  const seen = new Set<PDFDict>();
  let next = objects.dict(objects.entry(parent, 'First'));
  while (next && !seen.has(next)) {
    seen.add(next);
    yield next;
    yield* bookmarksBelow(next, objects);
    next = objects.dict(objects.entry(next, 'Next'));
  }
}
