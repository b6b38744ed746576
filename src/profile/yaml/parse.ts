import { parseDocument, type YAMLParseError } from 'yaml';
import type { Diagnostic, Marked, Range } from '../../diagnostics/diagnostic.ts';
import { SourceText } from '../../diagnostics/source-text.ts';
import { explainSyntax, type Words } from './explain.ts';
import { explainValue } from './explain-value.ts';
import { CONFLICT, foreignFile, lookalike } from './lookalikes.ts';
import { PIECE, readText } from './pieces.ts';
import type { Places, Span } from './places.ts';
import type { Path, Value, ValueLimits, ValueProblem } from './values.ts';

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

/** Reads a text as YAML, in pieces of so many lexemes. */
export function parseYaml(
  name: string,
  text: string,
  limits: ValueLimits,
  piece: number = PIECE,
): ParsedFile {
  const source = new SourceText(text);
  const report = (range: Range, { code, message, hint }: Words): Diagnostic => ({
    code,
    severity: 'error',
    message,
    hint,
    file: name,
    range,
  });

  const read = readText(text, limits, piece);
  if ('refused' in read) {
    const { refused, at } = read;
    const words = explainValue({ kind: refused, name: '' }, limits);
    return brokenFile(name, [report(source.range(at, at + 1), words)]);
  }
  if ('broken' in read) {
    const { broken } = read;
    const foreign = foreignFile(text);
    if (foreign) return brokenFile(name, [report(source.range(0, 1), foreign)]);
    const problems = causesOf(broken.errors, source);
    return brokenFile(
      name,
      problems.map((error) => {
        const { at, ...words } = explainSyntax(error, source, broken);
        const [start, end] = at === undefined ? error.pos : [at, at];
        return report(source.range(start, Math.max(end, start + 1)), words);
      }),
    );
  }

  const wordsOf = ({ at, group, ...problem }: ValueProblem): Words => {
    const line = source.line(source.position(at[0]).line);
    const seen = problem.kind === 'key-not-text' ? lookalike(line) : undefined;
    const first = group === undefined ? null : read.places.keyIn(group, problem.name);
    return (
      seen ?? explainValue(problem, limits, first ? source.position(first[0]).line : undefined)
    );
  };
  const { problems } = read;
  const diagnostics = problems.map((problem) =>
    report(rangeOf(problem.at, source), wordsOf(problem)),
  );
  const fileOf = (value: Value | undefined, places: Places): ParsedFile => ({
    name,
    value,
    diagnostics,
    rangeOf(path, at) {
      const { value: span, key, depth } = places.find(path);
      if (at === 'whole' && depth === path.length && span) {
        return source.range((key ?? span)[0], span[1]);
      }
      const marked = depth === path.length && at === 'value' && span ? span : (key ?? span);
      return marked ? rangeOf(marked, source) : source.range(0, 0);
    },
    absence(path) {
      // What stopped the reading kept everything from being read.
      if (value === undefined && problems.length > 0) return 'faulty';
      if (places.find(path).depth < path.length) return 'missing';
      return places.faulty(path) ? 'faulty' : 'empty';
    },
    faulty: (path) => places.faulty(path),
    without(paths) {
      const rest = places.without(paths, value);
      return fileOf(rest.value, rest.places);
    },
  });
  return fileOf(read.value, read.places);
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
function rangeOf([start, end]: Span, source: SourceText): Range {
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
