import { restricted } from '../case/readers-view.ts';
import { fillFrom } from '../compose/helpers.ts';
import { plainText } from '../compose/text.ts';
import type { Reader } from '../knowledge/readers.ts';
import { namesOf, textsOf } from '../profile/fields.ts';
import { type CalendarDate, formatDate } from '../profile/formats/dates.ts';
import { labelOfMetric, type Metric, unitOf, valueInWords } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import { sentencesOf } from '../profile/sentences.ts';
import { leadsInto } from '../profile/yaml/paths.ts';
import type { Path } from '../profile/yaml/values.ts';
import { type Reading, together, wordsIn } from './reading.ts';

/*
 * What a leak is: in a document, a sentence, a name, a figure beside its label, or a file that its
 * profile keeps for other readers. Eight words of a sentence in a row count as the sentence. A word or
 * a number that the document may say anyway, because what is for everyone says it too or we do, is none.
 */

/** Something that a document may not say, and where in the profile it stands. */
export interface Secret {
  path: Path;
  isTold(reading: Reading): boolean;
}

/** So many words in a row are a sentence, though its beginning or end may be missing. */
export const RUN = 8;
/** A sentence of fewer words counts only where it is all of its text: “No.” is no secret. */
const LEAST_SENTENCE = 4;
/** What is called by a name, which may be two words that others use each on its own. */
const NAMES: ReadonlySet<unknown> = new Set(['name', 'who', 'speaker', 'partner', 'title']);
/** Words that are in so many documents that they give away nothing. */
const COMMON =
  /^(?:\d{1,2}%?|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** A number of three figures is told without its unit too, as in a table. */
const TELLING = /^(?!(?:19|20)\d\d$)(?:\D*\d){3}/;
/** So many letters in a row are found however they are parted; fewer could be within other words. */
const LEAST_LETTERS = 16;
/** How far from its label a figure may stand, in letters. */
const NEAR = 500;

/** What documents for these readers may not say of a profile. `own` is what they may say in any case. */
export function secretsOf(profile: Profile, readers: readonly Reader[], own: Reading): Secret[] {
  const hidden = restricted(profile.data, readers).map(({ path }) => path);
  if (hidden.length === 0) return [];
  const isHidden = (path: Path) => hidden.some((outer) => leadsInto(path, outer));
  const { metrics = {} } = profile.data;
  const fill = fillFrom(metrics);
  const read = (text: string) => [text, plainText(text, fill)];

  const texts = textsOf(profile);
  const names = namesOf(profile);
  const shownMetrics = Object.entries(metrics).filter(([name]) => !isHidden(['metrics', name]));
  const shown = together(own, [
    ...texts.flatMap(({ path, text }) => (isHidden(path) ? [] : read(text))),
    ...names.flatMap(({ path, text }) => (isHidden(path) ? [] : [text])),
    ...valuesIn(profile.typed, profile.data, isHidden),
    ...shownMetrics.flatMap(([, metric]) => [labelOfMetric(metric) ?? '', ...valuesOf(metric)]),
  ]);
  const isKnown = (word: string) => COMMON.test(word) || shown.words.includes(` ${word} `);

  const secrets = new Map<string, Secret>();
  const keep = (path: Path, words: readonly string[]) => {
    const key = words.join(' ');
    if (key === '' || secrets.has(key)) return;
    const isTold = finderOf(words);
    if (!isTold(shown)) secrets.set(key, { path, isTold });
  };
  for (const { path, text } of texts) {
    if (!isHidden(path)) continue;
    for (const version of read(text)) {
      for (const words of sayingsOf(version)) {
        const isShort = words.length < LEAST_SENTENCE && !NAMES.has(path.at(-1));
        if (!isShort || !words.every(isKnown)) keep(path, words);
      }
    }
  }
  for (const { path, text } of names) {
    if (isHidden(path)) keep(path, wordsIn(stemOf(text)));
  }
  const figures = Object.entries(metrics).flatMap(([name, metric]) =>
    isHidden(['metrics', name]) ? figuresOf(name, metric, shown) : [],
  );
  return [...secrets.values(), ...figures];
}

/** A text, its sentences, and every run of words in it. */
function sayingsOf(text: string): (readonly string[])[] {
  const whole = wordsIn(text);
  const sentences = sentencesOf(text)
    .map((sentence) => wordsIn(sentence.text))
    .filter(({ length }) => length >= LEAST_SENTENCE);
  const runs = Array.from({ length: Math.max(0, whole.length - RUN) }, (_, from) =>
    whole.slice(from, from + RUN),
  );
  return [whole, ...sentences, ...runs];
}

function finderOf(words: readonly string[]): Secret['isTold'] {
  const letters = words.join('');
  // A telephone number, also as it is rung from abroad.
  const rung = /^0?(\d{9,})$/.exec(letters)?.[1];
  if (rung) return (reading) => reading.letters.includes(rung);
  if (letters.length >= LEAST_LETTERS) return (reading) => reading.letters.includes(letters);
  const apart = ` ${words.join(' ')} `;
  return (reading) => reading.words.includes(apart);
}

/** Numbers of a metric that nobody else’s number is, each beside the metric’s label. */
function figuresOf(name: string, metric: Metric, shown: Reading): Secret[] {
  const label = ` ${wordsIn(labelOfMetric(metric) ?? name).join(' ')} `;
  const values = new Set(valuesOf(metric).flatMap(printedForms));
  return [...values]
    .filter((value) => !shown.words.includes(value))
    .map((value) => ({
      path: ['metrics', name],
      isTold: ({ words }) => isNear(words, label, value),
    }));
}

/** A value with its unit; a number that is telling without it too, and with or without a percent sign. */
function printedForms(value: string): string[] {
  const words = wordsIn(value);
  const number = words.find((word) => TELLING.test(word));
  const bare = number?.replace('%', '');
  const forms = [words.join(' '), ...(bare ? [bare, `${bare}%`] : [])];
  return forms.filter((form) => form !== '').map((form) => ` ${form} `);
}

function isNear(words: string, label: string, value: string): boolean {
  for (let at = words.indexOf(label); at !== -1; at = words.indexOf(label, at + 1)) {
    const around = words.slice(Math.max(0, at - NEAR), at + label.length + NEAR);
    if (around.includes(value)) return true;
  }
  return false;
}

function valuesOf(metric: Metric): string[] {
  const unit = unitOf(metric);
  const { series, comparators = [] } = metric;
  return [series, ...comparators.map((comparator) => comparator.series)]
    .flat()
    .filter(({ value }) => 'number' in value)
    .map(({ value }) => valueInWords(value, unit));
}

/** What is neither text nor name and yet shown to everyone, such as a date or a number: as it was typed, and as it is printed. */
function valuesIn(
  typed: unknown,
  data: unknown,
  isHidden: (path: Path) => boolean,
  path: Path = [],
): string[] {
  if (isHidden(path)) return [];
  const printed = isDate(data) ? [formatDate(data)] : [];
  if (typeof typed === 'string') return [typed, ...printed];
  if (typeof typed !== 'object' || typed === null) return printed;
  return Object.entries(typed).flatMap(([key, inside]) => {
    const step = Array.isArray(typed) ? Number(key) : key;
    const held = (data as Record<string, unknown> | undefined)?.[key];
    return valuesIn(inside, held, isHidden, [...path, step]);
  });
}

const isDate = (value: unknown): value is CalendarDate =>
  typeof value === 'object' && value !== null && 'year' in value && 'month' in value;

/** Of a file its name, of anything else all of it. */
function stemOf(text: string): string {
  const file = /([^/\\]+)\.(?:png|jpe?g|webp|avif|gif|svg|geojson)$/i.exec(text);
  return file?.[1] ?? text;
}
