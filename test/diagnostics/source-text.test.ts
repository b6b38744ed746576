import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/diagnostics/source-text.ts';

describe('SourceText', () => {
  const source = new SourceText('one\r\ntwo\n\nfour');

  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [5, 2, 1],
    [9, 3, 1],
    [10, 4, 1],
    [14, 4, 5],
  ])('puts offset %d on line %d, column %d', (offset, line, column) => {
    expect(source.position(offset)).toEqual({ line, column, offset });
  });

  it('keeps positions inside the text', () => {
    expect(source.position(-5)).toEqual({ line: 1, column: 1, offset: 0 });
    expect(source.position(999)).toEqual({ line: 4, column: 5, offset: 14 });
  });

  it('gives lines without their ends', () => {
    expect([1, 2, 3, 4].map((number) => source.line(number))).toEqual(['one', 'two', '', 'four']);
    expect(source.line(5)).toBe('');
  });

  it('counts lines, and has one when it is empty', () => {
    expect(source.lineCount).toBe(4);
    expect(new SourceText('').lineCount).toBe(1);
    expect(new SourceText('a\n').lineCount).toBe(2);
  });

  it('never lets a range end before it starts', () => {
    expect(source.range(5, 2)).toEqual({ start: source.position(5), end: source.position(5) });
  });

  it('finds the same place as counting would', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r', '学') }),
        fc.nat(),
        (text, at) => {
          const offset = at % (text.length + 1);
          const before = text.slice(0, offset).split('\n');
          expect(new SourceText(text).position(offset)).toEqual({
            line: before.length,
            column: (before.at(-1)?.length ?? 0) + 1,
            offset,
          });
        },
      ),
    );
  });
});
