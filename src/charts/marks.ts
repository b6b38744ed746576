import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { element, short } from './svg.ts';

/** How the lines of a chart are told apart without colour: by weight, dashes and the shape of marks. */
export interface Look {
  line: string;
  mark: string;
  shape: (typeof shapes)[number];
}

const shapes = [symbolCircle, symbolSquare, symbolDiamond, symbolTriangle] as const;
const DASHES = 3;

/** The first row is ours: solid and filled. The others are dashed and open, each in its own way. */
export function lookOf(row: number): Look {
  if (row === 0) return { line: 'line-ours', mark: 'mark-ours', shape: symbolCircle };
  return {
    line: `line dash-${((row - 1) % DASHES) + 1}`,
    mark: 'mark',
    shape: shapes[(row - 1) % shapes.length] ?? symbolCircle,
  };
}

/** A mark of about this radius. */
export function mark(
  x: number,
  y: number,
  look: Pick<Look, 'mark' | 'shape'>,
  radius = 4.5,
): string {
  if (look.shape === symbolCircle)
    return element('circle', { class: look.mark, cx: x, cy: y, r: radius });
  const d = symbol(look.shape, Math.PI * radius * radius).digits(1)() ?? '';
  return element('path', { class: look.mark, d, transform: `translate(${short(x)} ${short(y)})` });
}
