import { isTelling, keywordsOf, wordsOf } from './keywords.ts';

/** Something with a number, and the words by which a text would speak of it. */
export interface Described {
  label: string;
}

/** What a sentence most likely speaks of, and how much of its description it says. */
export interface Match<T> {
  of: T;
  /** The words of its description that the sentence has. */
  words: ReadonlySet<string>;
  /** Whether nothing else fits the sentence as well. */
  only: boolean;
}

/** Finds what a sentence speaks of. */
export type Finder<T> = (sentence: string) => Match<T>[];

/** A word that so many descriptions share tells none of them apart. */
const SHARED_BY_MANY = 24;

/**
 * A finder for descriptions. A sentence speaks of one if it has at least this share of its telling
 * words; of several, those with the most. Each word is looked up, so that the time a sentence takes
 * does not grow with the number of descriptions.
 */
export function finderOf<T extends Described>(described: readonly T[], share: number): Finder<T> {
  const users = new Map<string, T[]>();
  const lengths = new Map<T, number>();
  for (const one of described) {
    const words = keywordsOf(one.label);
    lengths.set(one, words.length);
    for (const word of words) {
      const found = users.get(word);
      if (found) found.push(one);
      else users.set(word, [one]);
    }
  }
  return (sentence) => {
    const said = new Set(
      wordsOf(sentence)
        .filter(isTelling)
        .map(({ stem }) => stem),
    );
    const matched = new Map<T, Set<string>>();
    for (const word of said) {
      const found = users.get(word) ?? [];
      if (found.length > SHARED_BY_MANY) continue;
      for (const one of found) {
        const words = matched.get(one);
        if (words) words.add(word);
        else matched.set(one, new Set([word]));
      }
    }
    const fitting = [...matched].filter(
      ([one, words]) => words.size / (lengths.get(one) ?? 1) >= share,
    );
    const most = Math.max(0, ...fitting.map(([, words]) => words.size));
    const best = fitting.filter(([, words]) => words.size === most);
    return best.map(([of, words]) => ({ of, words, only: best.length === 1 }));
  };
}
