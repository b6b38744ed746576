import type { HelperOptions } from 'handlebars';
import type { Case } from '../case/case.ts';
import type { Chart } from '../case/chart.ts';
import type { Series } from '../case/figures.ts';
import type { Gallery } from '../charts/gallery.ts';
import type { Section } from '../knowledge/sections.ts';
import { formatQuantity, grouped, type Quantity } from '../profile/formats/amounts.ts';
import { type CalendarDate, formatDate } from '../profile/formats/dates.ts';
import { type Period, periodInProse, periodInTable } from '../profile/formats/periods.ts';
import { figureInWords, figureNames, type Metric } from '../profile/metrics.ts';
import { chartMarkdown } from './chart.ts';
import { citation } from './citations.ts';
import { seriesTable } from './series-table.ts';
import {
  boldMarkdown,
  cellMarkdown,
  emailMarkdown,
  type FillFigures,
  imageMarkdown,
  inlineMarkdown,
  linkMarkdown,
  literalMarkdown,
  noteMarkdown,
  paragraphsMarkdown,
} from './text.ts';
import { sentenceList, upperFirst } from './words.ts';

/** What templates can see besides the part of the case they are given. */
export interface Root {
  case: Case;
  /** The section that is written. */
  section: Section;
  /** Sections that have something to say, once that is known: their headings by id. */
  outline: ReadonlyMap<string, { title: string; anchor: string; insteadOf?: string | undefined }>;
  /** Where the pictures of the profile stand beside the Markdown, by the name that was typed. */
  pictures: ReadonlyMap<string, string>;
  /** Draws a chart, once. There is none where a case has no charts. */
  draw: Gallery['draw'] | undefined;
  /** The sources in the order they are first cited, once that is known. */
  sources: readonly Source[];
}

/** A source with its number. */
export type Source = { number: number } & Partial<Case['evidence'][string]>;

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

  /** A phrase or sentence of the profile in bold; between asterisks, its own bold words could be misread. */
  bold: (value: unknown, options: HelperOptions) => boldMarkdown(words(value), fill(options)),

  /** Superscript numbers for the evidence something rests on; evidence that is not there is left out. */
  cite: (...args: unknown[]) => {
    const ids = new Set(args.slice(0, -1).flatMap((ids) => (Array.isArray(ids) ? ids : [])));
    return known([...ids], args.at(-1) as HelperOptions)
      .map(citation)
      .join('');
  },

  /** Small print about what stands before it. */
  note: (value: unknown, ...rest: unknown[]) => {
    const before = rest.length > 1 ? `${words(rest[0])} ` : '';
    const fillIn = fill(rest.at(-1) as HelperOptions);
    return filled(value) ? noteMarkdown(before + words(value), fillIn) : '';
  },

  /** Words of ours and of the profile as one text, for a link. */
  words: (...args: unknown[]) => args.slice(0, -1).map(words).join(' '),

  date: (date: CalendarDate | undefined) => (date ? formatDate(date) : ''),
  period: (period: Period | undefined) => (period ? periodInProse(period) : ''),
  count: (number: number | undefined) => (number === undefined ? '' : grouped(number)),
  money: (sum: Quantity | undefined) => quantity(sum, '£'),
  percent: (share: Quantity | undefined) => quantity(share, '%'),

  /** One thing or several: `{{plural 6 "school" "schools"}}` gives “6 schools”. */
  plural: (number: number | undefined, one: string, many: string) => {
    if (number === undefined) return '';
    return number === 1 ? `one ${one}` : `${grouped(number)} ${many}`;
  },

  /** “a, b and c”. */
  join: (items: readonly string[] | undefined, options: HelperOptions) =>
    sentenceList((items ?? []).map((item) => inlineMarkdown(item, fill(options)))),

  /** A table from rows and columns; columns that no row fills are left out, and so is an empty table. */
  table: (...args: unknown[]) => {
    const options = args.at(-1) as HelperOptions;
    const [rows, ...columns] = args.slice(0, -1) as [readonly Row[] | undefined, ...Column[]];
    return markdownTable(rows ?? [], columns, options);
  },

  /**
   * A column of a table: its heading, the key it shows, and how: text, date, count or cited. With
   * `when`, it is there only where that is true.
   */
  column: (heading: string, key: string, options: HelperOptions): Column => ({
    heading,
    key,
    as: (options.hash.as as Column['as']) ?? 'text',
    empty: (options.hash.empty as string | undefined) ?? '–',
    when: options.hash.when !== false,
  }),

  /** A table with empty rows to write in. */
  blanks: (...args: unknown[]) => {
    const [count, ...headings] = args.slice(0, -1) as [number, ...string[]];
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const empty = headings.map(() => ' ');
    return [
      line(headings.map((heading) => cellMarkdown(heading))),
      line(headings.map(() => '---')),
      ...Array.from({ length: count }, () => line(empty)),
    ].join('\n');
  },

  /** A picture of the profile; where its file is missing, a gap that says so. */
  image: (image: Picture | undefined, options: HelperOptions) => {
    if (!image) return '';
    const place = rootOf(options).pictures.get(image.file);
    const alt = image.decorative ? '' : (image.alt ?? '');
    return place ? imageMarkdown(alt, place) : literalMarkdown(`[picture missing: ${image.file}]`);
  },

  /** In small print, links to other sections of the document, to those that it has. */
  see: (ids: string | readonly string[] | undefined, before: string, options: HelperOptions) => {
    const { outline } = rootOf(options);
    const shorter = (id: string) =>
      id ? [...outline.values()].find(({ insteadOf }) => insteadOf === id) : undefined;
    const targets = new Set([ids ?? []].flat().map((id) => outline.get(id) ?? shorter(id)));
    const links = [...targets].flatMap((target) =>
      target ? `[${inlineMarkdown(target.title)}](#${target.anchor})` : [],
    );
    return links.length > 0 ? `_${before} ${links.join('; ')}_` : '';
  },

  /** The sections that have something to say, as links. */
  contents: (options: HelperOptions) =>
    [...rootOf(options).outline.values()]
      .map(({ title, anchor }) => `- [${inlineMarkdown(title)}](#${anchor})`)
      .join('\n'),

  /** The sources cited, in the order of their numbers. */
  sources: (options: HelperOptions) => rootOf(options).sources,

  /** A number that stands for itself, such as that of a source. */
  plain: (number: unknown) => (typeof number === 'number' ? String(number) : ''),

  /** A link on the web. */
  link: (label: unknown, target: string, options: HelperOptions) =>
    linkMarkdown(words(label), target, fill(options)),

  /** A telephone number, which a line may not break. */
  phone: (number: string) => unbroken(literalMarkdown(number)),

  email: (address: string) => emailMarkdown(address),

  month: (date: CalendarDate | undefined) => date && { year: date.year, month: date.month },

  /** All the numbers of a metric and its comparators, year by year. */
  series: (series: Series | undefined, options: HelperOptions) =>
    series && series.periods.length > 0 ? seriesTable(series, fill(options)) : '',

  /** A chart: what it shows in bold, the picture, and what must be said with it in small print. */
  chart: (chart: Chart | undefined, options: HelperOptions) => {
    const picture = chart && rootOf(options).draw?.(chart);
    return picture ? chartMarkdown(picture) : '';
  },

  /** Whether the schools of a map carry the numbers of its table. */
  numbered: (chart: Chart, options: HelperOptions) =>
    rootOf(options).draw?.(chart).numbered ?? false,

  /** A callout: GitHub’s alerts, with a heading inside. */
  callout(this: unknown, kind: string, title: string, options: HelperOptions) {
    const body = tidy(options.fn(this));
    if (body === '') return '';
    return `${quoteLines(`[!${kind}]\n### ${inlineMarkdown(title)}\n\n${body}`)}\n\n`;
  },

  /** A quotation. */
  quotation(this: unknown, options: HelperOptions) {
    const body = tidy(options.fn(this));
    return body === '' ? '' : `${quoteLines(body)}\n\n`;
  },

  /** A heading with what stands below it; nothing where nothing does. */
  part(this: unknown, title: string, options: HelperOptions) {
    const body = tidy(options.fn(this));
    return body === '' ? '' : `### ${inlineMarkdown(title)}\n\n${body}\n\n`;
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
  when: boolean;
}

