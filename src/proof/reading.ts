import { decodeHTML } from 'entities';

/**
 * What can be read in a finished file, in the two forms in which it is searched: `letters` has nothing
 * but letters and figures, so that no space, line end, mark or tag can part a sentence; `words` keeps
 * words apart, so that a short name is not found inside a longer word.
 */
export interface Reading {
  letters: string;
  words: string;
}

/** Stands between what belongs to different texts, so that no sentence runs across. */
const GAP = '|';

/** What can be read in these texts. */
export function readingOf(texts: Iterable<string>): Reading {
  const letters: string[] = [];
  const words: string[] = [];
  for (const text of texts) {
    const found = wordsIn(text);
    if (found.length === 0) continue;
    letters.push(found.join(''));
    words.push(found.join(' '));
  }
  return { letters: letters.join(GAP), words: ` ${words.join(` ${GAP} `)} ` };
}

/** What can be read in some texts, and what was read before. */
export function together(before: Reading, texts: Iterable<string>): Reading {
  const { letters, words } = readingOf(texts);
  return { letters: before.letters + GAP + letters, words: `${before.words}${GAP}${words}` };
}

/** As much of a number as says how much: `1240`, `14.2%`; else a word. */
const WORD = /\p{N}[\p{N}.,]*(?<=\p{N})%?|[\p{L}\p{M}\p{N}]+/gu;
const THOUSANDS = /[,\u2009\u202f](?<=\p{N}.)(?=\p{N}{3}(?!\p{N}))/gu;
const PERCENT = / +%| per ?cent\b/gi;
const BETWEEN = /_(?<=[\p{L}\p{N}]_)(?=[\p{L}\p{N}])/gu;

/**
 * The words and numbers of a text in lower case, however it was written: soft hyphens and other signs
 * without width are gone, ligatures and full-width letters are plain ones, and nothing is left of how
 * Markdown escapes or stresses.
 */
export function wordsIn(text: string): readonly string[] {
  const plain = text
    .replace(THOUSANDS, '')
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(BETWEEN, ' ')
    .replace(/[\\*_`~]/g, '')
    .replace(PERCENT, '%')
    .toLowerCase();
  return plain.match(WORD) ?? [];
}

/** The texts of a Markdown file: first its body, then its front matter and what its links lead to. */
export function textsOfMarkdown(markdown: string): string[] {
  const links: string[] = [];
  const [front = ''] = /^---\n[\s\S]*?\n---\n/.exec(markdown) ?? [];
  const body = markdown
    .slice(front.length)
    .replace(/\]\((?:<([^<>]*)>|([^()\s]*))\)/g, (_, angled?: string, target = '') => {
      links.push(decoded(angled ?? target));
      return ']';
    })
    .replace(/\[\^[^\]]+\](?!:)/g, ' ')
    // What is escaped begins no tag and no entity.
    .replace(/\\([<&])/g, (_, sign: string) => (sign === '<' ? '&lt;' : '&amp;'));
  // A template can hold HTML, in which words are parted by tags and hidden in attributes.
  return [...textsOfHtml(body), front, ...links];
}

const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const COMMENT = /<!--([\s\S]*?)-->/g;
const TAG = /<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
/** Files within the file: drawings are read too; in the bytes of pictures and faces is nothing to read. */
const BYTES = /data:([\w/+.-]+)[\w/+.;=-]*;base64,([\w+/=]*)/g;
/** Where the number of a source stands, right after a word. */
const SOURCE = /<sup\b[^>]*>\s*(?:<a\b[^>]*>)?[\s\d,[\]]*(?:<\/a>)?\s*<\/sup>/gi;
/** Tags that may stand in the middle of a word. */
const INSIDE_WORDS = new Set(
  'a abbr b bdi bdo cite code em i kbd mark q s small span strong sub sup tspan u wbr'.split(' '),
);

/**
 * The texts of an HTML file: first what a reader sees, in one piece, because a sentence may run across
 * tags; then what stands in attributes, styles and comments.
 */
export function textsOfHtml(html: string): string[] {
  const others: string[] = [];
  const text = html
    .replace(BYTES, (_, type: string, bytes: string) => {
      if (/^text\/|xml$/.test(type)) {
        others.push(...textsOfHtml(Buffer.from(bytes, 'base64').toString()));
      }
      return '';
    })
    .replace(STYLE, (_, style: string) => {
      others.push(style.replace(/\\([0-9a-f]{1,6})\s?/gi, (__, code: string) => signOf(code)));
      return ' ';
    })
    .replace(COMMENT, (_, comment: string) => {
      others.push(comment);
      return '';
    })
    .replace(SOURCE, ' ')
    .replace(TAG, (_, _end, name: string, attributes: string) => {
      for (const [, double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
        others.push(decoded(decodeHTML(double ?? single ?? bare ?? '')));
      }
      if (name === 'sup') return ' ';
      return INSIDE_WORDS.has(name.toLowerCase()) ? '' : ' ';
    });
  return [decodeHTML(text), ...others];
}

function signOf(code: string): string {
  const number = Number.parseInt(code, 16);
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '';
}

/** An address as a person would type it, however often it was encoded; as it is where it cannot be decoded. */
function decoded(address: string): string {
  try {
    const plain = decodeURIComponent(address);
    return plain === address ? plain : decoded(plain);
  } catch {
    return address;
  }
}
