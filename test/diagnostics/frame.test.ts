import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { formatFrame, frame } from '../../src/diagnostics/frame.ts';
import { SourceText } from '../../src/diagnostics/source-text.ts';

/** A frame as text, round what stands between two markers in the text. */
function framed(marked: string, width = 80): string {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const source = new SourceText(marked.replace(/[⟦⟧]/g, ''));
  return formatFrame(frame(source, source.range(start, end), width));
}

const lines = (text: string) => text.split('\n');

describe('frame', () => {
  it('shows the line with its neighbours and marks what is meant', () => {
    expect(framed('trust:\n  name: A\n  ⟦websit⟧: x\nschools:\n  - name: B\n')).toBe(
      ['  2 |   name: A', '> 3 |   websit: x', '    |   ^^^^^^', '  4 | schools:'].join('\n'),
    );
  });

  it('shows what there is at either end of a file', () => {
    expect(framed('⟦a⟧: 1\nb: 2')).toBe(['> 1 | a: 1', '    | ^', '  2 | b: 2'].join('\n'));
    expect(framed('a: 1\n⟦b⟧: 2')).toBe(['  1 | a: 1', '> 2 | b: 2', '    | ^'].join('\n'));
    expect(framed('⟦⟧')).toBe(['> 1 |', '    | ^'].join('\n'));
  });

  it('leaves out neighbours that are blank', () => {
    expect(framed('a: 1\n\n⟦b⟧: 2\n   \nc: 3')).toBe(['> 3 | b: 2', '    | ^'].join('\n'));
  });

  it('aligns the numbers of its lines', () => {
    const text = `${'x\n'.repeat(8)}a: 1\n⟦b⟧: 2\nc: 3`;
    expect(framed(text)).toBe(['   9 | a: 1', '> 10 | b: 2', '     | ^', '  11 | c: 3'].join('\n'));
  });

  it('marks the first line of what goes over several', () => {
    expect(lines(framed('a: ⟦one\n  two⟧\nb: 2'))[1]).toBe('    |    ^^^');
  });

  it('marks one column where there is nothing to mark', () => {
    expect(lines(framed('a: x⟦⟧\nb: 2'))[1]).toBe('    |     ^');
  });

  it.each([
    ['at the start', 0],
    ['in the middle', 250],
    ['near the end', 480],
    ['right at the end', 497],
  ])('keeps the mark in view %s of a line of 500 characters', (_, at) => {
    const [shown, carets] = lines(framed(`${'x'.repeat(at)}⟦bad⟧${'y'.repeat(497 - at)}`)) as [
      string,
      string,
    ];
    const from = carets.indexOf('^');
    expect(carets.slice(from)).toBe('^^^');
    expect(shown.slice(from, from + 3)).toBe('bad');
    expect(Math.max(shown.length, carets.length)).toBeLessThanOrEqual(80);
  });

  it('keeps the mark in view past the last character of a long line', () => {
    const [shown, carets] = lines(framed(`${'x'.repeat(500)}⟦⟧`)) as [string, string];
    expect(carets).toHaveLength(shown.length + 1);
    expect(carets.length).toBeLessThanOrEqual(80);
  });

  it('says with an ellipsis where a line goes on', () => {
    const middle = framed(`${'x'.repeat(250)}⟦bad⟧${'y'.repeat(250)}`);
    expect(lines(middle)[0]).toMatch(/^> 1 \| …x+bady+…$/);
    expect(lines(framed(`⟦bad⟧${'y'.repeat(250)}`))[0]).toMatch(/^> 1 \| bady+…$/);
    expect(lines(framed(`${'x'.repeat(250)}⟦bad⟧`))[0]).toMatch(/^> 1 \| …x+bad$/);
  });

  it('fills its width with marks where all of a long line is meant', () => {
    const [shown, carets] = lines(framed(`a: ⟦${'x'.repeat(500)}⟧`)) as [string, string];
    expect(shown).toHaveLength(80);
    expect(carets).toHaveLength(80);
  });

  it('shows a line that holds a whole file in no time', () => {
    const started = performance.now();
    const [shown] = lines(framed(`${'x'.repeat(4_000_000)}⟦bad⟧${'y'.repeat(4_000_000)}`));
    expect(shown).toMatch(/^> 1 \| …x+bady+…$/);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('widens tabs, and keeps its mark below what is meant', () => {
    expect(framed('\t\t⟦pace⟧: one')).toBe(['> 1 |     pace: one', '    |     ^^^^'].join('\n'));
  });

  it('leaves carriage returns out', () => {
    expect(framed('a: 1\r\n⟦b⟧: 2\r\nc: 3\r\n')).toBe(
      ['  1 | a: 1', '> 2 | b: 2', '    | ^', '  3 | c: 3'].join('\n'),
    );
  });

  it.each([
    ['characters two columns wide', '学校: ⟦x⟧', '> 1 | 学校: x', 6],
    ['pictures', '🏫🏫: ⟦x⟧', '> 1 | 🏫🏫: x', 6],
    ['accents typed apart from their letter', 'e\u0301e\u0301: ⟦x⟧', '> 1 | e\u0301e\u0301: x', 4],
    ['pictures joined to one', '👩‍🏫: ⟦x⟧', '> 1 | 👩‍🏫: x', 4],
  ])('knows the width of %s', (_, text, shown, column) => {
    expect(lines(framed(text))).toEqual([shown, `    | ${' '.repeat(column)}^`]);
  });

  it('makes harmless what could drive a terminal', () => {
    expect(framed('a: \u001b[2J\u0007\u009b1m\u202e⟦b⟧')).toBe(
      ['> 1 | a: ·[2J··1m·b', '    |             ^'].join('\n'),
    );
  });

  const character = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'abc: -"') },
    { weight: 2, arbitrary: fc.constantFrom('学', '🏫', 'é', '👩‍🏫', '𝒳', '한') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('\t', '\u001b', '\u202e', '\u200b', '\u0301', '\r', '\u2028'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  );
  const text = fc
    .array(
      fc
        .array(character, { maxLength: 120, size: 'max' })
        .map((line) => line.join('').replaceAll('\n', '')),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((typed) => typed.join('\n'));

  it('is never wider than it may be, whatever it shows', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(300),
        fc.integer({ min: 30, max: 120 }),
        (shown, at, length, width) => {
          const source = new SourceText(shown);
          const start = at % (shown.length + 1);
          const rows = lines(
            formatFrame(frame(source, source.range(start, start + length), width)),
          );
          for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(width);
          expect(rows.filter((row) => /\| *\^+$/.test(row))).not.toEqual([]);
        },
      ),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('marks the very character that is meant, whatever stands before it', () => {
    const before = fc.array(fc.constantFrom('a', 'é', '学', '🏫', '\t', '\u001b', 'e\u0301'), {
      maxLength: 200,
      size: 'max',
    });
    fc.assert(
      fc.property(before, before, fc.integer({ min: 30, max: 120 }), (left, right, width) => {
        const [shown, carets] = lines(framed(`${left.join('')}⟦X⟧${right.join('')}`, width)) as [
          string,
          string,
        ];
        expect(shown.split('X')).toHaveLength(2);
        expect(carets.indexOf('^')).toBe(stringWidth(shown.slice(0, shown.indexOf('X'))));
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });
});
