import { PDFContext } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { closeHeadingGaps } from '../../../src/pdf/finish/headings.ts';
import { newElement } from '../../../src/pdf/finish/tree.ts';

function closed(...types: string[]): string[] {
  const context = PDFContext.create();
  const headings = types.map((type) => newElement(type, [], context));
  const section = newElement('Sect', headings, context);
  closeHeadingGaps({ roots: [newElement('Document', [section], context)], elements: new Map() });
  return headings.map(({ type }) => type);
}

describe('the levels of headings', () => {
  it('stay as they are where none is skipped', () => {
    const right = ['H1', 'H2', 'H3', 'H3', 'H2', 'H3', 'H4', 'H2'];
    expect(closed(...right)).toEqual(right);
  });

  it('close up where one is skipped, and headings of one level keep one level', () => {
    expect(closed('H1', 'H2', 'H4', 'H4', 'H2', 'H3')).toEqual([
      'H1',
      'H2',
      'H3',
      'H3',
      'H2',
      'H3',
    ]);
  });

  it('begin with the first', () => {
    expect(closed('H2', 'H3', 'H2')).toEqual(['H1', 'H2', 'H1']);
  });

  it('are not those of what is no heading', () => {
    expect(closed('P', 'H', 'H1')).toEqual(['P', 'H', 'H1']);
  });
});
