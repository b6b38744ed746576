/** The beginning of the line that an offset is on. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The beginning of the line after the one an offset is on. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at + 1;
}

/** Where the line ends whose content ends at an offset, which may already be past its line end. */
export function lineEnd(text: string, offset: number): number {
  return text[offset - 1] === '\n' ? offset : nextLine(text, offset);
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether only spaces stand before an offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** A line that holds nothing but a comment, or nothing. */
export interface QuietLine {
  start: number;
  end: number;
  text: string;
}

/** The comments and blank lines that begin at an offset, up to the first line that is neither. */
export function quietLines(text: string, from: number): QuietLine[] {
  const lines: QuietLine[] = [];
  for (let start = from; start < text.length; ) {
    const end = nextLine(text, start);
    const line = text.slice(start, end).replace(/\r?\n$/, '');
    if (!/^\s*(?:#.*)?$/.test(line)) break;
    lines.push({ start, end, text: line });
    start = end;
  }
  return lines;
}
