import { Lexer, type Token, type Tokens } from 'marked';

/** A stretch of a text: words as they are read, or words that are stressed or linked. */
export type Piece = string | MarkedPiece;

export type Mark = 'strong' | 'em' | 'link';

interface MarkedPiece {
  mark: Mark;
  /** Where a link leads; empty for the others. */
  href: string;
  inside: Piece[];
}

/** Puts the figures that a text names in their place; gets the raw text of a text node. */
export type FillFigures = (text: string) => string;

export const asTyped: FillFigures = (text) => text;

/** Reads one line as it was typed: bold, italics and safe links, and all else as the words it is. */
export function readPieces(line: string, fill: FillFigures = asTyped): Piece[] {
  return joined(Lexer.lexInline(line, { gfm: true }).map((token) => pieceOf(token, fill)));
}

function pieceOf(token: Token, fill: FillFigures): Piece {
  switch (token.type) {
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'text':
      return fill(token.raw);
    case 'strong':
    case 'em':
      return { mark: token.type, href: '', inside: insideOf(token, fill) };
    case 'link': {
      const href = safeHref((token as Tokens.Link).href);
      if (href === undefined) return token.raw;
      // In an address that was typed bare, a dollar sign names no figure.
      const named = token.raw.startsWith('[') ? fill : asTyped;
      return { mark: 'link', href, inside: insideOf(token, named) };
    }
    default:
      return token.raw;
  }
}

function insideOf(token: Token, fill: FillFigures): Piece[] {
  return joined(((token as Tokens.Strong).tokens ?? []).map((inside) => pieceOf(inside, fill)));
}

/** The same words without some of their marks. */
export function without(marks: readonly Mark[], pieces: readonly Piece[]): Piece[] {
  return joined(
    pieces.flatMap((piece) => {
      if (typeof piece === 'string') return [piece];
      const inside = without(marks, piece.inside);
      return marks.includes(piece.mark) ? inside : [{ ...piece, inside }];
    }),
  );
}

/** Words that touch are one piece: only together do they show what must be escaped. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result.push(result.pop() + piece);
    else if (piece !== '') result.push(piece);
  }
  return result;
}

/** What a reader reads: the words alone. */
export function wordsOf(pieces: readonly Piece[]): string {
  return without(['strong', 'em', 'link'], pieces).join('');
}

/**
 * Writes pieces so that Markdown reads them again as they are. Where stress would be lost or misread,
 * such as between two stressed words that touch, it is given up, never a word.
 */
export function writePieces(pieces: readonly Piece[]): string {
  return firstThatReads(pieces, without(['strong', 'em'], pieces));
}

/** The same for pieces all under one mark, which is kept longer than those inside it. */
export function writeMarked(mark: Mark, inside: readonly Piece[], href = ''): string {
  const marked = (kept: readonly Piece[]): Piece[] => [{ mark, href, inside: [...kept] }];
  return firstThatReads(marked(inside), marked([wordsOf(inside)]));
}

function firstThatReads(...attempts: readonly (readonly Piece[])[]): string {
  for (const pieces of attempts) {
    const written = write(pieces, false);
    const isWords = pieces.every((piece) => typeof piece === 'string');
    if (isWords || readsAs(written, pieces)) return written;
  }
  return escapeMarkdown(wordsOf(attempts[0] ?? []), false);
}

/** Whether Markdown is read as these pieces. */
export function readsAs(markdown: string, pieces: readonly Piece[]): boolean {
  return JSON.stringify(readPieces(markdown)) === JSON.stringify(pieces);
}

function write(pieces: readonly Piece[], inLink: boolean): string {
  const written = pieces.map((piece, index): string => {
    if (typeof piece === 'string') {
      const next = pieces[index + 1];
      const beforeLink = typeof next === 'object' && next.mark === 'link';
      const escaped = escapeMarkdown(piece, inLink);
      // An exclamation mark would make the link a picture.
      return beforeLink ? escaped.replace(/!$/, '\\!') : escaped;
    }
    if (piece.mark === 'link') return `[${write(piece.inside, true)}](${piece.href})`;
    const sign = piece.mark === 'strong' ? '**' : '*';
    return sign + write(piece.inside, inLink) + sign;
  });
  return written.join('');
}

/**
 * Every character that could mean something in the middle of a line, to GitHub or to us. Inside a
 * link, marked undoes the escaping of brackets and then reads them, so there they are written as
 * character references; and a link that began with a caret would be a source’s number.
 */
export function escapeMarkdown(text: string, inLink: boolean): string {
  const escaped = text
    .replace(/[\\`*_[\]<>~$]/g, '\\$&')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/:(?=[\w+-]+:)/g, '\\:')
    .replace(/(?<=https?|ftp):(?=\/\/)/gi, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/(?<=[\w.+-])@(?=[\w-]+\.)/g, '\\@');
  if (!inLink) return escaped;
  return escaped.replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;').replace(/^\^/, '\\^');
}

/** An address a document may lead to, with nothing in it that could end the link early. */
export function safeHref(href: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(href)) return undefined;
  return href
    .replace(/[()<>[\]"'`|*\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
    .replace(/&(?=#?\w{1,31};)/g, '\\&');
}
