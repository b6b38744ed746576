import { PDFArray, PDFRef } from '@cantoo/pdf-lib';
import type { PrintedFile } from './file.ts';

/** The number of the page that each named place is on, counted from 1. */
export function placesIn({ objects, catalog, pages }: PrintedFile): Map<string, number> {
  const places = new Map<string, number>();
  for (const [name, value] of objects.dict(objects.entry(catalog, 'Dests'))?.entries() ?? []) {
    const place = objects.resolve(value);
    const page = place instanceof PDFArray ? place.asArray()[0] : undefined;
    const index = page instanceof PDFRef ? pages.indexOf(page) : -1;
    if (index >= 0) places.set(name.decodeText(), index + 1);
  }
  return places;
}
