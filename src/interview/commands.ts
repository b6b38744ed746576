import { bodies, roleLinks, roleWords } from '../knowledge/roles.ts';
import { cleanLine } from './typed.ts';

/** What a person can type instead of an answer. */
export type Command =
  | { command: 'help' | 'skip' | 'back' | 'stop' | 'edit' }
  | { command: 'ask'; role: string | undefined };

const words: Readonly<Record<string, 'help' | 'skip' | 'back' | 'stop' | 'edit'>> = {
  '?': 'help',
  help: 'help',
  why: 'help',
  skip: 'skip',
  back: 'back',
  stop: 'stop',
  quit: 'stop',
  exit: 'stop',
  edit: 'edit',
};

const UNKNOWING = /^(?:i )?(?:don[’']?t|do not) know$/i;
const MOST_WORDS_OF_A_ROLE = 9;

/** The command in a line; undefined where it is an answer. In quotation marks, a word is an answer. */
export function commandIn(typed: string): Command | undefined {
  const line = cleanLine(typed).replace(/[.!]$/, '');
  const word = Object.hasOwn(words, line.toLowerCase()) ? words[line.toLowerCase()] : undefined;
  if (word) return { command: word };
  if (UNKNOWING.test(line)) return { command: 'ask', role: undefined };
  const ask = /^ask\b\s*(.*)$/i.exec(line);
  if (!ask) return undefined;
  const role = (ask[1] ?? '').replace(/^(?:the|our|my) /i, '');
  if (role === '') return { command: 'ask', role: undefined };
  return role.split(' ').length <= MOST_WORDS_OF_A_ROLE ? { command: 'ask', role } : undefined;
}

/** An answer that would be a command, typed in quotation marks. */
export function unquoted(typed: string): string {
  const inside = /^["'“‘](.+)["'”’]$/.exec(typed.trim())?.[1];
  return inside !== undefined && commandIn(inside) ? inside : typed;
}

/** What keeps a text from being a role: it is none, or holds the name of a person. */
export function notARole(role: string): 'no role' | 'a name' | undefined {
  const parts = role.split(/[\s,/&]+/).filter((part) => part !== '');
  const plain = parts.map((part) => part.toLowerCase().replace(/[’']s$|[().’']/g, ''));
  if (!plain.some((part) => roleWords.has(part))) {
    return parts.some((part) => /^\p{Lu}\p{Ll}/u.test(part)) ? 'a name' : 'no role';
  }
  const isName = parts.some((part, index) => {
    const word = plain[index] ?? '';
    if (roleWords.has(word) || roleLinks.has(word) || !/^\p{Lu}\p{Ll}/u.test(part)) return false;
    // “Marlshire Council” is a place, as is each word before it.
    return !plain.slice(index + 1).some((later) => bodies.has(later));
  });
  return isName ? 'a name' : undefined;
}
