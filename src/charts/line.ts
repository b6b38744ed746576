import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { SeriesChart } from '../case/chart.ts';
import type { Row } from '../case/figures.ts';
import { formatDate } from '../profile/formats/dates.ts';
import { isBefore, joiningOf, middleOf } from '../profile/formats/moments.ts';
import type { Drawing } from './drawing.ts';
import {
  drawEndLabels,
  drawKey,
  type EndLabel,
  type LabelBlock,
  lineSample,
  setLabels,
} from './end-labels.ts';
import { firstNumber } from './first-number.ts';
import { lookOf, mark } from './marks.ts';
import { type Axis, honestAxis } from './scales.ts';
import { readingsOf } from './series-words.ts';
import { LINE, SIZE } from './style.ts';
import { drawSubtitle, withUnit } from './subtitle.ts';
import { element, short, words } from './svg.ts';
import { textWidth } from './text.ts';
import { drawTicks, tickHeight, ticksThatFit } from './ticks.ts';
import { eventAt, gapsIn, runsOf } from './time.ts';

type Series = SeriesChart['series'];

/** One line needs less room than several. */
const HEIGHT = { one: 112, several: 144 } as const;
/** How much of the width names at the ends of lines may take. */
const NAMES = 0.32;
/** With more numbers than these in a row, only its ends are marked. */
const MOST_MARKS = 14;

export function lineAxis(series: Series): Axis {
  const numbers = series.rows.flatMap((row) =>
    row.numbers.filter((number) => number !== undefined),
  );
  return honestAxis(numbers, series, { count: 3 });
}

/** Lines over time: ours solid, the others dashed, none drawn across a time without a number. */
export function drawLines({ series, joined }: SeriesChart, width: number): Drawing {
  const rows = series.rows
    .map((row, index) => ({
      row,
      look: lookOf(index),
      ours: index === 0,
      readings: readingsOf(series, row),
    }))
    .filter(({ readings }) => readings.length > 0);
  const labels = rows.map(({ row, look, ours, readings }): EndLabel => {
    const last = readings.at(-1);
    const current = last?.index === series.times.length - 1;
    const value = row.values[last?.index ?? 0] ?? '';
    return { value, name: current ? row.whose : `${row.whose} (${last?.when})`, look, ours };
  });
  const least = rows.length > 1 ? HEIGHT.several : HEIGHT.one;
  const block = setLabels(labels, { room: width * NAMES, height: least + 2 * LINE });
  const subtitle = drawSubtitle(withUnit(series.label, series.sign), width);
  const key = block.direct ? { body: '', height: 0 } : keyFor(block, width);
  const axis = lineAxis(series);
  const head = subtitle.height + key.height;
  const top = head + 10 + (joined ? LINE + 4 : 0);
  const bottom = top + Math.max(least, block.height);
  const left = Math.max(...axis.ticks.map(({ label }) => textWidth(label, SIZE.words))) + 8;
  const inset = insetFor(rows[0], axis);
  const labelsAt = width - block.width;
  const y = scaleLinear().domain(axis.domain).range([bottom, top]);
  const moments = series.times.map(middleOf);
  const x = scaleLinear()
    .domain([moments[0] ?? 0, moments.at(-1) ?? 0])
    .range([left + inset, labelsAt - 12]);
  const at = (index: number) => x(moments[index] ?? 0);

  const gaps = gapsIn(series.times);
  const joining = joined && joiningOf(joined);
  const before = series.times.map((time) => joining !== undefined && isBefore(time, joining));
  const drawn = rows.map(({ row, look, ours, readings }) => {
    const runs = runsOf(row.numbers, gaps);
    const path = line<number>()
      .x((index) => at(index))
      .y((index) => y(row.numbers[index] ?? 0))
      .digits(1);
    const past = (index: number) => ours && before[index] === true;
    const lines = runs.flatMap((run) =>
      byJoining(run, past).map(({ indexes, earlier }) =>
        indexes.length < 2
          ? ''
          : element('path', { class: earlier ? 'line-past' : look.line, d: path(indexes) ?? '' }),
      ),
    );
    const marked = readings.filter(
      ({ index }, order) =>
        readings.length <= MOST_MARKS ||
        order === 0 ||
        order === readings.length - 1 ||
        runs.some((run) => run.length === 1 && run[0] === index),
    );
    const marks = marked.map(({ index, number }) =>
      mark(
        at(index),
        y(number),
        past(index) ? { ...look, mark: 'mark-past' } : look,
        ours ? 5 : 4.25,
      ),
    );
    return { lines: lines.join(''), marks: marks.join('') };
  });

  const points = rows.map(({ readings }) =>
    readings.map(({ index, number }) => ({ x: at(index), y: y(number) })),
  );
  const ends = points.map((line) => line.at(-1) ?? { x: labelsAt, y: top });
  const ticks = ticksThatFit(
    series.periods.map((text, index) => ({ x: at(index), text })),
    width,
  );
  const foot = bottom + LINE + 4;
  // Ours is drawn last, over the others.
  const inOrder = [...drawn].reverse();
  const body = [
    subtitle.body,
    key.body && element('g', { transform: `translate(0 ${short(subtitle.height)})` }, key.body),
    ...axis.ticks.map(({ value, label }) => {
      const height = y(value);
      const rule = value === 0 ? 'base' : 'grid';
      return (
        element('path', {
          class: rule,
          d: `M${left.toFixed(1)},${height.toFixed(1)}H${(labelsAt - 6).toFixed(1)}`,
        }) + words(label, { class: 'quiet', x: left - 8, y: height + 4.5, anchor: 'end' })
      );
    }),
    joined &&
      joining !== undefined &&
      joiningLine(
        formatDate({ year: joined.year, month: joined.month }),
        x(Math.min(eventAt(series.times, joining), moments.at(-1) ?? joining)),
        {
          top: top - 4,
          bottom,
          width,
        },
      ),
    ...inOrder.map(({ lines }) => lines),
    ...inOrder.map(({ marks }) => marks),
    firstNumber(firstWords(rows[0]), points[0] ?? [], points.slice(1), {
      frame: { left: left - 4, right: labelsAt - 6, top: top - 14, bottom: bottom - 2 },
      taken: [],
      look: 'strong ours',
    }),
    drawEndLabels(block, ends, { x: labelsAt, top: top - 8, bottom: bottom + 8 }),
    drawTicks(ticks, foot),
    gapWords(series, ticks, gaps, at, foot),
  ];
  const height = foot - LINE + tickHeight(ticks) + 6;
  return { width, height, body: body.filter((part) => part).join('') };
}

