import { Document, isPair, isScalar, isSeq, parseDocument, type Scalar, visit } from 'yaml';
import { defaultLimits } from '../limits.ts';
import { type Value, valuesOf } from '../yaml/values.ts';
import { same } from './same.ts';

/** How a file is written, so that what is added looks like the rest of it. */
export interface Style {
  eol: '\n' | '\r\n';
  /** How many spaces each level is set in by. */
  step: number;
  /** Whether the hyphens of a list stand further in than its key. */
  indentSeq: boolean;
}

/** Beyond this many columns a text is folded over several lines. */
const WIDTH = 88;
const LONGEST_INLINE = 68;

/** Words and figures that other YAML readers would not take for the text that was typed. */
const AMBIGUOUS = /^(?:|~|null|true|false|[-+]?\.(?:inf|nan)|0[xo]?[\da-f]+)$/i;
/** Such as the names of evidence, which read well between brackets. */
const SHORT_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The lines of a block map that holds just this key, not set in and without line ends. */
export function entryLines(key: string, value: Value, style: Style, indent: number): string[] {
  return linesOf({ [key]: value }, style, indent);
}

/** The lines of a block list that holds just this item, its hyphen in the first column. */
export function itemLines(value: Value, style: Style, indent: number): string[] {
  return linesOf([value], style, indent);
}

function linesOf(value: Value, style: Style, indent: number): string[] {
  const pretty = stringify(value, style, indent, blockOrQuoted);
  const text = holds(pretty, value) ? pretty : stringify(value, style, indent, quoted);
  return text.trimEnd().split('\n');
}

function stringify(
  value: Value,
  style: Style,
  indent: number,
  typeOf: (text: string) => Scalar.Type | undefined,
): string {
  const document = new Document(value, { schema: 'failsafe' });
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== 'string' || key === 'key') return;
      const type = typeOf(node.value);
      if (type) node.type = type;
    },
    Seq(key, node) {
      if (key === null) return;
      if (node.items.every((item) => isScalar(item) && SHORT_NAME.test(String(item.value)))) {
        node.flow = true;
      }
    },
  });
  return document.toString({
    lineWidth: Math.max(40, WIDTH - indent),
    indent: style.step,
    indentSeq: style.indentSeq,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

function blockOrQuoted(text: string): Scalar.Type | undefined {
  if (AMBIGUOUS.test(text)) return 'QUOTE_DOUBLE';
  if (!text.includes('\n') && text.length <= LONGEST_INLINE) return undefined;
  return canBeBlock(text) ? blockTypeFor(text) : 'QUOTE_DOUBLE';
}

/** Short lines stay as they are; a long one is folded, and then takes two empty lines for one. */
export function blockTypeFor(text: string): 'BLOCK_FOLDED' | 'BLOCK_LITERAL' {
  const isShort = text.split('\n').every((line) => line.length <= WIDTH);
  return text.includes('\n') && isShort ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED';
}

const quoted = (): Scalar.Type => 'QUOTE_DOUBLE';

/** Whether a text can be a block scalar without losing a space or a sign. */
function canBeBlock(text: string): boolean {
  return text === text.trim() && !/(?!\n)[\p{Cc}\u2028\u2029\ufeff]| \n|\n /u.test(text);
}

function holds(yaml: string, value: Value): boolean {
  const document = parseDocument(yaml, { schema: 'failsafe' });
  return document.errors.length === 0 && same(valuesOf(document, defaultLimits).value, value);
}

/** A text as a block scalar: its header and its lines, not set in; undefined where it cannot be one. */
export function blockScalar(
  text: string,
  type: 'BLOCK_FOLDED' | 'BLOCK_LITERAL',
  style: Style,
  indent: number,
): { header: string; lines: string[] } | undefined {
  if (!canBeBlock(text) || AMBIGUOUS.test(text)) return undefined;
  const written = stringify({ k: text }, style, indent, () => type);
  if (!holds(written, { k: text })) return undefined;
  const [first = '', ...rest] = written.trimEnd().split('\n');
  const header = first.slice('k: '.length);
  if (!/^[|>]-$/.test(header)) return undefined;
  return { header, lines: rest.map((line) => line.slice(style.step)) };
}

/** A text on one line: plain where that is safe, else in the quotation marks that are wanted. */
export function inlineScalar(text: string, wanted: 'plain' | 'single' | 'double', flow: boolean) {
  if (wanted === 'plain' && isPlain(text, flow)) return text;
  const printable = !/[\p{Cc}\u2028\u2029]/u.test(text);
  if (printable && (wanted === 'single' || (wanted === 'plain' && /["\\]/.test(text)))) {
    return `'${text.replaceAll("'", "''")}'`;
  }
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function isPlain(text: string, flow: boolean): boolean {
  if (AMBIGUOUS.test(text) || text.includes('\n')) return false;
  const { contents, errors } = parseDocument(flow ? `[${text}]` : `- ${text}`, {
    schema: 'failsafe',
  });
  if (errors.length > 0 || !isSeq(contents) || contents.items.length !== 1) return false;
  const [item] = contents.items;
  return isScalar(item) && item.type === 'PLAIN' && item.value === text && !item.comment;
}

/** A value on one line, as it stands between brackets. */
export function flowText(value: Value): string {
  if (typeof value === 'string') return inlineScalar(value, 'plain', true);
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  const pairs = Object.entries(value).map(
    ([key, inside]) => `${keyText(key)}: ${flowText(inside)}`,
  );
  return `{${pairs.join(', ')}}`;
}

export function keyText(key: string): string {
  return inlineScalar(key, 'plain', true);
}

/** How a file is written, from what most of it does. */
export function styleOf(text: string, document: Document.Parsed): Style {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1;
  let step: number | undefined;
  let indentSeq: boolean | undefined;
  const column = (offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1);
  visit(document, {
    Pair(_, pair, ancestors) {
      const { key, value } = pair;
      if (!isScalar(key) || !key.range || !value || typeof value !== 'object') return;
      if (!('range' in value) || !Array.isArray(value.range) || ('flow' in value && value.flow))
        return;
      const start = Number(value.range[0]);
      const inward = column(start) - column(key.range[0]);
      const own = /^\s*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
      if (!own) return;
      if (isSeq(value)) indentSeq ??= inward > 0;
      else if (inward > 0 && !isInSequence(ancestors)) step ??= inward;
    },
  });
  return { eol: crlf * 2 > lf ? '\r\n' : '\n', step: step ?? 2, indentSeq: indentSeq ?? true };
}

/** Inside a list, a level can be set in by the width of its hyphen. */
function isInSequence(ancestors: readonly unknown[]): boolean {
  return ancestors.some(
    (ancestor) => isSeq(ancestor) || (isPair(ancestor) && isSeq(ancestor.value)),
  );
}
