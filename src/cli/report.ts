import path from 'node:path';
import { Chalk, type ChalkInstance } from 'chalk';
import { textOf } from '../addressees/bytes.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { harmlessLine } from '../diagnostics/harmless.ts';
import { SourceText } from '../diagnostics/source-text.ts';
import { wrap } from '../diagnostics/wrap.ts';
import type { Effects } from '../effects/effects.ts';

const WIDEST = 80;

/** Of one code. Who has more puts these right first, and has learnt how by then. */
const MOST_OF_A_CODE = 20;

/**
 * Diagnostics as a person reads them: what, where, a frame, what to do, and why it matters. Of each
 * code the first so many, and how many more there are. Nothing a profile says can drive the terminal.
 */
export async function reportText(
  diagnostics: readonly Diagnostic[],
  effects: Effects,
  colour: boolean,
): Promise<string> {
  if (diagnostics.length === 0) return '';
  const paint = new Chalk({ level: colour ? 1 : 0 });
  const { catalogue } = await import('../diagnostics/catalogue.ts');
  const width = Math.min(effects.terminal.columns, WIDEST);
  const { shown, more } = firstOfEach(diagnostics);
  const sources = await readSources(shown, effects);
  // What measures letters for a frame takes longer to load than all the rest of a report.
  const frames = sources.size > 0 ? await import('../diagnostics/frame.ts') : undefined;
  const explained = new Set<string>();

  const blocks = shown.map((diagnostic) => {
    const { code, message, hint, file, range } = diagnostic;
    const name = file === null ? null : harmlessLine(file);
    const place = name && range ? `${name}:${range.start.line}:${range.start.column}` : name;
    const source = file ? sources.get(file) : undefined;
    const rows =
      source && range && frames ? frames.formatFrame(frames.frame(source, range, width - 2)) : '';
    const why = explained.has(code) ? undefined : catalogue[code].why;
    explained.add(code);
    return [
      heading(diagnostic, place, width, paint),
      indent(wrap(harmlessLine(message), width - 2)),
      ...(rows ? [indent(painted(rows, paint))] : []),
      indent(wrap(harmlessLine(hint), width - 2)),
      ...(why ? [indent(paint.dim(wrap(`Why it matters: ${why}`, width - 2)))] : []),
    ].join('\n');
  });
  const ends = [...(more.size > 0 ? [moreText(more)] : []), summary(diagnostics)];
  return `${[...blocks, ...ends.map((text) => wrap(text, width))].join('\n\n')}\n`;
}

/** The first so many of each code, in order, and how many more each has. */
function firstOfEach(diagnostics: readonly Diagnostic[]): {
  shown: Diagnostic[];
  more: Map<string, number>;
} {
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_OF_A_CODE;
  });
  const beyond = [...counts].filter(([, count]) => count > MOST_OF_A_CODE);
  return { shown, more: new Map(beyond.map(([code, count]) => [code, count - MOST_OF_A_CODE])) };
}

/** `Not shown: 9,980 more of unknown-key.`, and how to see them. */
function moreText(more: ReadonlyMap<string, number>): string {
  const each = [...more].map(([code, count]) => `${count.toLocaleString('en-GB')} more of ${code}`);
  return `Not shown: ${each.join(', ')}. To see every problem: thriving-case check --json`;
}

/** `3 errors, 1 warning`, and where to read more. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const first = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
  return `${counted(diagnostics)}. To read more about one: thriving-case explain ${first?.code}`;
}

/** `3 errors, 1 warning`; nothing where there is none. */
export function counted(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity, one: string, many: string) => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return found === 0 ? [] : [`${found.toLocaleString('en-GB')} ${found === 1 ? one : many}`];
  };
  return [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('info', 'note', 'notes'),
  ].join(', ');
}

const titles = {
  error: { word: 'Error', colour: 'red' },
  warning: { word: 'Warning', colour: 'yellow' },
  info: { word: 'Note', colour: 'blue' },
} as const satisfies Record<Severity, { word: string; colour: keyof ChalkInstance }>;

/** `Error unknown-key  trust.yaml:3:1`; the place below, where they do not fit on a line. */
function heading(
  { severity, code }: Diagnostic,
  place: string | null,
  width: number,
  paint: ChalkInstance,
): string {
  const { word, colour } = titles[severity];
  const line = `${paint[colour].bold(word)} ${paint.bold(code)}`;
  if (place === null) return line;
  const fits = `${word} ${code}  ${place}`.length <= width;
  return `${line}${fits ? '' : '\n'}  ${paint.cyan(place)}`;
}

function painted(rows: string, paint: ChalkInstance): string {
  return rows
    .split('\n')
    .map((row) => (row.startsWith('>') || /^\s+\| *\^+$/.test(row) ? row : paint.dim(row)))
    .map((row) => row.replace(/\^+$/, (carets) => paint.red(carets)))
    .join('\n');
}

/** The texts of the files that diagnostics point into; one that has gone since gets no frame. */
async function readSources(
  diagnostics: readonly Diagnostic[],
  { files, cwd }: Effects,
): Promise<Map<string, SourceText>> {
  const names = new Set(diagnostics.flatMap(({ file, range }) => (file && range ? [file] : [])));
  const sources = new Map<string, SourceText>();
  for (const name of names) {
    const bytes = await files.read(path.resolve(cwd, name)).catch(() => undefined);
    if (bytes) sources.set(name, new SourceText(textOf(bytes)));
  }
  return sources;
}

export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
