import {
  asTyped,
  escapeMarkdown,
  type FillFigures,
  type Mark,
  type Piece,
  readPieces,
  readsAs,
  safeHref,
  without,
  wordsOf,
  writeMarked,
  writePieces,
} from './pieces.ts';

export type { FillFigures } from './pieces.ts';

/*
 * The one door through which a profile's words enter Markdown. Each text is lexed on its own; bold,
 * italics and links are kept, and everything else is escaped, so that what was typed is what is read
 * and no text can reach out of its place: not into the next cell, the next section or the sources.
 */

/** One line of Markdown: line ends and runs of spaces become single spaces. */
export function inlineMarkdown(typed: string, fill: FillFigures = asTyped): string {
  return asLine(inline(typed, fill));
}

/** Words that hold no Markdown of their own, such as the name of a file. */
export function literalMarkdown(text: string): string {
  return asLine(writePieces([oneLine(text)]));
}

/** For a table cell, where a pipe would begin the next one. */
export function cellMarkdown(typed: string, fill: FillFigures = asTyped): string {
  return inline(typed, fill).replaceAll('|', '\\|');
}

/**
 * Paragraphs, set apart by an empty line. A line that was typed like a list item keeps its line, and
 * reads as it was typed.
 */
export function paragraphsMarkdown(typed: string, fill: FillFigures = asTyped): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((paragraph) =>
      paragraph
        .split(/\n(?=[^\S\n]*(?:[-*+•–]|\d{1,3}[.)])[^\S\n])/)
        .map((line) => inlineMarkdown(line, fill))
        .filter((line) => line !== '')
        .join('\\\n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** A line all in bold; empty where there are no words. */
export function boldMarkdown(typed: string, fill: FillFigures = asTyped): string {
  return asLine(whole('strong', piecesOf(typed, fill, ['strong'])));
}

/** A line of small print, which our Markdown marks with underscores. */
export function noteMarkdown(typed: string, fill: FillFigures = asTyped): string {
  const pieces = piecesOf(typed, fill, []);
  const words = wordsOf(pieces);
  if (words.trim() === '') return '';
  for (const inside of [pieces, [words]]) {
    const note = `_${writePieces(inside)}_`;
    if (readsAs(note, [{ mark: 'em', href: '', inside }])) return note;
  }
  return asLine(writePieces([words]));
}

/** A link under these words; the words alone where the address is none that a document may lead to. */
export function linkMarkdown(typed: string, target: string, fill: FillFigures = asTyped): string {
  const label = piecesOf(typed, fill, ['link']);
  const href = safeHref(target);
  return asLine(href === undefined ? writePieces(label) : whole('link', label, href));
}

/** A link to an email address, which is shown as it is. */
export function emailMarkdown(address: string): string {
  const href = `mailto:${address.replace(/[%?&#]/g, encodeURIComponent)}`;
  return whole('link', [address], href);
}

/** A picture, by its place beside the Markdown, with the words for people who cannot see it. */
export function imageMarkdown(alt: string, place: string): string {
  return `![${escapeMarkdown(plainText(alt), true)}](${place})`;
}

/** What a reader reads: the words without their Markdown. */
export function plainText(typed: string, fill: FillFigures = asTyped): string {
  return wordsOf(readPieces(oneLine(typed), fill)).trim();
}

function whole(mark: Mark, inside: Piece[], href = ''): string {
  return wordsOf(inside).trim() === '' ? '' : writeMarked(mark, inside, href);
}

function piecesOf(typed: string, fill: FillFigures, marks: readonly Mark[]): Piece[] {
  return without(marks, readPieces(oneLine(typed), fill));
}

/** Most texts hold nothing that Markdown or GitHub could read as theirs. */
const PLAIN = /^[^\\`*_[\]<>~$&@]*$/;
const ADDRESS = /:\/\/|www\.|:[\w+-]+:/i;

const isPlain = (text: string) => PLAIN.test(text) && !ADDRESS.test(text);

function inline(typed: string, fill: FillFigures): string {
  const line = oneLine(typed);
  if (isPlain(line)) return line;
  return writePieces(readPieces(line, fill)).trim();
}

/**
 * A space that keeps words together stays as it is. What is neither a letter nor a sign nor a space,
 * such as the bell, is nothing to read.
 */
function oneLine(typed: string): string {
  return typed
    .replace(/[^\S\u00a0\u202f\ufeff]|\u0085/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\ufeff]/gu, '')
    .replace(/\u00a0* [ \u00a0]*/g, ' ')
    .trim();
}

/**
 * Characters that mean something only where a line begins (headings, lists, quotations, rules) or
 * where it ends (hashes, which would close a heading).
 */
function asLine(markdown: string): string {
  return markdown
    .replace(/^([#>+=|:-]|-{2,})/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/(?<=\s)#+$/, '\\$&');
}
