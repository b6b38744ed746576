import { scaleBand, scaleLinear } from 'd3-scale';
import type { SeriesChart } from '../case/chart.ts';
import type { Drawing } from './drawing.ts';
import { drawKey, lineSample } from './end-labels.ts';
import { lookOf, mark } from './marks.ts';
import { type Axis, honestAxis } from './scales.ts';
import { LINE, SIZE } from './style.ts';
import { drawSubtitle, withUnit } from './subtitle.ts';
import { element, short, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';
import { drawTicks, tickHeight, ticksThatFit } from './ticks.ts';
import { gapsIn, missingYears } from './time.ts';

type Series = SeriesChart['series'];

const HEIGHT = 104;
const ROW = 27;
const WIDEST_BAR = 62;
/** With more bars than these, the axis says how high they are and only the first and last are labelled. */
const MOST_LABELLED = 12;
/** A longer time without numbers is one place, not many empty ones. */
const MOST_MISSING = 4;
const NOTHING = 'no figure';
/** Words in the place of a bar, at most. */
const MOST_LINES = 4;

/** A place for a bar: its number, or the words that stand there instead. */
interface Slot {
  period: string;
  value: string;
  number: number | undefined;
  others: (number | undefined)[];
}

/** Where the bars begin, and which of them is the newest. */
interface Ground {
  axis: Axis;
  width: number;
  top: number;
  newest: number;
}

/** Bars over time, all from nought; upright where their numbers have room, else lying. */
export function drawBars({ series }: SeriesChart, width: number): Drawing {
  const slots = slotsOf(series);
  const numbers = slots.flatMap(({ number, others }) =>
    [number, ...others].filter((value) => value !== undefined),
  );
  const axis = honestAxis(numbers, series, { fromNought: true });
  const subtitle = drawSubtitle(withUnit(series.label, series.sign), width);
  const key = keyOf(series, width);
  const keyed = element('g', { transform: `translate(0 ${short(subtitle.height)})` }, key.body);
  const ground: Ground = {
    axis,
    width,
    top: subtitle.height + key.height - 4,
    newest: slots.findLastIndex(({ number }) => number !== undefined),
  };
  const upright =
    slots.length > MOST_LABELLED || slots.every(hasRoom((width / slots.length) * 0.92));
  const { body, height } = upright ? uprightBars(slots, ground) : lyingBars(slots, ground);
  return { width, height, body: subtitle.body + (key.body && keyed) + body };
}

/** A slot for every period, and for every year between two that is missing. */
function slotsOf({ times, periods, rows: [ours, ...others] }: Series): Slot[] {
  const gaps = gapsIn(times);
  return periods.flatMap((period, index) => {
    const slot: Slot = {
      period,
      value: ours?.values[index] ?? NOTHING,
      number: ours?.numbers[index],
      others: others.map(({ numbers }) => numbers[index]),
    };
    const [here, next] = [times[index], times[index + 1]];
    const missing = gaps[index] && here && next ? fewPlaces(missingYears(here, next)) : [];
    const empty = { value: NOTHING, number: undefined, others: [] };
    return [slot, ...missing.map((year) => ({ period: year, ...empty }))];
  });
}

/** Of a long time without numbers, one place that names its ends. */
function fewPlaces(years: readonly string[]): readonly string[] {
  return years.length > MOST_MISSING ? [`${years[0]} to ${years.at(-1)}`] : years;
}

/** With comparators: what the marks across the bars are. */
function keyOf({ rows }: Series, width: number): { body: string; height: number } {
  if (rows.length < 2) return { body: '', height: 0 };
  const bar = (y: number) =>
    element('rect', { class: 'bar', x: 2, y: y - 6, width: 34, height: 12 });
  const items = rows.map(({ whose }, index) => ({
    name: whose,
    ours: index === 0,
    sample: index === 0 ? bar : lineSample(lookOf(index)),
  }));
  return drawKey(items, width);
}

/** Whether what a slot says can stand above its bar without being broken inside a word. */
function hasRoom(step: number): (slot: Slot) => boolean {
  return ({ value, number }) => {
    if (number !== undefined) return textWidth(value, SIZE.value) <= step - 4;
    const whole = value.split(' ').every((word) => textWidth(word, SIZE.words) <= step - 6);
    return whole && wrap(value, SIZE.words, step - 6, MOST_LINES + 1).length <= MOST_LINES;
  };
}

function uprightBars(
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
  const base = element('path', {
    class: 'base',
    d: `M${short(left)},${short(nought)}H${short(width)}`,
  });
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
        element('path', {
          class: 'grid',
          d: `M${short(left)},${short(y(value))}H${short(width)}`,
        }) + words(label, { class: 'quiet', x: left - 8, y: y(value) + 4.5, anchor: 'end' }),
    )
    .join('');
}

