import { describe, expect, it } from 'vitest';
import { characterRules } from '../../src/rules/characters.ts';
import { profileOf } from '../support/profile.ts';

const [characterNotInFace, hiddenCharacter] = characterRules;

const context = { today: { year: 2026, month: 11, day: 24 }, release: false };
const growth = (text: string, theme = 'clear') =>
  profileOf(
    `trust:\n  name: A\n  brand:\n    theme: ${theme}\ngrowth:\n  why_now: ${JSON.stringify(text)}\n`,
  );

describe('characterNotInFace', () => {
  const found = async (text: string) => [...characterNotInFace.check(await growth(text), context)];

  it.each([
    'Ysgol Tŷ’r Dŵr, Pwllheli: “dewch i’n gweld” – £1,250 … 68%',
    'Gęś Żółć Świętosława Łódź Şahin Ångström Nuñez',
    'We\u00a0have\u00adtime\u200d.',
    'Cafe\u0301, typed in two parts',
  ])('is content with what the face has: %s', async (text) => {
    expect(await found(text)).toEqual([]);
  });

  it('names what is lacking, and a typeface for it', async () => {
    const [breach] = await found('Miss Ayesha خان teaches 数学.');
    expect(breach).toMatchObject({ path: ['growth', 'why_now'] });
    expect(breach?.message).toBe('Figtree, in which the document is set, has no خ ا ن 数 学');
    expect(breach?.hint).toContain('Noto Sans Arabic or Noto Sans SC');
  });

  it('takes a picture character for one, with all that modifies it', async () => {
    const [breach] = await found('Well done 👍🏽');
    expect(breach?.message).toMatch(/has no 👍$/u);
    expect(breach?.hint).toContain('Noto Color Emoji');
  });

  it('asks the faces of the theme that the profile names', async () => {
    const typed = async (theme: string) => [
      ...characterNotInFace.check(await growth('Up ↑ for ₹5', theme), context),
    ];
    expect(await typed('clear')).toEqual([]);
    expect(await typed('plain')).toEqual([]);
    const [breach] = await typed('warm');
    expect(breach?.message).toBe('Nunito Sans or Lora, in which the document is set, has no ↑ ₹');
  });

  it('says how many there are where there are many', async () => {
    const [breach] = await found('абвгдежзийклмн');
    expect(breach?.message).toContain('… (14 characters)');
  });
});

describe('hiddenCharacter', () => {
  const found = async (text: string) => [...hiddenCharacter.check(await growth(text), context)];

  it.each([
    ['a space of no width', 'We have\u200b time.', 'U+200B', 'We have'],
    ['a mark that turns words round', 'Total \u202egnineve', 'U+202E', 'Total '],
    ['a byte order mark', 'A\ufeffB', 'U+FEFF', 'A'],
    ['a control character', 'A\u0007B', 'U+0007', 'A'],
  ])('finds %s, and says after which words', async (_, text, code, before) => {
    const [breach] = await found(text);
    expect(breach?.message).toContain(code);
    expect(breach?.message).toContain(`after “${before}”`);
  });

  it('leaves soft hyphens, hard spaces and joiners alone', async () => {
    expect(await found('hy\u00adphen, 5\u00a0pupils, می\u200cشود, 👩\u200d🏫')).toEqual([]);
  });
});
