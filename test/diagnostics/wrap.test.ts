import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/diagnostics/wrap.ts';

describe('wrapping', () => {
  it('breaks between words and loses none', () => {
    expect(wrap('one two three four', 9)).toBe('one two\nthree\nfour');
    expect(wrap('', 9)).toBe('');
  });

  it('leaves a word whole that is longer than the line, because it may be a path to copy', () => {
    expect(wrap('see /a/very/long/path now', 8)).toBe('see\n/a/very/long/path\nnow');
  });
});
