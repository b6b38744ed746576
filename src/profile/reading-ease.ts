import { syllable } from 'syllable';

/** Fewer words than this say nothing about how hard a text is. */
export const LEAST_WORDS = 120;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu;

/** The words of a text, as a reader counts them. */
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/** Most words come again, in this text and the next. */
const counted = new Map<string, number>();

export function syllablesOf(word: string): number {
  const count = counted.get(word) ?? syllable(word);
  counted.set(word, count);
  return count;
}
