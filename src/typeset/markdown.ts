import Slugger from 'github-slugger';
import { Marked, Renderer, type Token, type Tokens, type TokensList } from 'marked';
import { parse as parseYaml } from 'yaml';
import type { FrontMatter } from '../compose/front-matter.ts';
import { attribute, direction } from './attributes.ts';
import { footnotes } from './footnotes.ts';
import { runs, withRuns } from './runs.ts';
import { tableHtml } from './table.ts';
import { wordsOf } from './words.ts';

/** A stretch of a document between two `<!-- section: … -->` comments. */
export interface TypesetSection {
  /** What kind of section it is: `cover`, `principle`, `costs` … */
  kind: string;
  /** Which of its kind, where there are several: `vision`. */
  name: string | undefined;
  /** The id of its heading, which names it. */
  headingId: string | undefined;
  /** The words of that heading; empty where there is none. */
  title: string;
  html: string;
}

/**
 * Reads our Markdown, with the conventions set down in ARCHITECTURE.md, as sections of HTML. Words are
 * escaped and links checked. Where the Markdown holds HTML of its own, which only a template can put
 * there, `foreign` is set and the sections must be cleaned before they are used.
 */
export function readMarkdown(markdown: string): {
  front: FrontMatter;
  sections: TypesetSection[];
  foreign: boolean;
} {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(markdown);
  const front = parseYaml(match?.[1] ?? '') as FrontMatter;
  let foreign = false;
  const marked = typesetter(() => {
    foreign = true;
  });
  const tokens = marked.lexer(markdown.slice(match?.[0].length ?? 0));
  const sections = splitSections(tokens).map(({ kind, name, tokens: inside }) => {
    const html = marked.parser(
      Object.assign(partsOf(inside), { links: tokens.links }) as TokensList,
    );
    const headingId = /<h[12] id="([^"]+)"/.exec(html)?.[1];
    const heading = inside.find((token) => token.type === 'heading' && token.depth <= 2) as
      | Tokens.Heading
      | undefined;
    return { kind, name, headingId, title: wordsOf(heading?.tokens ?? []), html };
  });
  return { front, sections, foreign };
}

const SECTION = /^<!-- section: ([a-z-]+)(?: ([a-z-]+))? -->\s*$/;

function splitSections(
  tokens: readonly Token[],
): { kind: string; name: string | undefined; tokens: Token[] }[] {
  const sections: { kind: string; name: string | undefined; tokens: Token[] }[] = [];
  for (const token of tokens) {
    const match = token.type === 'html' ? SECTION.exec(token.raw) : null;
    if (match) sections.push({ kind: match[1] ?? '', name: match[2], tokens: [] });
    else if (sections.length > 0) sections.at(-1)?.tokens.push(token);
    else if (token.type !== 'space')
      sections.push({ kind: 'text', name: undefined, tokens: [token] });
  }
  return sections;
}

/** A table with the caption that stood before it, or a heading with all that stands below it. */
interface Grouped {
  type: 'part' | 'captioned-table' | 'chart';
  raw: string;
  tokens: Token[];
  heading?: Tokens.Heading;
  caption?: Token[];
  table?: Tokens.Table;
}

/** Gathers what stands below each third-level heading, so that a theme can keep it together. */
function partsOf(tokens: readonly Token[]): Token[] {
  const grouped: Token[] = [];
  let part: Grouped | undefined;
  for (const token of withRuns(withCaptions(withCharts(tokens)))) {
    if (token.type === 'heading' && token.depth <= 3) {
      part = undefined;
      if (token.depth === 3) {
        part = { type: 'part', raw: '', tokens: [], heading: token as Tokens.Heading };
        grouped.push(part as Token);
        continue;
      }
    }
    (part?.tokens ?? grouped).push(token);
  }
  return grouped;
}

/** A paragraph all in bold, but for its sources, just before a table is its caption. */
function withCaptions(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'space') continue;
    if (token.type === 'table') {
      const caption = captionText(result.at(-1));
      if (caption) result.pop();
      const table = token as Tokens.Table;
      const captioned: Grouped = {
        type: 'captioned-table',
        raw: '',
        tokens: [],
        table,
        ...(caption ? { caption } : {}),
      };
      result.push(captioned as Token);
    } else result.push(token);
  }
  return result;
}

