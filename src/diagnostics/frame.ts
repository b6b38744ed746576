import type { Range } from './diagnostic.ts';
import type { SourceText } from './source-text.ts';

const CONTEXT_LINES = 1;
const TAB = '  ';
const ELLIPSIS = '…';

/** One row of a frame: a numbered source line, or the row of carets below it (`number` is null). */
export interface FrameRow {
  number: number | null;
  marked: boolean;
  text: string;
}

/**
 * The lines round a range with carets below its first line, cut so that no row is wider than
 * `width` columns and the carets stay in view.
 */
export function frame(source: SourceText, range: Range, width = 80): FrameRow[] {
  const { start, end } = range;
  const first = Math.max(1, start.line - CONTEXT_LINES);
  const last = Math.min(source.lineCount, start.line + CONTEXT_LINES);
  const room = Math.max(16, width - gutterWidth(last));

  const line = source.line(start.line);
  const before = displayed(line.slice(0, start.column - 1));
  const rest = line.slice(start.column - 1);
  const inRange = end.line === start.line ? rest.slice(0, end.column - start.column) : rest;
  const caretAt = columns(before);
  const carets = Math.max(1, columns(displayed(inRange.trimEnd())));
  const shift = windowStart(caretAt, carets, columns(displayed(line)), room);

  const rows: FrameRow[] = [];
  for (let number = first; number <= last; number++) {
    const text = displayed(source.line(number));
    if (number === start.line) {
      const pad = ' '.repeat(caretAt - shift);
      rows.push({ number, marked: true, text: cut(text, shift, room) });
      rows.push({
        number: null,
        marked: true,
        text: pad + '^'.repeat(Math.min(carets, room - pad.length)),
      });
    } else {
      rows.push({ number, marked: false, text: cut(text, shift, room) });
    }
  }
  const blank = (row: FrameRow | undefined) => row && !row.marked && row.text.trim() === '';
  if (blank(rows[0])) rows.shift();
  if (blank(rows.at(-1))) rows.pop();
  return rows;
}

/** The frame as text: `> 12 | the line`. */
export function formatFrame(rows: readonly FrameRow[]): string {
  const digits = String(Math.max(...rows.map((row) => row.number ?? 0))).length;
  return rows
    .map((row) => {
      const mark = row.marked && row.number !== null ? '>' : ' ';
      return `${mark} ${String(row.number ?? '').padStart(digits)} | ${row.text}`.trimEnd();
    })
    .join('\n');
}

function gutterWidth(lastLine: number): number {
  return '> '.length + String(lastLine).length + ' | '.length;
}

/** The first column to show, so that the carets (or as many as fit) are inside the window. */
function windowStart(caretAt: number, carets: number, length: number, room: number): number {
  if (length <= room || caretAt + carets <= room - 1) return 0;
  const wanted = carets < room / 2 ? caretAt - Math.floor((room - carets) / 2) : caretAt - 2;
  return Math.max(0, Math.min(wanted, length - room));
}

function cut(text: string, shift: number, room: number): string {
  const characters = [...text];
  const shown = characters.slice(shift, shift + room);
  if (shift > 0 && shown.length > 0) shown[0] = ELLIPSIS;
  if (characters.length > shift + room) shown[shown.length - 1] = ELLIPSIS;
  return shown.join('');
}

/** Tabs widened and control characters made visible, so that nothing in a profile can drive the terminal. */
function displayed(text: string): string {
  return text
    .replaceAll('\t', TAB)
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\u00b7');
}

function columns(text: string): number {
  return [...text].length;
}
