import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../src/charts/labels.ts';

describe('spread', () => {
  it('leaves labels that have room where they want to be', () => {
    expect(
      spread(
        [
          { at: 20, size: 10 },
          { at: 50, size: 10 },
        ],
        [0, 100],
      ),
    ).toEqual([20, 50]);
  });

  it('sets labels that want one place evenly around it', () => {
    expect(
      spread(
        [
          { at: 50, size: 10 },
          { at: 50, size: 10 },
        ],
        [0, 100],
      ),
    ).toEqual([45, 55]);
  });

  it('moves labels in from the ends', () => {
    expect(
      spread(
        [
          { at: 0, size: 10 },
          { at: 100, size: 10 },
        ],
        [0, 100],
      ),
    ).toEqual([5, 95]);
  });

  it('puts none over another and none outside, in the order they want, where all fit', () => {
    const label = fc.record({
      at: fc.integer({ min: -50, max: 1050 }),
      size: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 20 }), (labels) => {
        const places = spread(labels, [0, 1000]);
        const set = labels
          .map(({ at, size }, index) => ({ at, size, place: places[index] ?? Number.NaN, index }))
          .sort((a, b) => a.at - b.at || a.index - b.index);
        for (const [index, { place, size }] of set.entries()) {
          expect(place - size / 2).toBeGreaterThan(-0.001);
          expect(place + size / 2).toBeLessThan(1000.001);
          const next = set[index + 1];
          if (next) expect(place + size / 2).toBeLessThan(next.place - next.size / 2 + 0.001);
        }
      }),
    );
  });
});