/** A picture of ours with what it shows before it and what must be said with it after it. */
function withCharts(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  let open: Grouped | undefined;
  for (const token of tokens) {
    if (token.type === 'space') continue;
    const picture = onlyToken(token, 'image') as Tokens.Image | undefined;
    if (picture && DRAWN.test(picture.href)) {
      const finding = onlyToken(result.at(-1), 'strong') as Tokens.Strong | undefined;
      if (finding) result.pop();
      const inside: Token[] = [picture];
      open = {
        type: 'chart',
        raw: '',
        tokens: inside,
        ...(finding && { caption: finding.tokens }),
      };
      result.push(open as Token);
    } else if (open && onlyToken(token, 'em')?.raw.startsWith('_')) {
      open.tokens.push(token);
      open = undefined;
    } else {
      result.push(token);
      open = undefined;
    }
  }
  return result;
}

/** How charts and maps are named, beside pictures of the trust’s own. */
const DRAWN = /^assets\/(?:chart|map)-[\w-]+\.svg$/;

/** The token of a paragraph that holds just one, of this type. */
function onlyToken(token: Token | undefined, type: string): Token | undefined {
  if (token?.type !== 'paragraph') return undefined;
  const [only, ...rest] = (token as Tokens.Paragraph).tokens;
  return rest.length === 0 && only?.type === type ? only : undefined;
}

function captionText(token: Token | undefined): Token[] | undefined {
  if (token?.type !== 'paragraph') return undefined;
  const [first, ...rest] = (token as Tokens.Paragraph).tokens;
  if (first?.type !== 'strong' || rest.some(({ type }) => type !== 'source-reference')) {
    return undefined;
  }
  return [...(first as Tokens.Strong).tokens, ...rest];
}

function typesetter(onForeignHtml: () => void): Marked {
  const slugger = new Slugger();
  let heading = '';
  return new Marked({
    gfm: true,
    extensions: [
      ...footnotes,
      runs,
      {
        name: 'part',
        renderer(token) {
          const { heading, tokens } = token as unknown as Grouped;
          const title = heading ? this.parser.parse([heading]) : '';
          return `<div class="part">\n${title}${this.parser.parse(tokens)}</div>\n`;
        },
      },
      {
        name: 'chart',
        renderer(token) {
          const { tokens, caption } = token as unknown as Grouped;
          const [picture, ...notes] = tokens as [Token, ...Token[]];
          const finding = caption
            ? `<p class="finding">${this.parser.parseInline(caption)}</p>\n`
            : '';
          return `<div class="chart">\n${finding}${this.parser.parseInline([picture])}\n${this.parser.parse(notes)}</div>\n`;
        },
      },
      {
        name: 'captioned-table',
        renderer(token) {
          const { table, caption } = token as unknown as Grouped;
          return table
            ? tableHtml(table, caption, heading, (inside) => this.parser.parseInline(inside))
            : '';
        },
      },
    ],
    renderer: {
      heading({ tokens, depth }) {
        const inside = this.parser.parseInline(tokens);
        // GitHub’s anchor; a heading of signs alone has none.
        const words = wordsOf(tokens);
        const anchor = slugger.slug(words);
        heading = words;
        return `<h${depth}${anchor && ` id="${anchor}"`}${direction(words)}>${inside}</h${depth}>\n`;
      },
      blockquote({ tokens }) {
        const alert = alertOf(tokens);
        if (alert) {
          const inside = this.parser.parse(alert.tokens);
          return `<div class="callout callout-${alert.kind}">\n${inside}</div>\n`;
        }
        const last = tokens.findLast((token) => token.type !== 'space');
        const said = last?.type === 'paragraph' && /^— /.test(last.raw) ? last : undefined;
        const words = this.parser.parse(tokens.filter((token) => token !== said));
        const who = said
          ? `<p class="who">${this.parser.parseInline((said as Tokens.Paragraph).tokens)}</p>\n`
          : '';
        return `<div class="voice"><blockquote>\n${words}</blockquote>\n${who}</div>\n`;
      },
      listitem({ text, tokens }) {
        return `<li${direction(text)}>${this.parser.parse(tokens)}</li>\n`;
      },
      paragraph({ text, tokens }) {
        if (tokens[0]?.type === 'image') {
          return `<p class="picture">${this.parser.parseInline(tokens)}</p>\n`;
        }
        const big = bigFigure(tokens);
        if (!big) return `<p${direction(text)}>${this.parser.parseInline(tokens)}</p>\n`;
        const words = big.lines
          .map((line) => this.parser.parseInline(line))
          .map((line, index) => `<p class="${index === 0 ? 'big-words' : 'small'}">${line}</p>`)
          .join('\n');
        const value = this.parser.parseInline(big.value.tokens);
        const unit = this.parser.parseInline(big.unit).trim();
        const written = unit ? `${value} <span class="unit">${unit}</span>` : value;
        return `<div class="big"><p class="big-value">${written}</p>\n<div>${words}</div></div>\n`;
      },
      text(token) {
        return Renderer.prototype.text
          .call(this, token)
          .replace(DEBT, '<span class="whole">$&</span>');
      },
      // Underscores mark small print; what a profile stresses is marked with asterisks.
      em({ raw, tokens }) {
        const inside = this.parser.parseInline(tokens);
        return raw.startsWith('_') ? `<span class="note">${inside}</span>` : `<em>${inside}</em>`;
      },
      link({ href, tokens }) {
        const inside = this.parser.parseInline(tokens);
        if (!SAFE_LINK.test(href)) return inside;
        return `<a href="${attribute(href)}">${inside}${href.startsWith('#') ? PAGE_REFERENCE : ''}</a>`;
      },
      image({ href, tokens }) {
        return `<img src="${attribute(href)}" alt="${attribute(wordsOf(tokens))}">`;
      },
      html({ text }) {
        onForeignHtml();
        return text;
      },
    },
  });
}

