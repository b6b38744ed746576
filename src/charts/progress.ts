import { scaleLinear } from 'd3-scale';
import type { Goal, Progress, Reading } from '../case/chart.ts';
import { type Drawing, shownOf } from './drawing.ts';
import { lookOf, mark } from './marks.ts';
import { honestAxis } from './scales.ts';
import { whenOf } from './series-words.ts';
import { LINE, SIZE } from './style.ts';
import { across, down, paragraph, words } from './svg.ts';
import { textWidth, wrap } from './text.ts';

const BETWEEN = 24;

/** Whether the newest number is where it was to be, or beyond. */
export function reached({ better, latest, target }: Goal): boolean {
  return better === 'higher' ? latest.number >= target.number : latest.number <= target.number;
}

/** For each promise a scale of its own: where it began, where it is and where it is to be. */
export function drawProgress({ goals, part }: Progress, width: number): Drawing {
  let y = 0;
  const drawn = shownOf(goals, part).map((goal) => {
    const { body, height } = drawGoal(goal, width, y);
    y += height + BETWEEN;
    return body;
  });
  return { width, height: y - BETWEEN + 4, body: drawn.join('') };
}

function drawGoal(goal: Goal, width: number, top: number): { body: string; height: number } {
  const { label, first, latest, target, sign, span, due } = goal;
  const numbers = [first.number, latest.number, target.number];
  const x = scaleLinear()
    .domain(honestAxis(numbers, { sign, span }).domain)
    .range([10, width - 10]);
  const title = wrap(label, SIZE.words, width, 3);
  const aim = wrap(`target ${target.value}${due ? ` by ${due}` : ''}`, SIZE.words, width - 20, 2);
  const now = `${latest.value} ${whenOf(latest.period)}${reached(goal) ? ', reached' : ''}`;
  const aimFoot = top + title.length * LINE + SIZE.words + 5;
  const nowFoot = aimFoot + aim.length * LINE;
  const line = nowFoot + 16;
  const moved = first.number !== latest.number;
  const [from, at, to] = [x(first.number), x(latest.number), x(target.number)];
  const body = [
    paragraph(title, { class: 'strong', x: 0, y: top + SIZE.words }),
    across('grid', line, [0, width]),
    across('event', line, [at, to]),
    across('line-ours', line, [from, at]),
    // The target is a post: its foot on the line, its words at its top.
    down('base', to, [aimFoot + (aim.length - 1) * LINE + 4, line + 8]),
    ...aim.map((said, index) => besidePost(said, to, aimFoot + index * LINE, { width })),
    besidePost(now, at, nowFoot, { width, look: 'strong ours', clearOf: to }),
    moved ? mark(from, line, { ...lookOf(0), mark: 'mark-past' }, 5) : '',
    mark(at, line, lookOf(0), 6.5),
    moved ? besidePost(startOf(first), from, line + 22, { width, look: 'quiet' }) : '',
  ];
  return { body: body.join(''), height: line + (moved ? 26 : 12) - top };
}

const startOf = ({ value, period }: Reading) => `${value} ${whenOf(period)}`;

/** Words centred on a place, moved in from the edges, and clear of a post where one stands near. */
function besidePost(
  text: string,
  x: number,
  y: number,
  { width, look, clearOf }: { width: number; look?: string; clearOf?: number },
): string {
  const wide = textWidth(text, SIZE.words);
  let centre = Math.max(wide / 2, Math.min(x, width - wide / 2));
  if (clearOf !== undefined && Math.abs(centre - clearOf) < wide / 2 + 5) {
    const [before, after] = [clearOf - 5 - wide / 2, clearOf + 5 + wide / 2];
    const preferred = x <= clearOf ? [before, after] : [after, before];
    centre =
      preferred.find((place) => place - wide / 2 >= 0 && place + wide / 2 <= width) ?? centre;
  }
  return words(text, { class: look, x: centre, y, anchor: 'middle' });
}
