import { describe, expect, it } from 'vitest';
import { frameworks } from '../../src/knowledge/crosswalk.ts';
import { principleIds } from '../../src/knowledge/principles.ts';

describe('frameworks', () => {
  it.each(frameworks)('$id has a source, a date and a place for each of its parts', (frame) => {
    expect(frame.source.url).toMatch(/^https:\/\//);
    expect(frame.asOf).toMatch(/^\d{4}-\d\d$/);
    for (const { principles } of frame.parts) expect(principles.length).toBeGreaterThan(0);
  });

  it('tells all six principles in the assurance framework’s words, and says that one is not in the other', () => {
    const told = (id: string) =>
      new Set(
        frameworks.find((frame) => frame.id === id)?.parts.flatMap((part) => [...part.principles]),
      );
    expect(told('cst')).toEqual(new Set(principleIds));
    expect(told('dfe')).not.toContain('community');
  });
});
