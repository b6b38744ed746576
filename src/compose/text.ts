import { Lexer, type Token, type Tokens } from 'marked';

/*
 * The one door through which a profile's words enter Markdown. Each text is lexed on its own; bold,
 * italics and links are kept, and everything else is escaped, so that what was typed is what is read
 * and no text can reach out of its place: not into the next cell, the next section or the sources.
 */

/** Puts the figures that a text names in their place; gets the raw text of a text node. */
export type FillFigures = (text: string) => string;

const asTyped: FillFigures = (text) => text;

/** One line of Markdown: line ends and runs of spaces become single spaces. */
export function inlineMarkdown(typed: string, fill: FillFigures = asTyped): string {
  return atLineStart(inline(oneLine(typed), fill));
}

/** Words that hold no Markdown of their own, such as an email address. */
export function literalMarkdown(text: string): string {
  return escapeMarkdown(oneLine(text));
}

/** For a table cell, where a pipe would begin the next one. */
export function cellMarkdown(typed: string, fill: FillFigures = asTyped): string {
  return inline(oneLine(typed), fill).replaceAll('|', '\\|');
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

/** What a reader reads: the words without their Markdown. */
export function plainText(typed: string, fill: FillFigures = asTyped): string {
  const read = (token: Token): string => {
    if (token.type === 'escape') return token.text;
    if (keepsInside(token)) return ((token as Tokens.Strong).tokens ?? []).map(read).join('');
    return token.type === 'text' ? fill(token.raw) : token.raw;
  };
  return lex(oneLine(typed)).map(read).join('').trim();
}

/** Most texts hold nothing that Markdown or GitHub could read as theirs. */
const PLAIN = /^[^\\`*_[\]<>~$&@]*$/;
const ADDRESS = /:\/\/|www\.|:[\w+-]+:/i;

function inline(typed: string, fill: FillFigures): string {
  if (PLAIN.test(typed) && !ADDRESS.test(typed)) return typed;
  return lex(typed)
    .map((token) => write(token, fill))
    .join('')
    .trim();
}

function write(token: Token, fill: FillFigures): string {
  const inside = () => (token as Tokens.Strong).tokens.map((child) => write(child, fill)).join('');
  if (token.type === 'escape') return escapeMarkdown(token.text);
  if (keepsInside(token)) {
    switch (token.type) {
      case 'strong':
        return `**${inside()}**`;
      case 'em':
        return `*${inside()}*`;
      default:
        return `[${inside()}](${safeHref((token as Tokens.Link).href)})`;
    }
  }
  return escapeMarkdown(token.type === 'text' ? fill(token.raw) : token.raw);
}

/** Whether a token is one of the few that are kept as Markdown. */
function keepsInside(token: Token): boolean {
  if (token.type === 'link') return safeHref((token as Tokens.Link).href) !== undefined;
  if (token.type !== 'strong' && token.type !== 'em') return false;
  // `** **` or `*\u200b*` would not survive being written out again.
  return /[\p{L}\p{N}]/u.test((token as Tokens.Strong).text);
}

function safeHref(href: string): string | undefined {
  if (!/^(https?:\/\/|mailto:|tel:)[^\s<>()\\]+$/i.test(href)) return undefined;
  return href.replace(/[_*[\]`|]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

function lex(text: string): Token[] {
  return Lexer.lexInline(text, { gfm: true });
}

/** A space that may not break stays one: “4 to 11” in a narrow column, “5 pupils” at the end of a line. */
function oneLine(typed: string): string {
  return typed.replace(/\s+/g, (run) => (/[^\u00a0]/.test(run) ? ' ' : '\u00a0')).trim();
}

/** Every character that could mean something in the middle of a line, to GitHub or to us. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~$]/g, '\\$&')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/:(?=[\w+-]+:)/g, '\\:')
    .replace(/(?<=\b(?:https?|ftp)):(?=\/\/)/gi, '\\:')
    .replace(/(?<=\bwww)\./gi, '\\.')
    .replace(/(?<=[\w.+-])@(?=[\w-]+\.)/g, '\\@');
}

/** Characters that mean something only where a line begins: headings, lists, quotations, rules. */
function atLineStart(markdown: string): string {
  return markdown
    .replace(/^([#>+=|:-]|-{2,})/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
