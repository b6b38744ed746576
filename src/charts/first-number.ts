import { type Box, boxAround, isInside, overlap, type Point, runsThrough } from './geometry.ts';
import { SIZE } from './style.ts';
import { words } from './svg.ts';
import { textWidth } from './text.ts';

/** How far words reach above and below their foot. */
const REACH = { up: 12, down: 3 } as const;
/** Where the foot of the words stands above a mark, and below it. */
const FOOT = { above: -10, below: 21 } as const;
const MARK = 6;

/**
 * The first number of a line, by its mark: above it, or below it where the line rises from it, or to
 * the left above it. Where lines, marks or other words leave no room, it is left to the table.
 */
export function firstNumber(
  text: string,
  ours: readonly Point[],
  theirs: readonly (readonly Point[])[],
  { frame, taken, look }: { frame: Box; taken: readonly Box[]; look: string },
): string {
  const [first, second] = ours;
  if (!first || !second) return '';
  const wide = textWidth(text, SIZE.words);
  const lines = [ours, ...theirs].flatMap(([from, to]) => (from && to ? [{ from, to }] : []));
  const marks = [...ours.slice(1), ...theirs.flat()].map(({ x, y }) => boxAround(x, y, MARK, MARK));
  const x = Math.max(frame.left + wide / 2, Math.min(first.x, frame.right - wide / 2));
  const [above, below] = [
    { x, foot: first.y + FOOT.above },
    { x, foot: first.y + FOOT.below },
  ];
  const aside = { x: first.x + MARK - wide / 2, foot: first.y + FOOT.above };
  // Between our mark and another’s it could be taken for the other’s number.
  const over = theirs.some(([other]) => other && isOver(other, first));
  const rising = second.y < first.y;
  const place = [...(over || rising ? [below, above] : [above, below]), aside].find(
    ({ x, foot }) => {
      const box = boxOfWords(x, foot, wide / 2);
      return (
        isInside(box, frame) &&
        [...marks, ...taken].every((other) => !overlap(box, other)) &&
        lines.every((line) => !runsThrough(line, box))
      );
    },
  );
  return place ? words(text, { class: look, x: place.x, y: place.foot, anchor: 'middle' }) : '';
}

/** What words take up that are centred on a place and stand on this foot. */
export function boxOfWords(x: number, foot: number, half: number): Box {
  return { left: x - half, right: x + half, top: foot - REACH.up, bottom: foot + REACH.down };
}

/** How far above ours another mark may be and still be taken for the one a number belongs to. */
const NEAR = 48;

function isOver(other: Point, ours: Point): boolean {
  return Math.abs(other.x - ours.x) < MARK && other.y < ours.y && ours.y - other.y < NEAR;
}
