import { type PDFContext, type PDFDict, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { allContainers, type Container } from './containers.ts';
import { nameOf, type Objects } from './objects.ts';
import type { Unit } from './painting.ts';

/** A structure element (ISO 32000-1, 14.7.2) while it is worked on. */
export interface Element {
  kind: 'element';
  /** Its structure type, such as `P`. */
  type: string;
  ref: PDFRef;
  /** Its id, which header cells are named by. */
  id: string | null;
  /** Attribute objects by their owner, such as `Table`, merged. */
  attributes: Map<string, Map<string, PDFObject>>;
  /** Alternative text, language and whatever else it carries, by key. */
  entries: Map<string, PDFObject>;
  kids: Kid[];
}

/** Types that group others and hold no text themselves. */
export const GROUPS: ReadonlySet<string> = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'NonStruct', 'Aside'],
]);

/** Types that stand in a line with text. */
export const INLINE: ReadonlySet<string> = new Set([
  ...['Span', 'Link', 'Strong', 'Em', 'Code', 'Quote', 'Reference', 'Sub', 'Figure'],
]);

export type Kid = Element | Content | Annotation;

/** What a content stream paints for an element, in one place. */
export interface Content {
  kind: 'content';
  container: Container;
  units: Unit[];
}

/** A link on a page, as a part of an element. */
export interface Annotation {
  kind: 'annotation';
  ref: PDFRef;
  page: PDFRef;
}

export interface Tree {
  /** The elements at the top; browsers write one, the document. */
  roots: Element[];
  /** By the reference that bookmarks know them by. */
  elements: ReadonlyMap<PDFRef, Element>;
}

/**
 * Reads the tree of a tagged PDF; content that is named but not painted is left out. A page without
 * words has no tree, and gets a document that holds nothing.
 */
export function readTree(
  objects: Objects,
  root: PDFDict | undefined,
  pages: readonly Container[],
): Tree {
  const reader = new Reader(objects, pages);
  const roots = objects
    .list(objects.entry(root, 'K'))
    .flatMap((kid) => reader.kid(kid, undefined))
    .filter((kid) => kid.kind === 'element');
  return {
    roots: roots.length > 0 ? roots : [newElement('Document', [], objects.context)],
    elements: reader.elements,
  };
}

/** An element that the browser did not write. */
export function newElement(type: string, kids: Kid[], context: PDFContext): Element {
  return {
    kind: 'element',
    type,
    ref: context.nextRef(),
    id: null,
    attributes: new Map(),
    entries: new Map(),
    kids,
  };
}

const OWN_KEYS = new Set(['Type', 'S', 'P', 'K', 'Pg', 'ID', 'A'].map(nameOf));

class Reader {
  readonly #objects: Objects;
  readonly #units: ContentFinder;
  readonly elements = new Map<PDFRef, Element>();

  constructor(objects: Objects, pages: readonly Container[]) {
    this.#objects = objects;
    this.#units = new ContentFinder(pages);
  }

  kid(object: PDFObject, page: PDFRef | undefined): Kid[] {
    const found = this.#objects.resolve(object);
    if (found instanceof PDFNumber) return this.#content(found.asNumber(), page, undefined);
    const dict = this.#objects.dict(found);
    if (!dict) return [];
    const get = (key: string) => this.#objects.entry(dict, key);
    const own = get('Pg');
    const onPage = own instanceof PDFRef ? own : page;
    switch (this.#objects.name(get('Type'))) {
      case 'MCR': {
        const stream = get('Stm');
        const id = this.#objects.number(get('MCID')) ?? -1;
        return this.#content(id, onPage, stream instanceof PDFRef ? stream : undefined);
      }
      case 'OBJR': {
        const ref = get('Obj');
        return ref instanceof PDFRef && onPage ? [{ kind: 'annotation', ref, page: onPage }] : [];
      }
      default:
        return object instanceof PDFRef ? [this.#element(object, dict, onPage)] : [];
    }
  }

  #element(ref: PDFRef, dict: PDFDict, page: PDFRef | undefined): Element {
    const objects = this.#objects;
    const element: Element = {
      kind: 'element',
      type: objects.name(objects.entry(dict, 'S')) ?? 'NonStruct',
      ref,
      id: objects.text(objects.entry(dict, 'ID')) ?? null,
      attributes: this.#attributes(dict),
      entries: this.#entries(dict),
      kids: [],
    };
    this.elements.set(ref, element);
    const kids = objects.list(objects.entry(dict, 'K')).flatMap((kid) => this.kid(kid, page));
    element.kids = GROUPS.has(element.type) ? kids : kids.flatMap(contentOfBox);
    return element;
  }

