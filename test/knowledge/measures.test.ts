import { describe, expect, it } from 'vitest';
import { measureIds, measureOf } from '../../src/knowledge/measures.ts';

describe('the measures', () => {
  it.each(measureIds)('have for %s a name in words that people type', (id) => {
    expect(id).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
    expect(measureOf(id).label).toMatch(/^[A-Z].{5,}[^.]$/);
  });

  it.each(measureIds)('have for %s a unit, and limits in their order', (id) => {
    const { unit, least, most } = measureOf(id);
    expect(unit).not.toBe('');
    if (most !== undefined) {
      // The message about a number out of range names both.
      expect(least).toBeDefined();
      expect(least).toBeLessThan(most);
    }
  });

  it('keep shares of pupils and staff between 0 and 100%', () => {
    const shares = measureIds.map(measureOf).filter(({ of, unit }) => of && unit === '%');
    expect(shares.length).toBeGreaterThan(5);
    for (const { least, most } of shares) expect([least, most]).toEqual([0, 100]);
  });

  it('keep Attainment 8 between 0 and 90, and Progress 8 free', () => {
    expect(measureOf('attainment 8')).toMatchObject({ least: 0, most: 90 });
    expect(measureOf('progress 8')).not.toHaveProperty('most');
  });

  it('have each label once', () => {
    const labels = measureIds.map((id) => measureOf(id).label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
