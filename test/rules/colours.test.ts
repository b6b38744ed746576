import { describe, expect, it } from 'vitest';
import { isReadable } from '../../src/profile/colours.ts';
import { colourTooPale } from '../../src/rules/colours.ts';
import { breaches, paths } from '../support/rules.ts';

const brand = (keys: string) => `trust:\n  name: A\n  brand: {${keys}}\n`;

describe('colour-too-pale', () => {
  it('finds a colour whose words could not be read, and names one whose can', async () => {
    const [found] = await breaches(colourTooPale, brand('colour: "#ffcc00"'));
    expect(found?.at).toBe('trust.brand.colour');
    expect(found?.message).toBe(
      'Words in #ffcc00 have a contrast of 1.5 to 1 on white; they need a little over 4.5 to 1.',
    );
    const [shade = ''] = /#[0-9a-f]{6}/.exec(found?.hint ?? '') ?? [];
    expect(isReadable(shade)).toBe(true);
  });

  it('looks at both colours', async () => {
    expect(await paths(colourTooPale, brand('colour: "#fff", accent: "#9cf"'))).toEqual([
      'trust.brand.colour',
      'trust.brand.accent',
    ]);
  });

  it.each([
    ['colours that are dark enough', brand('colour: "#0b5351", accent: "#b4451f"')],
    ['no colours', 'trust:\n  name: A\n'],
  ])('has nothing against %s', async (_, text) => {
    expect(await paths(colourTooPale, text)).toEqual([]);
  });
});
