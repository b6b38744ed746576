import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless } from '../../src/diagnostics/harmless.ts';

describe('harmless', () => {
  it.each([
    ['an escape sequence', 'a\u001b[31mb', 'a·[31mb'],
    ['a bell and a backspace', 'a\u0007\u0008b', 'a··b'],
    ['a control character of the second block', 'a\u009b2Jb', 'a·2Jb'],
    ['marks that turn the direction of a text', 'a\u202eb\u2066c\u200fd', 'a·b·c·d'],
    ['characters that nobody sees', 'a\u200bb\ufeffc\u00add', 'a·b·c·d'],
    ['line ends other than ours', 'a\u2028b\u2029c', 'a·b·c'],
    ['what may come to be invisible', 'a\u{e086f}b\u3164c', 'a·b·c'],
    ['half a character', 'a\ud83cb', 'a·b'],
    ['a tab', '\tx', '  x'],
  ])('makes a dot of %s', (_, text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  it.each(['Ysgol Gynradd Llŷn', '“Ánn’s school”: £1,250 – 68%', '学校', '👩‍🏫', '❤️', 'שלום'])(
    'leaves words as they are: %s',
    (text) => {
      expect(harmless(text)).toBe(text);
    },
  );

  it('leaves nothing that could drive a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(harmless(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
