import {
  Composer,
  type Document,
  Lexer,
  type Node,
  Parser,
  parseDocument,
  YAMLParseError,
} from 'yaml';
import type { Diagnostic, Marked, Range } from '../../diagnostics/diagnostic.ts';
import { SourceText } from '../../diagnostics/source-text.ts';
import { explainSyntax, type Words } from './explain.ts';
import { explainValue } from './explain-value.ts';
import { CONFLICT, foreignFile, lookalike } from './lookalikes.ts';
import { type Path, type Value, type ValueLimits, type ValueProblem, valuesOf } from './values.ts';

/** One YAML file: what it holds, and where each part of it stands. */
export interface ParsedFile {
  /** As shown to the user: relative to the folder the command was run in. */
  name: string;
  /** Undefined where the file is empty or could not be read as YAML. */
  value: Value | undefined;
  diagnostics: Diagnostic[];
  /**
   * Where a path stands: its value, or its key. Where the path leads to something that is not there,
   * the place of the deepest part that is.
   */
  rangeOf(path: Path, at: Marked): Range;
  /** Why nothing was read at a path. */
  absence(path: Path): Absence;
  /** Whether a problem kept something at or below a path from being read, or the whole part it is in. */
  faulty(path: Path): boolean;
  /** The same file as if nothing stood at these paths; what is left keeps its place. */
  without(paths: readonly Path[]): ParsedFile;
}

/** No key, a key with nothing after it, or one whose value has a problem of its own. */
export type Absence = 'missing' | 'empty' | 'faulty';

const MOST_SYNTAX_PROBLEMS = 10;

export function parseYaml(name: string, text: string, limits: ValueLimits): ParsedFile {
  const source = new SourceText(text);
  const report = (range: Range, { code, message, hint }: Words): Diagnostic => ({
    code,
    severity: 'error',
    message,
    hint,
    file: name,
    range,
  });

  const composed = compose(text, limits);
  if ('refused' in composed) {
    const { refused, at } = composed;
    const words = explainValue({ kind: refused, name: '' }, limits);
    return brokenFile(name, [report(source.range(at, at + 1), words)]);
  }
  const { document } = composed;
  if (document.errors.length > 0) {
    const foreign = foreignFile(text);
    if (foreign) return brokenFile(name, [report(source.range(0, 1), foreign)]);
    const problems = causesOf(document.errors, source);
    return brokenFile(
      name,
      problems.map((error) => {
        const { at, ...words } = explainSyntax(error, source, document);
        const [start, end] = at === undefined ? error.pos : [at, at];
        return report(source.range(start, Math.max(end, start + 1)), words);
      }),
    );
  }

  const wordsOf = (problem: ValueProblem): Words => {
    const [start] = problem.node.range ?? [0];
    const line = source.line(source.position(start).line);
    const seen = problem.kind === 'key-not-text' ? lookalike(line) : undefined;
    const first = problem.first?.range;
    return (
      seen ?? explainValue(problem, limits, first ? source.position(first[0]).line : undefined)
    );
  };

  const reading = (leftOut: ReadonlySet<Node>): ParsedFile => {
    const { value, problems, find } = valuesOf(document, limits, leftOut);
    const faulty = (path: Path) => {
      const found = find(path);
      if (found.depth === path.length) return found.faulty;
      return found.node !== null && leftOut.has(found.node);
    };
    return {
      name,
      value,
      diagnostics: problems.map((problem) =>
        report(rangeOfNode(problem.node, source), wordsOf(problem)),
      ),
      rangeOf(path, at) {
        const { node, key, depth } = find(path);
        if (at === 'whole' && depth === path.length && node?.range) {
          return source.range((key ?? node).range?.[0] ?? node.range[0], node.range[1]);
        }
        const marked =
          depth === path.length && at === 'value' && node?.range ? node : (key ?? node);
        return marked ? rangeOfNode(marked, source) : source.range(0, 0);
      },
      absence(path) {
        // What stopped the reading kept everything from being read.
        if (value === undefined && problems.length > 0) return 'faulty';
        if (find(path).depth < path.length) return 'missing';
        return faulty(path) ? 'faulty' : 'empty';
      },
      faulty,
      without(paths) {
        const nodes = paths.map((path) => find(path).node).filter((node) => node !== null);
        return reading(new Set([...leftOut, ...nodes]));
      },
    };
  };
  return reading(new Set());
}

