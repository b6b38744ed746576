import { scaleLinear } from 'd3-scale';
import type { SeriesChart } from '../case/chart.ts';
import type { Row } from '../case/figures.ts';
import { type CalendarDate, formatDate } from '../profile/formats/dates.ts';
import { isBefore, joiningOf, middleOf } from '../profile/formats/moments.ts';
import type { Drawing } from './drawing.ts';
import { drawEndLabels, type EndLabel, type LabelBlock, setLabels } from './end-labels.ts';
import { boxOfWords, firstNumber } from './first-number.ts';
import type { Box } from './geometry.ts';
import { drawKey, lineSample } from './key.ts';
import { type Look, lookOf } from './marks.ts';
import { drawRow, type Plot } from './row.ts';
import { type Axis, honestAxis } from './scales.ts';
import { type Reading, readingsOf } from './series-words.ts';
import { LINE, SIZE } from './style.ts';
import { drawSubtitle, withUnit } from './subtitle.ts';
import { across, down, moved, words } from './svg.ts';
import { textWidth } from './text.ts';
import { drawTicks, type Tick, tickHeight, ticksThatFit } from './ticks.ts';
import { eventAt, gapsIn } from './time.ts';

type Series = SeriesChart['series'];

/** One line needs less room than several. */
const HEIGHT = { one: 112, several: 144 } as const;
/** How much of the width names at the ends of lines may take. */
const NAMES = 0.32;
/** With more numbers than these in a row, only its ends are marked. */
const MOST_MARKS = 14;

export function lineAxis({ rows, ...series }: Series): Axis {
  const numbers = rows.flatMap((row) => row.numbers.filter((number) => number !== undefined));
  return honestAxis(numbers, series, { count: 3 });
}

/** A row that has numbers, and how it is told from the others. */
interface Drawn {
  row: Row;
  readings: Reading[];
  look: Look;
  ours: boolean;
}

/** Lines over time: ours solid, the others dashed, none drawn across a time without a number. */
export function drawLines(chart: SeriesChart, width: number): Drawing {
  const { series, joined } = chart;
  const rows = rowsOf(series);
  const least = rows.length > 1 ? HEIGHT.several : HEIGHT.one;
  const block = setLabels(rows.map(labelFor(series)), {
    room: width * NAMES,
    height: least + 2 * LINE,
  });
  const subtitle = drawSubtitle(withUnit(series.label, series.sign), width);
  const key = block.direct ? { body: '', height: 0 } : keyFor(block, width);
  const axis = lineAxis(series);
  const top = subtitle.height + key.height + 10 + (joined ? LINE + 4 : 0);
  const bottom = top + Math.max(least, block.height);
  const left = Math.max(...axis.ticks.map(({ label }) => textWidth(label, SIZE.words))) + 8;
  const right = width - block.width;
  const plot = plotOf(chart, axis, {
    ...{ left: left + insetFor(rows[0], axis), right: right - 12 },
    ...{ top, bottom },
  });

  const points = rows.map(({ readings }) =>
    readings.map(({ index, number }) => ({ x: plot.at(index), y: plot.y(number) })),
  );
  const ticks = ticksThatFit(
    series.periods.map((text, index) => ({ x: plot.at(index), text })),
    width,
  );
  const foot = bottom + LINE + 4;
  const joining = joined && joiningLine(joined, plot, { top: top - 4, bottom, width });
  // Ours is drawn last, over the others.
  const drawn = rows.map((row) => drawOne(row, plot)).reverse();
  const body = [
    subtitle.body,
    moved(key.body, { y: subtitle.height }),
    gridOf(axis, plot, [left, right - 6]),
    joining?.body,
    ...drawn.map(({ lines }) => lines),
    ...drawn.map(({ marks }) => marks),
    firstNumber(firstWords(rows[0]), points[0] ?? [], points.slice(1), {
      frame: { left: left - 4, right: right - 6, top: top - 14, bottom: bottom - 2 },
      taken: joining ? [joining.box] : [],
      look: 'strong ours',
    }),
    drawEndLabels(
      block,
      points.map((line) => line.at(-1) ?? { x: right, y: top }),
      { x: right, top: top - 8, bottom: bottom + 8 },
    ),
    drawTicks(ticks, foot),
    gapWords(plot, ticks, foot),
  ];
  return { width, height: foot - LINE + tickHeight(ticks) + 6, body: body.join('') };
}

