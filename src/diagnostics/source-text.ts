import type { Position, Range } from './diagnostic.ts';

/** A text that can say on which line and column an offset stands. */
export class SourceText {
  readonly text: string;
  readonly #lineStarts: Uint32Array;

  constructor(text: string) {
    this.text = text;
    let lines = 1;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
    this.#lineStarts = new Uint32Array(lines);
    let start = 0;
    for (let line = 1; line < lines; line++) {
      start = text.indexOf('\n', start) + 1;
      this.#lineStarts[line] = start;
    }
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  position(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: within - (this.#lineStarts[low] ?? 0) + 1, offset: within };
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(Math.max(start, end)) };
  }

  /** The text of a line (from 1), without its line end. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1];
    if (start === undefined) return '';
    const next = this.#lineStarts[number];
    return this.text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, '');
  }
}
