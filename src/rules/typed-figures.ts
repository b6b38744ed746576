import { academicYearOf } from '../profile/formats/periods.ts';
import { isTelling, keywordsOf, wordsOf } from '../profile/keywords.ts';
import { figureNames, labelOfMetric, latest, unitOf } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { Point } from '../profile/schema/evidence.ts';
import { subjectsOf, WHOLE_TRUST } from '../profile/subjects.ts';
import { finderOf } from '../profile/typed-figures.ts';
import { numbersIn, type TypedNumber, yearsIn } from '../profile/typed-numbers.ts';
import type { Path } from '../profile/yaml/values.ts';
import { ownSentences } from './prose.ts';
import { type Breach, rule } from './rule.ts';

const turnover = (text: string) =>
  `metrics:\n  staff-turnover:\n    measure: staff turnover\n    series:\n      2023/24: 16%\n      2024/25: 13%\ngrowth:\n  why_us: ${text}\n`;

export const figureContradicted = rule({
  code: 'figure-contradicted',
  severity: 'warning',
  inRelease: 'error',
  title: 'A number in a text that contradicts a figure',
  why: 'The same document would say two different numbers for one thing.',
  remedy: 'Name the figure in the text with a dollar sign instead of typing its number.',
  wrong: turnover('Our staff turnover is 11%.'),
  right: turnover('Our staff turnover is $staff-turnover.'),
  source: 'A number is written once, and named wherever it is printed',
  *check(profile) {
    for (const { path, figure, said, agrees } of typedFigures(profile)) {
      if (agrees) continue;
      yield {
        path,
        message: `The text says ${said}, but the figure “${figure.label}” is another.`,
        hint: `Write $${figure.name} in the text instead, or correct the one that is wrong.`,
      };
    }
    yield* chargesContradicted(profile);
  },
});

/** A share that a text says schools pay, and that they do not pay now nor paid in any year given. */
function* chargesContradicted(profile: Profile): Generator<Breach> {
  const { contribution } = profile.data.finances ?? {};
  if (!contribution?.rate) return;
  const { rate, base, history } = contribution;
  const paid = [rate, ...Object.values(history ?? {})].map(({ number }) => number);
  const bases = ['core funding', base?.toLowerCase()].filter((words) => words !== undefined);
  for (const { text, path } of ownSentences(profile)) {
    if (!isAboutUs(profile, path) || LIMIT.test(text)) continue;
    for (const { number, unit, start, end } of numbersIn(text)) {
      const after = text.slice(end).toLowerCase();
      const of = /^ of (?:(?:your|our|their|the|its|each school’s|a school’s) )?/.exec(after);
      const isCharge = of && bases.some((words) => after.startsWith(words, of[0].length));
      if (unit !== '%' || !isCharge || paid.includes(number)) continue;
      yield {
        path,
        message: `The text says that schools pay ${text.slice(start, end)}, but “finances” says another share.`,
        hint: 'Correct the one that is wrong.',
      };
    }
  }
}

const LIMIT = /\b(?:no more than|at most|up to|less than|more than|at least|between|from)\b/i;

export const figureTyped = rule({
  code: 'figure-typed',
  severity: 'info',
  title: 'A figure typed again in a text',
  why: 'When the figure changes, the text will go on saying the old one.',
  remedy: 'Name the figure in the text with a dollar sign instead of typing its number.',
  wrong: turnover('Our staff turnover is 13%.'),
  right: turnover('Our staff turnover is $staff-turnover.'),
  source: 'A number is written once, and named wherever it is printed',
  *check(profile) {
    for (const { path, figure, said, agrees } of typedFigures(profile)) {
      if (!agrees) continue;
      yield {
        path,
        message: `The text types ${said}, which is the figure “${figure.label}”.`,
        hint: `Write $${figure.name} in the text, and it stays right when the figure changes.`,
      };
    }
  },
});