function rowsOf(series: Series): Drawn[] {
  return series.rows
    .map((row, index) => ({
      ...{ row, look: lookOf(index), ours: index === 0 },
      readings: readingsOf(series, row),
    }))
    .filter(({ readings }) => readings.length > 0);
}

/** What stands at the end of a row: its last number, and when it is from where that is not now. */
function labelFor({ times }: Series): (row: Drawn) => EndLabel {
  return ({ row, readings, look, ours }) => {
    const last = readings.at(-1);
    const now = last?.index === times.length - 1;
    const name = now ? row.whose : `${row.whose} (${last?.when})`;
    return { value: row.values[last?.index ?? 0] ?? '', name, look, ours };
  };
}

function keyFor({ labels }: LabelBlock, width: number): ReturnType<typeof drawKey> {
  return drawKey(
    labels.map(({ look, ...label }) => ({ ...label, sample: lineSample(look) })),
    width,
  );
}

interface TimePlot extends Plot {
  /** Where a moment stands that need be no period’s. */
  x: (moment: number) => number;
  times: Series['times'];
}

function plotOf(
  { series: { times }, joined }: SeriesChart,
  { domain }: Axis,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): TimePlot {
  const moments = times.map(middleOf);
  const [first = 0, last = first] = [moments[0], moments.at(-1)];
  const x = scaleLinear().domain([first, last]).range([left, right]);
  const joining = joined && joiningOf(joined);
  return {
    times,
    x: (moment) => x(Math.max(first, Math.min(moment, last))),
    at: (index) => x(moments[index] ?? first),
    y: scaleLinear().domain(domain).range([bottom, top]),
    gaps: gapsIn(times),
    before: times.map((time) => joining !== undefined && isBefore(time, joining)),
  };
}

function drawOne({ row, look, ours, readings }: Drawn, plot: Plot): ReturnType<typeof drawRow> {
  return drawRow(row.numbers, ours ? plot : { ...plot, before: [] }, {
    look,
    radius: ours ? 5 : 4.25,
    marks: readings.length > MOST_MARKS ? 'ends' : 'all',
  });
}

function gridOf({ ticks }: Axis, { y }: Plot, [left, right]: readonly [number, number]): string {
  return ticks
    .map(
      ({ value, label }) =>
        across(value === 0 ? 'base' : 'grid', y(value), [left, right]) +
        words(label, { class: 'quiet', x: left - 8, y: y(value) + 4.5, anchor: 'end' }),
    )
    .join('');
}

/** When a school joined, as a line down the picture with the words above it. */
function joiningLine(
  joined: CalendarDate,
  { times, x }: TimePlot,
  { top, bottom, width }: { top: number; bottom: number; width: number },
): { body: string; box: Box } {
  const text = `joined ${formatDate({ year: joined.year, month: joined.month })}`;
  const place = x(eventAt(times, joiningOf(joined)));
  const half = textWidth(text, SIZE.words) / 2;
  const centre = Math.max(half, Math.min(place, width - half));
  const foot = top - 8;
  return {
    body:
      down('event', place, [top, bottom]) + words(text, { x: centre, y: foot, anchor: 'middle' }),
    box: boxOfWords(centre, foot, half),
  };
}

/** Our first number in words. */
function firstWords(ours: Drawn | undefined): string {
  return ours?.row.values[ours.readings[0]?.index ?? 0] ?? '';
}

/** How far the first mark stands from the axis: its number is centred on it, or ends at it. */
function insetFor(ours: Drawn | undefined, { domain: [low, high] }: Axis): number {
  const [first, second] = ours?.readings ?? [];
  const wide = textWidth(firstWords(ours), SIZE.words);
  const steep = first && second && second.number > first.number;
  const near = first && first.number - low < (high - low) / 4;
  return Math.max(14, steep && near ? wide : wide / 2 + 4);
}

/** Between two periods with others missing, said where there is room for it. */
function gapWords({ at, gaps }: Plot, ticks: readonly Tick[], y: number): string {
  const text = 'no figures';
  const half = textWidth(text, SIZE.words) / 2 + 8;
  return gaps
    .map((gap, index) => {
      const x = (at(index) + at(index + 1)) / 2;
      const clear = ticks.every(({ left, right }) => right <= x - half || left >= x + half);
      return gap && clear ? words(text, { class: 'quiet', x, y, anchor: 'middle' }) : '';
    })
    .join('');
}
