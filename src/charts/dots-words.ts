import type { Dot, DotPlot } from '../case/chart.ts';
import { whenOf } from './series-words.ts';
import { capital, countOf, listed, numberWord } from './words.ts';

type Shown = Dot & { number: number };

const shownOf = (rows: readonly Dot[]) =>
  rows.filter((row): row is Shown => row.number !== undefined);

/** “From 50% at Pennywhistle Lane to 72% at Quillbrook; four of five are above England, 62%”. */
export function dotsFinding({ of, rows, lines, part }: DotPlot): string {
  const shown = shownOf(rows).sort((a, b) => a.number - b.number);
  const [lowest, highest] = [shown[0], shown.at(-1)];
  if (!lowest || !highest) return '';
  if (of === 'others') return placeAmong(shown);
  const range =
    lowest.number === highest.number
      ? `${lowest.value} at ${shown.length === 1 ? lowest.name : `all ${countOf(shown.length, 'school', 'schools')}`}`
      : `from ${lowest.value} at ${lowest.name} to ${highest.value} at ${highest.name}`;
  const [against] = lines.filter(({ ours }) => !ours);
  if (part && part.number > 1) return `Part ${part.number} of ${part.of}: ${range}`;
  if (!against || part) return capital(range);
  const above = shown.filter(({ number }) => number > against.number).length;
  const which =
    above === shown.length
      ? `all ${numberWord(above)}`
      : `${numberWord(above)} of ${numberWord(shown.length)}`;
  return `${capital(range)}; ${which} ${above === 1 ? 'is' : 'are'} above ${against.name}, ${against.value}`;
}

/** Where ours stands among those it is compared with, counted from the highest number. */
function placeAmong(shown: readonly Shown[]): string {
  const ours = shown.find((row) => row.ours);
  if (!ours) return '';
  const others = shown.filter((row) => row !== ours);
  const higher = others.filter(({ number }) => number > ours.number).length;
  const lower = others.filter(({ number }) => number < ours.number).length;
  const same = others.length - higher - lower;
  const counts = [
    higher > 0 && `${numberWord(higher)} higher`,
    same > 0 && `${numberWord(same)} the same`,
    lower > 0 && `${numberWord(lower)} lower`,
  ].filter((part) => part !== false);
  return `${capital(ours.name)}: ${ours.value}. Of ${countOf(others.length, 'other', 'others')}, ${listed(counts)}`;
}

/** More rows than these are for the table. */
const MOST_IN_WORDS = 12;

export function dotsAlt({ label, period, rows, lines }: DotPlot): string {
  const shown = rows.slice(0, MOST_IN_WORDS);
  const more = rows.length - shown.length;
  return [
    `Dot plot. ${label}, ${whenOf(period)}.`,
    `${shown.map(({ name, value }) => `${capital(name)}: ${value}`).join('; ')}.`,
    more > 0 && `${capital(numberWord(more))} more are in the table.`,
    lines.length > 0 &&
      `Lines to compare with: ${listed(lines.map(({ name, value }) => `${name}, ${value}`))}.`,
  ]
    .filter((part) => part)
    .join(' ');
}
