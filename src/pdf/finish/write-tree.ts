import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Container } from './containers.ts';
import { nameOf, type Objects } from './objects.ts';
import { type Annotation, type Content, type Element, type Kid, type Tree, walk } from './tree.ts';

/** A container with what is marked in it, by marked-content id. */
export type Marked = readonly [Container, readonly Content[]];

/**
 * Writes the tree, with the two maps that lead into it: from marked content and annotations to their
 * elements, and from ids to theirs. Ids are given anew, because a browser counts them on from one print
 * to the next, and only where a cell names them. Returns where the tree stands.
 */
export function writeTree(
  tree: Tree,
  marked: readonly Marked[],
  roles: ReadonlyMap<string, string>,
  objects: Objects,
): PDFRef {
  return new Writer(tree, marked, objects).write(roles);
}

class Writer {
  readonly #tree: Tree;
  readonly #marked: readonly Marked[];
  readonly #objects: Objects;
  readonly #context: PDFContext;
  readonly #numbers = new Map<Content, number[]>();
  readonly #ids: ReadonlyMap<string, string>;

  constructor(tree: Tree, marked: readonly Marked[], objects: Objects) {
    this.#tree = tree;
    this.#marked = marked;
    this.#objects = objects;
    this.#context = objects.context;
    for (const [, contents] of marked) {
      contents.forEach((content, number) => {
        this.#numbers.set(content, [...(this.#numbers.get(content) ?? []), number]);
      });
    }
    this.#ids = newIds(tree, objects);
  }