/** A number of the trust that texts may speak of. */
interface Figure {
  name: string;
  label: string;
  unit: '%' | '£' | null;
  newest: number;
  /** Every number of it and of what it is compared with: a text may speak of any. */
  all: ReadonlySet<number>;
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
function typedFigures(profile: Profile): readonly TypedFigure[] {
  const before = known.get(profile);
  if (before) return before;
  const figures = figuresOf(profile);
  const found = figures.length > 0 ? look(profile, figures) : [];
  known.set(profile, found);
  return found;
}

function look(profile: Profile, figures: readonly Figure[]): TypedFigure[] {
  const find = finderOf(figures, MOST_WORDS);
  const elsewhere = namesElsewhere(profile);
  return ownSentences(profile).flatMap(({ text, path }) => {
    if (!/\d/.test(text) || !isAboutUs(profile, path) || OTHERWISE.test(text)) return [];
    const numbers = numbersIn(text);
    if (
      numbers.length === 0 ||
      wordsOf(text).some(({ stem, word }) => /^\p{Lu}/u.test(word) && elsewhere.has(stem))
    ) {
      return [];
    }
    const named = figureNames(text).map(({ name }) => name);
    const [match] = find(text);
    const [only, second] = numbers.filter(({ unit }) => unit === match?.of.unit);
    // With two such numbers in a sentence, which of them is the figure is a guess.
    if (!match?.only || !only || second || named.includes(match.of.name)) return [];
    const agrees = agreement(match.of, only, text);
    if (agrees === undefined || !isNear(text, only, match.of.words)) return [];
    return [{ path, figure: match.of, said: text.slice(only.start, only.end), agrees }];
  });
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
  const spoken = wordsOf(text).filter((word) => isTelling(word) && !FILLING.has(word.stem));
  const before = spoken.filter((word) => word.end <= start);
  const after = spoken.filter((word) => word.start >= end);
  const isOurs = ({ stem }: { stem: string }) => words.has(stem);
  return (
    (before.length > 0 || after.length > 0) &&
    before.slice(-3).every(isOurs) &&
    after.slice(0, 2).every(isOurs)
  );
}

/** Verbs and words of time that may stand between a figure’s words and its number. */
const FILLING = new Set(
  keywordsOf(
    'is was stands stood at reached rose fell rises went up down now today currently last this latest overall ' +
      'keep keeps take takes have has had become became get gets make makes made run runs in our across that those ' +
      'need needs nobody’s nobody leave among them academic so with just own',
  ),
);

/** Words after which a number is an aim, a comparison, a guess, or somebody else’s. */
const OTHERWISE =
  /\b(?:will|would like|shall|aim(?:s|ed)?|target|goal of|plan to|hope|promise|by (?:20\d\d|january|february|march|april|may|june|july|august|september|october|november|december)|at least|at most|no more than|more than|less than|fewer than|over|under|about|around|nearly|almost|roughly|up to|against|compared|than|from|between|national(?:ly)?|average of|you|your|yours|if|could|might|used to|points?|times|of those who|other trusts)\b/i;

/** Texts about the trust: not about another school, a story, a question or what others offer. */
function isAboutUs({ data }: Profile, [top, second, third, index]: Path): boolean {
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
      if (third !== 'claims') return true;
      const chapters: Record<
        string,
        { claims?: { strength?: string | undefined }[] | undefined } | undefined
      > = data.principles ?? {};
      return (chapters[String(second)]?.claims?.[Number(index)]?.strength ?? 'fact') === 'fact';
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
        .filter((word) => /^\p{Lu}/u.test(word.word) && isTelling(word))
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
    if (!newest || !('number' in newest.value) || !label || subject?.holder !== WHOLE_TRUST)
      return [];
    const numbers = numbersOf(
      [metric, ...(metric.comparators ?? [])].flatMap(({ series }) => series),
    );
    const inLabel = numbersIn(`${label} ${metric.scope ?? ''}`).map(({ number }) => number);
    const unit = unitOf(metric);
    return [
      {
        name,
        label,
        unit: unit === '%' || unit === '£' ? unit : null,
        newest: newest.value.number,
        all: new Set([...numbers, ...inLabel]),
        byYear: new Map(
          metric.series.flatMap(({ period, value }) => {
            const year = academicYearOf(period);
            return year !== undefined && 'number' in value ? [[year, value.number] as const] : [];
          }),
        ),
        words: new Set(keywordsOf(`${label} ${metric.scope ?? ''}`)),
      },
    ];
  });
  return figures;
}

const numbersOf = (points: readonly Point[]) =>
  points.flatMap(({ value }) => ('number' in value ? [value.number] : []));