type Row = Record<string, unknown>;

function markdownTable(
  rows: readonly Row[],
  columns: readonly Column[],
  options: HelperOptions,
): string {
  const fillIn = fill(options);
  const written = columns.map((column) =>
    rows.map((row) =>
      column.as === 'cite'
        ? known((row[column.key] ?? []) as string[], options)
            .map(citation)
            .join('')
        : cellOf(row[column.key], column, fillIn),
    ),
  );
  const shown = columns.flatMap((column, index) => {
    const cells = written[index] ?? [];
    return column.when && cells.some((cell) => cell !== '') ? [{ column, cells }] : [];
  });
  if (rows.length === 0 || shown.length === 0) return '';
  const caption = options.hash.caption as string | undefined;
  const sources = known((options.hash.evidence ?? []) as string[], options)
    .map(citation)
    .join('');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    ...(caption ? [`${boldMarkdown(caption, fillIn)}${sources}`, ''] : []),
    line(shown.map(({ column }) => cellMarkdown(column.heading))),
    line(shown.map(({ column }) => (isNumeric(column) ? '---:' : '---'))),
    ...rows.map((_, row) => line(shown.map(({ column, cells }) => cells[row] || column.empty))),
  ].join('\n');
}

/** Evidence that the profile has. */
function known(ids: readonly string[], options: HelperOptions): string[] {
  const { evidence } = rootOf(options).case;
  return ids.filter((id) => Object.hasOwn(evidence, id));
}

function isNumeric({ as }: Column): boolean {
  return as === 'count' || as === 'number' || as === 'percent';
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
    case 'number':
      return shortUnbroken(cellMarkdown(words(value), fillIn));
    case 'standing':
      return `**${cellMarkdown(words(value), fillIn)}**`;
    default:
      return cellMarkdown(words(value), fillIn);
  }
}

/** A number keeps its unit on its line; words that stand for one may be broken. */
function shortUnbroken(text: string): string {
  return text.length <= LONGEST_NUMBER ? unbroken(text) : text;
}
const LONGEST_NUMBER = 14;

/** Kept on one line: a narrow column would break a date after its month. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Names of figures in a text become their numbers; a name that means nothing is shown as a gap. */
function fill(options: HelperOptions): FillFigures {
  return fillFrom(rootOf(options).case.metrics);
}

export function fillFrom(metrics: Readonly<Record<string, Metric>>): FillFigures {
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

/** No blank line twice, none at either end; no line broken where nothing follows. */
export function tidy(markdown: string): string {
  return markdown
    .replace(/[^\S\n]+$/gm, '')
    .trim()
    .replace(/(?<!\\)((?:\\\\)*)\\(?=\n[\n#>|-]|$)/g, '$1')
    .replace(/\n{3,}/g, '\n\n');
}

function quoteLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
