/** Changes to a text, given by offsets in the text as it was, and made all at once. */
export class Splices {
  readonly #splices: { start: number; end: number; text: string }[] = [];

  get size(): number {
    return this.#splices.length;
  }

  replace(start: number, end: number, text: string): void {
    this.#splices.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** The changed text, or undefined where two changes lie over one another. */
  apply(text: string): string | undefined {
    // Insertions at one place keep the order in which they were made.
    const ordered = [...this.#splices].sort((a, b) => a.start - b.start || a.end - b.end);
    let result = '';
    let done = 0;
    for (const { start, end, text: replacement } of ordered) {
      if (start < done) return undefined;
      result += text.slice(done, start) + replacement;
      done = end;
    }
    return result + text.slice(done);
  }
}
