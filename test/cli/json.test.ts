import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedJson } from '../../src/cli/json.ts';

describe('JSON on a terminal', () => {
  it('has nothing in it that drives a terminal or turns words round', () => {
    expect(printedJson({ message: 'a\u001b[2Jb\u009b2Jc\u202ed\u2028e' })).toBe(
      '{"message":"a\\u001b[2Jb\\u009b2Jc\\u202ed\\u2028e"}',
    );
  });

  it('is read as what it was made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, 2), (text, indent) => {
        const printed = printedJson({ [text]: [text] }, indent);
        expect(JSON.parse(printed)).toEqual({ [text]: [text] });
        expect(printed).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('leaves the words of every language as they are', () => {
    expect(printedJson('Ysgol Llŷn, اردو, “£5”')).toBe('"Ysgol Llŷn, اردو, “£5”"');
  });
});
