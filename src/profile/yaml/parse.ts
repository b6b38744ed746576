import type { YAMLParseError } from 'yaml';
import type { Diagnostic, Marked, Range } from '../../diagnostics/diagnostic.ts';
import { SourceText } from '../../diagnostics/source-text.ts';
import { explainSyntax, explainValue, type Words } from './explain.ts';
import { PIECE, readText } from './pieces.ts';
import type { Places, Span } from './places.ts';
import type { Path, Value, ValueLimits } from './values.ts';

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
  /** Whether a problem kept something at or below a path from being read. */
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
  if ('errors' in read) {
    const problems = onePerLine(read.errors, source).slice(0, MOST_SYNTAX_PROBLEMS);
    return brokenFile(
      name,
      problems.map((error) => {
        const [start, end] = error.pos;
        const range = source.range(start, Math.max(end, start + 1));
        return report(range, explainSyntax(error, source));
      }),
    );
  }

  const { problems } = read;
  const diagnostics = problems.map((problem) =>
    report(rangeOf(problem.at, source), explainValue(problem, limits)),
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

/** One mistake makes the parser stumble several times on its line; the first says most. */
function onePerLine(errors: readonly YAMLParseError[], source: SourceText): YAMLParseError[] {
  const seen = new Set<number>();
  return [...errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter((error) => {
      const { line } = source.position(error.pos[0]);
      if (seen.has(line)) return false;
      seen.add(line);
      return true;
    });
}
