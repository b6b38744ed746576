import { type PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type Font, readFont } from './fonts.ts';
import { nameOf, type Objects } from './objects.ts';
import type { Painting, Unit } from './painting.ts';
import { readPainting } from './read-painting.ts';

/** A content stream of a page, or of a form that a page paints. */
export interface Container {
  page: PDFRef;
  /** The form’s stream; null for the page’s own. */
  form: PDFRef | null;
  /** The page or the form’s dictionary: where resources and structure keys stand. */
  dict: PDFDict;
  painting: Painting;
  /** The forms it paints, by the unit that paints them. */
  forms: Map<Unit, Container>;
  /** What is to stand in the place of units. */
  replaced: Map<Unit, string>;
}

/** The content streams of every page, each with those of its forms. Pages in order. */
export function readContainers(objects: Objects, pages: readonly PDFRef[]): Container[] {
  const reader = new Reader(objects);
  return pages.map((page) => reader.page(page));
}

/** A page’s stream, and the streams of the forms below it. */
export function allContainers(pages: readonly Container[]): Container[] {
  const found = new Set<Container>();
  const add = (container: Container) => {
    if (found.has(container)) return;
    found.add(container);
    for (const form of container.forms.values()) add(form);
  };
  for (const page of pages) add(page);
  return [...found];
}

class Reader {
  readonly #objects: Objects;
  readonly #fonts = new Map<PDFDict, Font>();
  readonly #forms = new Map<PDFRef, Container>();

  constructor(objects: Objects) {
    this.#objects = objects;
  }

  page(page: PDFRef): Container {
    const objects = this.#objects;
    const dict = objects.dict(page);
    if (!dict) throw new Error(`Page ${page} is not a dictionary.`);
    const parts = objects.list(objects.entry(dict, 'Contents')).map((part) => {
      const stream = objects.stream(part);
      const content = stream && objects.decode(stream);
      // Without it the page would come out empty.
      if (!content) throw new Error(`The content of page ${page} cannot be read.`);
      return content;
    });
    return this.#read(joined(parts), dict, page, null);
  }

  #read(content: Uint8Array, dict: PDFDict, page: PDFRef, form: PDFRef | null): Container {
    const objects = this.#objects;
    const resources = objects.dict(inherited(dict, 'Resources', objects));
    const entry = (kind: string, name: string) =>
      objects.entry(objects.dict(objects.entry(resources, kind)), name);
    const isForm = (name: string) =>
      objects.name(objects.entry(objects.dict(entry('XObject', name)), 'Subtype')) === 'Form';
    const painting = readPainting(content, {
      font: (name) => this.#font(objects.dict(entry('Font', name))),
      isForm,
      markIn: (name) =>
        objects.number(objects.entry(objects.dict(entry('Properties', name)), 'MCID')),
    });
    const container: Container = {
      ...{ page, form, dict, painting },
      forms: new Map(),
      replaced: new Map(),
    };
    for (const unit of painting.units) {
      if (unit.kind !== 'form' || unit.resource === null) continue;
      const ref = entry('XObject', unit.resource);
      if (!(ref instanceof PDFRef)) continue;
      const known = this.#forms.get(ref);
      if (known && hasMarks(known)) {
        const copy = this.#copy(known);
        const name = `${unit.resource}-${container.replaced.size + 1}`;
        objects.dict(objects.entry(resources, 'XObject'))?.set(nameOf(name), copy);
        container.replaced.set(unit, `/${name} Do`);
        this.#addForm(container, unit, copy);
      } else if (known) container.forms.set(unit, known);
      else this.#addForm(container, unit, ref);
    }
    return container;
  }

  #addForm(container: Container, unit: Unit, ref: PDFRef): void {
    const stream = this.#objects.stream(ref);
    const content = stream && this.#objects.decode(stream);
    if (!content) return;
    const form = this.#read(content, stream.dict, container.page, ref);
    this.#forms.set(ref, form);
    container.forms.set(unit, form);
  }

  /**
   * Content has one place in the tree, so a form that holds some may be painted once (ISO 14289-1,
   * 7.20). Where a page paints it again, as for a shadow, it paints a copy, which is decoration.
   */
  #copy({ form, dict }: Container): PDFRef {
    const { context } = this.#objects;
    const stream = this.#objects.stream(form ?? undefined);
    return context.register(
      PDFRawStream.of(dict.clone(context), stream?.contents ?? new Uint8Array()),
    );
  }

  #font(dict: PDFDict | undefined): Font | null {
    if (!dict) return null;
    const known = this.#fonts.get(dict);
    if (known) return known;
    const font = readFont(dict, this.#objects);
    this.#fonts.set(dict, font);
    return font;
  }
}

function hasMarks({ painting, forms }: Container): boolean {
  return (
    painting.units.some(({ mark }) => typeof mark === 'number') ||
    [...forms.values()].some((form) => hasMarks(form))
  );
}

/** Pages inherit their resources (ISO 32000-1, 7.7.3.4). */
function inherited(dict: PDFDict, key: string, objects: Objects) {
  for (let at: PDFDict | undefined = dict; at; at = objects.dict(objects.entry(at, 'Parent'))) {
    const found = objects.entry(at, key);
    if (found) return found;
  }
  return undefined;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const newline = Uint8Array.of(10);
  return Buffer.concat(parts.flatMap((part) => [part, newline]));
}
