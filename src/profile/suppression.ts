import type { Amount } from './formats/amounts.ts';
import { labelOfMetric, latest } from './metrics.ts';
import type { Point } from './schema/evidence.ts';
import type { ProfileData } from './schema/profile.ts';
import { type Cell, cellsOf, type PlacedPoint, type Secret } from './suppression/cells.ts';
import { protect } from './suppression/protect.ts';
import { tableOf } from './suppression/sums.ts';
import { NOT_SHOWN, tellsOfFew, withoutSentences, withoutThose } from './suppression/texts.ts';
import { type Described, finderOf } from './typed-figures.ts';
import { numbersIn } from './typed-numbers.ts';

/**
 * What of a profile may not be printed, because it would say something of a few people who were not
 * asked (domain rules 13, 14 and 43). This is the one place that decides it: whatever prints a
 * number reads the data that `shownData` returns, in which no hidden number is left.
 */
export interface Suppression {
  /** Numbers that are hidden, with the reason. */
  hidden: ReadonlyMap<Point, Secret | 'gives away'>;
  /** Secrets that could be worked out from other numbers of the profile. */
  givenAway: readonly Leak[];
  /** Whether a sentence says how a small group did, or types a number that is hidden. */
  isTold(sentence: string): boolean;
}

export interface Leak {
  secret: Secret;
  /** The secret, where it is typed; for a remainder, the numbers it follows from. */
  places: readonly PlacedPoint[];
  /** How many people it is about, where that is known. */
  size: number | undefined;
  /** The number that gives it away. */
  by: readonly PlacedPoint[];
}

const known = new WeakMap<ProfileData, Suppression>();

/** What is hidden of a profile. Each profile is looked through once. */
export function suppressionOf(data: ProfileData): Suppression {
  const before = known.get(data);
  if (before) return before;
  const hidden = new Map<Point, Secret | 'gives away'>();
  const givenAway: Leak[] = [];
  for (const set of cellsOf(data)) {
    const found = protect(tableOf(set));
    for (const [cell, reason] of found.hidden) {
      for (const { point } of numbersOf(cell)) hidden.set(point, reason);
    }
    for (const { cell, secret, by } of found.givenAway) {
      givenAway.push({ secret, places: cell.places, size: cell.size, by: by.places });
    }
  }
  const tellsHidden = hiddenNumberFinder(data, hidden);
  const isTold = (sentence: string) => tellsOfFew(sentence) || tellsHidden(sentence);
  const suppression = { hidden, givenAway, isTold };
  known.set(data, suppression);
  return suppression;
}

/** A text speaks of a hidden number if it types it and has most of the words of its label. */
const WORDS_THAT_TELL = 0.5;

function hiddenNumberFinder(data: ProfileData, hidden: Suppression['hidden']) {
  const described: (Described & { numbers: Set<number> })[] = [];
  for (const [name, metric] of Object.entries(hidden.size > 0 ? (data.metrics ?? {}) : {})) {
    const points = [metric, ...(metric.comparators ?? [])].flatMap(({ series }) => series);
    const numbers = points.flatMap((point) =>
      hidden.has(point) && 'number' in point.value ? [point.value.number] : [],
    );
    if (numbers.length === 0) continue;
    described.push({ label: labelOfMetric(metric) ?? name, numbers: new Set(numbers) });
  }
  if (described.length === 0) return () => false;
  const find = finderOf(described, WORDS_THAT_TELL);
  return (sentence: string) => {
    const numbers = numbersIn(sentence);
    return (
      numbers.length > 0 &&
      find(sentence).some(({ of }) => numbers.some(({ number }) => of.numbers.has(number)))
    );
  };
}

const numbersOf = ({ places }: Cell) => places.filter(({ point }) => 'number' in point.value);

/**
 * What was found in a profile, as a draft may repeat it: nothing is left that quotes a text about a
 * small group, or a number that is hidden.
 */
export function shownMessage(data: ProfileData, message: string): string {
  const { hidden, isTold } = suppressionOf(data);
  const numbers = numbersIn(message).map(({ number }) => number);
  const quotesHidden = [...hidden.keys()].some(
    ({ value }) => 'number' in value && numbers.includes(value.number),
  );
  return quotesHidden ? NOT_SHOWN : withoutThose(message, isTold);
}

/**
 * The profile as a document may show it: hidden numbers are gone, with their sizes, intervals and
 * notes, and texts no longer say what they said of a small group.
 */
export function shownData(data: ProfileData): ProfileData {
  const { hidden, isTold } = suppressionOf(data);
  const shown = withoutSentences(data, isTold);
  if (hidden.size === 0) return shown;
  const points = (series: readonly Point[], words: readonly Point[]) =>
    series.map((point, index) => {
      const reason = hidden.get(point);
      return reason ? hiddenPoint(point, reason) : (words[index] ?? point);
    });
  const metrics = Object.entries(data.metrics ?? {}).map(([name, metric]) => {
    const words = shown.metrics?.[name] ?? metric;
    const newest = latest(metric);
    return [
      name,
      {
        ...words,
        ...(newest && hidden.has(newest) ? { pupils: undefined } : {}),
        series: points(metric.series, words.series),
        ...(metric.comparators && {
          comparators: metric.comparators.map((comparator, index) => {
            const spoken = words.comparators?.[index];
            return {
              ...comparator,
              ...spoken,
              series: points(comparator.series, spoken?.series ?? comparator.series),
            };
          }),
        }),
      },
    ];
  });
  return { ...shown, metrics: Object.fromEntries(metrics) };
}

function hiddenPoint({ key, period }: Point, reason: Secret | 'gives away'): Point {
  const value: Amount = { hidden: reason === 'gives away' ? 'gives away' : 'small group' };
  return { key, period, value };
}
