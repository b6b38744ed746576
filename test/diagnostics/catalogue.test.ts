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
    'shows for %s a wrong and a right example that differ by it alone',
    async (code, { wrong = '', right = '' }) => {
      // What every profile is asked for, an excerpt lacks too.
      const asked = new Set(await codesOf('trust:\n  name: A\nschools:\n  - name: B\n'));
      const besides = (codes: readonly Code[]) =>
        new Set(codes.filter((found) => found !== code && !asked.has(found)));
      const [before, after] = [await codesOf(wrong), await codesOf(right)];
      expect(before).toContain(code);
      expect(after).not.toContain(code);
      expect(besides(before)).toEqual(besides(after));
    },
  );
});
