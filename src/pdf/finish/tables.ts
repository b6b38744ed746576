import type { PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { nameOf } from './objects.ts';
import type { Unit } from './painting.ts';
import { type Content, contentsOf, type Element, type Tree, textOf, walk } from './tree.ts';

/**
 * Puts tables right: each header cell says whether it heads a column or a row (ISO 14289-1, 7.5), and a
 * head that later pages repeat is read once. Returns what the repetitions paint.
 */
export function mendTables({ roots }: Tree): Set<Unit> {
  const repeated = new Set<Unit>();
  for (const table of walk(roots)) {
    if (table.type !== 'Table') continue;
    for (const row of rowsOf(table)) {
      const cells = row.kids.filter((kid) => kid.kind === 'element');
      const heads = cells.filter(({ type }) => type === 'TH');
      const isHead = heads.length > 0 && heads.length === cells.length;
      for (const cell of heads) scope(cell, isHead ? 'Column' : 'Row');
      for (const cell of isHead ? heads : []) {
        for (const content of repetitions(cell)) {
          for (const unit of content.units) repeated.add(unit);
          remove(cell, content);
        }
      }
    }
  }
  return repeated;
}

function rowsOf(table: Element): Element[] {
  return table.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return [];
    if (kid.type === 'TR') return [kid];
    return ['THead', 'TBody', 'TFoot'].includes(kid.type) ? rowsOf(kid) : [];
  });
}

function scope(cell: Element, value: 'Column' | 'Row'): void {
  const own = cell.attributes.get('Table') ?? new Map<string, PDFObject>();
  if (!own.has('Scope')) cell.attributes.set('Table', own.set('Scope', nameOf(value)));
}

/** What a cell of a head paints on later pages, where it is what it paints on the first. */
function repetitions(cell: Element): Content[] {
  const byPage = new Map<PDFRef, Content[]>();
  for (const content of contentsOf(cell)) {
    const { page } = content.container;
    byPage.set(page, [...(byPage.get(page) ?? []), content]);
  }
  const [first = [], ...later] = byPage.values();
  const said = (contents: readonly Content[]) => contents.map(textOf).join('').replace(/\s/g, '');
  return later.filter((contents) => said(contents) === said(first)).flat();
}

function remove(element: Element, content: Content): void {
  element.kids = element.kids.filter((kid) => kid !== content);
  for (const kid of element.kids) if (kid.kind === 'element') remove(kid, content);
}
