import { describe, expect, it } from 'vitest';
import { editionsOf } from '../../src/case/editions.ts';
import { editions as ours } from '../../src/knowledge/editions.ts';
import { readers } from '../../src/knowledge/readers.ts';

const edition = (id: string, own: Parameters<typeof editionsOf>[0]['editions']) =>
  editionsOf({ editions: own }).find((one) => one.id === id);

describe('the editions of a profile', () => {
  it('are ours, where it has none of its own', () => {
    expect(editionsOf({})).toEqual(ours);
  });

  it('speak to those they are for, and to nobody in particular where that is everyone', () => {
    expect(edition('staff', {})?.speaksTo).toBe('the staff');
    const both = edition('staff', { staff: { readers: ['staff', 'governors'] } });
    expect(both?.speaksTo).toBe('the staff and governors');
    expect(edition('staff', { staff: { readers: [...readers] } })).not.toHaveProperty('speaksTo');
  });

  it('are for anyone while they do not say for whom they are', () => {
    expect(edition('clerks', { clerks: {} })?.readers).toEqual(readers);
    expect(edition('clerks', { clerks: { readers: [] } })?.readers).toEqual(readers);
    expect(edition('staff', { staff: { readers: [] } })?.readers).toEqual(['staff']);
  });
});