type Composed = { document: Document.Parsed } | { refused: 'too-deep' | 'too-dense'; at: number };

/**
 * A key, its value and what stands between them are eight lexemes; a comment or an empty line adds
 * a few. Twice that is more than anyone writes, and commas by the million are refused in a second.
 */
const MOST_LEXEMES_PER_VALUE = 16;

/**
 * The document of a text, or the offset at which groups stand too deep inside one another: found
 * before they are composed, because Node itself does not survive thousands of them. Or the one at
 * which there is more than so many values could need: every comma and line takes its time.
 */
function compose(text: string, limits: ValueLimits): Composed {
  const { stackTraceLimit } = Error;
  // `yaml` makes an error of each mistake: noting where in the code takes most of the time.
  Error.stackTraceLimit = 0;
  try {
    return composeWithin(text, limits);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function composeWithin(text: string, { depth, nodes }: ValueLimits): Composed {
  const parser = new Parser();
  const composer = new Composer({
    schema: 'failsafe',
    merge: false,
    strict: true,
    // Compares each key with all before it; `valuesOf` finds duplicates faster.
    uniqueKeys: false,
    prettyErrors: false,
  });
  // The parser's stack holds the document and each node that is still open.
  const mostOpen = depth + 2;
  const documents: Document.Parsed[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > nodes * MOST_LEXEMES_PER_VALUE)
      return { refused: 'too-dense', at: parser.offset };
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > mostOpen) return { refused: 'too-deep', at: parser.offset };
    if (documents.length > 1) break;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));

  const [document, second] = documents as [Document.Parsed, Document.Parsed?];
  if (second) {
    const [start, end] = second.range;
    document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', ''));
  }
  return { document };
}

/** A file that could not be read, or whose YAML is broken: nothing in it can be relied on. */
export function brokenFile(name: string, diagnostics: Diagnostic[]): ParsedFile {
  const start = new SourceText('').range(0, 0);
  const file: ParsedFile = {
    name,
    value: undefined,
    diagnostics,
    rangeOf: () => start,
    absence: () => 'faulty',
    faulty: () => true,
    without: () => file,
  };
  return file;
}

/** A scalar is marked whole; a list or a group by its first line, which is where a person looks. */
function rangeOfNode(node: Node, source: SourceText): Range {
  const [start, end] = node.range ?? [0, 0];
  const text = source.text.slice(start, end);
  const block = /^[|>]/.test(text);
  const firstLine = text.search(/\r?\n/);
  if (firstLine === -1) return source.range(start, end);
  // The header of a block scalar says nothing: mark the first line of the text itself.
  if (block) {
    const body = start + firstLine + (text[firstLine] === '\r' ? 2 : 1);
    const indent = /^[ \t]*/.exec(source.text.slice(body))?.[0].length ?? 0;
    const stop = source.text.slice(body).search(/\r?\n/);
    return source.range(body + indent, stop === -1 ? end : body + stop);
  }
  return source.range(start, start + firstLine);
}

/**
 * The errors that are mistakes of their own. One mistake makes the parser stumble several times on
 * its line, and often on the next ones, though nothing is wrong with those: the first says most. Tabs
 * and the marks of a merge come in numbers, and are put right all at once.
 */
function causesOf(errors: readonly YAMLParseError[], source: SourceText): YAMLParseError[] {
  const lines = new Map<number, YAMLParseError>();
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const { line } = source.position(error.pos[0]);
    if (!lines.has(line)) lines.set(line, error);
  }
  const causes: YAMLParseError[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let hasTab = false;
  for (const [number, error] of lines) {
    const line = source.line(number);
    if (CONFLICT.test(line)) return [error];
    const tab = error.code === 'TAB_AS_INDENT';
    const follows = tab ? hasTab : number <= last + 2 && isRightAlone(line);
    last = number;
    hasTab ||= tab;
    if (!follows) causes.push(error);
    if (causes.length === MOST_SYNTAX_PROBLEMS) break;
  }
  return causes;
}

/** Whether a line has nothing wrong with it but what stands round it. */
function isRightAlone(line: string): boolean {
  return parseDocument(line.trim()).errors.length === 0;
}
