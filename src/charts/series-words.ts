import type { SeriesChart } from '../case/chart.ts';
import type { Row, Timeline } from '../case/figures.ts';
import { sentenceList, upperFirst } from '../compose/words.ts';
import { formatQuantity } from '../profile/formats/amounts.ts';
import { formatDate } from '../profile/formats/dates.ts';
import { middleOf } from '../profile/formats/moments.ts';
import { type Period, periodInTable } from '../profile/formats/periods.ts';
import type { Axis } from './scales.ts';
import { gapsIn, missingYears } from './time.ts';
import { distanceInWords, numberWord, rounded } from './words.ts';

/** A number of a row and the period it is about. */
export interface Reading {
  index: number;
  /** As in “in 2024/25”, “on 4 June 2026”. */
  when: string;
  number: number;
  /** With its unit, to as many decimals as it was typed. */
  words: string;
}

/** Fewer numbers than these are two facts, and nothing is said of the way from one to the other. */
const LEAST_FOR_A_COURSE = 3;

/** What the numbers say, in a sentence without a full stop: never why, never whether it is good. */
export function findingOf(series: Timeline): string {
  const [ours, theirs] = series.rows;
  if (!ours) return '';
  const readings = readingsOf(series, ours);
  const shared = theirs ? sharedReadings(series, ours, theirs) : [];
  if (theirs && shared.length >= LEAST_FOR_A_COURSE) return courseBeside(series, theirs, shared);
  const newest = shared.at(-1);
  if (theirs && newest && newest.index === readings.at(-1)?.index) {
    const relation = newest.beside === newest.number ? 'as' : 'against';
    return `${newest.words} ${newest.when}, ${relation} ${newest.besideWords} for ${theirs.whose}`;
  }
  return courseOf(series, readings);
}

/** “From four points below England to four above, in five sets of tests”. */
function courseBeside(series: Timeline, { whose }: Row, shared: readonly Beside[]): string {
  const gap = ({ number, beside }: Beside) => rounded(number - beside, series.decimals);
  const [first, last] = [shared[0], shared.at(-1)] as [Beside, Beside];
  const [then, now] = [gap(first), gap(last)];
  const sets = `${numberWord(shared.length)} sets of ${series.sets ?? 'figures'}`;
  const far = (difference: number) => distanceInWords(difference, series);
  const side = (difference: number) => (difference < 0 ? 'below' : 'above');
  if (then === now) {
    const place = now === 0 ? 'Level with' : `${upperFirst(far(now))} ${side(now)}`;
    return `${place} ${whose} ${first.when} and again ${last.when}`;
  }
  if (then === 0) return `From level with ${whose} to ${far(now)} ${side(now)}, in ${sets}`;
  const start = `From ${far(then)} ${side(then)} ${whose}`;
  if (now === 0) return `${start} to level, in ${sets}`;
  // “Points” and other words need not be said twice; a pound sign must.
  const short = far(now).split(' ');
  const end = short.length === 2 && far(then).endsWith(short[1] ?? '') ? short[0] : far(now);
  return `${start} to ${end} ${side(now)}, in ${sets}`;
}

/** “From 24 days in 2021/22 to 54 days in 2025/26”, with the extreme that lies between. */
function courseOf(series: Timeline, readings: readonly Reading[]): string {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return '';
  const say = ({ words, when }: Reading) => `${words} ${when}`;
  if (readings.length < LEAST_FOR_A_COURSE) return sentenceList(readings.map(say));
  if (readings.every(({ number }) => number === first.number)) {
    return `The same in all ${numberWord(readings.length)} sets of ${series.sets ?? 'figures'}: ${first.words}`;
  }
  const start =
    first.number === last.number
      ? `${first.words} ${first.when} and again ${last.when}`
      : `From ${say(first)} to ${say(last)}`;
  const [beyond] = extremesOf(readings);
  if (!beyond) return start;
  return `${start}; the ${beyond.word} was ${beyond.words}, ${beyond.when}`;
}

/** The highest and the lowest, where they lie beyond both ends; the farther one first. */
function extremesOf(readings: readonly Reading[]): (Reading & { word: string })[] {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return [];
  const by = (sign: 1 | -1) =>
    readings.reduce((best, next) => (next.number * sign > best.number * sign ? next : best));
  const [highest, lowest] = [by(1), by(-1)];
  return [
    { ...highest, word: 'highest', far: highest.number - Math.max(first.number, last.number) },
    { ...lowest, word: 'lowest', far: Math.min(first.number, last.number) - lowest.number },
  ]
    .filter(({ far }) => far > 0)
    .sort((a, b) => b.far - a.far);
}

interface Beside extends Reading {
  beside: number;
  besideWords: string;
}

