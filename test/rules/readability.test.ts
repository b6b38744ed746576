import { describe, expect, it } from 'vitest';
import { readabilityRules } from '../../src/rules/readability.ts';
import { profileOf } from '../support/profile.ts';

const hardToRead = readabilityRules.find(({ code }) => code === 'hard-to-read');
const context = { today: { year: 2026, month: 11, day: 24 }, release: false };

/** A text of 240 words, so many of them long. */
async function withLongWords(long: number) {
  const words = Array.from({ length: 240 }, (_, index) =>
    index < long ? 'responsibility' : 'day',
  );
  const text = words.map((word, index) => (index % 8 === 7 ? `${word}. The` : word)).join(' ');
  const profile = await profileOf(`trust:\n  name: A\ngrowth:\n  why_now: The ${text}.\n`);
  return [...(hardToRead?.check(profile, context) ?? [])];
}

describe('hard-to-read', () => {
  it('never says that a text is for the very age to aim for', async () => {
    const messages = [];
    // From easy to hard in small steps: some lie just above the limit.
    for (let long = 0; long <= 120; long += 1) messages.push(...(await withLongWords(long)));
    expect(messages.length).toBeGreaterThan(10);
    for (const { message } of messages) {
      const [, age, aim] = /someone of (\d+), on average; aim for (\d+)/.exec(message) ?? [];
      expect(Number(age)).toBeGreaterThan(Number(aim));
    }
  });
});
