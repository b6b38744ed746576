import type { Addressee } from '../case/case.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { copyOf, schoolOf } from '../profile/copy.ts';
import { textsOf } from '../profile/fields.ts';
import type { Profile } from '../profile/profile.ts';

/** A word of a text, and what stands between it and the next. */
interface Word {
  word: string;
  after: string;
}

/** The names of the schools of a profile, by their words in small letters. */
interface Names {
  /** By its first word, of how many words the longest name is that begins so. */
  longest: ReadonlyMap<string, number>;
  /** For each name, the prospective school that it is of; undefined where it is one that all may read. */
  owners: ReadonlyMap<string, Addressee | undefined>;
}

const known = new WeakMap<Profile, Names>();

/**
 * Where the document for a school names another school that is thinking of joining, by its name, short
 * name or URN. It reads the finished text, because that is what leaves the building.
 *
 * Not counted: what is part of a longer name, such as that of a school of the trust or of a parish
 * council; a place that one of the trust’s schools serves; and a single word that the same text also
 * has in small letters.
 */
export function namesOfOthers(
  markdown: string,
  profile: Profile,
  addressee: Addressee | null,
): Diagnostic[] {
  const school = schoolOf(profile.data, addressee);
  const { prospective_schools = [] } = profile.data;
  if (prospective_schools.every((other) => other === school)) return [];
  const names = namesIn(profile);
  const named = [...ownersNamed(markdown, names)].filter((owner) => owner !== school);
  if (named.length === 0) return [];
  const index = school && prospective_schools.indexOf(school);
  const copy = copyOf(profile, index);
  return named.map((owner) => {
    const field = textsOf(copy).find(
      ({ path, text }) => path[0] !== 'prospective_schools' && ownersNamed(text, names).has(owner),
    );
    return {
      code: 'copy-names-another',
      severity: 'error',
      message: school
        ? `The copy for ${school.name} would name ${owner.name}, which is thinking of joining too.`
        : `The document is for any school, and would name ${owner.name}, which is thinking of joining.`,
      hint: school
        ? `What is for one school alone belongs under that school, in “in_its_copy”. If only its short name is meant otherwise here, leave out “short_name”.`
        : 'Say it without the name; or name the school the document is for under “standing: school:”.',
      ...(field ? copy.place(field.path) : { file: null, range: null }),
    };
  });
}

function namesIn(profile: Profile): Names {
  const before = known.get(profile);
  if (before) return before;
  const { prospective_schools = [], schools = [], partnerships = [], trust } = profile.data;
  const owners = new Map<string, Addressee | undefined>();
  const longest = new Map<string, number>();
  const add = (name: string | undefined, owner: Addressee | undefined) => {
    const words = wordsOf(name ?? '');
    const [first] = words;
    if (!first) return;
    const begin = lower(first.word);
    longest.set(begin, Math.max(longest.get(begin) ?? 0, words.length));
    owners.set(keyOf(words), owner);
  };
  for (const school of prospective_schools) {
    for (const name of [school.name, school.short_name, school.urn]) add(name, school);
  }
  // What all may read comes last, and so counts.
  for (const { name, short_name, urn, place, local_authority } of schools) {
    for (const text of [name, short_name, urn, place, local_authority]) add(text, undefined);
  }
  for (const { place } of partnerships) add(place, undefined);
  for (const text of [trust.name, trust.short_name, trust.region]) add(text, undefined);
  const names = { longest, owners };
  known.set(profile, names);
  return names;
}

/** The prospective schools that a text names: of two names that begin together, the longer is meant. */
function ownersNamed(text: string, { owners, longest }: Names): Set<Addressee> {
  const found = new Set<Addressee>();
  const words = wordsOf(text);
  const small = new Set(words.map(({ word }) => word).filter((word) => word === lower(word)));
  for (let from = 0; from < words.length; from++) {
    const most = longest.get(lower(words[from]?.word ?? '')) ?? 0;
    for (let length = Math.min(most, words.length - from); length > 0; length--) {
      const run = words.slice(from, from + length);
      const key = keyOf(run);
      if (!owners.has(key)) continue;
      const owner = owners.get(key);
      const { word = '', after = '' } = run.at(-1) ?? {};
      const next = words[from + length]?.word ?? '';
      const goesOn = after === ' ' && isName(next) && length < wordsOf(owner?.name ?? '').length;
      const isWord = length === 1 && !/\d/.test(word) && (!isName(word) || small.has(lower(word)));
      if (owner && !goesOn && !isWord) found.add(owner);
      from += length - 1;
      break;
    }
  }
  return found;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

function wordsOf(text: string): Word[] {
  const plain = text.replaceAll('\\', '');
  const matches = [...plain.matchAll(WORD)];
  return matches.map(({ 0: word, index }, at) => ({
    word: word.replaceAll("'", '’'),
    after: plain.slice(index + word.length, matches[at + 1]?.index).replace(/\s+/g, ' '),
  }));
}

const lower = (word: string) => word.toLowerCase();
const keyOf = (words: readonly Word[]) => words.map(({ word }) => lower(word)).join(' ');
const isName = (word: string) => /^\p{Lu}/u.test(word);
