import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Panel, Panels } from '../case/chart.ts';
import { formatDate } from '../profile/formats/dates.ts';
import { isBefore, joiningOf, middleOf } from '../profile/formats/moments.ts';
import { type Drawing, shownOf } from './drawing.ts';
import { drawKey } from './end-labels.ts';
import { lookOf, mark } from './marks.ts';
import { type Axis, honestAxis } from './scales.ts';
import { readingsOf } from './series-words.ts';
import { LINE, SIZE } from './style.ts';
import { drawSubtitle, withUnit } from './subtitle.ts';
import { element, short, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';
import { eventAt, gapsIn, runsOf } from './time.ts';

const HEIGHT = 100;
const BETWEEN = 22;

export function panelAxis({ panels, beside }: Panels): Axis {
  const numbers = panels.flatMap(({ series }) =>
    series.rows
      .filter(({ whose }, row) => row === 0 || whose === beside)
      .flatMap((row) => row.numbers.filter((number) => number !== undefined)),
  );
  const { sign = '', span } = panels[0]?.series ?? {};
  return honestAxis(numbers, { sign, span }, { count: 4 });
}

/** A small picture for each school, all on one scale, each with the day it joined. */
export function drawPanels(chart: Panels, width: number): Drawing {
  const { beside } = chart;
  const panels = shownOf(chart.panels, chart.part);
  const axis = panelAxis(chart);
  const columns = Math.min(panels.length, width < 400 ? 2 : 3);
  const left = Math.max(...axis.ticks.map(({ label }) => textWidth(label, SIZE.words))) + 8;
  const room = (width - left - BETWEEN * (columns - 1)) / columns;
  const subtitle = drawSubtitle(withUnit(chart.label, panels[0]?.series.sign ?? ''), width);
  const key = drawKey(keyOf(beside), width);
  const keyed = element('g', { transform: `translate(0 ${short(subtitle.height)})` }, key.body);
  const moments = chart.panels.flatMap(({ series }) => series.times.map(middleOf));
  const span: Span = [Math.min(...moments), Math.max(...moments)];

  let y = subtitle.height + key.height + 8;
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
  return { width, height: y - 10, body: subtitle.body + keyed + drawn.join('') };
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

function drawPanel(
  { joined, series }: Panel,
  comparator: string | undefined,
  frame: Frame,
): string {
  const [ours] = series.rows;
  if (!ours) return '';
  const theirs = series.rows.slice(1).find(({ whose }) => whose === comparator);
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
  const opening =
    first && first !== last
      ? firstNumber(
          say(first.index),
          readings.slice(0, 2).map(({ index, number }) => ({ x: at(index), y: frame.y(number) })),
          [0, 1].flatMap((index) => {
            const number = theirs?.numbers[index];
            return number === undefined ? [] : [{ x: at(index), y: frame.y(number) }];
          }),
          frame,
        )
      : '';
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
    opening,
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

interface Point {
  x: number;
  y: number;
}

/** The first number above its mark or below it, where neither line runs through it; else not at all. */
function firstNumber(
  text: string,
  [first, second]: readonly Point[],
  theirs: readonly Point[],
  { x: left, top, bottom }: Frame,
): string {
  if (!first) return '';
  const wide = textWidth(text, SIZE.words);
  const x = Math.max(left + wide / 2, first.x);
  const near = [...(second ? [second] : []), ...theirs].filter((point) => point.x < x + wide);
  const free = (from: number, to: number) =>
    from > top - 6 && to < bottom && near.every(({ y }) => y < from || y > to);
  const said = (y: number) => words(text, { class: 'strong', x, y, anchor: 'middle' });
  if (free(first.y - 24, first.y - 2)) return said(first.y - 9);
  return free(first.y + 2, first.y + 26) ? said(first.y + 20) : '';
}
