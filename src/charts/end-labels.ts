import type { Point } from './geometry.ts';
import { spread } from './labels.ts';
import type { Look } from './marks.ts';
import { LINE, SIZE } from './style.ts';
import { element, paragraph, short, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';

/** What is to be said at the end of a line: a number, and whose it is. */
export interface EndLabel {
  value: string;
  name: string;
  look: Look;
  ours: boolean;
}

/** Labels as they are set: beside their lines where there is room, else by a key above. */
export interface LabelBlock {
  /** Whether names stand beside the lines. */
  direct: boolean;
  /** How wide the labels beside the lines are. */
  width: number;
  /** How high they are together. */
  height: number;
  labels: (EndLabel & { lines: string[]; size: number })[];
}

/** Names over more lines than these are hard to read beside a line. */
const MOST_LINES = 3;
/** With more lines than these, a key by dashes alone cannot be followed: names are numbered. */
const MOST_UNNUMBERED = 3;
const AIR = 6;
/** How far from its label a line may end for the two to be joined. */
const NEAR = 24;

/** Sets the labels beside the lines if their names fit into `room` and `height`, else for a key. */
export function setLabels(
  labels: readonly EndLabel[],
  { room, height }: { room: number; height: number },
): LabelBlock {
  const direct = labels.map((label) => {
    const beside = textWidth(label.value, SIZE.value) + AIR;
    if (beside + textWidth(label.name, SIZE.words) <= room) {
      return { ...label, lines: [], size: LINE + AIR };
    }
    const lines = wrap(label.name, SIZE.words, room, MOST_LINES + 1);
    return { ...label, lines, size: LINE * (lines.length + 1) + AIR };
  });
  const high = direct.reduce((sum, { size }) => sum + size, 0);
  const readable = direct.every(({ lines }) => lines.length <= MOST_LINES);
  if (readable && high <= height) {
    const width = Math.max(...direct.map(widthOf));
    return { direct: true, width, height: high, labels: direct };
  }
  const numbered = labels.length > MOST_UNNUMBERED;
  const keyed = labels.map((label, index) => ({
    ...label,
    value: numbered ? `${index + 1}: ${label.value}` : label.value,
    name: numbered ? `${index + 1}: ${label.name}` : label.name,
    lines: [],
    size: LINE + 1,
  }));
  return {
    direct: false,
    width: Math.max(...keyed.map(({ value }) => textWidth(value, SIZE.value))),
    height: keyed.length * (LINE + 1),
    labels: keyed,
  };
}

function widthOf({ value, name, lines }: LabelBlock['labels'][number]): number {
  const own = textWidth(value, SIZE.value);
  if (lines.length === 0) return own + AIR + textWidth(name, SIZE.words);
  return Math.max(own, ...lines.map((line) => textWidth(line, SIZE.words)));
}

/** Draws the labels beside the ends of their lines, none over another, led to where they were moved. */
export function drawEndLabels(
  { direct, labels }: LabelBlock,
  ends: readonly Point[],
  { x, top, bottom }: { x: number; top: number; bottom: number },
): string {
  const wanted = labels.map(({ size }, index) => ({ at: ends[index]?.y ?? top, size }));
  const places = spread(wanted, [top, bottom]);
  return labels
    .map(({ value, name, ours, lines, size }, index) => {
      const end = ends[index] ?? { x, y: top };
      const centre = places[index] ?? end.y;
      const first = centre - (size - AIR) / 2 + SIZE.value * 0.87;
      // A line that ended earlier is not led to its label: it would seem to go on.
      const away = Math.abs(centre - end.y) > LINE / 2 && x - end.x <= NEAR;
      const lead = away
        ? element('path', { class: 'leader', d: leader(end, { x: x - 3, y: centre }) })
        : '';
      const weight = ours ? 'strong ours' : undefined;
      const number = words(value, { class: `value${ours ? ' ours' : ''}`, x, y: first });
      if (!direct) return lead + number;
      const beside = x + textWidth(value, SIZE.value) + AIR;
      if (lines.length === 0) {
        return lead + number + words(name, { class: weight, x: beside, y: first });
      }
      return lead + number + paragraph(lines, { class: weight, x, y: first + LINE });
    })
    .join('');
}

function leader(from: Point, to: Point): string {
  const start = from.x + 7;
  const bend = Math.max(start, to.x - 8);
  return `M${short(start)},${short(from.y)}L${short(bend)},${short(to.y)}H${short(to.x)}`;
}