  write(roles: ReadonlyMap<string, string>): PDFRef {
    const root = PDFDict.withContext(this.#context);
    const ref = this.#context.register(root);
    const holders = new Map<Content | PDFRef, Element>();
    for (const element of walk(this.#tree.roots)) {
      for (const kid of element.kids) {
        if (kid.kind === 'content') holders.set(kid, element);
        else if (kid.kind === 'annotation') holders.set(kid.ref, element);
      }
    }
    for (const element of this.#tree.roots) this.#element(element, ref);
    set(root, 'Type', nameOf('StructTreeRoot'));
    set(root, 'K', this.#array(this.#tree.roots.map(({ ref }) => ref)));
    set(root, 'RoleMap', roles.size > 0 ? this.#roleMap(roles) : undefined);
    set(root, 'IDTree', this.#idTree());
    this.#parentTree(root, holders);
    return ref;
  }

  #element(element: Element, parent: PDFRef): void {
    const { type, ref, kids, entries } = element;
    const dict = PDFDict.withContext(this.#context);
    const page = kids.find((kid) => kid.kind === 'content')?.container.page;
    set(dict, 'S', nameOf(type));
    set(dict, 'P', parent);
    set(dict, 'Pg', page);
    set(dict, 'ID', this.#id(element));
    set(dict, 'A', this.#attributes(element));
    for (const [key, value] of entries) set(dict, key, value);
    const written = kids.flatMap((kid) => this.#kid(kid, page));
    set(dict, 'K', written.length > 1 ? this.#array(written) : written[0]);
    this.#context.assign(ref, dict);
    for (const kid of kids) if (kid.kind === 'element') this.#element(kid, ref);
  }

  #kid(kid: Kid, page: PDFRef | undefined): PDFObject[] {
    if (kid.kind === 'element') return [kid.ref];
    if (kid.kind === 'annotation') return [this.#annotation(kid)];
    const { container } = kid;
    return (this.#numbers.get(kid) ?? []).map((number) => {
      const id = PDFNumber.of(number);
      if (container.form === null && container.page === page) return id;
      const reference = PDFDict.withContext(this.#context);
      set(reference, 'Type', nameOf('MCR'));
      set(reference, 'Pg', container.page);
      set(reference, 'Stm', container.form ?? undefined);
      set(reference, 'MCID', id);
      return reference;
    });
  }

  #annotation({ ref, page }: Annotation): PDFDict {
    const reference = PDFDict.withContext(this.#context);
    set(reference, 'Type', nameOf('OBJR'));
    set(reference, 'Pg', page);
    set(reference, 'Obj', ref);
    return reference;
  }

  #id({ id }: Element): PDFObject | undefined {
    const name = id === null ? undefined : this.#ids.get(id);
    return name === undefined ? undefined : PDFString.of(name);
  }

  /** One object for each owner; spans of one cell are what goes without saying. */
  #attributes({ attributes }: Element): PDFObject | undefined {
    const written = [...attributes].flatMap(([owner, values]) => {
      const dict = PDFDict.withContext(this.#context);
      set(dict, 'O', nameOf(owner));
      for (const [key, value] of values) {
        if (key === 'Headers') set(dict, key, this.#headers(value));
        else if (!/^(?:Row|Col)Span$/.test(key) || this.#objects.number(value) !== 1) {
          set(dict, key, value);
        }
      }
      return dict.keys().length > 1 ? [dict] : [];
    });
    return written.length > 1 ? this.#array(written) : written[0];
  }

  #headers(value: PDFObject): PDFObject | undefined {
    const names = this.#objects
      .list(value)
      .map((header) => this.#ids.get(this.#objects.text(header) ?? ''))
      .filter((name) => name !== undefined);
    return names.length > 0 ? this.#array(names.map((name) => PDFString.of(name))) : undefined;
  }

  #idTree(): PDFObject | undefined {
    const named = walk(this.#tree.roots)
      .map(({ id, ref }) => [id === null ? undefined : this.#ids.get(id), ref] as const)
      .filter((pair): pair is [string, PDFRef] => pair[0] !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    if (named.length === 0) return undefined;
    const dict = PDFDict.withContext(this.#context);
    set(dict, 'Names', this.#array(named.flatMap(([name, ref]) => [PDFString.of(name), ref])));
    return this.#context.register(dict);
  }

  #roleMap(roles: ReadonlyMap<string, string>): PDFDict {
    const dict = PDFDict.withContext(this.#context);
    for (const [type, role] of roles) set(dict, type, nameOf(role));
    return dict;
  }

  #parentTree(root: PDFDict, holders: ReadonlyMap<Content | PDFRef, Element>): void {
    const numbers: PDFObject[] = [];
    let key = 0;
    for (const [{ dict }, contents] of this.#marked) {
      set(dict, 'StructParents', contents.length > 0 ? PDFNumber.of(key) : undefined);
      if (contents.length === 0) continue;
      const elements = contents.map((content) => holders.get(content)?.ref as PDFRef);
      numbers.push(PDFNumber.of(key), this.#context.register(this.#array(elements)));
      key += 1;
    }
    for (const [annotation, { ref }] of holders) {
      const dict = 'kind' in annotation ? undefined : this.#objects.dict(annotation);
      if (!dict) continue;
      set(dict, 'StructParent', PDFNumber.of(key));
      numbers.push(PDFNumber.of(key), ref);
      key += 1;
    }
    const tree = PDFDict.withContext(this.#context);
    set(tree, 'Nums', this.#array(numbers));
    set(root, 'ParentTree', this.#context.register(tree));
    set(root, 'ParentTreeNextKey', PDFNumber.of(key));
  }

  #array(items: readonly PDFObject[]): PDFArray {
    const array = PDFArray.withContext(this.#context);
    for (const item of items) array.push(item);
    return array;
  }
}

/** New ids for the cells that others name as their headers, in reading order. */
function newIds({ roots }: Tree, objects: Objects): Map<string, string> {
  const wanted = new Set<string>();
  for (const { attributes } of walk(roots)) {
    for (const header of objects.list(attributes.get('Table')?.get('Headers'))) {
      wanted.add(objects.text(header) ?? '');
    }
  }
  const ids = new Map<string, string>();
  for (const { id } of walk(roots)) {
    if (id !== null && wanted.has(id)) ids.set(id, `cell${String(ids.size + 1).padStart(6, '0')}`);
  }
  return ids;
}

function set(dict: PDFDict, key: string, value: PDFObject | undefined): void {
  const name = nameOf(key);
  if (value === undefined) dict.delete(name);
  else dict.set(name, value);
}