function keyFor({ labels }: LabelBlock, width: number): ReturnType<typeof drawKey> {
  const items = labels.map(({ look, ...label }) => ({ ...label, sample: lineSample(look) }));
  return drawKey(items, width);
}

/** A run in the part before a school joined and the part after; the way between is drawn as before. */
function byJoining(
  run: readonly number[],
  past: (index: number) => boolean,
): { indexes: number[]; earlier: boolean }[] {
  const earlier = run.filter((index) => past(index));
  const later = run.slice(earlier.length);
  return [
    { indexes: earlier.length > 0 ? [...earlier, ...later.slice(0, 1)] : [], earlier: true },
    { indexes: later, earlier: false },
  ];
}

/** When a school joined, as a line down the picture with the words above it. */
function joiningLine(
  month: string,
  x: number,
  { top, bottom, width }: { top: number; bottom: number; width: number },
): string {
  const text = `joined ${month}`;
  const half = textWidth(text, SIZE.words) / 2;
  const centre = Math.max(half, Math.min(x, width - half));
  return (
    element('path', { class: 'event', d: `M${x.toFixed(1)},${top}V${bottom.toFixed(1)}` }) +
    words(text, { x: centre, y: top - 5, anchor: 'middle' })
  );
}

/** Our first number in words. */
function firstWords(ours: DrawnRow | undefined): string {
  return ours?.row.values[ours.readings[0]?.index ?? 0] ?? '';
}

/** How far the first mark stands from the axis: its number is centred on it, or ends at it. */
function insetFor(ours: DrawnRow | undefined, { domain: [low, high] }: Axis): number {
  const [first, second] = ours?.readings ?? [];
  const wide = textWidth(firstWords(ours), SIZE.words);
  const steep = first && second && second.number > first.number;
  const near = first && first.number - low < (high - low) / 4;
  return Math.max(14, steep && near ? wide : wide / 2 + 4);
}

interface DrawnRow {
  row: Row;
  readings: ReturnType<typeof readingsOf>;
}

/** Between two periods with others missing, said where there is room for it. */
function gapWords(
  series: Series,
  ticks: ReturnType<typeof ticksThatFit>,
  gaps: readonly boolean[],
  at: (index: number) => number,
  y: number,
): string {
  const text = 'no figures';
  const half = textWidth(text, SIZE.words) / 2 + 8;
  return gaps
    .map((gap, index) => {
      const x = (at(index) + at(index + 1)) / 2;
      const clear = ticks.every(({ left, right }) => right <= x - half || left >= x + half);
      return gap && clear ? words(text, { class: 'quiet', x, y, anchor: 'middle' }) : '';
    })
    .slice(0, series.times.length)
    .join('');
}
