import { describe, expect, it } from 'vitest';
import { listOf, nearest } from '../../src/diagnostics/suggest.ts';

describe('nearest', () => {
  const keys = ['name', 'phase', 'pupils', 'local_authority', 'stays_and_changes', 'schools'];

  it.each([
    ['nmae', 'name'],
    ['pupil', 'pupils'],
    ['shools', 'schools'],
    ['local-authority', 'local_authority'],
    ['Local Authority', 'local_authority'],
    ['localauthority', 'local_authority'],
    ['LOCAL_AUTHORITY', 'local_authority'],
    ['stays_and_change', 'stays_and_changes'],
    ['stays changes', 'stays_and_changes'],
  ])('takes %s for %s', (typed, meant) => {
    expect(nearest(typed, keys)).toBe(meant);
  });

  it.each(['', 'colour', 'x', 'headteacher', 'a very long text that resembles nothing at all'])(
    'takes “%s” for none of them',
    (typed) => {
      expect(nearest(typed, keys)).toBeUndefined();
    },
  );

  it('prefers the nearer of two', () => {
    expect(nearest('accounts-2024', ['accounts-2025', 'accounts-2024a'])).toBe('accounts-2025');
    expect(nearest('visits', ['visit', 'visits'])).toBe('visits');
  });

  it('finds nothing among nothing', () => {
    expect(nearest('name', [])).toBeUndefined();
  });
});

describe('listOf', () => {
  it('names each of a few', () => {
    expect(listOf(['a', 'b', 'c'])).toBe('a, b, c');
  });

  it('counts the rest of many', () => {
    expect(listOf(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });
});
