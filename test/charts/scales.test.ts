import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { honestAxis } from '../../src/charts/scales.ts';

const percent = { sign: '%' };
const labels = (axis: ReturnType<typeof honestAxis>) => axis.ticks.map(({ label }) => label);

describe('honestAxis', () => {
  it('shows at least ten points of a percentage, so that a point stays small', () => {
    const [low, high] = honestAxis([94.1, 94.6], percent).domain;
    expect(high - low).toBeGreaterThanOrEqual(10);
  });

  it.each([[[99, 100]], [[0, 1]], [[0, 100]], [[50, 50]]])(
    'keeps %j within what a percentage can be, and ten points wide',
    (numbers) => {
      const [low, high] = honestAxis(numbers, percent).domain;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(100);
      expect(high - low).toBeGreaterThanOrEqual(10);
    },
  );

  it('lets a share of room go beyond 100%', () => {
    expect(honestAxis([98, 104], percent).domain[1]).toBeGreaterThanOrEqual(104);
  });

  it('begins at nought where nought is near', () => {
    expect(honestAxis([24, 54], { sign: 'days' }).domain[0]).toBe(0);
    expect(honestAxis([-54, -24], { sign: 'days' }).domain[1]).toBe(0);
    expect(honestAxis([900, 1000], { sign: 'days' }).domain[0]).toBeGreaterThan(0);
  });

  it('begins at nought wherever bars ask for it', () => {
    expect(honestAxis([900, 1000], { sign: 'days' }, { fromNought: true }).domain[0]).toBe(0);
    expect(honestAxis([-900, -800], { sign: '£' }, { fromNought: true }).domain[1]).toBe(0);
  });

  it('gives a measure the range it asks for', () => {
    const [low, high] = honestAxis([0.02, 0.05], { sign: 'score', span: 1 }).domain;
    expect(high - low).toBeGreaterThanOrEqual(1);
  });

  it('writes its numbers with the sign they are counted in, and millions as a word', () => {
    expect(labels(honestAxis([40, 60], percent))).toEqual(['30%', '40%', '50%', '60%', '70%']);
    expect(labels(honestAxis([3, 2_500_000], { sign: 'visits' }))).toEqual([
      ...['0', '1 million', '2 million', '3 million'],
    ]);
    expect(labels(honestAxis([-0.4, 0.1], { sign: 'score' }))).toContain('−0.4');
  });

  it('holds every number between its ends, which are finite and apart', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const signs = fc.constantFrom('%', '£', 'days', 'score', '');
    fc.assert(
      fc.property(
        fc.array(number, { maxLength: 20 }),
        signs,
        fc.boolean(),
        (numbers, sign, fromNought) => {
          const { domain, ticks } = honestAxis(numbers, { sign }, { fromNought });
          const [low, high] = domain;
          expect(Number.isFinite(low) && Number.isFinite(high) && low < high).toBe(true);
          for (const number of numbers) expect(number >= low && number <= high).toBe(true);
          for (const { value } of ticks) expect(value >= low && value <= high).toBe(true);
          if (fromNought) expect(low <= 0 && high >= 0).toBe(true);
        },
      ),
    );
  });
});
