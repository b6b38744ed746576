import { LINE, SIZE } from './style.ts';
import { paragraph } from './svg.ts';
import { textWidth, wrap } from './text.ts';

/** Words below an axis, centred on `x` as far as the picture has room. */
export interface Tick {
  x: number;
  lines: string[];
  left: number;
  right: number;
}

/** A label wider than this is broken, so that “year ended 31 August 2025” can stand below its mark. */
const WIDEST = 86;
const AIR = 8;

/**
 * As many labels as have room side by side: the last, the first, then the newest of the others. A
 * label that would run over the edge of the picture is moved in.
 */
export function ticksThatFit(
  labels: readonly { x: number; text: string }[],
  width: number,
): Tick[] {
  const all = labels.map(({ x, text }): Tick => {
    const lines = wrap(text, SIZE.words, WIDEST, 3);
    const half = Math.max(...lines.map((line) => textWidth(line, SIZE.words))) / 2;
    const centre = Math.max(half, Math.min(x, width - half));
    return { x: centre, lines, left: centre - half, right: centre + half };
  });
  const order = all.map((_, index) => index).reverse();
  const first = order.pop();
  if (first !== undefined) order.splice(1, 0, first);
  const shown = new Set<number>();
  for (const index of order) {
    const tick = all[index];
    const clear = [...shown].every((other) => {
      const beside = all[other];
      return !tick || !beside || tick.right + AIR <= beside.left || tick.left - AIR >= beside.right;
    });
    if (clear) shown.add(index);
  }
  return all.filter((_, index) => shown.has(index));
}

/** How high a row of labels is. */
export function tickHeight(ticks: readonly Tick[]): number {
  return Math.max(1, ...ticks.map(({ lines }) => lines.length)) * LINE;
}

/** The labels, their first line's foot at `y`. */
export function drawTicks(ticks: readonly Tick[], y: number): string {
  return ticks
    .map(({ x, lines }) => paragraph(lines, { class: 'quiet', x, y, anchor: 'middle' }))
    .join('');
}
