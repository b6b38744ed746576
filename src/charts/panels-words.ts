import type { Panel, Panels } from '../case/chart.ts';
import { upperFirst } from '../compose/words.ts';
import { formatDate } from '../profile/formats/dates.ts';
import { isBefore, joiningOf, straddles } from '../profile/formats/moments.ts';
import { furtherPart, shownOf } from './drawing.ts';
import { readingsOf } from './series-words.ts';
import { countOf, rounded, shareOf } from './words.ts';

/** A school’s last number before it joined and its newest, as far from the comparator as they are. */
function change({ joined, series }: Panel, beside: string | undefined): number | undefined {
  const [ours, ...others] = series.rows;
  if (!ours) return undefined;
  const theirs = others.find(({ whose }) => whose === beside);
  const joining = joiningOf(joined);
  const readings = readingsOf(series, ours).filter(
    ({ index }) => !theirs || theirs.numbers[index] !== undefined,
  );
  const before = readings.findLast(({ index }) => isBeforeAt(series, index, joining));
  const newest = readings.at(-1);
  if (!before || !newest || before === newest) return undefined;
  const against = (index: number) => theirs?.numbers[index] ?? 0;
  return rounded(
    newest.number - against(newest.index) - (before.number - against(before.index)),
    series.decimals,
  );
}

function isBeforeAt(series: Panel['series'], index: number, joining: number): boolean {
  const time = series.times[index];
  return time !== undefined && isBefore(time, joining);
}

/** How many schools are higher now than in their last numbers before joining: a count, no cause. */
export function panelsFinding({ panels, beside, part }: Panels): string {
  const further = furtherPart(part);
  if (further) return further;
  const against = panels.map((panel) => change(panel, beside));
  // A comparator that some school lacks on one side of joining is left out of account for all.
  const fair = beside !== undefined && !against.includes(undefined);
  const changes = fair ? against : panels.map((panel) => change(panel, undefined));
  const lower = panels.every(({ series }) => series.better === 'lower');
  const moved = changes.filter((difference = 0) => (lower ? -difference : difference) > 0).length;
  const schools = panels.length === 1 ? 'school' : 'schools';
  const set = fair ? `, set against ${beside}` : '';
  return `In ${shareOf(moved, panels.length)} ${schools} the newest number is ${lower ? 'lower' : 'higher'} than the last before joining${set}`;
}

export function panelsAlt({ label, panels: all, beside, part }: Panels): string {
  const panels = shownOf(all, part);
  const each = panels.map(({ school, joined, series }) => {
    const readings = series.rows[0] ? readingsOf(series, series.rows[0]) : [];
    const joining = joiningOf(joined);
    const before = readings.findLast(({ index }) => isBeforeAt(series, index, joining));
    const newest = readings.at(-1);
    const month = formatDate({ year: joined.year, month: joined.month });
    return `${school}, joined ${month}: ${before?.words ?? 'no figure'} ${before?.when ?? 'before joining'}, ${newest?.words} ${newest?.when}.`;
  });
  return [
    `A small line chart for each of ${countOf(panels.length, 'school', 'schools')}. ${label}, last before joining and newest.`,
    ...each,
    beside && `${upperFirst(beside)} is drawn behind each; its numbers are in the table.`,
  ]
    .filter((part) => part)
    .join(' ');
}

/** That one thing came after another, and what counts as before. */
export function joiningNotes(panels: readonly Pick<Panel, 'joined' | 'series'>[]): string[] {
  const within = panels.some(({ joined, series }) => straddles(series.times, joiningOf(joined)));
  return [
    'After joining does not mean because of joining.',
    ...(within ? ['The year in which a school joined counts as before.'] : []),
  ];
}
