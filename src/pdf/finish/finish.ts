import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { type PDFDict, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { settleBlocks } from './blocks.ts';
import { nameBookmarks } from './bookmarks.ts';
import { allContainers, type Container } from './containers.ts';
import { dropDecoration } from './decoration.ts';
import type { PrintedDocument } from './document.ts';
import type { DocumentFacts } from './facts.ts';
import { mendFigures } from './figures.ts';
import { writeFile } from './file.ts';
import { closeHeadingGaps } from './headings.ts';
import { describeLinks } from './links.ts';
import { mendLists } from './lists.ts';
import { writeMetadata } from './metadata.ts';
import { nameOf, type Objects } from './objects.ts';
import { ownersOf } from './owners.ts';
import { type NumberToWrite, writeNumber } from './page-numbers.ts';
import { rewrite } from './rewrite.ts';
import { rolesOf } from './roles.ts';
import { missingSpaces } from './spaces.ts';
import { mendTables } from './tables.ts';
import { type Content, type Tree, walk } from './tree.ts';
import { type Marked, writeTree } from './write-tree.ts';

/**
 * Makes an accessible PDF (PDF/UA-1, ISO 14289-1) of a tagged one that Chromium printed: what is no
 * content is marked as an artefact, the tree of tags is put right, and the file says what it is.
 * The pages look the same. Finishing a finished file changes nothing.
 *
 * `creator` is the tool that made the document, with its version. `numbers` are those of pages that are
 * still to be written in. The document that was read is used up.
 */
export async function finish(
  document: PrintedDocument,
  facts: DocumentFacts,
  creator: string,
  numbers: readonly NumberToWrite[] = [],
): Promise<Uint8Array> {
  const { objects, catalog, pages, containers, tree, places } = document;
  mendFigures(tree, containers);
  dropDecoration(tree);
  settleBlocks(tree);
  const repeated = mendTables(tree);
  closeHeadingGaps(tree);
  mendLists(tree, objects.context);
  const spaces = missingSpaces(tree, facts.words);
  // The page says stand-ins where the numbers will be.
  for (const number of numbers) writeNumber(number);
  describeLinks(tree, pages, facts, places, objects);
  nameBookmarks(catalog, tree, objects);

  const owners = ownersOf(tree, containers, repeated, objects);
  const tags = tagsOf(tree);
  const compressing: Promise<void>[] = [];
  const marked = allContainers(containers).map((container): Marked => {
    const written = rewrite(
      container,
      owners,
      (content) => tags.get(content) ?? '/Span',
      spaces.get(container) ?? new Map(),
    );
    compressing.push(replaceContent(container, written.source, objects));
    return [container, written.marked];
  });
  catalog.set(nameOf('StructTreeRoot'), writeTree(tree, marked, rolesOf(tree), objects));
  writeMetadata(catalog, facts, creator, objects);
  await Promise.all(compressing);
  return writeFile(objects);
}

/** The tag that marks each content: the type of its element. */
function tagsOf({ roots }: Tree): Map<Content, string> {
  const tags = new Map<Content, string>();
  for (const { type, kids } of walk(roots)) {
    for (const kid of kids) {
      if (kid.kind === 'content') tags.set(kid, nameOf(type).toString());
    }
  }
  return tags;
}

/** Two thirds of the time of the usual level, for a file that is a fifteenth larger. */
const LEVEL = 4;

const compress = promisify<Buffer, { level: number }, Buffer>(deflate);

/**
 * A stream that has not changed keeps its bytes, however they were compressed. Others are compressed on
 * other threads while the rest is written.
 */
async function replaceContent(
  container: Container,
  source: string,
  objects: Objects,
): Promise<void> {
  const { dict, form, painting } = container;
  if (source === painting.source) return;
  const { context } = objects;
  const compressed = await compress(Buffer.from(source, 'latin1'), { level: LEVEL });
  const own: PDFDict = form ? dict : context.obj({});
  own.set(nameOf('Filter'), nameOf('FlateDecode'));
  own.set(nameOf('Length'), PDFNumber.of(compressed.length));
  own.delete(nameOf('DecodeParms'));
  const stream = PDFRawStream.of(own, compressed);
  if (form) context.assign(form, stream);
  else dict.set(nameOf('Contents'), context.register(stream));
}
