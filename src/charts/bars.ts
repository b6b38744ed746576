import type { SeriesChart } from '../case/chart.ts';
import type { Drawing } from './drawing.ts';
import { drawKey, lineSample } from './key.ts';
import { drawLying } from './lying-bars.ts';
import { lookOf } from './marks.ts';
import { honestAxis } from './scales.ts';
import { type Ground, slotsOf } from './slots.ts';
import { drawSubtitle, withUnit } from './subtitle.ts';
import { element, moved } from './svg.ts';
import { canStand, drawUpright } from './upright-bars.ts';

type Series = SeriesChart['series'];

/** Bars over time, all from nought; upright where their numbers have room, else lying. */
export function drawBars({ series }: SeriesChart, width: number): Drawing {
  const slots = slotsOf(series);
  const numbers = slots.flatMap(({ number, others }) =>
    [number, ...others].filter((value) => value !== undefined),
  );
  const axis = honestAxis(numbers, series, { fromNought: true });
  const subtitle = drawSubtitle(withUnit(series.label, series.sign), width);
  const key = keyOf(series, width);
  const ground: Ground = {
    axis,
    width,
    top: subtitle.height + key.height - 4,
    newest: slots.findLastIndex(({ number }) => number !== undefined),
  };
  const draw = canStand(slots, width) ? drawUpright : drawLying;
  const { body, height } = draw(slots, ground);
  return { width, height, body: subtitle.body + moved(key.body, { y: subtitle.height }) + body };
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
