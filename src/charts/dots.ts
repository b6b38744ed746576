import { scaleLinear } from 'd3-scale';
import type { Dot, DotPlot } from '../case/chart.ts';
import { periodInTable } from '../profile/formats/periods.ts';
import { type Drawing, shownOf } from './drawing.ts';
import { lookOf, mark } from './marks.ts';
import { type Axis, honestAxis } from './scales.ts';
import { LINE, SIZE } from './style.ts';
import { drawSubtitle, withUnit } from './subtitle.ts';
import { element, short, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';
import { drawTicks, tickHeight, ticksThatFit } from './ticks.ts';

const ROW = 25;
/** How much of the width names may take. */
const NAMES = 0.4;
const MOST_LINES = 3;

export function dotAxis({ rows, lines, sign, span }: DotPlot, count: number): Axis {
  const numbers = [...rows, ...lines].flatMap(({ number }) =>
    number === undefined ? [] : [number],
  );
  return honestAxis(numbers, { sign, span }, { count });
}

/** A row for each, its number as a dot on one scale and in figures at the end; lines to hold them against. */
export function drawDots(plot: DotPlot, width: number): Drawing {
  const rows = shownOf(plot.rows, plot.part);
  const axis = dotAxis(plot, width < 400 ? 3 : 5);
  const names = rows.map(({ name }) => wrap(name, SIZE.words, width * NAMES, MOST_LINES));
  const widest = Math.max(...names.flat().map((line) => textWidth(line, SIZE.words))) + 16;
  const left = Math.max(widest, plot.lines.length > 0 ? LEAST_LEFT : 0);
  const values = rows
    .filter(({ number }) => number !== undefined)
    .map(({ value }) => textWidth(value, SIZE.value));
  const right = width - Math.max(0, ...values) - 12;
  const x = scaleLinear()
    .domain(axis.domain)
    .range([left + 6, right - 6]);

  const subtitle = drawSubtitle(
    `${withUnit(plot.label, plot.sign)}, ${periodInTable(plot.period)}`,
    width,
  );
  const head = drawLines(plot.lines, x, subtitle.height);
  let y = head.bottom + 4;
  const top = y;
  const drawn = rows.map((row, index) => {
    const { value, number, ours } = row;
    const lines = names[index] ?? [];
    const absent = number === undefined ? wrap(value, SIZE.words, width - left, MOST_LINES) : [];
    const high = Math.max(ROW, Math.max(lines.length, absent.length) * LINE + 8);
    const centre = y + high / 2;
    const foot = (line: number, of: number) => centre + 4.7 + (line - (of - 1) / 2) * LINE;
    y += high;
    const strong = ours && plot.of === 'others' ? 'strong ours' : undefined;
    const name = lines
      .map((line, at) => words(line, { class: strong, x: 0, y: foot(at, lines.length) }))
      .join('');
    if (number === undefined) {
      return (
        name +
        absentWords(
          absent,
          { x: left, width: width - left, top: centre - high / 2 + 2, high: high - 4 },
          foot,
        )
      );
    }
    const guide = element('path', {
      class: 'grid',
      d: `M${short(left)},${short(centre)}H${short(right)}`,
    });
    const figure = words(value, {
      class: strong ? 'value ours' : 'strong',
      x: width,
      y: foot(0, 1),
      anchor: 'end',
    });
    return guide + name + mark(x(number), centre, ours ? lookOf(0) : lookOf(1), 6) + figure;
  });
  const bottom = y + 2;
  const ticks = ticksThatFit(
    axis.ticks.map(({ value, label }) => ({ x: x(value), text: label })),
    width,
  );
  const base = element('path', {
    class: 'base',
    d: `M${short(left)},${short(bottom)}H${short(right)}`,
  });
  const notches = axis.ticks.map(({ value }) =>
    element('path', { class: 'base', d: `M${short(x(value))},${short(bottom)}v5` }),
  );
  const stems = head.stems.map(({ look, at, from }) =>
    element('path', { class: look, d: `M${short(at)},${short(from)}V${short(bottom)}` }),
  );
  return {
    width,
    height: bottom + 10 + tickHeight(ticks),
    body: [
      subtitle.body,
      ...stems,
      head.body,
      ...drawn,
      top < bottom ? base : '',
      ...notches,
      drawTicks(ticks, bottom + 4 + LINE),
    ].join(''),
  };
}

/** Why there is no number, on a sheet that keeps the lines from running through the words. */
function absentWords(
  lines: readonly string[],
  { x, width, top, high }: { x: number; width: number; top: number; high: number },
  foot: (line: number, of: number) => number,
): string {
  const wide = Math.min(width, Math.max(...lines.map((line) => textWidth(line, SIZE.words))) + 6);
  const sheet = element('rect', { class: 'sheet', x: x - 2, y: top, width: wide, height: high });
  const said = lines.map((line, at) =>
    words(line, { class: 'quiet', x, y: foot(at, lines.length) }),
  );
  return sheet + said.join('');
}

interface Stem {
  look: string;
  at: number;
  from: number;
}

/** Names are at least so wide where there are lines: words over the leftmost line stand above them. */
const LEAST_LEFT = 110;

/**
 * The words over the lines that all are held against, each to the left of its line, the leftmost
 * lowest: so no line runs through words.
 */
function drawLines(
  lines: readonly (Dot & { number: number })[],
  x: (value: number) => number,
  above: number,
): { body: string; stems: Stem[]; bottom: number } {
  const others = lines.filter(({ ours }) => !ours);
  const placed = lines
    .map((line) => ({ ...line, at: x(line.number), dash: others.indexOf(line) % 3 }))
    .sort((a, b) => b.at - a.at);
  const stems: Stem[] = [];
  let top = above;
  const body = placed.flatMap(({ name, value, ours, at, dash }) => {
    const said = wrap(`${value} ${name}`, SIZE.words, at - 8, 3);
    stems.push({ look: ours ? 'line-past' : `line dash-${dash + 1}`, at, from: top + 3 });
    const written = said.map((line, order) =>
      words(line, {
        class: ours ? 'strong ours' : undefined,
        x: at - 6,
        y: top + SIZE.words + order * LINE,
        anchor: 'end',
      }),
    );
    top += said.length * LINE + 2;
    return written;
  });
  return { body: body.join(''), stems, bottom: top };
}
