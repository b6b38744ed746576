import { PDFContext, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { mendTables } from '../../../src/pdf/finish/tables.ts';
import { type Element, newElement, walk } from '../../../src/pdf/finish/tree.ts';

const context = PDFContext.create();
const cell = (type: string) => newElement(type, [], context);

function scopesOf(...rows: Element[][]): (string | undefined)[][] {
  const written = rows.map((cells) => newElement('TR', cells, context));
  const [head, ...rest] = written;
  const body = newElement('TBody', rest, context);
  const table = newElement('Table', [head as Element, body], context);
  const roots = [newElement('Document', [table], context)];
  mendTables({ roots, elements: new Map() });
  return written.map((row) =>
    walk(row.kids).map(({ attributes }) => attributes.get('Table')?.get('Scope')?.toString()),
  );
}

describe('a header cell that does not say what it heads', () => {
  it('heads a column in a row of header cells, and else its row', () => {
    expect(scopesOf([cell('TH'), cell('TH')], [cell('TH'), cell('TD')])).toEqual([
      ['/Column', '/Column'],
      ['/Row', undefined],
    ]);
  });

  it('keeps what it says', () => {
    const own = cell('TH');
    own.attributes.set('Table', new Map([['Scope', PDFName.of('Both')]]));
    expect(scopesOf([own, cell('TH')])).toEqual([['/Both', '/Column']]);
  });
});
