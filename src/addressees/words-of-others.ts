import type { Addressee } from '../case/case.ts';
import type { Template } from '../compose/templates.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { copyOf, schoolOf } from '../profile/copy.ts';
import { textsOf } from '../profile/fields.ts';
import type { Profile } from '../profile/profile.ts';
import type { Path } from '../profile/yaml/values.ts';
import { ownWords } from '../proof/own-words.ts';
import { type Reading, readingOf, textsOfMarkdown, together, wordsIn } from '../proof/reading.ts';
import { RUN } from '../proof/secrets.ts';

/** Fewer words in a row could be anybody’s. */
const LEAST = 4;

/** The parts of an entry that say something; the others are facts of the register, or names. */
const TELLING: ReadonlySet<unknown> = new Set([
  ...['invited_by', 'consultation', 'priorities', 'in_its_copy'],
]);

const tells = (entry: object) => Object.keys(entry).some((key) => TELLING.has(key));

/** Words that stand in the entry of a school and that no document for others may say. */
interface Run {
  words: readonly string[];
  school: number;
  path: Path;
}

interface Runs {
  /** By their first words. */
  byStart: Map<string, Run[]>;
  /** The words that they begin with: most words of a document are none. */
  firsts: Set<string>;
}

const known = new WeakMap<Profile, Runs>();

/**
 * Where the document for a school says what stands in the entry of another, such as a priority of that
 * school’s: its names apart, which `namesOfOthers` finds. What the profile or we say to everyone, or
 * what the school’s own entry says too, is no secret.
 */
export function wordsOfOthers(
  markdown: string,
  profile: Profile,
  addressee: Addressee | null,
  templates: readonly Template[],
): Diagnostic[] {
  const { prospective_schools = [] } = profile.data;
  const school = schoolOf(profile.data, addressee);
  if (!prospective_schools.some((other) => other !== school && tells(other))) return [];
  const index = school && prospective_schools.indexOf(school);
  const { byStart, firsts } = runsOf(profile, templates);
  const told = new Map<number, Run>();
  let own: Reading | undefined;
  for (const text of textsOfMarkdown(markdown)) {
    const words = wordsIn(text);
    for (let at = 0; at + LEAST <= words.length; at += 1) {
      if (!firsts.has(words[at] ?? '')) continue;
      for (const run of byStart.get(startAt(words, at)) ?? []) {
        if (run.school === index || told.has(run.school)) continue;
        if (!run.words.every((word, step) => words[at + step] === word)) continue;
        own ??= readingOf(textsOf(copyOf(profile, index)).map(({ text: typed }) => typed));
        if (!own.words.includes(` ${run.words.join(' ')} `)) told.set(run.school, run);
      }
    }
  }
  return [...told.values()].map(({ school: other, path }) => {
    const name = prospective_schools[other]?.name;
    return {
      code: 'copy-names-another',
      severity: 'error',
      message: school
        ? `The copy for ${school.name} would say what stands in the entry of ${name}.`
        : `The document is for any school, and would say what stands in the entry of ${name}.`,
      hint: 'If a template of your own says it, take it out there. If it may be said to all, say it in a part that is for all.',
      ...profile.place(path),
    };
  });
}

function runsOf(profile: Profile, templates: readonly Template[]): Runs {
  const before = known.get(profile);
  if (before) return before;
  const texts = textsOf(profile);
  const isOfSchool = ({ path }: { path: Path }) => path[0] === 'prospective_schools';
  const shown = together(
    ownWords(templates),
    texts.flatMap((field) => (isOfSchool(field) ? [] : [field.text])),
  );
  const byStart: Runs['byStart'] = new Map();
  const firsts: Runs['firsts'] = new Set();
  for (const { path, text } of texts.filter(isOfSchool)) {
    // Steps are the same for all who take that way.
    if (!TELLING.has(path[2]) || path[3] === 'journey') continue;
    const words = wordsIn(text);
    const last = Math.max(0, words.length - RUN);
    for (let from = 0; words.length >= LEAST && from <= last; from += 1) {
      const run = words.slice(from, from + RUN);
      if (shown.words.includes(` ${run.join(' ')} `)) continue;
      const start = startAt(run, 0);
      const found = { words: run, school: Number(path[1]), path };
      byStart.set(start, [...(byStart.get(start) ?? []), found]);
      firsts.add(run[0] ?? '');
    }
  }
  const runs = { byStart, firsts };
  known.set(profile, runs);
  return runs;
}

const startAt = (words: readonly string[], at: number) => words.slice(at, at + LEAST).join(' ');
