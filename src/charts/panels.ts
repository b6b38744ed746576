import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Panel, Panels } from '../case/chart.ts';
import { formatDate } from '../profile/formats/dates.ts';
import { isBefore, joiningOf, middleOf } from '../profile/formats/moments.ts';
import type { Drawing } from './drawing.ts';
import { drawKey } from './end-labels.ts';
import { lookOf, mark } from './marks.ts';
import { type Axis, honestAxis } from './scales.ts';
import { readingsOf } from './series-words.ts';
import { LINE, SIZE } from './style.ts';
import { element, short, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';
import { eventAt, gapsIn, runsOf } from './time.ts';

const HEIGHT = 92;
const BETWEEN = 22;

export function panelAxis({ panels, beside, among }: Panels): Axis {
  const numbers = panels.flatMap(({ series }) =>
    series.rows
      .filter(({ whose }, row) => row === 0 || whose === beside)
      .flatMap((row) => row.numbers.filter((number) => number !== undefined)),
  );
  const { sign = '', span } = panels[0]?.series ?? {};
  return honestAxis([...numbers, ...among], { sign, span }, { count: 3 });
}

/** A small picture for each school, all on one scale, each with the day it joined. */
export function drawPanels(chart: Panels, width: number): Drawing {
  const { panels, beside } = chart;
  const axis = panelAxis(chart);
  const columns = Math.min(panels.length, width < 400 ? 2 : 3);
  const left = Math.max(...axis.ticks.map(({ label }) => textWidth(label, SIZE.words))) + 8;
  const room = (width - left - BETWEEN * (columns - 1)) / columns;
  const key = drawKey(keyOf(beside), width);
  const moments = panels.flatMap(({ series }) => series.times.map(middleOf));
  const span: Span = [Math.min(...moments), Math.max(...moments)];

  let y = key.height + 8;
  const drawn: string[] = [];
  for (let start = 0; start < panels.length; start += columns) {
    const row = panels.slice(start, start + columns);
    const titles = row.map(({ school }) => wrap(school, SIZE.words, room, 3));
    const head = Math.max(...titles.map(({ length }) => length)) * LINE + LINE;
    const [top, bottom] = [y + head + 8, y + head + 8 + HEIGHT];
    const height = scaleLinear().domain(axis.domain).range([bottom, top]);
    drawn.push(
      ...axis.ticks.map(({ value, label }) =>
        words(label, { class: 'quiet', x: left - 8, y: height(value) + 4.5, anchor: 'end' }),
      ),
      ...row.map((panel, column) => {
        const x = left + column * (room + BETWEEN);
        const frame = { x, width: room, top, bottom, y: height, span, axis };
        return title(panel, titles[column] ?? [], x, y) + drawPanel(panel, beside, frame);
      }),
    );
    y = bottom + LINE + 22;
  }
  return { width, height: y - 10, body: key.body + drawn.join('') };
}

type Span = [first: number, last: number];

interface Frame {
  x: number;
  width: number;
  top: number;
  bottom: number;
  y: (value: number) => number;
  span: Span;
  axis: Axis;
}

function keyOf(beside: string | undefined): Parameters<typeof drawKey>[0] {
  const sample = (path: string, dot: string) => (y: number) =>
    element('path', { class: path, d: `M2,${y}H36` }) +
    mark(19, y, { ...lookOf(0), mark: dot }, 4.5);
  return [
    { name: 'before joining', ours: false, sample: sample('line-past', 'mark-past') },
    { name: 'since joining', ours: true, sample: sample('line-ours', 'mark-ours') },
    ...(beside
      ? [
          {
            name: beside,
            ours: false,
            sample: (y: number) => element('path', { class: 'line dash-1', d: `M2,${y}H36` }),
          },
        ]
      : []),
  ];
}

function title({ joined }: Panel, lines: readonly string[], x: number, y: number): string {
  const month = formatDate({ year: joined.year, month: joined.month });
  return [
    ...lines.map((line, index) =>
      words(line, { class: 'strong', x, y: y + SIZE.words + index * LINE }),
    ),
    words(`joined ${month}`, { class: 'quiet', x, y: y + SIZE.words + lines.length * LINE }),
  ].join('');
}

function drawPanel({ joined, series }: Panel, beside: string | undefined, frame: Frame): string {
  const [ours] = series.rows;
  if (!ours) return '';
  const theirs = series.rows.slice(1).find(({ whose }) => whose === beside);
  const readings = readingsOf(series, ours);
  const [first, last] = [readings[0], readings.at(-1)];
  const say = (index: number | undefined) => ours.values[index ?? 0] ?? '';
  const newestRoom = textWidth(say(last?.index), SIZE.value) + 10;
  const x = scaleLinear()
    .domain(frame.span)
    .range([frame.x + 12, frame.x + frame.width - newestRoom]);
  const moments = series.times.map(middleOf);
  const at = (index: number) => x(moments[index] ?? 0);
  const gaps = gapsIn(series.times);
  const joining = joiningOf(joined);
  const before = series.times.map((time) => isBefore(time, joining));
  const path = (numbers: readonly (number | undefined)[], indexes: readonly number[]) =>
    line<number>()
      .x(at)
      .y((index) => frame.y(numbers[index] ?? 0))
      .digits(1)([...indexes]) ?? '';
  const lines = runsOf(ours.numbers, gaps).flatMap((run) => {
    const earlier = run.filter((index) => before[index]);
    const after = run.slice(earlier.length);
    const bridge = [...earlier, ...after.slice(0, 1)];
    return [
      earlier.length > 0 && bridge.length > 1
        ? element('path', { class: 'line-past', d: path(ours.numbers, bridge) })
        : '',
      after.length > 1 ? element('path', { class: 'line-ours', d: path(ours.numbers, after) }) : '',
    ];
  });
  const behind = theirs
    ? runsOf(theirs.numbers, gaps).map((run) =>
        run.length > 1
          ? element('path', { class: 'line dash-1', d: path(theirs.numbers, run) })
          : mark(at(run[0] ?? 0), frame.y(theirs.numbers[run[0] ?? 0] ?? 0), lookOf(1), 3),
      )
    : [];
  const event = x(Math.min(eventAt(series.times, joining), frame.span[1]));
  const foot = frame.bottom + LINE + 1;
  const rising = first && readings[1] && readings[1].number > first.number;
  const firstAt = first ? frame.y(first.number) : 0;
  // Below the mark where the line goes up from it, unless the axis is too near.
  const under = rising ? firstAt + 24 < frame.bottom : firstAt - 18 < frame.top;
  return [
    ...frame.axis.ticks.map(({ value }) =>
      element('path', {
        class: value === 0 ? 'base' : 'grid',
        d: `M${short(frame.x)},${short(frame.y(value))}H${short(frame.x + frame.width)}`,
      }),
    ),
    element('path', {
      class: 'event',
      d: `M${short(event)},${short(frame.top - 4)}V${short(frame.bottom)}`,
    }),
    ...behind,
    ...lines,
    ...readings.map(({ index, number }) =>
      mark(
        at(index),
        frame.y(number),
        before[index] ? { ...lookOf(0), mark: 'mark-past' } : lookOf(0),
        4.5,
      ),
    ),
    first && first !== last
      ? words(say(first.index), {
          class: 'strong',
          x: Math.max(frame.x + textWidth(say(first.index), SIZE.words) / 2, at(first.index)),
          y: under ? firstAt + 20 : firstAt - 9,
          anchor: 'middle',
        })
      : '',
    last
      ? words(say(last.index), {
          class: 'value ours',
          x: at(last.index) + 9,
          y: frame.y(last.number) + 5,
        })
      : '',
    words(series.periods[0] ?? '', { class: 'quiet', x: frame.x, y: foot }),
    words(series.periods.at(-1) ?? '', {
      class: 'quiet',
      x: frame.x + frame.width,
      y: foot,
      anchor: 'end',
    }),
  ].join('');
}
