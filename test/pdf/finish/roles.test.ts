import { PDFContext } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { rolesOf } from '../../../src/pdf/finish/roles.ts';
import { newElement } from '../../../src/pdf/finish/tree.ts';

describe('the role map', () => {
  it('maps each type in use that PDF 1.7 does not know, and no other', () => {
    const context = PDFContext.create();
    const within = ['Strong', 'Span', 'FENote', 'Whatever'].map((type) =>
      newElement(type, [], context),
    );
    const roots = [newElement('Document', [newElement('P', within, context)], context)];
    expect([...rolesOf({ roots, elements: new Map() })]).toEqual([
      ['FENote', 'Note'],
      ['Strong', 'Span'],
      ['Whatever', 'Span'],
    ]);
  });
});
