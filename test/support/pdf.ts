import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  pages: number;
  /** What stands on the pages, as it is read aloud. */
  text: string;
  /** The same, page by page. */
  texts: string[];
  title: string | undefined;
  language: string | undefined;
  tagged: boolean;
  /** The titles of the bookmarks, from first to last. */
  bookmarks: string[];
  /** Width and height of each page, in whole points; A4 is 595 by 842. */
  sizes: [number, number][];
}

/** A PDF as another program reads it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title?: string; Language?: string };
  const texts: string[] = [];
  const sizes: [number, number][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    sizes.push([Math.round(right - left), Math.round(top - bottom)]);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const read = {
    pages: document.numPages,
    text: texts.join(' ').replace(/\s+/g, ' '),
    texts: texts.map((text) => text.replace(/\s+/g, ' ')),
    title: Title,
    language: Language,
    tagged: (await document.getMarkInfo())?.Marked === true,
    bookmarks: titles(await document.getOutline()),
    sizes,
  };
  await task.destroy();
  return read;
}

interface Bookmark {
  title: string;
  items: Bookmark[];
}

function titles(bookmarks: readonly Bookmark[] | null): string[] {
  return (bookmarks ?? []).flatMap(({ title, items }) => [title, ...titles(items)]);
}
