import { INVISIBLE, SOFT_HYPHEN, UNREADABLE } from '../knowledge/invisible.ts';
import type { Kind } from './question.ts';

/*
 * What people type and paste, made into what they meant: control characters go, bullets of a pasted list
 * go, lines that a letter or an email was broken into are joined. Quotation marks stay as they are.
 */

/** What would stay in the profile for ever, and nobody would see. */
const UNWANTED = new RegExp(`(?![\\n\\t])[${INVISIBLE}${UNREADABLE}${SOFT_HYPHEN}]`, 'gu');

const BULLET = /^\s*(?:[-*+•‣▪●○◦·–—]|o(?=\t)|\(?\d{1,3}[.)])(?:\s+|(?=[^\d\s]))/u;

export function cleanLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(UNWANTED, '')
    .replace(/[\t\n\u00a0]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Lines typed or pasted as one text: paragraphs are kept, lines that only broke off are joined. */
export function cleanProse(lines: readonly string[]): string {
  const paragraphs: string[] = [];
  let open = false;
  for (const typed of lines) {
    const line = cleanLine(typed);
    if (line === '') {
      open = false;
      continue;
    }
    const item = BULLET.test(typed) && cleanLine(typed.replace(BULLET, '')) !== '';
    const text = item ? `- ${cleanLine(typed.replace(BULLET, ''))}` : line;
    const last = paragraphs.length - 1;
    const before = paragraphs[last];
    if (open && before !== undefined && !item && !isEnded(before)) {
      paragraphs[last] = `${before} ${text}`;
    } else if (open && item && before !== undefined) paragraphs[last] = `${before}\n${text}`;
    else paragraphs.push(text);
    open = true;
  }
  return paragraphs.join('\n\n');
}

/** Whether a line ends as a paragraph does. */
const isEnded = (line: string) => /[.!?:…]["'”’)]*$/.test(line);

/** Lines typed or pasted as a list, each an item. */
export function cleanList(lines: readonly string[]): string[] {
  const items = lines.map((line) => cleanLine(line.replace(BULLET, '')));
  return [...new Set(items.filter((item) => item !== ''))];
}

/** Whether an answer of this kind can run over several lines. */
export function isLong(kind: Kind): boolean {
  return kind === 'prose' || kind === 'list';
}
