import {
  Composer,
  type CST,
  type Document,
  isCollection,
  isPair,
  Lexer,
  type Node,
  Parser,
  YAMLParseError,
} from 'yaml';
import { type ValueLimits, ValueReader, type Values } from './values.ts';

/**
 * What a text holds; or what is wrong with its YAML; or the offset at which groups stand too deep inside
 * one another, or at which there is more than so many values could need.
 */
export type Read =
  | Values
  | { broken: Document.Parsed }
  | { refused: 'too-deep' | 'too-dense'; at: number };

/** A key, its value and what stands between them are eight lexemes: a hundred values or so. */
export const PIECE = 1_000;

/**
 * A comment or an empty line adds a few lexemes to those of a value. Twice as many are more than anyone
 * writes, and commas by the million are refused in a second.
 */
const MOST_LEXEMES_PER_VALUE = 16;

/** The parser may still change the last two items of what it is in. */
const UNSETTLED = 2;

/**
 * Reads a text in pieces of so many lexemes: what the parser has finished by then is made into values,
 * and its tokens and nodes are let go, which would take fifty times the room of the text.
 */
export function readText(text: string, limits: ValueLimits, piece: number): Read {
  const { stackTraceLimit } = Error;
  // `yaml` makes an error of each mistake: noting where in the code takes most of the time.
  Error.stackTraceLimit = 0;
  try {
    // A mistake in one piece can look like another, or like none: what is told comes from the whole.
    return readOnce(text, limits, piece) ?? (readOnce(text, limits, Infinity) as Read);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Null where a piece has been read, and the text has a mistake or holds too much. */
function readOnce(text: string, limits: ValueLimits, piece: number): Read | null {
  const parser = new Parser();
  const composer = newComposer();
  const reader = new ValueReader(limits);
  // The parser's stack holds the document and each node that is still open.
  const mostOpen = limits.depth + 2;
  const most = limits.nodes * MOST_LEXEMES_PER_VALUE;
  const documents: Document.Parsed[] = [];
  let lexemes = 0;
  let next = piece;
  let inPieces = false;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    // Found before anything is composed, because every comma and line takes its time …
    if (lexemes > most) return { refused: 'too-dense', at: parser.offset };
    for (const token of parser.next(lexeme)) {
      // What the rest of the text means may hang on it.
      if (token.type === 'directive') next = Infinity;
      documents.push(...composer.next(token));
    }
    // … and Node itself does not survive groups in groups by the thousand.
    if (parser.stack.length > mostOpen) return { refused: 'too-deep', at: parser.offset };
    if (documents.length > 1) break;
    if (lexemes < next) continue;
    next += piece;
    const open = openIn(parser.stack);
    if (open.length === 0) continue;
    inPieces = true;
    const [finished] = [...newComposer().compose([cutOff(open, parser.stack[0] as CST.Document)])];
    if (!finished || finished.errors.length > 0) return null;
    reader.read(finished.contents as Node | null, open.length);
    if (reader.stopped) return null;
    goOnFrom(finished.contents as Node | null, open);
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));

  const [document, second] = documents as [Document.Parsed, Document.Parsed?];
  const { errors } = document;
  if (second)
    errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', ''));
  if (errors.length > 0) return inPieces ? null : { broken: document };
  reader.read(document.contents as Node | null);
  return reader.values();
}

function newComposer(): Composer {
  return new Composer({
    schema: 'failsafe',
    merge: false,
    strict: true,
    // Compares each key with all before it; the reader finds duplicates faster.
    uniqueKeys: false,
    prettyErrors: false,
  });
}

type Collection = CST.BlockMap | CST.BlockSequence;

/**
 * The lists and groups on the parser's stack, each in the last item of the one before, that something
 * finished can be taken off: it is all in the last of them but for what the parser may still change.
 */
function openIn([document, ...inner]: CST.Token[]): Collection[] {
  if (document?.type !== 'document' || document.start.some(isMark)) return [];
  const open: Collection[] = [];
  for (const token of inner) {
    if (token.type !== 'block-map' && token.type !== 'block-seq') break;
    open.push(token);
    if (!isOpen(token)) break;
  }
  while ((open.at(-1)?.items.length ?? Infinity) <= UNSETTLED) open.pop();
  return open.some(isBroken) ? [] : open;
}

/** Whether what comes next on the parser's stack is the value of the last item, and nothing refers to it. */
function isOpen({ items }: Collection): boolean {
  const { start, key, sep = [], value }: CST.CollectionItem = items.at(-1) ?? { start: [] };
  const begun = key ? 'source' in key && sep.length > 0 : start.some(isHyphen);
  return begun && value === undefined && ![...start, ...sep].some(isMark);
}

/** Whether a group has something before its last key that is no key, which is a mistake. */
function isBroken({ type, items }: Collection): boolean {
  return type === 'block-map' && items.slice(0, -1).some(({ sep }) => !sep);
}

const isHyphen = ({ type }: CST.SourceToken) => type === 'seq-item-ind';

/** Anchors and tags; a question mark too, after which a key may be anything. */
const isMark = ({ type }: CST.SourceToken) =>
  type === 'anchor' || type === 'tag' || type === 'explicit-key-ind';

/** Takes what is finished off, as a document that has the same lists and groups round it. */
function cutOff(open: readonly Collection[], document: CST.Document): CST.Document {
  const value = open.reduceRight<Collection | undefined>((inside, collection) => {
    const items = collection.items as CST.CollectionItem[];
    const finished = items.splice(0, items.length - (inside ? 1 : UNSETTLED));
    if (inside) finished.push({ ...items[0], value: inside } as CST.CollectionItem);
    return { ...collection, items: finished } as Collection;
  }, undefined);
  return value ? { ...document, value } : document;
}

/** Where the library would be by now in the innermost: what it makes of an empty key hangs on it. */
function goOnFrom(finished: Node | null, open: readonly Collection[]): void {
  let node = finished;
  for (const collection of open) {
    if (!isCollection(node) || !node.range) return;
    collection.offset = node.range[1];
    const last = node.items.at(-1);
    node = (isPair(last) ? last.value : last) as Node | null;
  }
}
