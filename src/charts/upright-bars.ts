import { scaleBand, scaleLinear } from 'd3-scale';
import { lookOf, mark } from './marks.ts';
import type { Axis } from './scales.ts';
import type { Ground, Slot } from './slots.ts';
import { LINE, SIZE } from './style.ts';
import { across, element, paragraph, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';
import { drawTicks, tickHeight, ticksThatFit } from './ticks.ts';

const HEIGHT = 104;
const WIDEST_BAR = 62;
/** With more bars than these, the axis says how high they are and only the first and last are labelled. */
const MOST_LABELLED = 12;
/** Words in the place of a bar, at most. */
const MOST_LINES = 4;

/** Whether the numbers of upright bars have room above them. */
export function canStand(slots: readonly Slot[], width: number): boolean {
  return slots.length > MOST_LABELLED || slots.every(hasRoom((width / slots.length) * 0.92));
}

/** Whether what a slot says has room above its bar without being broken inside a word. */
function hasRoom(step: number): (slot: Slot) => boolean {
  return ({ value, number }) => {
    if (number !== undefined) return textWidth(value, SIZE.value) <= step - 4;
    const whole = value.split(' ').every((word) => textWidth(word, SIZE.words) <= step - 6);
    return whole && wrap(value, SIZE.words, step - 6, MOST_LINES + 1).length <= MOST_LINES;
  };
}

/** Upright bars, the newest the darkest, each with its number above it as long as there are few. */
export function drawUpright(
  slots: readonly Slot[],
  { axis, width, top, newest }: Ground,
): { height: number; body: string } {
  const labelled = slots.length <= MOST_LABELLED;
  const left = labelled
    ? 0
    : Math.max(...axis.ticks.map(({ label }) => textWidth(label, SIZE.words))) + 8;
  const high = top + LINE + 6;
  const y = scaleLinear()
    .domain(axis.domain)
    .range([high + HEIGHT, high]);
  const x = scaleBand<number>()
    .domain(slots.map((_, index) => index))
    .range([left + 3, width - 3])
    .paddingInner(labelled ? Math.max(0.42, 1 - (WIDEST_BAR * slots.length) / width) : 0.25)
    .paddingOuter(labelled ? 0.3 : 0.15);
  const nought = y(0);
  const first = slots.findIndex(({ number }) => number !== undefined);
  const grid = labelled ? '' : gridOf(axis, y, { left, width });
  const bars = slots.map(({ value, number, others }, index) => {
    const place = x(index) ?? 0;
    const centre = place + x.bandwidth() / 2;
    if (number === undefined) {
      return labelled ? standing(value, centre, nought - 8, x.step() - 6) : '';
    }
    const end = y(number);
    const bar = element('rect', {
      class: index === newest ? 'bar' : 'bar-past',
      x: place,
      y: Math.min(end, nought),
      width: x.bandwidth(),
      height: Math.abs(end - nought),
    });
    const beside = others.map((other, at) =>
      other === undefined
        ? ''
        : crossing(centre, y(other), Math.min(x.bandwidth() / 2 + 4, x.step() / 2), at + 1),
    );
    if (!labelled && index !== first && index !== newest) return bar + beside.join('');
    const half = textWidth(value, SIZE.value) / 2;
    const marks = others.flatMap((other) => (other === undefined ? [] : [y(other)]));
    const said = words(value, {
      class: index === newest ? 'value ours' : 'strong',
      x: Math.max(left + half, Math.min(centre, width - half)),
      y: number < 0 ? Math.max(end, ...marks) + LINE : Math.min(end, ...marks) - 7,
      anchor: 'middle',
    });
    return bar + beside.join('') + said;
  });
  const foot = high + HEIGHT + (axis.domain[0] < 0 ? LINE + 4 : 0) + LINE + 2;
  const ticks = ticksThatFit(
    slots.map(({ period }, index) => ({ x: (x(index) ?? 0) + x.bandwidth() / 2, text: period })),
    width,
  );
  const base = across('base', nought, [left, width]);
  return {
    height: foot - LINE + tickHeight(ticks) + 6,
    body: grid + bars.join('') + base + drawTicks(ticks, foot),
  };
}

function gridOf(
  { ticks }: Axis,
  y: (value: number) => number,
  { left, width }: { left: number; width: number },
): string {
  return ticks
    .map(
      ({ value, label }) =>
        across('grid', y(value), [left, width]) +
        words(label, { class: 'quiet', x: left - 8, y: y(value) + 4.5, anchor: 'end' }),
    )
    .join('');
}

/** Words in the place of a bar, standing on the axis. */
function standing(text: string, x: number, foot: number, room: number): string {
  const lines = wrap(text, SIZE.words, room, MOST_LINES);
  const y = foot - (lines.length - 1) * LINE;
  return paragraph(lines, { class: 'quiet', x, y, anchor: 'middle' });
}

/** A comparator’s number as a mark across a bar. */
function crossing(x: number, y: number, half: number, row: number): string {
  const look = lookOf(row);
  const ends = [x - half, x + half] as const;
  return across('casing', y, ends) + across(look.line, y, ends) + mark(x, y, look, 4);
}
