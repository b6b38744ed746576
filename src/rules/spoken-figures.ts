import { academicYearOf } from '../profile/formats/periods.ts';
import { isTelling, keywordsOf, wordsOf } from '../profile/keywords.ts';
import { figureNames, labelOfMetric, latest, unitOf } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { Point } from '../profile/schema/evidence.ts';
import { subjectsOf, WHOLE_TRUST } from '../profile/subjects.ts';
import { type Finder, finderOf } from '../profile/typed-figures.ts';
import { numbersIn, type TypedNumber, yearsIn } from '../profile/typed-numbers.ts';
import type { Path } from '../profile/yaml/values.ts';
import { claimAt, metricsOfClaim, ownSentences } from './prose.ts';

/** A number of the trust that texts may speak of. */
interface Figure {
  name: string;
  label: string;
  unit: '%' | '£' | null;
  newest: number;
  /** Every number of it: a text may speak of any. */
  all: ReadonlySet<number>;
  /** Numbers of its label and scope, such as “of 12 a year”. */
  inLabel: ReadonlySet<number>;
  byYear: ReadonlyMap<number, number>;
  /** Words of its label and scope: what a sentence about it may say. */
  words: ReadonlySet<string>;
}

interface TypedFigure {
  path: Path;
  figure: Figure;
  /** The number as it was typed. */
  said: string;
  agrees: boolean;
}

/** How much of a label’s words a sentence must have to be about its figure. */
const MOST_WORDS = 0.75;

const known = new WeakMap<Profile, readonly TypedFigure[]>();

/**
 * The numbers of a profile’s texts that are certainly one of its figures, and whether they say the
 * same. It keeps silent wherever a sentence might be about anything else: a school, another year, an
 * aim, the reader’s own school, a comparison.
 */
export function typedFigures(profile: Profile): readonly TypedFigure[] {
  const before = known.get(profile);
  if (before) return before;
  const figures = figuresOf(profile);
  const found = figures.length > 0 ? look(profile, figures) : [];
  known.set(profile, found);
  return found;
}

