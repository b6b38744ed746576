import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, isInside, overlap, runsThrough } from '../../src/charts/geometry.ts';
import { placeLabels, type Spot } from '../../src/map/place.ts';

const frame = { left: 0, top: 0, right: 400, bottom: 300 };
const spot = (x: number, y: number): Spot => ({ x, y, radius: 6, width: 70, height: 17 });

describe('placeLabels', () => {
  it('sets words to the right of their mark where there is room', () => {
    const [placed] = placeLabels([spot(100, 100)], frame, []) ?? [];
    expect(placed?.box.left).toBe(110);
    expect(placed?.leader).toBeUndefined();
  });

  it('sets them to the left at the right edge', () => {
    const [placed] = placeLabels([spot(390, 100)], frame, []) ?? [];
    expect(placed?.box.right).toBe(380);
  });

  it('leads to words that find no room beside their mark', () => {
    const row = Array.from({ length: 7 }, (_, index) => spot(120 + index * 16, 150));
    const placed = placeLabels(row, frame, []);
    expect(placed?.some(({ leader }) => leader !== undefined)).toBe(true);
  });

  it('gives up where not all can be placed', () => {
    expect(
      placeLabels(
        Array.from({ length: 80 }, () => spot(200, 150)),
        frame,
        [],
      ),
    ).toBeUndefined();
  });

  it('puts no words over words, marks, the edge or what is taken, and no line through them', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      radius: fc.constant(6),
      width: fc.integer({ min: 10, max: 120 }),
      height: fc.constantFrom(17, 34),
    });
    const taken = [boxAround(378, 30, 14, 26)];
    fc.assert(
      fc.property(fc.array(place, { maxLength: 14 }), (spots) => {
        const placed = placeLabels(spots, frame, taken);
        expect(placeLabels(structuredClone(spots), frame, taken)).toEqual(placed);
        if (!placed) return;
        expect(placed).toHaveLength(spots.length);
        for (const [index, { box, leader }] of placed.entries()) {
          expect(isInside(box, frame)).toBe(true);
          const others = placed.filter((_, other) => other !== index);
          const marks = spots.map(({ x, y, radius }) => boxAround(x, y, radius, radius));
          for (const other of [...others.map((it) => it.box), ...marks, ...taken]) {
            expect(overlap(box, other)).toBe(false);
          }
          if (leader) {
            for (const other of others) expect(runsThrough(leader, other.box)).toBe(false);
          }
        }
      }),
    );
  });
});
