import { describe, expect, it } from 'vitest';
import { examples, freshProfile, freshValue } from '../../src/interview/fresh-profile.ts';
import { topLevelKeys } from '../../src/profile/schema/profile.ts';
import { read } from '../support/profile.ts';

const NAME = 'trust:\n  name: A\n';

describe('a fresh profile', () => {
  it('shows every part, in the order of the document', () => {
    const shown = topLevelKeys.map((key) =>
      freshProfile().search(new RegExp(`^(?:# {3})?${key}:`, 'm')),
    );
    // What only says how strict to be is for those who know the rest.
    const known = shown.filter((_, index) => topLevelKeys[index] !== 'rules');
    expect(known).not.toContain(-1);
    expect(known).toEqual([...known].sort((a, b) => a - b));
  });

  it('says at its head where editors find the schema', () => {
    expect(freshProfile()).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/unpkg\.com\/thriving-case@\d[\d.]*\/schema\.json\n/,
    );
  });

  it('holds nothing yet but what every profile begins with', async () => {
    const { diagnostics } = await read(freshProfile());
    expect(diagnostics.map(({ message }) => message)).toEqual(['The profile has no “trust”.']);
    expect(freshProfile().match(/^[a-z_]+: .*$/gm)).toEqual(
      Object.entries(freshValue).map(([key, value]) => `${key}: ${value}`),
    );
  });

  it('fits on a page', () => {
    for (const line of freshProfile().split('\n').slice(1))
      expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each(Object.entries(examples))(
    'has of %s an example that can be read',
    async (key, example) => {
      const { diagnostics } = await read(key === 'trust' ? example : `${NAME}${example}\n`);
      expect(diagnostics).toEqual([]);
    },
  );
});