function sharedReadings(series: Timeline, ours: Row, theirs: Row): Beside[] {
  const others = new Map(readingsOf(series, theirs).map((reading) => [reading.index, reading]));
  return readingsOf(series, ours).flatMap((reading) => {
    const beside = others.get(reading.index);
    return beside ? [{ ...reading, beside: beside.number, besideWords: beside.words }] : [];
  });
}

export function readingsOf({ times, sign }: Timeline, { numbers, values }: Row): Reading[] {
  return numbers.flatMap((number, index) => {
    if (number === undefined) return [];
    const decimals = /\.(\d+)/.exec(values[index] ?? '')?.[1]?.length ?? 0;
    const words = formatQuantity(number, decimals, sign);
    const period = times[index];
    return [{ index, when: period ? whenOf(period) : '', number, words }];
  });
}

/** As in “in 2024/25”, “in the year ended 31 August 2025”, “on 4 June 2026”. */
export function whenOf(period: Period): string {
  if (period.kind === 'year ended') return `in the ${periodInTable(period)}`;
  const day = period.kind === 'date' && period.date.day !== undefined;
  return `${day ? 'on' : 'in'} ${periodInTable(period)}`;
}

/**
 * More numbers or rows than these are for the table, which follows each chart: whoever listens would
 * hear the same numbers twice in a row.
 */
const MOST_IN_WORDS = { numbers: 3, rows: 4 } as const;

/** For those who cannot see the picture: what kind it is, of what, and the course of its numbers. */
export function altOf({ kind, series, joined }: SeriesChart): string {
  const { label, periods, rows } = series;
  const shown = rows.slice(0, MOST_IN_WORDS.rows);
  const more = rows.length - shown.length;
  return [
    `${kind === 'line' ? 'Line' : 'Bar'} chart. ${label}, ${periods[0]} to ${periods.at(-1)}.`,
    ...shown.map((row) => `${upperFirst(row.whose)}: ${rowInWords(series, row)}.`),
    more > 0 && `${upperFirst(numberWord(more))} more are in the table.`,
    joined && `The school joined in ${formatDate({ year: joined.year, month: joined.month })}.`,
  ]
    .filter((part) => part)
    .join(' ');
}

function rowInWords(series: Timeline, row: Row): string {
  const { times } = series;
  const { values } = row;
  const readings = readingsOf(series, row);
  if (values.length <= MOST_IN_WORDS.numbers) {
    return times.map((time, index) => `${values[index] ?? 'no figure'} ${whenOf(time)}`).join(', ');
  }
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return 'no figures';
  if (first === last) return `${first.words} ${first.when}`;
  const beyond = extremesOf(readings).map(
    ({ word, words, when }) => `, the ${word} ${words} ${when}`,
  );
  return `from ${first.words} ${first.when} to ${last.words} ${last.when}${beyond.join('')}`;
}

/** As many missing numbers as a note may list; the table has them all. */
const MOST_IN_NOTE = 4;

/** What a careful reader must be told of the picture: where its scale begins, and what is not in it. */
export function notesOf(series: Timeline, axis?: Axis): string[] {
  const { periods, times, rows } = series;
  const without = rows.flatMap(({ whose, values, numbers }, row) =>
    values.flatMap((value, index) => {
      if (numbers[index] !== undefined || (value === undefined && row > 0)) return [];
      return [
        `${row === 0 ? '' : `${upperFirst(whose)}, `}${periods[index]}: ${value ?? 'no figure'}.`,
      ];
    }),
  );
  return [
    ...scaleNote(axis),
    ...gapNote(times),
    ...without.slice(0, MOST_IN_NOTE),
    ...(without.length > MOST_IN_NOTE ? ['The table says which other numbers are missing.'] : []),
  ];
}

/** The years for which nobody has a number, of the periods of one or several series. */
export function gapNote(periods: readonly Period[]): string[] {
  const each = new Map(periods.map((period) => [periodInTable(period), period]));
  const times = [...each.values()].sort((a, b) => middleOf(a) - middleOf(b));
  const missing = gapsIn(times).flatMap((gap, index) => {
    const [before, after] = [times[index], times[index + 1]];
    const years = gap && before && after ? missingYears(before, after) : [];
    return years.length > MOST_IN_NOTE ? [`${years[0]} to ${years.at(-1)}`] : years;
  });
  return missing.length > 0 ? [`There are no figures for ${sentenceList(missing, 'or')}.`] : [];
}

/** Said wherever a scale leaves nought out. */
export function scaleNote(axis: Axis | undefined): string[] {
  if (!axis) return [];
  const [low, high] = axis.domain;
  const label = (value: number) => axis.ticks.find((tick) => tick.value === value)?.label;
  if (low > 0) return [`The scale starts at ${label(low) ?? low}, not at nought.`];
  if (high < 0) return [`The scale ends at ${label(high) ?? high}, not at nought.`];
  return [];
}
