import { scaleLinear } from 'd3-scale';
import type { Dot, DotPlot } from '../case/chart.ts';
import { periodInTable } from '../profile/formats/periods.ts';
import { type Drawing, shownOf } from './drawing.ts';
import { lookOf, mark } from './marks.ts';
import { type Axis, honestAxis } from './scales.ts';
import { LINE, SIZE } from './style.ts';
import { drawSubtitle, withUnit } from './subtitle.ts';
import { across, down, element, paragraph, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';
import { drawTicks, tickHeight, ticksThatFit } from './ticks.ts';

const ROW = 25;
/** How much of the width names may take. */
const NAMES = 0.4;
const MOST_LINES = 3;
/** Names are at least so wide where there are lines: words over the leftmost line stand above them. */
const LEAST_LEFT = 110;

export function dotAxis({ rows, lines, sign, span }: DotPlot, count: number): Axis {
  const numbers = [...rows, ...lines].flatMap(({ number }) =>
    number === undefined ? [] : [number],
  );
  return honestAxis(numbers, { sign, span }, { count });
}

/** Where names end, where numbers begin, and the scale between them. */
interface Columns {
  left: number;
  right: number;
  width: number;
  x: (number: number) => number;
  /** Whether the row that is ours stands out among others. */
  outstanding: boolean;
}

/** A row for each, its number as a dot on one scale and in figures at the end; lines to hold them against. */
export function drawDots(plot: DotPlot, width: number): Drawing {
  const rows = shownOf(plot.rows, plot.part);
  const axis = dotAxis(plot, width < 400 ? 3 : 5);
  const columns = columnsOf(plot, rows, axis, width);
  const { left, right, x } = columns;
  const title = `${withUnit(plot.label, plot.sign)}, ${periodInTable(plot.period)}`;
  const subtitle = drawSubtitle(title, width);
  const head = headsOf(plot.lines, x, subtitle.height);

  let y = head.bottom + 4;
  const drawn = rows.map((row) => {
    const { body, height } = drawRow(row, columns, y);
    y += height;
    return body;
  });
  const bottom = y + 2;
  const ticks = ticksThatFit(
    axis.ticks.map(({ value, label }) => ({ x: x(value), text: label })),
    width,
  );
  const body = [
    subtitle.body,
    ...head.stems.map(({ look, at, from }) => down(look, at, [from, bottom])),
    head.body,
    ...drawn,
    across('base', bottom, [left, right]),
    ...axis.ticks.map(({ value }) => down('base', x(value), [bottom, bottom + 5])),
    drawTicks(ticks, bottom + 4 + LINE),
  ];
  return { width, height: bottom + 10 + tickHeight(ticks), body: body.join('') };
}

function columnsOf(
  { lines, of }: DotPlot,
  rows: readonly Dot[],
  { domain }: Axis,
  width: number,
): Columns {
  const names = rows.flatMap(({ name }) => wrap(name, SIZE.words, width * NAMES, MOST_LINES));
  const widest = Math.max(...names.map((name) => textWidth(name, SIZE.words))) + 16;
  const left = Math.max(widest, lines.length > 0 ? LEAST_LEFT : 0);
  const values = rows
    .filter(({ number }) => number !== undefined)
    .map(({ value }) => textWidth(value, SIZE.value));
  const right = width - Math.max(0, ...values) - 12;
  const x = scaleLinear()
    .domain(domain)
    .range([left + 6, right - 6]);
  return { left, right, width, x, outstanding: of === 'others' };
}

function drawRow(
  { name, value, number, ours }: Dot,
  { left, right, width, x, outstanding }: Columns,
  top: number,
): { body: string; height: number } {
  const lines = wrap(name, SIZE.words, width * NAMES, MOST_LINES);
  const absent = number === undefined ? wrap(value, SIZE.words, width - left, MOST_LINES) : [];
  const height = Math.max(ROW, Math.max(lines.length, absent.length) * LINE + 8);
  const centre = top + height / 2;
  const foot = (count: number) => centre + 4.7 - ((count - 1) / 2) * LINE;
  const strong = ours && outstanding;
  const named = paragraph(lines, {
    class: strong ? 'strong ours' : undefined,
    ...{ x: 0, y: foot(lines.length) },
  });
  if (number === undefined) {
    const wide = Math.max(...absent.map((line) => textWidth(line, SIZE.words))) + 6;
    // A sheet keeps the lines from running through the words.
    const sheet = element('rect', {
      ...{ class: 'sheet', x: left - 2, y: top + 2 },
      ...{ width: Math.min(width - left, wide), height: height - 4 },
    });
    const said = paragraph(absent, { class: 'quiet', x: left, y: foot(absent.length) });
    return { body: named + sheet + said, height };
  }
  const figure = words(value, {
    class: strong ? 'value ours' : 'strong',
    ...{ x: width, y: foot(1), anchor: 'end' },
  });
  const dot = mark(x(number), centre, lookOf(ours ? 0 : 1), 6);
  return { body: across('grid', centre, [left, right]) + named + dot + figure, height };
}

/** A line that all are held against: how it looks, where it stands and where it begins. */
interface Stem {
  look: string;
  at: number;
  from: number;
}

/**
 * The words over the lines that all are held against, each to the left of its line, the leftmost
 * lowest: so no line runs through words.
 */
function headsOf(
  lines: DotPlot['lines'],
  x: Columns['x'],
  above: number,
): { body: string; stems: Stem[]; bottom: number } {
  const others = lines.filter(({ ours }) => !ours);
  const placed = lines
    .map((line) => ({ ...line, at: x(line.number), dash: others.indexOf(line) % 3 }))
    .sort((a, b) => b.at - a.at);
  const stems: Stem[] = [];
  let top = above;
  const body = placed.map(({ name, value, ours, at, dash }) => {
    const said = wrap(`${value} ${name}`, SIZE.words, at - 8, MOST_LINES);
    stems.push({ look: ours ? 'line-past' : `line dash-${dash + 1}`, at, from: top + 3 });
    const y = top + SIZE.words;
    top += said.length * LINE + 2;
    return paragraph(said, {
      class: ours ? 'strong ours' : undefined,
      ...{ x: at - 6, y, anchor: 'end' },
    });
  });
  return { body: body.join(''), stems, bottom: top };
}
