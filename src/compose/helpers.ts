import type { HelperOptions } from 'handlebars';
import type { Case } from '../case/case.ts';
import type { Series } from '../case/figures.ts';
import { formatQuantity, grouped, type Quantity } from '../profile/formats/amounts.ts';
import { type CalendarDate, formatDate } from '../profile/formats/dates.ts';
import { type Period, periodInProse, periodInTable } from '../profile/formats/periods.ts';
import { figureInWords, figureNames } from '../profile/metrics.ts';
import {
  cellMarkdown,
  type FillFigures,
  inlineMarkdown,
  literalMarkdown,
  paragraphsMarkdown,
} from './text.ts';
import { sentenceList, upperFirst } from './words.ts';

/** What templates can see besides the part of the case they are given. */
export interface Root {
  case: Case;
  /** Sections that have something to say, once that is known: their headings by id. */
  outline: ReadonlyMap<string, { title: string; anchor: string }>;
  /** Where the pictures of the profile stand beside the Markdown, by the name that was typed. */
  pictures: ReadonlyMap<string, string>;
  /** The sources in the order they are first cited, once that is known. */
  sources: readonly Source[];
}

/** A source with its number. */
export type Source = { number: number } & Partial<Case['evidence'][string]>;

/** How a cited source is written until the sources are numbered. */
export const citation = (id: string) => `[^${id}]`;
export const CITATION = /(?<!\\)\[\^([a-z][a-z0-9-]*)\]/g;

/**
 * Every helper a template can use. Each is a pure function of its arguments and of `Root`; the
 * words of a profile pass through `text`, `para` or `cell`, and no other way.
 */
