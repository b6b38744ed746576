import { describe, expect, it } from 'vitest';
import { cite, compared } from '../../src/knowledge/citation.ts';

const source = { title: 'Academy trust handbook', publisher: 'Department for Education' };

describe('a source in words', () => {
  it.each([
    [undefined, 'Department for Education, Academy trust handbook'],
    ['2025', 'Department for Education, Academy trust handbook (2025)'],
    ['2025-09', 'Department for Education, Academy trust handbook (September 2025)'],
    ['2025-09-01', 'Department for Education, Academy trust handbook (1 September 2025)'],
  ])('published %s', (published, words) => {
    expect(cite({ ...source, ...(published ? { published } : {}) })).toBe(words);
  });

  it('says when it was last compared', () => {
    expect(cite(source, '2026-11')).toMatch(/handbook; last compared in November 2026$/);
    expect(compared('2026-11')).toBe('last compared in November 2026');
  });
});
