/** A sentence, and where it begins in its text. */
export interface Sentence {
  text: string;
  start: number;
}

/**
 * What may end a sentence: a mark, perhaps a closing quotation mark or bracket, and a space; an empty
 * line; the line before the item of a list. Any other line is only broken off, as documents print it.
 */
const END = /[.!?…][”"’')\]]*\s+|\n\s*\n\s*|\n(?=\s*(?:[-*+•]|\d{1,3}[.)])\s)/g;

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:e\.g|i\.e|etc|approx|St|Mr|Mrs|Ms|Dr|Rev|Revd|Prof)$/;

/** One that is a word of its own, unless a number follows: “no. 4”. */
const ABBREVIATED_NUMBER = /(?:^|[\s(])nos?$/i;

/** The sentences of a text, in order. Points within numbers, such as 4.5, end none. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number) => {
    const found = text.slice(start, end);
    if (found.trim() !== '') sentences.push({ text: found, start });
  };
  for (const mark of text.matchAll(END)) {
    const end = mark.index + mark[0].length;
    if (goesOn(mark[0], text.slice(Math.max(0, mark.index - 8), mark.index), text.slice(end))) {
      continue;
    }
    add(end);
    start = end;
  }
  add(text.length);
  return sentences;
}

/** Whether a sentence goes on after what may end one. A paragraph never does. */
function goesOn(mark: string, before: string, after: string): boolean {
  if (/^\n|\n\s*\n/.test(mark)) return false;
  if (/^\p{Ll}/u.test(after)) return true;
  if (!mark.startsWith('.')) return false;
  return ABBREVIATED.test(before) || (ABBREVIATED_NUMBER.test(before) && /^\d/.test(after));
}