export const helpers = {
  /** A phrase or sentence of the profile. */
  text: (value: unknown, options: HelperOptions) => inlineMarkdown(words(value), fill(options)),

  /** Paragraphs of the profile. */
  para: (value: unknown, options: HelperOptions) => paragraphsMarkdown(words(value), fill(options)),

  /** A word or sentence of the profile that begins a sentence or a line of a list. */
  capital: (value: unknown, options: HelperOptions) =>
    inlineMarkdown(upperFirst(words(value)), fill(options)),

  /** Superscript numbers for the evidence something rests on; evidence that is not there is left out. */
  cite: (...args: unknown[]) => {
    const { case: theCase } = rootOf(args.at(-1) as HelperOptions);
    const ids = new Set(args.slice(0, -1).flatMap((ids) => (Array.isArray(ids) ? ids : [])));
    return [...ids]
      .filter((id) => Object.hasOwn(theCase.evidence, id))
      .map((id) => citation(id))
      .join('');
  },

  /** Small print about what stands before it. */
  note: (value: unknown, ...rest: unknown[]) => {
    const note = inlineMarkdown(words(value), fill(rest.at(-1) as HelperOptions));
    const before = rest.length > 1 ? `${words(rest[0])} ` : '';
    return note === '' ? '' : `_${before}${note}_`;
  },

  date: (date: CalendarDate | undefined) => (date ? formatDate(date) : ''),
  period: (period: Period | undefined) => (period ? periodInProse(period) : ''),
  count: (number: number | undefined) => (number === undefined ? '' : grouped(number)),
  money: (sum: Quantity | undefined) => quantity(sum, '£'),
  percent: (share: Quantity | undefined) => quantity(share, '%'),

  /** One thing or several: `{{plural 6 "school" "schools"}}` gives “6 schools”. */
  plural: (number: number, one: string, many: string) =>
    number === 1 ? `one ${one}` : `${grouped(number)} ${many}`,

  /** “a, b and c”. */
  join: (items: readonly string[] | undefined, options: HelperOptions) =>
    sentenceList((items ?? []).map((item) => inlineMarkdown(item, fill(options)))),

  /** A table from rows and columns; columns that no row fills are left out, and so is an empty table. */
  table: (...args: unknown[]) => {
    const options = args.at(-1) as HelperOptions;
    const [rows, ...columns] = args.slice(0, -1) as [readonly Row[] | undefined, ...Column[]];
    return markdownTable(rows ?? [], columns, options);
  },

  /** A column of a table: its heading, the key it shows, and how: text, date, count or cited. */
  column: (heading: string, key: string, options: HelperOptions): Column => ({
    heading,
    key,
    as: (options.hash.as as Column['as']) ?? 'text',
    empty: (options.hash.empty as string | undefined) ?? '–',
  }),

  /** A picture of the profile; where its file is missing, a gap that says so. */
  image: (image: Picture | undefined, options: HelperOptions) => {
    if (!image) return '';
    const place = rootOf(options).pictures.get(image.file);
    const alt = image.decorative ? '' : inlineMarkdown(image.alt ?? '');
    return place ? `![${alt}](${place})` : inlineMarkdown(`[picture missing: ${image.file}]`);
  },

  /** In small print, a link to another section of the document, if it has one. */
  see: (id: string, before: string, options: HelperOptions) => {
    const target = rootOf(options).outline.get(id);
    return target ? `_${before} [${inlineMarkdown(target.title)}](#${target.anchor})_` : '';
  },

  /** The sections that have something to say, as links. */
  contents: (options: HelperOptions) =>
    [...rootOf(options).outline.values()]
      .map(({ title, anchor }) => `- [${inlineMarkdown(title)}](#${anchor})`)
      .join('\n'),

  /** The sources cited, in the order of their numbers. */
  sources: (options: HelperOptions) => rootOf(options).sources,

  /** A number that stands for itself, such as that of a source. */
  plain: (number: number) => String(number),

  /** A link on the web, or to an email address. */
  link: (label: unknown, target: string, options: HelperOptions) =>
    `[${inlineMarkdown(words(label), fill(options))}](${hrefOf(target)})`,

  phone: (number: string) => unbroken(literalMarkdown(number)),

  email: (address: string) => `[${literalMarkdown(address)}](${hrefOf(address)})`,

  month: (date: CalendarDate | undefined) => date && { year: date.year, month: date.month },

  /** All the numbers of a metric and its comparators, year by year. */
  series: (series: Series | undefined, options: HelperOptions) =>
    series && series.periods.length > 0 ? seriesTable(series, fill(options)) : '',

  /** A callout: GitHub’s alerts, with a heading inside. */
  callout(this: unknown, kind: string, title: string, options: HelperOptions) {
    const body = tidy(options.fn(this));
    if (body === '') return '';
    return `${quoteLines(`[!${kind}]\n### ${inlineMarkdown(title)}\n\n${body}`)}\n`;
  },

  /** A quotation. */
  quotation(this: unknown, options: HelperOptions) {
    return `${quoteLines(tidy(options.fn(this)))}\n`;
  },

  /** A heading with what stands below it; nothing where nothing does. */
  part(this: unknown, title: string, options: HelperOptions) {
    const body = tidy(options.fn(this));
    return body === '' ? '' : `### ${inlineMarkdown(title)}\n\n${body}\n`;
  },

  first: (items: readonly unknown[] | undefined) => items?.[0],
  and: (...args: unknown[]) => args.slice(0, -1).every((value) => filled(value)),
  or: (...args: unknown[]) => args.slice(0, -1).some((value) => filled(value)),
  is: (a: unknown, b: unknown) => a === b,
  not: (value: unknown) => !filled(value),
  lookup: (map: Record<string, unknown> | undefined, key: string) =>
    map && Object.hasOwn(map, key) ? map[key] : undefined,
};

interface Picture {
  file: string;
  alt?: string;
  decorative?: boolean;
}

export interface Column {
  heading: string;
  key: string;
  as:
    | 'text'
    | 'capital'
    | 'date'
    | 'period'
    | 'count'
    | 'number'
    | 'percent'
    | 'yes or no'
    | 'list'
    | 'standing'
    | 'cite';
  empty: string;
}

type Row = Record<string, unknown>;

