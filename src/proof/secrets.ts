import { restricted } from '../case/readers-view.ts';
import { fillFrom } from '../compose/helpers.ts';
import { plainText } from '../compose/text.ts';
import type { Reader } from '../knowledge/readers.ts';
import { namesOf, textsOf } from '../profile/fields.ts';
import { labelOfMetric, type Metric, unitOf, valueInWords } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import { sentencesOf } from '../profile/sentences.ts';
import type { Path } from '../profile/yaml/values.ts';
import { type Reading, readingOf, wordsIn } from './reading.ts';

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
const RUN = 8;
/** A sentence of fewer words counts only where it is all of its text: “No.” is no secret. */
const LEAST_SENTENCE = 4;
/** So many letters in a row are found however they are parted; fewer could be within other words. */
const LEAST_LETTERS = 16;
/** How far from its label a figure may stand, in letters. */
const NEAR = 500;

/** What documents for these readers may not say of a profile. `own` is what they may say in any case. */
export function secretsOf(
  profile: Profile,
  readers: readonly Reader[],
  own: readonly string[],
): Secret[] {
  const hidden = restricted(profile.data, readers).map(({ path }) => path);
  if (hidden.length === 0) return [];
  const isHidden = (path: Path) =>
    hidden.some((outer) => outer.every((step, index) => path[index] === step));
  const { metrics = {} } = profile.data;
  const fill = fillFrom(metrics);
  const read = (text: string) => [text, plainText(text, fill)];

  const texts = textsOf(profile);
  const names = namesOf(profile);
  const shownMetrics = Object.entries(metrics).filter(([name]) => !isHidden(['metrics', name]));
  const shown = readingOf([
    ...own,
    ...texts.flatMap(({ path, text }) => (isHidden(path) ? [] : read(text))),
    ...names.flatMap(({ path, text }) => (isHidden(path) ? [] : [text])),
    ...shownMetrics.flatMap(([, metric]) => [labelOfMetric(metric) ?? '', ...valuesOf(metric)]),
  ]);

  const secrets = new Map<string, Secret>();
  const keep = (path: Path, words: readonly string[]) => {
    const key = words.join(' ');
    if (key === '' || secrets.has(key)) return;
    const isTold = finderOf(words);
    if (!isTold(shown)) secrets.set(key, { path, isTold });
  };
  for (const { path, text } of texts) {
    if (!isHidden(path)) continue;
    for (const version of read(text)) for (const words of sayingsOf(version)) keep(path, words);
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
  if (letters.length >= LEAST_LETTERS) return (reading) => reading.letters.includes(letters);
  const apart = ` ${words.join(' ')} `;
  return (reading) => reading.words.includes(apart);
}

/** Numbers of a metric that nobody else’s number is, each beside the metric’s label. */
function figuresOf(name: string, metric: Metric, shown: Reading): Secret[] {
  const label = ` ${wordsIn(labelOfMetric(metric) ?? name).join(' ')} `;
  const values = new Set(valuesOf(metric).map((value) => ` ${wordsIn(value).join(' ')} `));
  return [...values]
    .filter((value) => value.trim() !== '' && !shown.words.includes(value))
    .map((value) => ({
      path: ['metrics', name],
      isTold: ({ words }) => isNear(words, label, value),
    }));
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

/** Of a file its name, of anything else all of it. */
function stemOf(text: string): string {
  const file = /([^/\\]+)\.(?:png|jpe?g|webp|avif|gif|svg|geojson)$/i.exec(text);
  return file?.[1] ?? text;
}

/** The files of a profile that documents for these readers may not show. */
export function hiddenFiles(profile: Profile, readers: readonly Reader[]): Set<string> {
  const hidden = restricted(profile.data, readers).map(({ path }) => path);
  const ofFiles = namesOf(profile).filter(({ path }) => path.at(-1) === 'file');
  const isHidden = (path: Path) =>
    hidden.some((outer) => outer.every((step, index) => path[index] === step));
  const files = new Set(ofFiles.filter(({ path }) => isHidden(path)).map(({ text }) => text));
  for (const { path, text } of ofFiles) if (!isHidden(path)) files.delete(text);
  return files;
}
