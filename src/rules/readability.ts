import { fleschKincaid } from 'flesch-kincaid';
import { abbreviations, familiarAbbreviations } from '../knowledge/wording.ts';
import type { Profile } from '../profile/profile.ts';
import { LEAST_WORDS, syllablesOf, wordsOf } from '../profile/reading-ease.ts';
import { sentencesOf } from '../profile/sentences.ts';
import type { Path } from '../profile/yaml/values.ts';
import { ownTexts } from './prose.ts';
import { rule } from './rule.ts';

/** GOV.UK style: sentences of about 25 words or fewer. */
const MOST_WORDS = 25;

/**
 * The school grade (US, as Flesch and Kincaid counted) that a part may ask of its readers: about a
 * reading age of 14. A proposed default, not a rule of the sector.
 */
const HIGHEST_GRADE = 9;

interface Read {
  path: Path;
  text: string;
  sentences: readonly string[];
}

/** Cutting texts into sentences is the dearest part of these rules, and each wants them. */
const cut = new WeakMap<Profile, readonly Read[]>();

function readingOf(profile: Profile): readonly Read[] {
  const known = cut.get(profile);
  if (known) return known;
  const texts = ownTexts(profile).map(({ path, text }) => ({
    path,
    text,
    sentences: sentencesOf(text).map((sentence) => sentence.text.replace(/\s+/g, ' ').trim()),
  }));
  cut.set(profile, texts);
  return texts;
}

const sentenceLong = rule({
  code: 'sentence-long',
  severity: 'warning',
  title: 'A long sentence',
  why: 'Readers on a phone, in a second language or in a hurry lose its beginning before its end.',
  remedy: 'Make two of it. Aim for 25 words at most.',
  wrong:
    'growth:\n  why_now: We have time and people and room and money and we have thought about it for a long while and asked everybody who works with us what they think of it.\n',
  right: 'growth:\n  why_now: We have time and people. We asked everybody who works with us.\n',
  source: 'Domain rule 31; GOV.UK style guide',
  *check(profile) {
    for (const { path, text, sentences } of readingOf(profile)) {
      if (text.length < MOST_WORDS * 3) continue;
      for (const sentence of sentences) {
        const count = wordsOf(sentence).length;
        if (count <= MOST_WORDS) continue;
        yield {
          path,
          message: `A sentence of ${count} words begins “${sentence.slice(0, 40).trimEnd()}…”.`,
          hint: `Make two of it: ${MOST_WORDS} words at most.`,
        };
      }
    }
  },
});

const hardToRead = rule({
  code: 'hard-to-read',
  severity: 'warning',
  title: 'A part that is hard to read',
  why: 'Parents and governors read it too. Plain words keep no one out.',
  remedy: 'Use shorter words and shorter sentences.',
  source: 'Domain rule 31',
  *check(profile) {
    for (const [key, { path, texts, ...counts }] of partsOf(profile)) {
      if (counts.word < LEAST_WORDS) continue;
      // What takes longest is counted last.
      const words = texts.flatMap((text) => text.split(/\s+/));
      const syllable = words.reduce((sum, word) => sum + syllablesOf(word), 0);
      const grade = fleschKincaid({ ...counts, syllable });
      if (Math.round(grade) <= HIGHEST_GRADE) continue;
      yield {
        path,
        at: 'key',
        message: `“${key}” reads like a text for someone of ${Math.round(grade) + 5}, on average; aim for ${HIGHEST_GRADE + 5}.`,
        hint: 'Look for long words and long sentences, and say the same more simply.',
      };
    }
  },
});

interface Part {
  path: Path;
  sentence: number;
  word: number;
  texts: string[];
}

/** The sentences, words and texts of each part, or of each principle. */
function partsOf(profile: Profile): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const { path, text, sentences } of readingOf(profile)) {
    if (path[0] === 'evidence' || path[0] === 'metrics') continue;
    const at = path.slice(0, path[0] === 'principles' ? 2 : 1);
    const key = at.join(': ');
    const part = parts.get(key) ?? { path: at, sentence: 0, word: 0, texts: [] };
    part.sentence += sentences.length;
    part.word += wordsOf(text).length;
    part.texts.push(text);
    parts.set(key, part);
  }
  return parts;
}

/** The name of a trust, a school or a person. */
const isName = (path: Path) => /^(?:short_|legal_)?name$/.test(String(path.at(-1)));

const CAPITALS = /(?<![\w-])[A-Z]{2,6}s?(?![\w-])/g;

const abbreviationUnexplained = rule({
  code: 'abbreviation-unexplained',
  severity: 'warning',
  title: 'Short for something, and nobody is told what',
  why: 'Families and new governors do not know the sector’s short forms, and are ashamed to ask.',
  remedy: 'Write it out, or explain it once: “transfer of undertakings regulations (TUPE)”.',
  wrong: 'growth:\n  why_now: Our SENCO has time.\n',
  right: 'growth:\n  why_now: Our special needs coordinator has time.\n',
  source: 'Domain rule 31',
  *check(profile) {
    const texts = ownTexts(profile);
    const explained = new Set(
      texts.flatMap(({ text }) => [
        ...[...text.matchAll(/\(([A-Z]{2,6})s?\)/g)].map((match) => match[1]),
        ...[...text.matchAll(/\b([A-Z]{2,6})s? \([a-z][^()]{6,}\)/g)].map((match) => match[1]),
      ]),
    );
    const seen = new Set<string>();
    for (const { path, text } of texts) {
      // What something is called is not the writer’s to change; words all in capitals are a heading.
      if (isName(path) || (text.includes(' ') && text === text.toUpperCase())) continue;
      for (const [found] of text.matchAll(CAPITALS)) {
        const short = found.replace(/s$/, '');
        if (familiarAbbreviations.has(short) || explained.has(short) || seen.has(short)) continue;
        if (/^[IVXLC]+$/.test(short)) continue;
        seen.add(short);
        const meaning = abbreviations[short];
        yield {
          path,
          message: `Nothing says what “${short}” is short for.`,
          hint: meaning
            ? `Write “${meaning}”, or “${meaning} (${short})” the first time.`
            : `Write it out, or explain it the first time: “what it is (${short})”.`,
        };
      }
    }
  },
});

const bareAddress = rule({
  code: 'bare-address',
  severity: 'warning',
  inRelease: 'error',
  title: 'A web address in the middle of a text',
  why: 'Read aloud it is a string of letters, and it says nothing of where it leads.',
  remedy: 'Make a link of words: [our pay policy](https://example.org/pay).',
  wrong: 'growth:\n  why_now: See https://example.org/pay for more.\n',
  right: 'growth:\n  why_now: See [our pay policy](https://example.org/pay).\n',
  source: 'Domain rule 31; WCAG 2.2, 2.4.4',
  *check(profile) {
    for (const { path, text } of ownTexts(profile)) {
      const match = /(?<!\]\()(?:https?:\/\/|\bwww\.)\S+/i.exec(text);
      if (!match) continue;
      yield {
        path,
        message: `The address ${match[0].slice(0, 40)} stands bare in the text.`,
        hint: `Put words before it: [what it is](${match[0].replace(/[.,)]+$/, '').slice(0, 60)})`,
      };
    }
  },
});

export const readabilityRules = [
  sentenceLong,
  hardToRead,
  abbreviationUnexplained,
  bareAddress,
] as const;