function markdownTable(
  rows: readonly Row[],
  columns: readonly Column[],
  options: HelperOptions,
): string {
  const fillIn = fill(options);
  const written = columns.map((column) =>
    rows.map((row) => cellOf(row[column.key], column, fillIn)),
  );
  const shown = columns.flatMap((column, index) => {
    const cells = written[index] ?? [];
    return cells.some((cell) => cell !== '') ? [{ column, cells }] : [];
  });
  if (rows.length === 0 || shown.length === 0) return '';
  const caption = options.hash.caption as string | undefined;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    ...(caption ? [`**${inlineMarkdown(caption, fillIn)}**`, ''] : []),
    line(shown.map(({ column }) => cellMarkdown(column.heading))),
    line(shown.map(({ column }) => (isNumeric(column) ? '---:' : '---'))),
    ...rows.map((_, row) => line(shown.map(({ column, cells }) => cells[row] || column.empty))),
  ].join('\n');
}

function isNumeric({ as }: Column): boolean {
  return as === 'count' || as === 'number' || as === 'percent';
}

/**
 * A table of a metric's numbers: a column for each period, or a row where there are many, with the
 * sources in its caption.
 */
function seriesTable(series: Series, fillIn: FillFigures): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (text: string | undefined) => cellMarkdown(text ?? 'no figure', fillIn);
  const { periods, rows, label, evidence } = series;
  const wide = periods.length > MOST_COLUMNS;
  const heads = wide ? rows.map(({ whose }) => upperFirst(whose)) : periods;
  const lines = wide
    ? periods.map((period, index) => [period, ...rows.map(({ values }) => values[index])])
    : rows.map(({ whose, values }) => [upperFirst(whose), ...values]);
  const unit = series.unit && !label.toLowerCase().includes(series.unit.toLowerCase());
  return [
    `**${inlineMarkdown(label + (unit ? ` (${series.unit})` : ''), fillIn)}**${evidence.map(citation).join('')}`,
    '',
    line(['Year', ...heads].map(cell)),
    line(['---', ...heads.map(() => '---:')]),
    ...lines.map((cells) => line(cells.map(cell))),
  ].join('\n');
}

/** As many periods as fit side by side on a page. */
const MOST_COLUMNS = 6;

/** An address as a link's target: nothing in it can end the link early. */
function hrefOf(target: string): string {
  const address = /^[a-z]+:/i.test(target) ? target : `mailto:${target}`;
  return address
    .replace(/[\s()<>\\]/g, encodeURIComponent)
    .replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

function cellOf(value: unknown, { as }: Column, fillIn: FillFigures): string {
  if (as === 'yes or no') return value === undefined ? '' : value === true ? 'Yes' : 'No';
  if (!filled(value)) return '';
  switch (as) {
    case 'date':
      return unbroken(formatDate(value as CalendarDate));
    case 'period':
      return periodInTable(value as Period);
    case 'count':
      return grouped(value as number);
    case 'percent':
      return quantity(value as Quantity, '%');
    case 'list':
      return sentenceList((value as string[]).map((item) => cellMarkdown(item, fillIn)));
    case 'capital':
      return cellMarkdown(upperFirst(words(value)), fillIn);
    case 'standing':
      return `**${cellMarkdown(words(value), fillIn)}**`;
    case 'cite':
      return (value as string[]).map((id) => citation(id)).join('');
    default:
      return cellMarkdown(words(value), fillIn);
  }
}

/** Kept on one line: a narrow column would break a date after its month, and a line a number. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Names of figures in a text become their numbers; a name that means nothing is shown as a gap. */
function fill(options: HelperOptions): FillFigures {
  const { metrics } = rootOf(options).case;
  return (text) => {
    let filledText = '';
    let from = 0;
    for (const { name, select, start, end } of figureNames(text)) {
      const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
      const value = metric && figureInWords(metric, select);
      filledText += text.slice(from, start) + (value ?? `[number missing: ${name}]`);
      from = end;
    }
    return filledText + text.slice(from);
  };
}

function rootOf(options: HelperOptions): Root {
  return options.data.root as Root;
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function quantity(value: Quantity | undefined, unit: string): string {
  return value ? inlineMarkdown(formatQuantity(value.number, value.decimals, unit)) : '';
}

function filled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '' && value !== false;
}

/** No blank line twice, none at either end. */
export function tidy(markdown: string): string {
  return markdown
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function quoteLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
