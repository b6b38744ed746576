import type { Part } from '../case/chart.ts';
import { element, short } from './svg.ts';

/** A picture drawn for one width. What is inside stays within `width` and `height`. */
export interface Drawing {
  width: number;
  height: number;
  body: string;
}

/**
 * The two widths every picture is drawn for, in units that are CSS pixels: the column of a page, and
 * a phone held upright. One drawing scaled to both would have words too small on one of them.
 */
export const WIDTHS = { page: 608, phone: 340 } as const;

/** The element for a page, which brings the style and reads out the words. */
export function inlineSvg({ width, height, body }: Drawing, name: string, alt: string): string {
  const viewBox = `0 0 ${short(width)} ${short(height)}`;
  return element(
    'svg',
    { class: `drawing ${name}`, viewBox, role: 'img', 'aria-label': alt },
    body,
  );
}

/** How much paper there is around a drawing that stands alone. */
const MARGIN = 12;

/** A file of its own: with its style, on paper, so that it can be read wherever it is shown. */
export function svgFile({ width, height, body }: Drawing, alt: string, style: string): string {
  const [w, h] = [width + 2 * MARGIN, height + 2 * MARGIN];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'drawing',
    viewBox: `${-MARGIN} ${-MARGIN} ${short(w)} ${short(h)}`,
    width: w,
    height: h,
    role: 'img',
    'aria-label': alt,
  };
  const paper = element('rect', { class: 'sheet', x: -MARGIN, y: -MARGIN, width: w, height: h });
  return `${element('svg', attributes, `<style>\n${style}\n</style>`, paper, body)}\n`;
}

/** Of rows that are too many for one picture, those that this one draws. */
export function shownOf<T>(rows: readonly T[], part: Part | undefined): readonly T[] {
  return part ? rows.slice(part.from, part.to) : rows;
}

/** What to say of a further picture of the same rows, for the finding is said once. */
export function furtherPart(part: Part | undefined): string | undefined {
  return part && part.number > 1 ? `Part ${part.number} of ${part.of}` : undefined;
}