/** Words in the place of a bar, standing on the axis. */
function standing(text: string, x: number, foot: number, room: number): string {
  const lines = wrap(text, SIZE.words, room, MOST_LINES);
  return lines
    .map((line, at) =>
      words(line, {
        class: 'quiet',
        x,
        y: foot + (at - lines.length + 1) * LINE,
        anchor: 'middle',
      }),
    )
    .join('');
}

/** A comparator’s number as a mark across a bar. */
function crossing(x: number, y: number, half: number, row: number): string {
  const look = lookOf(row);
  const d = `M${short(x - half)},${short(y)}H${short(x + half)}`;
  return (
    element('path', { class: 'casing', d }) +
    element('path', { class: look.line, d }) +
    mark(x, y, look, 4)
  );
}

function lyingBars(
  slots: readonly Slot[],
  { axis, width, top, newest }: Ground,
): { height: number; body: string } {
  const names = slots.map(({ period }) => wrap(period, SIZE.words, width * 0.32, 2));
  const left = Math.max(...names.flat().map((name) => textWidth(name, SIZE.words))) + 12;
  const room = (side: (number: number) => boolean) =>
    Math.max(
      0,
      ...slots.map(({ number, value }) =>
        number !== undefined && side(number) ? textWidth(value, SIZE.value) + 8 : 0,
      ),
    );
  const x = scaleLinear()
    .domain(axis.domain)
    .range([left + room((number) => number < 0), width - room((number) => number >= 0) - 6]);
  const nought = x(0);
  let y = top + 4;
  const rows = slots.map(({ value, number, others }, index) => {
    const lines = names[index] ?? [];
    const absent = number === undefined ? besideNought(value, nought, { left, width }) : undefined;
    const high = Math.max(ROW, Math.max(lines.length, absent?.lines.length ?? 0) * LINE + 8);
    const centre = y + high / 2;
    const foot = (line: number, of: number) => centre + 4.7 + (line - (of - 1) / 2) * LINE;
    y += high;
    const name = lines
      .map((line, at) => words(line, { class: 'quiet', x: 0, y: foot(at, lines.length) }))
      .join('');
    if (number === undefined || absent) {
      const { lines: said, ...place } = absent ?? besideNought(value, nought, { left, width });
      return (
        name +
        said
          .map((line, at) => words(line, { class: 'quiet', ...place, y: foot(at, said.length) }))
          .join('')
      );
    }
    const end = x(number);
    const bar = element('rect', {
      class: index === newest ? 'bar' : 'bar-past',
      x: Math.min(end, nought),
      y: centre - 9,
      width: Math.abs(end - nought),
      height: 18,
    });
    const beside = others.map((other, at) =>
      other === undefined ? '' : mark(x(other), centre, lookOf(at + 1), 4),
    );
    const marks = others.flatMap((other) => (other === undefined ? [] : [x(other)]));
    const said = words(value, {
      class: index === newest ? 'value ours' : 'strong',
      x: number < 0 ? Math.min(end, ...marks) - 7 : Math.max(end, ...marks) + 7,
      y: foot(0, 1),
      anchor: number < 0 ? 'end' : undefined,
    });
    return name + bar + beside.join('') + said;
  });
  const d = `M${short(nought)},${short(top + 2)}V${short(y + 2)}`;
  return { height: y + 6, body: rows.join('') + element('path', { class: 'base', d }) };
}

/** Words in the place of a lying bar, on the side of nought that has more room. */
function besideNought(
  text: string,
  nought: number,
  { left, width }: { left: number; width: number },
): { lines: string[]; x: number; anchor: 'end' | undefined } {
  const [before, after] = [nought - left - 8, width - nought - 8];
  return after >= before
    ? { lines: wrap(text, SIZE.words, after, 3), x: nought + 8, anchor: undefined }
    : { lines: wrap(text, SIZE.words, before, 3), x: nought - 8, anchor: 'end' };
}
