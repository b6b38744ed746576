import Slugger from 'github-slugger';
import type { Token, Tokens } from 'marked';
import { attribute, direction } from './attributes.ts';
import { type Cell, columnWidths } from './column-widths.ts';
import { wordsOf } from './words.ts';

/** A word that would push a table off the page if it could not be broken. */
const LONG_WORD = /\S{26}/;

/**
 * A table as HTML. One that may be wider than a phone scrolls on its own: the keyboard must reach it,
 * and it needs a name, its caption or the heading above it (WCAG 2.2, 2.1.1 and 4.1.2). It is a group,
 * not a region, because a document has too many tables for each to be a landmark.
 */
export function tableHtml(
  { header, rows, align }: Tokens.Table,
  caption: Token[] | undefined,
  heading: string,
  inline: (tokens: Token[]) => string,
): string {
  const classOf = (column: number, text = '') => {
    if (align[column] === 'right') return ' class="n"';
    return LONG_WORD.test(text) ? ' class="long"' : '';
  };
  const head = header
    .map(({ tokens }, column) => `<th scope="col"${classOf(column)}>${filled(inline(tokens))}</th>`)
    .join('');
  const body = rows.map((cells) => {
    const written = cells.map(({ text, tokens }, column) => {
      const [only] = tokens;
      const attributes = classOf(column, text) + direction(text);
      if (column === 0) return `<th scope="row"${attributes}>${filled(inline(tokens))}</th>`;
      // A cell all in bold is a label: what stands, what changes.
      if (tokens.length === 1 && only?.type === 'strong') {
        const { tokens: inside } = only as Tokens.Strong;
        const words = wordsOf(inside);
        const short = words.length > SHORT_LABEL ? '' : ' short';
        return `<td><span class="label${short} label-${new Slugger().slug(words)}">${inline(inside)}</span></td>`;
      }
      return `<td${attributes}>${filled(inline(tokens))}</td>`;
    });
    return `<tr>${written.join('')}</tr>`;
  });
  const title = caption ? `<caption>${inline(caption)}</caption>` : '';
  const name = wordsOf(caption?.filter(({ type }) => type !== 'source-reference') ?? []) || heading;
  const scrolls = mayBeWide(header, rows)
    ? ` role="group" tabindex="0" aria-label="${attribute(name || 'Table')}"`
    : '';
  const columns = columnsHtml(header, rows, align);
  return `<div class="table"${scrolls}><table>${title}${columns}<thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>\n`;
}

/** In letters: a label no longer than this stays on one line. */
const SHORT_LABEL = 12;

/** Numbers share out the room well by themselves; words do not. */
function columnsHtml(
  header: Tokens.Table['header'],
  rows: Tokens.Table['rows'],
  align: Tokens.Table['align'],
): string {
  if (align.slice(1).every((side) => side === 'right')) return '';
  const cells = (row: Tokens.Table['rows'][number]) =>
    row.map(({ tokens }, column): Cell => {
      const words = wordsOf(tokens);
      const whole = words.replaceAll(' ', '\u00a0');
      // A number and a short label are not broken; a label has a frame, and a row’s name is bold.
      if (align[column] === 'right') return { words: whole };
      if (column === 0) return { words, frame: words.length / 12 };
      const isLabel = tokens.length === 1 && tokens[0]?.type === 'strong';
      return isLabel ? { words: words.length > SHORT_LABEL ? words : whole, frame: 6 } : { words };
    });
  const widths = columnWidths([header, ...rows].map(cells));
  if (!widths) return '';
  return `<colgroup>${widths.map((width) => `<col style="width: ${width}%">`).join('')}</colgroup>`;
}

/** Of a phone 320 pixels wide, about as many letters of a table as fit side by side. */
const PHONE_LETTERS = 28;

/** Whether the longest words of the columns, and the space between them, may be wider than a phone. */
function mayBeWide(header: Tokens.Table['header'], rows: Tokens.Table['rows']): boolean {
  const columns = header.map(({ tokens }, column) =>
    Math.max(...[tokens, ...rows.map((cells) => cells[column]?.tokens ?? [])].map(longestWord)),
  );
  const letters = columns.reduce((sum, longest) => sum + Math.min(longest, 26) + 1.5, 0);
  return columns.length > 3 || letters > PHONE_LETTERS;
}

const longestWord = (tokens: readonly Token[]) =>
  Math.max(
    ...wordsOf(tokens)
      .split(/[\s-]+/)
      .map(({ length }) => length),
  );

/** Chromium leaves an empty cell out of a tagged PDF, and the row loses a column. */
function filled(html: string): string {
  return html.trim() === '' ? '&nbsp;' : html;
}
