import { describe, expect, it } from 'vitest';
import { element, short } from '../../src/charts/svg.ts';
import { escapeXml } from '../../src/xml.ts';

describe('element', () => {
  it('escapes what it is given and leaves out what is not there', () => {
    expect(element('text', { class: undefined, x: 1.26 }, escapeXml('a < b & "c"'))).toBe(
      '<text x="1.3">a &lt; b &amp; &quot;c&quot;</text>',
    );
    expect(element('path', { d: 'M0,0"' })).toBe('<path d="M0,0&quot;"/>');
  });

  it('leaves out characters that XML cannot hold', () => {
    expect(escapeXml('a\u0007b\ud800c😀')).toBe('a b c😀');
  });
});

describe('short', () => {
  it('writes tenths, and no minus before nought', () => {
    expect(short(3.1234)).toBe('3.1');
    expect(short(-0.01)).toBe('0');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d rather than draw it', (value) => {
    expect(() => short(value)).toThrow(RangeError);
  });
});
