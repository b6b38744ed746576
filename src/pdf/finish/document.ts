import { type Container, readContainers } from './containers.ts';
import { type PrintedFile, readFile } from './file.ts';
import { placesIn } from './places.ts';
import { readTree, type Tree } from './tree.ts';

/** A PDF that a browser printed, with what its pages paint and its tree of tags. */
export interface PrintedDocument extends PrintedFile {
  containers: Container[];
  tree: Tree;
  /** The number of the page that each named place is on. */
  places: ReadonlyMap<string, number>;
}

/** Reads what the pages of a file paint, and for which of its tags. */
export async function readDocument(pdf: Uint8Array): Promise<PrintedDocument> {
  const file = await readFile(pdf);
  const { objects, catalog, pages } = file;
  const containers = readContainers(objects, pages);
  const root = objects.dict(objects.entry(catalog, 'StructTreeRoot'));
  const tree = readTree(objects, root, containers);
  return { ...file, containers, tree, places: placesIn(file) };
}
