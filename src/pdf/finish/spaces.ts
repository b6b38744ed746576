import type { Container } from './containers.ts';
import type { Stretch } from './operations.ts';
import type { Line } from './painting.ts';
import { type Content, type Element, INLINE, type Tree, textOf } from './tree.ts';

/**
 * The spaces between words that a browser does not paint: where a line wraps, and where boxes stand side
 * by side. Without them a reader hears “learnmore” (ISO 32000-1, 14.8.2.5). They are put back where the
 * words of the page have them, each after the operation that shows what it follows; nothing moves. The
 * lines of the tree then say them too.
 *
 * `words` is what the page says, in order, as the browser gives it. What is not found in it is left as
 * it is.
 */
export function missingSpaces({ roots }: Tree, words: string): Map<Container, Map<number, string>> {
  const insertions = new Map<Container, Map<number, string>>();
  const page = new PageWords(words);
  let around: Element | undefined;
  let before: Line | undefined;
  let container: Container | undefined;
  for (const { element, content } of inOrder(roots)) {
    let at = page.find(letters(textOf(content)));
    if (element !== around) before = undefined;
    around = element;
    for (const line of content.units.flatMap(({ lines }) => lines)) {
      const length = letters(line.text).length;
      if (before && container && length > 0 && at !== undefined && page.spaced.has(at)) {
        const spaces = insertions.get(container) ?? new Map<number, string>();
        const space = /^\s/.test(line.text) ? undefined : spaceAfter(container, before);
        if (space) {
          insertions.set(container, spaces.set(before.end, space));
          before.text += ' ';
        }
      }
      if (at !== undefined) at += length;
      if (line.text === '') continue;
      before = /\s$/.test(line.text) ? undefined : line;
      container = content.container;
    }
  }
  return insertions;
}

/** All text in reading order, with the element whose lines it stands in; pictures have words of their own. */
function* inOrder(
  kids: readonly Element['kids'][number][],
  around?: Element,
): Generator<{ element: Element | undefined; content: Content }> {
  for (const kid of kids) {
    if (kid.kind === 'content') yield { element: around, content: kid };
    else if (kid.kind === 'element' && kid.type !== 'Figure') {
      yield* inOrder(kid.kids, INLINE.has(kid.type) ? around : kid);
    }
  }
}

/** A space in the font of the line, or in another that has one, going back to the font after it. */
function spaceAfter({ painting }: Container, { font, setFont }: Line): string | undefined {
  if (font?.space) return `${font.space} Tj`;
  if (setFont === null) return undefined;
  const source = ({ start, end }: Stretch) => painting.source.slice(start, end);
  for (const { lines } of painting.units) {
    for (const other of lines) {
      if (!other.font?.space || other.setFont === null) continue;
      return `${source(other.setFont)} ${other.font.space} Tj ${source(setFont)}`;
    }
  }
  return undefined;
}

/** Letters, digits and signs, taken apart so that they compare however they are written. */
function letters(text: string): string {
  if (/^[\w,.;:!?'()]*$/.test(text)) return text;
  return text.normalize('NFKD').replace(LEFT_OUT, '');
}

/** White space, what nobody sees, and hyphens, which a browser may add. */
const LEFT_OUT = /[\s\u00ad\u200b-\u200d\u2060\ufeff\u2010-]/g;

/** How far ahead words are looked for that are not the next: a few pages. */
const HORIZON = 8000;
/** Fewer letters than this would be found anywhere. */
const ENOUGH = 4;

/** The words of a page, passed through from the beginning to the end. */
class PageWords {
  readonly #letters: string;
  /** The places in `#letters` that white space stands before. */
  readonly spaced = new Set<number>();
  #at = 0;

  constructor(words: string) {
    let length = 0;
    const parts = words.split(/\s+/).map((part) => letters(part));
    for (const part of parts) {
      this.spaced.add(length);
      length += part.length;
    }
    this.#letters = parts.join('');
  }

  /** Where these letters come next. */
  find(wanted: string): number | undefined {
    const next = this.#letters.startsWith(wanted, this.#at)
      ? this.#at
      : wanted.length < ENOUGH
        ? -1
        : this.#letters.indexOf(wanted, this.#at);
    if (next < 0 || next > this.#at + HORIZON) return undefined;
    this.#at = next + wanted.length;
    return next;
  }
}
