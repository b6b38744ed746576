import { scaleLinear } from 'd3-scale';
import type { Panel, Panels } from '../case/chart.ts';
import type { Row } from '../case/figures.ts';
import { formatDate } from '../profile/formats/dates.ts';
import { isBefore, joiningOf, middleOf } from '../profile/formats/moments.ts';
import { type Drawing, shownOf } from './drawing.ts';
import { firstNumber } from './first-number.ts';
import { boxAround } from './geometry.ts';
import { drawKey, type KeyItem } from './key.ts';
import { lookOf, mark } from './marks.ts';
import { drawRow, type Plot } from './row.ts';
import { type Axis, honestAxis } from './scales.ts';
import { readingsOf } from './series-words.ts';
import { LINE, SIZE } from './style.ts';
import { drawSubtitle, withUnit } from './subtitle.ts';
import { across, down, moved, paragraph, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';
import { eventAt, gapsIn } from './time.ts';

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
  const moments = chart.panels.flatMap(({ series }) => series.times.map(middleOf));
  const span: Span = [Math.min(...moments), Math.max(...moments)];

  let y = subtitle.height + key.height + 8;
  const drawn: string[] = [];
  for (let start = 0; start < panels.length; start += columns) {
    const row = panels.slice(start, start + columns);
    const titles = row.map((panel) => titleOf(panel, room));
    const head = Math.max(...titles.map(({ length }) => length)) * LINE;
    const [top, bottom] = [y + head + 8, y + head + 8 + HEIGHT];
    const height = scaleLinear().domain(axis.domain).range([bottom, top]);
    drawn.push(
      ...axis.ticks.map(({ value, label }) =>
        words(label, { class: 'quiet', x: left - 8, y: height(value) + 4.5, anchor: 'end' }),
      ),
      ...row.map((panel, column) => {
        const x = left + column * (room + BETWEEN);
        const frame = { x, width: room, top, bottom, y: height, span, axis };
        return drawTitle(titles[column] ?? [], x, y) + drawPanel(panel, beside, frame);
      }),
    );
    const lines = row.map(({ series }) => spanLines(series.periods, room).height);
    y = bottom + Math.max(...lines) + 22;
  }
  return {
    width,
    height: y - 10,
    body: subtitle.body + moved(key.body, { y: subtitle.height }) + drawn.join(''),
  };
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

function keyOf(beside: string | undefined): KeyItem[] {
  const sample = (path: string, dot: string) => (y: number) =>
    across(path, y, [2, 36]) + mark(19, y, { ...lookOf(0), mark: dot }, 4.5);
  const theirs = { ours: false, sample: (y: number) => across(lookOf(1).line, y, [2, 36]) };
  return [
    { name: 'before joining', ours: false, sample: sample('line-past', 'mark-past') },
    { name: 'since joining', ours: true, sample: sample('line-ours', 'mark-ours') },
    ...(beside ? [{ name: beside, ...theirs }] : []),
  ];
}

interface TitleLine {
  text: string;
  class: string;
}

/** The school, and below it when it joined. */
function titleOf({ school, joined }: Panel, width: number): TitleLine[] {
  const month = formatDate({ year: joined.year, month: joined.month });
  const set = (text: string, look: string) =>
    wrap(text, SIZE.words, width, 3).map((line) => ({ text: line, class: look }));
  return [...set(school, 'strong'), ...set(`joined ${month}`, 'quiet')];
}

function drawTitle(lines: readonly TitleLine[], x: number, y: number): string {
  return lines
    .map(({ text, class: look }, index) =>
      words(text, { class: look, x, y: y + SIZE.words + index * LINE }),
    )
    .join('');
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
  const joining = joiningOf(joined);
  const before = series.times.map((time) => isBefore(time, joining));
  const plot: Plot = { at, y: frame.y, gaps: gapsIn(series.times), before };
  const own = drawRow(ours.numbers, plot, { look: lookOf(0), radius: 4.5, marks: 'all' });
  const behind =
    theirs &&
    drawRow(
      theirs.numbers,
      { ...plot, before: [] },
      { look: lookOf(1), radius: 3, marks: 'alone' },
    );
  const event = x(Math.min(eventAt(series.times, joining), frame.span[1]));
  const pointsOf = (row: Row) =>
    readingsOf(series, row).map(({ index, number }) => ({ x: at(index), y: frame.y(number) }));
  const points = pointsOf(ours);
  const end = points.at(-1);
  const opening = firstNumber(say(first?.index), points, theirs ? [pointsOf(theirs)] : [], {
    frame: {
      ...{ left: frame.x, right: frame.x + frame.width },
      ...{ top: frame.top - 8, bottom: frame.bottom - 2 },
    },
    taken: end ? [boxAround(end.x + 9 + newestRoom / 2, end.y, newestRoom / 2, 9)] : [],
    look: 'strong',
  });
  return [
    ...frame.axis.ticks.map(({ value }) =>
      across(value === 0 ? 'base' : 'grid', frame.y(value), [frame.x, frame.x + frame.width]),
    ),
    down('event', event, [frame.top - 4, frame.bottom]),
    behind?.lines,
    behind?.marks,
    own.lines,
    own.marks,
    opening,
    end && words(say(last?.index), { class: 'value ours', x: end.x + 9, y: end.y + 5 }),
    spanWords(series.periods, frame),
  ].join('');
}

/** The first and the last period of a panel, each in its half of the width. */
function spanLines(
  periods: readonly string[],
  width: number,
): { first: string[]; last: string[]; height: number } {
  const [first, last] = [periods[0] ?? '', periods.at(-1) ?? ''].map((period) =>
    wrap(period, SIZE.words, width / 2 - 4, 4),
  ) as [string[], string[]];
  const height = Math.max(first.length, last.length) * LINE;
  return { first, last: periods.length > 1 ? last : [], height };
}

function spanWords(periods: readonly string[], { x, width, bottom }: Frame): string {
  const { first, last } = spanLines(periods, width);
  const y = bottom + LINE + 1;
  return (
    paragraph(first, { class: 'quiet', x, y }) +
    paragraph(last, { class: 'quiet', x: x + width, y, anchor: 'end' })
  );
}
