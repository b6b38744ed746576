import stringWidth from 'string-width';
import type { Range } from './diagnostic.ts';
import { harmless } from './harmless.ts';
import type { SourceText } from './source-text.ts';

const CONTEXT_LINES = 1;
const ELLIPSIS = '…';
/** How far from the start of a range, in characters, a line is looked at: some lines hold a whole file. */
const REACH = 300;

/** One row of a frame: a numbered source line, or the row of carets below it (`number` is null). */
export interface FrameRow {
  number: number | null;
  marked: boolean;
  text: string;
}

/**
 * The lines round a range with carets below its first line, cut so that no row is wider than
 * `width` columns and the carets stay in view. Below 30 columns or so there is no room for a frame,
 * and rows are wider.
 */
export function frame(source: SourceText, range: Range, width = 80): FrameRow[] {
  const { start, end } = range;
  const first = Math.max(1, start.line - CONTEXT_LINES);
  const last = Math.min(source.lineCount, start.line + CONTEXT_LINES);
  const room = Math.max(16, width - gutterWidth(last));

  const from = Math.max(0, start.column - 1 - REACH);
  const reached = (line: string) => line.slice(from, start.column - 1 + REACH);
  const line = source.line(start.line);
  const rest = line.slice(start.column - 1, start.column - 1 + REACH);
  const inRange = end.line === start.line ? rest.slice(0, end.column - start.column) : rest;
  const caretAt = columnsOf(line.slice(from, start.column - 1)).length;
  const carets = Math.max(1, columnsOf(inRange.trimEnd()).length);
  const length = Math.max(columnsOf(reached(line)).length, caretAt + 1);
  const shift = windowStart(caretAt, carets, length, room);
  const cutBefore = from > 0 || shift > 0;

  const rows: FrameRow[] = [];
  for (let number = first; number <= last; number++) {
    const text = cut(columnsOf(reached(source.line(number))), shift, room, cutBefore);
    const marked = number === start.line;
    rows.push({ number, marked, text });
    if (marked) {
      const pad = ' '.repeat(caretAt - shift);
      const marks = '^'.repeat(Math.min(carets, room - pad.length));
      rows.push({ number: null, marked, text: pad + marks });
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

const graphemes = new Intl.Segmenter('en');

/**
 * What a terminal shows in each of its columns. A wide character fills the columns after its own with
 * an empty text; one without a width of its own is added to the column before.
 */
function columnsOf(text: string): string[] {
  const columns: string[] = [];
  for (const { segment } of graphemes.segment(harmless(text))) {
    const width = stringWidth(segment);
    if (width > 0) columns.push(segment, ...Array<string>(width - 1).fill(''));
    else if (columns.length > 0) columns[columns.findLastIndex((shown) => shown !== '')] += segment;
  }
  return columns;
}

function cut(columns: readonly string[], shift: number, room: number, cutBefore: boolean): string {
  const shown = columns.slice(shift, shift + room);
  const replace = (at: number) => {
    // What is left of a wide character when one of its columns goes is a gap.
    if (shown[at] === '') blank(at - 1);
    for (let next = at + 1; shown[next] === ''; next++) blank(next);
    shown[at] = ELLIPSIS;
  };
  const blank = (at: number) => {
    if (at >= 0) shown[at] = ' ';
  };
  if (cutBefore && shown.length > 0) replace(0);
  if (columns.length > shift + room) replace(shown.length - 1);
  return shown.join('');
}
