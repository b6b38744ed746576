import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../src/typeset/column-widths.ts';

const rows = (...lines: string[][]) => lines.map((cells) => cells.map((words) => ({ words })));
const letters = (count: number) => 'word '.repeat(count / 5).trim();

describe('the columns of a table', () => {
  it('are left to the browser where all words fit with room to spare', () => {
    expect(columnWidths(rows(['One', 'Two'], ['three', 'four']))).toBeUndefined();
    expect(columnWidths([])).toBeUndefined();
    expect(columnWidths(rows([letters(200)]))).toBeUndefined();
  });

  it('fill the table, and the one with the most words has the most room', () => {
    const [first = 0, second = 0, third = 0] =
      columnWidths(rows(['Name', letters(40), letters(300)], ['Name', letters(20), 'x'])) ?? [];
    expect(first + second + third).toBeCloseTo(100, 0);
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(third);
  });

  it('give no room to one long cell that would cost all other rows a line', () => {
    const many = Array.from({ length: 12 }, () => [letters(60), letters(30)]);
    const [first = 0] = columnWidths(rows(...many, ['x', letters(400)])) ?? [];
    // By their longest cells the first column would have an eighth of the table.
    expect(first).toBeGreaterThan(30);
  });

  it('are never narrower than their longest word, but for one that must be broken', () => {
    const whole = 'Fixed\u00a0by\u00a0law';
    const [, label = 0] =
      columnWidths(rows([letters(200), whole, letters(200)], [letters(90), 'x', 'x'])) ?? [];
    expect((label / 100) * 98).toBeGreaterThanOrEqual(whole.length);
    const [, broken = 0] = columnWidths(rows([letters(200), 'x'.repeat(80), letters(200)])) ?? [];
    expect(broken).toBeLessThan(40);
  });
});