  #entries(dict: PDFDict): Element['entries'] {
    const entries: Element['entries'] = new Map();
    for (const key of dict.keys()) {
      const value = OWN_KEYS.has(key) ? undefined : dict.get(key);
      if (value) entries.set(this.#objects.name(key) ?? '', value);
    }
    return entries;
  }

  #attributes(dict: PDFDict): Element['attributes'] {
    const objects = this.#objects;
    const attributes: Element['attributes'] = new Map();
    for (const item of objects.list(objects.entry(dict, 'A'))) {
      const attribute = objects.dict(item);
      const owner = objects.name(objects.entry(attribute, 'O'));
      if (!attribute || !owner) continue;
      const known = attributes.get(owner) ?? new Map<string, PDFObject>();
      for (const [key, value] of attribute.entries()) {
        const name = objects.name(key) ?? '';
        if (name !== 'O') known.set(name, value);
      }
      attributes.set(owner, known);
    }
    return attributes;
  }

  #content(id: number, page: PDFRef | undefined, stream: PDFRef | undefined): Kid[] {
    const found = page && this.#units.find(id, page, stream);
    return found ? [{ kind: 'content', ...found }] : [];
  }
}

/**
 * Finds what a marked-content id marks. Chromium 143 gives the content of forms ids of their page, and
 * does not say that it stands in a form.
 */
class ContentFinder {
  readonly #byPage = new Map<PDFRef, { container: Container; byMark: Map<number, Unit[]> }[]>();

  constructor(pages: readonly Container[]) {
    for (const container of allContainers(pages)) {
      const onPage = this.#byPage.get(container.page) ?? [];
      onPage.push({ container, byMark: byMark(container) });
      this.#byPage.set(container.page, onPage);
    }
  }

  find(id: number, page: PDFRef, stream: PDFRef | undefined) {
    for (const { container, byMark } of this.#byPage.get(page) ?? []) {
      if (stream && container.form !== stream) continue;
      const units = byMark.get(id);
      if (units) return { container, units };
    }
    return undefined;
  }
}

function byMark({ painting }: Container): Map<number, Unit[]> {
  const marked = new Map<number, Unit[]>();
  for (const unit of painting.units) {
    if (typeof unit.mark !== 'number') continue;
    const units = marked.get(unit.mark);
    if (units) units.push(unit);
    else marked.set(unit.mark, [unit]);
  }
  return marked;
}

/** Whether an element is a box of the page that says nothing of its own. */
export function isBox({ type, entries, id }: Element): boolean {
  return BOXES.has(type) && entries.size === 0 && id === null;
}

const BOXES = new Set(['NonStruct', 'Div', 'Span']);

/** Browsers write a box for every stretch of text; among text it says nothing. */
function contentOfBox(kid: Kid): Kid[] {
  const isContent = (inside: Kid) => inside.kind === 'content';
  return kid.kind === 'element' && isBox(kid) && kid.kids.every(isContent) ? kid.kids : [kid];
}

/** Every element, parents before children, in reading order. */
export function walk(kids: readonly Kid[], found: Element[] = []): Element[] {
  for (const kid of kids) {
    if (kid.kind !== 'element') continue;
    found.push(kid);
    walk(kid.kids, found);
  }
  return found;
}

/** What is painted for an element and all below it, in reading order. */
export function contentsOf({ kids }: Element): Content[] {
  return kids.flatMap((kid) => {
    if (kid.kind === 'element') return contentsOf(kid);
    return kid.kind === 'content' ? [kid] : [];
  });
}

/** What an element says, without its alternative text. */
export function wordsOf(element: Element): string {
  return contentsOf(element).map(textOf).join('');
}

export function textOf({ units }: Content): string {
  return units.map(({ lines }) => lines.map(({ text }) => text).join('')).join('');
}
