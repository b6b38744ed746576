/** The pages of a PDF: how many, and on which of them, from 1 on, each named place is. */
export interface Pages {
  count: number;
  places: ReadonlyMap<string, number>;
}

/** Known of what was printed in this run, so that none of it is read again only to be counted. */
const known = new WeakMap<Uint8Array, Pages>();

export function notePages(pdf: Uint8Array, pages: Pages): void {
  known.set(pdf, pages);
}

export async function pagesOf(pdf: Uint8Array): Promise<Pages> {
  const before = known.get(pdf);
  if (before) return before;
  const [{ readFile }, { placesIn }] = await Promise.all([
    import('./finish/file.ts'),
    import('./finish/places.ts'),
  ]);
  const file = await readFile(pdf);
  const pages = { count: file.pages.length, places: placesIn(file) };
  known.set(pdf, pages);
  return pages;
}
