import {
  PDFArray,
  PDFDict,
  PDFHexString,
  type PDFObject,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { allContainers, readContainers } from '../pdf/finish/containers.ts';
import { readFile } from '../pdf/finish/file.ts';
import { nameOf } from '../pdf/finish/objects.ts';

/**
 * The texts of a finished PDF: first what stands on its pages; then what stands at their heads and feet, and every
 * string besides, such as the words for pictures, the bookmarks and the metadata.
 */
export async function textsOfPdf(pdf: Uint8Array): Promise<string[]> {
  const { objects, pages } = await readFile(pdf);
  const shown: string[] = [];
  const around: string[] = [];
  for (const { painting } of allContainers(readContainers(objects, pages))) {
    for (const { mark, lines } of painting.units) {
      const text = lines.map(({ text }) => text).join(' ');
      (typeof mark === 'number' ? shown : around).push(text);
    }
  }
  const strings: string[] = [];
  for (const [, object] of objects.context.enumerateIndirectObjects()) {
    strings.push(...stringsIn(object));
    const stream = objects.stream(object);
    if (stream && objects.name(stream.dict.get(nameOf('Type'))) === 'Metadata') {
      const xmp = objects.decode(stream);
      if (xmp) strings.push(new TextDecoder().decode(xmp).replace(/<[^>]*>/g, ' '));
    }
  }
  return [shown.join(' '), ...around, ...strings];
}

function stringsIn(object: PDFObject): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()];
  if (object instanceof PDFArray) return object.asArray().flatMap(stringsIn);
  if (object instanceof PDFStream) return stringsIn(object.dict);
  if (object instanceof PDFDict) return object.values().flatMap(stringsIn);
  return [];
}
