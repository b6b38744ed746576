import { describe, expect, it } from 'vitest';
import { defaultLimits, inMegabytes } from '../../src/profile/limits.ts';

const MB = 1024 * 1024;

describe('inMegabytes', () => {
  it.each([
    [8 * MB, '8 MB'],
    [8.5 * MB, '8.5 MB'],
    [9.99 * MB, '10.0 MB'],
    [20 * MB + 1, '20 MB'],
    [150 * MB, '150 MB'],
    [0.5 * MB, '0.5 MB'],
  ])('says of %d bytes %s', (bytes, words) => {
    expect(inMegabytes(bytes)).toBe(words);
  });
});

describe('the limits', () => {
  it('leave room for a trust of 200 schools', () => {
    expect(defaultLimits.nodes).toBeGreaterThanOrEqual(200 * 200);
    expect(defaultLimits.bytes).toBeGreaterThanOrEqual(4 * MB);
    expect(defaultLimits.depth).toBeGreaterThanOrEqual(12);
  });
});
