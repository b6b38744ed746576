import type { Code } from './catalogue.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A place in a source text. Lines and columns count from 1, offsets (UTF-16 units) from 0. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/** A stretch of source text; `end` is the first position after it. */
export interface Range {
  start: Position;
  end: Position;
}

/** Where a diagnostic stands. Problems of the machine, such as a missing browser, have no place. */
export interface Place {
  file: string;
  range: Range | null;
}

/** What is marked of a thing: its key, its value (of a group its first line), or all of it. */
export type Marked = 'key' | 'value' | 'whole';

/**
 * A problem found in a profile or met while building it.
 *
 * This is the object that `--json` prints; `file` is relative to the folder the command was run in
 * and written with forward slashes, or null where the problem is not in a file.
 */
export interface Diagnostic {
  code: Code;
  severity: Severity;
  /** What is wrong, in one or two plain sentences. */
  message: string;
  /** What to type or do about it. */
  hint: string;
  file: string | null;
  range: Range | null;
}

/** What every step returns: its result, or null when it could not make one, and what it noticed. */
export interface Outcome<T> {
  value: T | null;
  diagnostics: Diagnostic[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** By file, then by place in the file; problems without a place come first. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
      (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1),
  );
}
