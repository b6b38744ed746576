import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of the tag tree of a PDF, as another program reads it. */
export interface Tag {
  type: string;
  /** Alternative text. */
  alt?: string;
  /** Whether a header cell heads a `Column` or a `Row`. */
  scope?: string;
  id?: string;
  headers?: string[];
  /** What stands in it, in reading order: elements, and the words of what is painted for it. */
  kids: (Tag | string)[];
  /** What its links say of themselves. */
  links: string[];
}

/** The tag tree, its words taken from the pages by their marks alone. */
export async function readTags(pdf: Uint8Array): Promise<Tag> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const words = await markedWords(pdf);
  const { context, catalog } = document;
  const resolve = (object: PDFObject | undefined) =>
    object instanceof PDFRef ? context.lookup(object) : object;
  const get = (dict: PDFDict, key: string) => resolve(dict.get(PDFName.of(key)));
  const text = (object: PDFObject | undefined) =>
    object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
  const name = (object: PDFObject | undefined) =>
    object instanceof PDFName ? object.decodeText() : undefined;
  const list = (object: PDFObject | undefined) =>
    object instanceof PDFArray ? object.asArray() : object ? [object] : [];

  const read = (dict: PDFDict, page: PDFRef | undefined): Tag => {
    const tag: Tag = { type: name(get(dict, 'S')) ?? '', kids: [], links: [] };
    const alt = text(get(dict, 'Alt'));
    if (alt !== undefined) tag.alt = alt;
    const id = text(get(dict, 'ID'));
    if (id !== undefined) tag.id = id;
    for (const item of list(get(dict, 'A'))) {
      const attributes = resolve(item);
      if (!(attributes instanceof PDFDict)) continue;
      const scope = name(get(attributes, 'Scope'));
      if (scope) tag.scope = scope;
      const headers = list(get(attributes, 'Headers')).map((header) => text(header) ?? '');
      if (headers.length > 0) tag.headers = headers;
    }
    const own = dict.get(PDFName.of('Pg'));
    const on = own instanceof PDFRef ? own : page;
    for (const item of list(get(dict, 'K'))) {
      const kid = resolve(item);
      if (kid instanceof PDFNumber) tag.kids.push(words(on, kid.asNumber()));
      if (!(kid instanceof PDFDict)) continue;
      const kidPage = kid.get(PDFName.of('Pg'));
      const kidOn = kidPage instanceof PDFRef ? kidPage : on;
      const type = name(get(kid, 'Type'));
      const id = get(kid, 'MCID');
      if (id instanceof PDFNumber) tag.kids.push(words(kidOn, id.asNumber()));
      else if (type === 'OBJR') {
        const annotation = get(kid, 'Obj');
        if (annotation instanceof PDFDict) tag.links.push(text(get(annotation, 'Contents')) ?? '');
      } else tag.kids.push(read(kid, on));
    }
    return tag;
  };

  const root = get(catalog, 'StructTreeRoot');
  const [top] = root instanceof PDFDict ? list(get(root, 'K')) : [];
  const dict = resolve(top);
  if (!(dict instanceof PDFDict)) throw new Error('The PDF has no tags.');
  return read(dict, undefined);
}

interface Glyph {
  unicode: string;
}

/**
 * What each page shows within each mark, letter by letter: pdf.js’s own text would hide where spaces are
 * missing, because it guesses them from the places of the letters.
 */
async function markedWords(
  pdf: Uint8Array,
): Promise<(page: PDFRef | undefined, id: number) => string> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const words = new Map<string, string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const open: (number | null)[] = [];
    fnArray.forEach((operator, index) => {
      const args = argsArray[index] as [string, number | null] | [(Glyph | number)[]];
      if (operator === OPS.beginMarkedContentProps) open.push(args[1] ?? null);
      else if (operator === OPS.beginMarkedContent) open.push(null);
      else if (operator === OPS.endMarkedContent) open.pop();
      else if (operator === OPS.showText) {
        const id = open.findLast((mark) => mark !== null);
        const key = `${page.ref?.num} ${id}`;
        const glyphs = args[0] as (Glyph | number)[];
        const shown = glyphs.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode));
        if (id !== undefined) words.set(key, (words.get(key) ?? '') + shown.join(''));
      }
    });
  }
  await task.destroy();
  return (page, id) => words.get(`${page?.objectNumber} ${id}`) ?? '';
}

/** Every element, parents before children. */
export function allTags(tag: Tag): Tag[] {
  return [tag, ...tag.kids.flatMap((kid) => (typeof kid === 'string' ? [] : allTags(kid)))];
}

/** What a screen reader reads of an element: its words in order, or its alternative text. */
export function readAloud(tag: Tag): string {
  if (tag.alt !== undefined) return tag.alt;
  return tag.kids.map((kid) => (typeof kid === 'string' ? kid : readAloud(kid))).join('');
}
