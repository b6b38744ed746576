import { describe, expect, it } from 'vitest';
import { kindOf, otherKindOf } from '../../src/pictures/kinds.ts';
import { grain } from '../support/pictures.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('kindOf', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)(
    'knows %s by its content',
    async (kind) => {
      expect(kindOf(await grain(8, 8).toFormat(kind).toBuffer())).toBe(kind);
    },
  );

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">\n<svg viewBox="0 0 1 1">',
  ])('knows SVG after what XML allows before it: %s', (text) => {
    expect(kindOf(bytes(text))).toBe('svg');
  });

  it.each(['', 'hello', '<html><svg></svg></html>', '<svgfont>', '%PDF-1.7'])(
    'refuses %j',
    (text) => {
      expect(kindOf(bytes(text))).toBeUndefined();
    },
  );
});

describe('otherKindOf', () => {
  it('names the pictures of telephones and scanners that we cannot use', () => {
    expect(otherKindOf(bytes('\0\0\0\u0018ftypheic'))).toBe('HEIC');
    expect(otherKindOf(bytes('II*\0'))).toBe('TIFF');
    expect(otherKindOf(bytes('%PDF-1.7'))).toBe('PDF');
    expect(otherKindOf(bytes('hello'))).toBeUndefined();
  });
});
