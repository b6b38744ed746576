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
  /** The links, in order, with the name that they would have for a screen reader. */
  links: { target: string; name: string }[];
}
