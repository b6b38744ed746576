import type { Dot, DotPlot } from '../case/chart.ts';
import { sentenceList, upperFirst } from '../compose/words.ts';
import { furtherPart, shownOf } from './drawing.ts';
import { whenOf } from './series-words.ts';
import { countOf, numberWord, shareOf } from './words.ts';

type Shown = Dot & { number: number };

const numbered = (rows: readonly Dot[]) =>
  rows.filter((row): row is Shown => row.number !== undefined);

/** Of schools with the same number, no more than these are named. */
const MOST_NAMED = 2;

/** “From 50% at Pennywhistle Lane to 72% at Quillbrook; four of five are above England, 62%”. */
export function dotsFinding({ of, rows, lines, part }: DotPlot): string {
  const further = furtherPart(part);
  if (further) return further;
  const shown = numbered(rows).sort((a, b) => a.number - b.number);
  const [lowest, highest] = [shown[0], shown.at(-1)];
  if (!lowest || !highest) return '';
  if (of === 'others') return placeAmong(shown);
  const at = (number: number) => {
    const names = shown.filter((row) => row.number === number).map(({ name }) => name);
    return names.length <= MOST_NAMED
      ? sentenceList(names)
      : countOf(names.length, 'school', 'schools');
  };
  const range =
    lowest.number === highest.number
      ? `${lowest.value} at ${at(lowest.number)}`
      : `from ${lowest.value} at ${at(lowest.number)} to ${highest.value} at ${at(highest.number)}`;
  const [against] = lines.filter(({ ours }) => !ours);
  if (!against) return upperFirst(range);
  const above = shown.filter(({ number }) => number > against.number).length;
  return `${upperFirst(range)}; ${shareOf(above, shown.length)} ${above > 1 ? 'are' : 'is'} above ${against.name}, ${against.value}`;
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
  return `${upperFirst(ours.name)}: ${ours.value}. Of ${countOf(others.length, 'other', 'others')}, ${sentenceList(counts)}`;
}

/** More rows than these are for the table. */
const MOST_IN_WORDS = 12;

export function dotsAlt({ label, period, rows: all, lines, part }: DotPlot): string {
  const rows = shownOf(all, part);
  const shown = rows.slice(0, MOST_IN_WORDS);
  const more = rows.length - shown.length;
  return [
    `Dot plot. ${label}, ${whenOf(period)}.`,
    `${shown.map(({ name, value }) => `${upperFirst(name)}: ${value}`).join('; ')}.`,
    more > 0 && `${upperFirst(numberWord(more))} more are in the table.`,
    lines.length > 0 &&
      `Lines to compare with: ${sentenceList(lines.map(({ name, value }) => `${name}, ${value}`))}.`,
  ]
    .filter((part) => part)
    .join(' ');
}
