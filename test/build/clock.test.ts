import { describe, expect, it } from 'vitest';
import { clocks, epochProblem } from '../../src/build/clock.ts';

const now = () => new Date('2026-11-24T12:00:00Z');
const today = { year: 2026, month: 11, day: 24 };
const asOf = { year: 2026, month: 9, day: 1 };
const epoch = { year: 2025, month: 1, day: 2 };
const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2025, 0, 2, 23, 59, 59) / 1000) };

describe('the two clocks', () => {
  it.each([
    ['nothing is set', {}, undefined, { printed: today, today }],
    ['the profile has an as_of', {}, asOf, { printed: asOf, today }],
    ['SOURCE_DATE_EPOCH is set', env, undefined, { printed: epoch, today: epoch }],
    ['both are', env, asOf, { printed: epoch, today: epoch }],
  ])('when %s', (_, variables, date, expected) => {
    expect(clocks({ env: variables, now }, date)).toEqual(expected);
  });

  it.each(['', 'yesterday', '-5', '1.5', ' 12', '9'.repeat(13)])(
    'do not follow a SOURCE_DATE_EPOCH of “%s”',
    (SOURCE_DATE_EPOCH) => {
      expect(clocks({ env: { SOURCE_DATE_EPOCH }, now })).toEqual({ printed: today, today });
    },
  );

  it('count the day as it is in Greenwich, wherever the computer stands', () => {
    const late = () => new Date('2026-11-24T23:30:00-05:00');
    expect(clocks({ env: {}, now: late }).today).toEqual({ year: 2026, month: 11, day: 25 });
  });
});

describe('a moment that is set and is none', () => {
  it.each(['yesterday', '-5', '1.5', ' 12', '9'.repeat(13), '2026-10-01'])(
    'is told as it was typed: %s',
    (epoch) => {
      const problem = epochProblem({ env: { SOURCE_DATE_EPOCH: epoch } });
      expect(problem).toMatchObject({ code: 'bad-epoch', severity: 'error' });
      expect(problem?.message).toContain(`“${epoch}”`);
      expect(problem?.hint).toContain('1790812800, which is 1 October 2026');
      expect(new Date(1790812800_000).toISOString()).toMatch(/^2026-10-01T00:00/);
    },
  );

  it.each([undefined, '', '0', '1790812800'])(
    'is not told where it is one, or not set: %s',
    (epoch) => {
      expect(epochProblem({ env: { SOURCE_DATE_EPOCH: epoch } })).toBeNull();
    },
  );
});
