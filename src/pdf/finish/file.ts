import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { FileWriter } from './file-writer.ts';
import { Objects } from './objects.ts';
import { QuickParser } from './quick-parser.ts';

/** A PDF that a browser printed. */
export interface PrintedFile {
  objects: Objects;
  catalog: PDFDict;
  /** In the order of the document. */
  pages: PDFRef[];
}

/** Reads a file at one go: nothing else waits for this thread. */
export async function readFile(pdf: Uint8Array): Promise<PrintedFile> {
  const objects = new Objects(await new QuickParser(pdf).parseDocument());
  const catalog = objects.dict(objects.context.trailerInfo.Root);
  if (!catalog) throw new Error('The PDF has no catalogue.');
  return { objects, catalog, pages: pagesBelow(objects.entry(catalog, 'Pages'), objects) };
}

function pagesBelow(node: PDFObject | undefined, objects: Objects): PDFRef[] {
  if (!(node instanceof PDFRef)) return [];
  const dict = objects.dict(node);
  if (objects.name(objects.entry(dict, 'Type')) !== 'Pages') return [node];
  return objects.list(objects.entry(dict, 'Kids')).flatMap((kid) => pagesBelow(kid, objects));
}

/**
 * Writes a file from what can be reached, numbered in the order in which it is: catalogue and information
 * dictionary first. So the same content gives the same bytes, whatever was thrown away on the way.
 */
export async function writeFile({ context }: Objects): Promise<Uint8Array> {
  const { Root, Info } = context.trailerInfo;
  if (!(Root instanceof PDFRef && Info instanceof PDFRef))
    throw new Error('The PDF has no catalogue.');
  const file = new FileWriter();
  const others: [number, PDFObject][] = [];
  renumbered(context, [Root, Info]).forEach((object, index) => {
    if (object instanceof PDFStream) file.addStream(index + 1, object);
    else others.push([index + 1, object]);
  });
  await file.addObjects(others);
  return file.finish(PDFRef.of(1), PDFRef.of(2));
}

/** All that can be reached from these objects, numbered from 1 on. */
function renumbered(context: PDFContext, roots: readonly PDFRef[]): PDFObject[] {
  const numbers = new Map<PDFRef, PDFRef>();
  const objects: PDFObject[] = [];
  // New references look like old ones, so nothing may be gone through twice.
  const done = new Set<PDFObject>();
  const current = (object: PDFObject): PDFObject => {
    if (!(object instanceof PDFRef)) {
      repoint(object);
      return object;
    }
    const known = numbers.get(object);
    if (known) return known;
    const found = context.lookup(object);
    if (!found) return object;
    objects.push(found);
    const ref = PDFRef.of(objects.length);
    numbers.set(object, ref);
    return ref;
  };
  const repoint = (object: PDFObject) => {
    if (done.has(object)) return;
    const dict = object instanceof PDFStream ? object.dict : object;
    if (object instanceof PDFArray) {
      done.add(object);
      object.asArray().forEach((item, index) => {
        object.set(index, current(item));
      });
    } else if (dict instanceof PDFDict) {
      done.add(object);
      for (const [key, value] of dict.entries()) dict.set(key, current(value));
    }
  };
  for (const root of roots) current(root);
  // The list grows while it is gone through.
  for (let at = 0; at < objects.length; at += 1) repoint(objects[at] as PDFObject);
  return objects;
}
