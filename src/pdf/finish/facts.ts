/** What the page says of itself and of its links, which a printed file no longer holds. */
export interface DocumentFacts {
  title: string;
  /** A language tag, such as `en-GB`. */
  language: string;
  author: string;
  description: string;
  keywords: string;
  /** ISO, the day it is printed for. */
  date: string;
  /** All words that can be seen on paper, in order. */
  words: string;
  /**
   * The links, in order, with the name that they would have for a screen reader. Where that ends with
   * the number of a page, `numbered` is the name of the place on it.
   */
  links: { target: string; name: string; numbered: string | null }[];
}

/** Where the number of a page is shown; other digits stand there for it until it is known. */
export interface NumberSlot {
  /** The name of the place whose page it is. */
  place: string;
  standIn: string;
  /**
   * The side at which a shorter number stands, with nothing on the other; null where its neighbours would
   * have to move.
   */
  side: 'left' | 'right' | null;
  /** How wide a digit is, in CSS pixels. */
  digit: number;
}
