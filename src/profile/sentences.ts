/** A sentence, and where it begins in its text. */
export interface Sentence {
  text: string;
  start: number;
}

/** What ends a sentence: a mark, perhaps a closing quotation mark, and a space. A list item is a sentence. */
const END = /[.!?][”"’)]?\s+|\n\s*/g;

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATED = /(?:^|\s)(?:e\.g|i\.e|etc|approx|no|nos|St|Mr|Mrs|Ms|Dr|Rev)$/;

/** The sentences of a text, in order. Points within numbers, such as 4.5, end none. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number) => {
    const found = text.slice(start, end);
    if (found.trim() !== '') sentences.push({ text: found, start });
  };
  for (const mark of text.matchAll(END)) {
    if (
      mark[0].startsWith('.') &&
      ABBREVIATED.test(text.slice(Math.max(0, mark.index - 8), mark.index))
    ) {
      continue;
    }
    add(mark.index + mark[0].length);
    start = mark.index + mark[0].length;
  }
  add(text.length);
  return sentences;
}
