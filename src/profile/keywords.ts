/** A word of a text as it is compared with others, and where it stands. */
export interface Keyword {
  /** Lower case, without the ending that only grammar gave it. */
  stem: string;
  /** As it was typed. */
  word: string;
  start: number;
  end: number;
}

/** Words that say nothing about what a number measures. */
const COMMON = new Set(
  (
    'a an the of in at on for to from by with and or nor but as is are was were be been being it its ' +
    'their them they our ours we us own who whom whose which that this these those would could can may ' +
    'will do does did has have had end key stage each every all any some one year years number share average rate ' +
    'pupil pupils child children school schools trust trusts people there then than also only now not no eligible'
  ).split(' '),
);

const IRREGULAR: Readonly<Record<string, string>> = {
  met: 'meet',
  took: 'take',
  taken: 'take',
  given: 'give',
  gave: 'give',
  left: 'leave',
  stayed: 'stay',
  children: 'child',
  mathematics: 'math',
};

const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

/** Every word of a text with its stem. */
export function wordsOf(text: string): Keyword[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    stem: stemOf(word),
    word,
    start: index,
    end: index + word.length,
  }));
}

/** Whether a word could tell one measure from another. */
export const isTelling = ({ stem, word }: Pick<Keyword, 'stem' | 'word'>) =>
  !COMMON.has(word.toLowerCase()) && (stem.length > 1 || /\d/.test(stem));

/** The stems of the words that say what a text is about, each once, in order. */
export function keywordsOf(text: string): string[] {
  const full = text.replace(/\bRWM\b/g, 'reading, writing and maths');
  return [
    ...new Set(
      wordsOf(full)
        .filter(isTelling)
        .map(({ stem }) => stem),
    ),
  ];
}

function stemOf(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/^ks(?=\d$)/, '');
  const irregular = Object.hasOwn(IRREGULAR, plain) ? IRREGULAR[plain] : undefined;
  if (irregular !== undefined) return irregular;
  if (plain.length > 5) {
    const cut = plain.replace(/(?:ings?|ed|es|s)$/, '');
    return cut.length > 3 ? cut.replace(/e$/, '') : plain;
  }
  return plain.replace(/(?<=\p{L}{3})s$/u, '').replace(/(?<=\p{L}{3})e$/u, '');
}
