import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { type Code, catalogue } from '../../src/diagnostics/catalogue.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

/** A whole profile from an excerpt, which may leave the trust's name out. */
const whole = (excerpt: string) =>
  /^trust:/m.test(excerpt) || excerpt.startsWith('#') ? excerpt : `${excerpt}trust:\n  name: A\n`;

async function codesOf(excerpt: string) {
  const folder = folderWith({ 'trust.yaml': whole(excerpt), 'images/logo.png': PIXEL });
  const { diagnostics } = await check(folder, testEffects(folder));
  return diagnostics.map(({ code }) => code);
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const entries = Object.entries(catalogue) as [Code, (typeof catalogue)[Code]][];

describe('catalogue', () => {
  it.each(entries)('says of %s what, why and what to do, in whole sentences', (_, entry) => {
    expect(entry.title).toMatch(/^[A-Z].*[^.]$/);
    expect(entry.why).toMatch(/^[A-Z].*[.]$/);
    expect(entry.remedy).toMatch(/^[A-Z].*[.]$/);
  });

  const withExamples = entries.filter(([, { wrong }]) => wrong !== undefined);

  it.each(withExamples)(
    'shows for %s an example that has just that problem',
    async (code, { wrong }) => {
      expect(new Set(await codesOf(wrong ?? ''))).toEqual(new Set([code]));
    },
  );

  it.each(withExamples)('shows for %s how it is put right', async (_, { right }) => {
    expect(await codesOf(right ?? 'right: is missing')).toEqual([]);
  });
});