function look(profile: Profile, figures: readonly Figure[]): TypedFigure[] {
  const find = finderOf(figures, MOST_WORDS);
  const byName = new Map(figures.map((figure) => [figure.name, figure]));
  const elsewhere = namesElsewhere(profile);
  return ownSentences(profile).flatMap(({ text: typed, path }): TypedFigure[] => {
    if (!/\d|per ?cent/i.test(typed) || !isAboutUs(profile, path) || OTHERWISE.test(typed))
      return [];
    const named = figureNames(typed);
    const text = named.reduce(
      (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
      typed,
    );
    if (wordsOf(text).some(({ stem, word }) => isName(word) && elsewhere.has(stem))) return [];
    const numbers = numbersIn(text);
    const hinted = [...named.map(({ name }) => name), ...metricsOfClaim(profile.data, path)];
    const hints = hinted.flatMap((name) => byName.get(name) ?? []);
    const matches = numbers.length > 0 ? speakingOf(text, find, hints) : [];
    for (const figure of matches) {
      // Its newest number is named already, so a number that is typed is another.
      if (named.some(({ name, select }) => name === figure.name && !select)) return [];
    }
    const [first] = matches;
    const [only, second] = numbers.filter(
      ({ number, unit }) => unit === first?.unit && !first.inLabel.has(number),
    );
    // With two such numbers in a sentence, which of them is the figure is a guess.
    if (!first || !only || second || !isNear(text, only, first.words)) return [];
    if (BEFORE_OTHERS.test(text.slice(0, only.start))) return [];
    const said = text.slice(only.start, only.end);
    const found = matches.map((figure) => ({ figure, agrees: agreement(figure, only, text) }));
    const same = found.find(({ agrees }) => agrees === true);
    if (same) return [{ path, figure: same.figure, said, agrees: true }];
    const contradicts = found.every(({ agrees }) => agrees === false);
    return contradicts ? [{ path, figure: first, said, agrees: false }] : [];
  });
}

const isName = (word: string) => /^\p{Lu}/u.test(word);

/**
 * The figures a sentence speaks of: those with the words it has, else those it names or rests on of
 * whose words it has half. Several only where they are called the same.
 */
function speakingOf(text: string, find: Finder<Figure>, hints: readonly Figure[]): Figure[] {
  const fitting = find(text).map(({ of }) => of);
  const said = new Set(keywordsOf(text));
  const halfSaid = hints.filter(({ label }) => {
    const words = keywordsOf(label);
    return words.filter((word) => said.has(word)).length * 2 >= words.length;
  });
  const hinted = fitting.filter((figure) => hints.includes(figure));
  const found = [hinted, fitting, halfSaid].find(({ length }) => length > 0) ?? [];
  return found.every(({ label }) => label === found[0]?.label) ? found : [];
}

/** True where a number is the newest, false where it is none of the figure’s, undefined where unsure. */
function agreement(
  figure: Figure,
  { number, start }: TypedNumber,
  text: string,
): boolean | undefined {
  const years = yearsAbout(text, start);
  const [year] = years;
  if (years.length > 1) return undefined;
  if (year) {
    const starts = year.academic ? [year.year] : [year.year - 1, year.year];
    const then = starts.flatMap((start) => figure.byYear.get(start) ?? []);
    if (then.length === 0) return undefined;
    if (then.includes(number)) return figure.newest === number ? true : undefined;
    return year.academic || !figure.all.has(number) ? false : undefined;
  }
  if (number === figure.newest) return true;
  return figure.all.has(number) ? undefined : false;
}

/** The years of the part of a sentence that a number stands in, else of what comes before it. */
function yearsAbout(text: string, at: number) {
  const from = text.lastIndexOf(', ', at) + 1;
  const comma = text.indexOf(', ', at);
  const to = comma === -1 ? text.length : comma;
  const years = yearsIn(text).filter(({ start }) => start < to);
  const near = years.filter(({ start }) => start >= from);
  return near.length > 0 ? near : years;
}

/**
 * Whether nothing else is spoken of between the figure’s words and the number: “attendance at the
 * summer club was 85%” is not about attendance.
 */
function isNear(text: string, { start, end }: TypedNumber, words: ReadonlySet<string>): boolean {
  const from = Math.max(...[', ', '; ', ': '].map((mark) => text.lastIndexOf(mark, start)));
  const marks = [', ', '; ', ': '].map((mark) => text.indexOf(mark, end)).filter((at) => at !== -1);
  const to = Math.min(text.length, ...marks);
  const spoken = wordsOf(text).filter(
    (word) =>
      isTelling(word) &&
      !FILLING.has(word.stem) &&
      !/^\d+$/.test(word.word) &&
      word.start >= from &&
      word.end <= to,
  );
  const before = spoken.filter((word) => word.end <= start).slice(-3);
  const after = spoken.filter((word) => word.start >= end).slice(0, 2);
  const near = [...before, ...after];
  return near.length > 0 && near.every(({ stem }) => words.has(stem));
}

/** Verbs and words of time that may stand between a figure’s words and its number. */
const FILLING = new Set(
  keywordsOf(
    'you is was stands stood at reached rose fell rises went up down now today currently last this latest overall ' +
      'keep keeps take takes have has had become became get gets make makes made run runs in our across that those ' +
      'need needs nobody’s nobody leave among them so with just own',
  ),
);

/** Words that make a sentence an aim, a guess, or about somebody else. */
const OTHERWISE =
  /\b(?:will|would like|shall|aims?|aimed|target|goal of|plan to|hope|promise|national(?:ly)?|your|yours|you (?:have|had|lose|lost|told|tell|spend|pay|are|were)|if|could|might|used to|points?|times|other trusts)\b/i;

/** What may stand before a number that is a limit, a guess, or there to be compared with. */
const BEFORE_OTHERS =
  /\b(?:at least|at most|more than|less than|fewer than|better than|worse than|than|over|under|above|below|about|around|nearly|almost|roughly|some|up to|by|from|against|between|compared (?:with|to))\s+(?:\w+\s+)?$/i;

/** Texts about the trust: not about another school, a story, a question or what others offer. */
export function isAboutUs({ data }: Profile, path: Path): boolean {
  const [top, , third] = path;
  switch (top) {
    case 'trust':
    case 'growth':
    case 'five_answers':
    case 'finances':
      return true;
    case 'questions':
      return third === 'answer';
    case 'principles': {
      if (third === 'for_you' || third === 'ask_of_you' || third === 'learn_from_you') return false;
      return (claimAt(data, path)?.strength ?? 'fact') === 'fact';
    }
    default:
      return false;
  }
}

/** Words that show that a sentence is about one school, or about those the trust is compared with. */
function namesElsewhere({ data }: Profile): ReadonlySet<string> {
  const schools = (data.schools ?? []).flatMap(({ name, short_name, place }) => [
    name,
    short_name,
    place,
  ]);
  const prospective = (data.prospective_schools ?? []).map(({ name }) => name);
  const compared = Object.values(data.metrics ?? {}).flatMap(({ comparators = [] }) =>
    comparators.map(({ name }) => name),
  );
  const names = [...schools, ...prospective, ...compared].filter((name) => name !== undefined);
  return new Set(
    names.flatMap((name) =>
      wordsOf(name)
        .filter((word) => isName(word.word) && isTelling(word))
        .map(({ stem }) => stem),
    ),
  );
}

function figuresOf(profile: Profile): Figure[] {
  const { data } = profile;
  const subjects = subjectsOf(data);
  const figures = Object.entries(data.metrics ?? {}).flatMap(([name, metric]): Figure[] => {
    const subject = subjects.ofMetric(name);
    const newest = latest(metric);
    const label = labelOfMetric(metric);
    const ofTrust = subject?.holder === WHOLE_TRUST;
    if (!newest || !('number' in newest.value) || !label || !ofTrust) return [];
    const inLabel = numbersIn(`${label} ${metric.scope ?? ''}`).map(({ number }) => number);
    const unit = unitOf(metric);
    return [
      {
        name,
        label,
        unit: unit === '%' || unit === '£' ? unit : null,
        newest: newest.value.number,
        all: new Set(numbersOf(metric.series)),
        inLabel: new Set(inLabel),
        byYear: new Map(
          metric.series.flatMap(({ period, value }) => {
            const year = academicYearOf(period);
            return year !== undefined && 'number' in value ? [[year, value.number] as const] : [];
          }),
        ),
        words: new Set(keywordsOf(`${label} ${metric.scope ?? ''} ${unit ?? ''}`)),
      },
    ];
  });
  return figures;
}

const numbersOf = (points: readonly Point[]) =>
  points.flatMap(({ value }) => ('number' in value ? [value.number] : []));
