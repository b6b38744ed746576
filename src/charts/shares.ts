import { scaleLinear } from 'd3-scale';
import type { Shares } from '../case/chart.ts';
import type { Drawing } from './drawing.ts';
import { LINE, SIZE } from './style.ts';
import { drawSubtitle } from './subtitle.ts';
import { element, paragraph, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';

const BAR = 18;
/** How much of the width names may take beside the bars; on a phone they stand above them. */
const NAMES = 0.42;

/** A bar for each part, filled as far as its share of a whole pound. */
export function drawShares({ parts, label }: Shares, width: number): Drawing {
  const stacked = width < 400;
  const names = parts.map(({ what }) => wrap(what, SIZE.words, stacked ? width : width * NAMES, 3));
  const left = stacked
    ? 0
    : Math.max(...names.flat().map((line) => textWidth(line, SIZE.words))) + 16;
  const right =
    width - Math.max(...parts.map(({ share }) => textWidth(pence(share), SIZE.value))) - 12;
  const x = scaleLinear().domain([0, 100]).range([left, right]);
  const subtitle = drawSubtitle(label, width);
  let y = subtitle.height;
  const rows = parts.map(({ share }, index) => {
    const lines = names[index] ?? [];
    const above = stacked ? lines.length * LINE + 3 : 0;
    const high = stacked ? above + BAR + 12 : Math.max(BAR + 9, lines.length * LINE + 9);
    const top = stacked ? y + above : y + (high - BAR) / 2;
    const centred = top + BAR / 2 + 4.7 - ((lines.length - 1) / 2) * LINE;
    const name = paragraph(lines, { x: 0, y: stacked ? y + SIZE.words : centred });
    const bar = (look: string, to: number) =>
      element('rect', { class: look, x: left, y: top, width: to - left, height: BAR });
    const value = words(pence(share), {
      ...{ class: 'value', x: width, y: top + BAR / 2 + 5.3, anchor: 'end' },
    });
    y += high;
    return name + bar('ground', right) + bar('bar', x(share)) + value;
  });
  return { width, height: y + 2, body: subtitle.body + rows.join('') };
}

/** A share of a pound: `68p`, and `under 1p` where a rounded number would be nought. */
export function pence(share: number): string {
  if (share > 0 && share < 0.5) return 'under 1p';
  return `${Math.round(share)}p`;
}