/** An amount below nought: browsers would part its sign from it at the end of a line. */
const DEBT = /−£\d[\d,.]*/g;

/**
 * Where a link to another place of the document leads on paper. The number is written in when the page
 * is printed; until then, and on a screen, nothing of this is seen.
 */
const PAGE_REFERENCE =
  '<span class="page-reference"><span class="page-word">, page&nbsp;</span><span class="page-number"></span></span>';

const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:|#)/i;

interface BigFigure {
  value: Tokens.Strong;
  unit: Token[];
  lines: Token[][];
}

/** A paragraph that begins with a bold number and its unit on a line of their own, and goes on below. */
function bigFigure(tokens: readonly Token[]): BigFigure | undefined {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === 'br') lines.push([]);
    else lines.at(-1)?.push(token);
  }
  const [[value, ...unit] = [], ...rest] = lines;
  if (value?.type !== 'strong' || !NUMBER.test(wordsOf([value]))) return undefined;
  if (rest.length === 0) return undefined;
  return { value: value as Tokens.Strong, unit, lines: rest };
}

/** A number as we print it, and nothing else: words that begin with a number are no big figure. */
const NUMBER = /^−?£?\d[\d,.]*(?:%| million)?$/;

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/;

/** GitHub’s alerts: a quotation that begins with `[!NOTE]` on a line of its own. */
function alertOf(tokens: readonly Token[]): { kind: string; tokens: Token[] } | undefined {
  const [first, ...rest] = tokens;
  const match = first?.type === 'paragraph' ? ALERT.exec(first.raw) : null;
  if (!match?.[1]) return undefined;
  const kind = match[1].toLowerCase();
  const after = first?.raw.slice(match[0].length).trim();
  // Words on the line of the mark would be lost: keep them as the first paragraph.
  const kept = after ? [{ ...first, tokens: afterMark(first as Tokens.Paragraph) } as Token] : [];
  return { kind, tokens: [...kept, ...rest] };
}

function afterMark({ tokens }: Tokens.Paragraph): Token[] {
  const [first, ...rest] = tokens;
  const words = (first as Tokens.Text).text.replace(ALERT, '');
  return words ? [{ ...first, raw: words, text: words } as Token, ...rest] : rest;
}
