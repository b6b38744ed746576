import type { Scalar } from 'yaml';
import type { Value } from '../yaml/values.ts';
import { blockScalar, blockTypeFor, flowText, inlineScalar } from './fragment.ts';
import { columnOf, lineEnd } from './lines.ts';
import type { NodePlace, Pass } from './rewrite.ts';

/** A text on one line may run to here; beyond it is folded, unless it was on one line before. */
const LAST_COLUMN = 100;

/** Writes another text in place of a scalar, in the manner of the old one where that can hold it. */
export function changeScalar(pass: Pass, node: Scalar, after: string, place: NodePlace): void {
  const { text, splices, style } = pass;
  const [start, end] = node.range ?? [0, 0];
  const old = text.slice(start, end);
  const wasBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  const quotes = { QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double' } as const;
  const wanted = quotes[node.type as keyof typeof quotes] ?? 'plain';

  if (wasBlock) {
    const inward = bodyIndent(old) ?? place.column + style.step;
    const block = blockScalar(after, node.type as 'BLOCK_FOLDED', style, inward);
    const { header, lines } = block ?? { header: inlineScalar(after, 'plain', false), lines: [] };
    const comment = /[ \t]+#.*/.exec(old.split(/\r?\n/, 1)[0] ?? '')?.[0] ?? '';
    const written = [header + comment, ...setIn(lines, inward)].join(style.eol);
    splices.replace(start, end, written + (old.endsWith('\n') ? style.eol : ''));
    return;
  }

  const inline = inlineScalar(after, wanted, place.flow);
  const longest = Math.max(
    LAST_COLUMN,
    old.includes('\n') ? 0 : columnOf(text, start) + old.length,
  );
  const fits = !after.includes('\n') && columnOf(text, start) + inline.length <= longest;
  const inward = place.column + style.step;
  const block =
    fits || place.flow ? undefined : blockScalar(after, blockTypeFor(after), style, inward);
  if (!block) {
    splices.replace(start, end, inline);
    return;
  }
  splices.replace(start, end, block.header);
  insertLines(pass, lineEnd(text, end), setIn(block.lines, inward));
}

/** A value of any kind on one line. */
export function inOneLine(value: Value): string {
  return flowText(value);
}

/** How far the lines of a block scalar are set in; undefined where it says so itself or has none. */
function bodyIndent(block: string): number | undefined {
  const [header = '', ...lines] = block.split(/\r?\n/);
  if (/^[|>][-+]?\d/.test(header)) return undefined;
  return lines.find((line) => line.trim() !== '')?.search(/\S/);
}

export function setIn(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}

/** Whole lines at the beginning of a line, or after a last line that has no end. */
export function insertLines({ text, splices, style }: Pass, at: number, lines: readonly string[]) {
  const open = at > 0 && text[at - 1] !== '\n';
  const body = lines.join(style.eol);
  splices.insert(at, open ? style.eol + body : body + style.eol);
}
