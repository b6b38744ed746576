import { scaleLinear } from 'd3-scale';
import { lookOf, mark } from './marks.ts';
import type { Ground, Slot } from './slots.ts';
import { LINE, SIZE } from './style.ts';
import { down, element, paragraph, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';

const ROW = 27;

/** Lying bars, each with its period before it and its number after it. */
export function drawLying(
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
    const foot = (of: number) => centre + 4.7 - ((of - 1) / 2) * LINE;
    y += high;
    const name = paragraph(lines, { class: 'quiet', x: 0, y: foot(lines.length) });
    if (number === undefined || absent) {
      const { lines: said = [], ...place } = absent ?? { x: nought };
      return name + paragraph(said, { class: 'quiet', ...place, y: foot(said.length) });
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
      y: foot(1),
      anchor: number < 0 ? 'end' : undefined,
    });
    return name + bar + beside.join('') + said;
  });
  return { height: y + 6, body: rows.join('') + down('base', nought, [top + 2, y + 2]) };
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
