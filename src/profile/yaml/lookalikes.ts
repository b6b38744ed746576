import type { Words } from './explain.ts';

/*
 * What a person sees at once in a line that YAML cannot read: the mark of another program, or a slip
 * of the keyboard. The parser only knows that the line does not fit.
 */

interface Lookalike {
  looks: RegExp;
  words(match: RegExpExecArray): Omit<Words, 'code'>;
}

/** What Git writes round the two versions of lines that two people have changed. */
export const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

const lookalikes: Lookalike[] = [
  {
    looks: CONFLICT,
    words: () => ({
      message: 'Two people changed the same lines, and Git left its marks round both versions.',
      hint: 'Between “<<<<<<<” and “>>>>>>>”, keep the version you want; delete the other and the lines of marks.',
    }),
  },
  {
    looks: /\{\{|\{%/,
    words: () => ({
      message: 'This line holds an instruction of a template, and a profile holds words only.',
      hint: 'Type what should stand here. If the brackets belong to a text, put it in quotation marks.',
    }),
  },
  {
    looks: /^[\s\u00a0]*([•·▪◦●○‣–—])[\s\u00a0]/,
    words: ([, bullet]) => ({
      message: `“${bullet}” does not begin an item of a list here, as it does in Word.`,
      hint: 'Type a hyphen and a space: “- ”. To print a list inside a text, type “|” after the key of the text and set its lines in.',
    }),
  },
  {
    looks: /^[ -]*[\u00a0\u2007\u202f\u3000]|:[\u00a0\u2007\u202f\u3000]/,
    words: () => ({
      message:
        'There is a space in this line that YAML does not count as one; Word and web pages have them.',
      hint: 'Delete the spaces before the key and after its colon, and type them again.',
    }),
  },
  {
    looks: /^[ -]*([a-z]\w*):((?!\/\/)\S.*)$/i,
    words: ([, key = '', text = '']) => ({
      message: `There is no space after the colon of “${key}”.`,
      hint: `Type one: ${shortened(`${key}: ${text}`)}`,
    }),
  },
  {
    looks: /^ *-([^\s-].*)$/,
    words: ([, text = '']) => ({
      message: 'There is no space after the hyphen, so it does not begin an item of a list.',
      hint: `Type one: ${shortened(`- ${text}`)}`,
    }),
  },
  {
    looks: /^[ -]*([a-z]\w*) *[=：] *(.*)$/i,
    words: ([, key = '', text = '']) => ({
      message: `There is no colon after “${key}”.`,
      hint: `Type one, with a space after it: ${shortened(`${key}: ${text}`)}`,
    }),
  },
  {
    looks: /^[^:\t]*\t[^:]*$|^[^:,]*,[^\s:,][^:]*,[^\s:][^:]*$/,
    words: () => ({
      message: 'This looks like a row of a spreadsheet.',
      hint: 'Make each row an item of a list and each column a key: “- name: …”, and on the lines below it, set in by two spaces more than the hyphen, “phase: …” and so on.',
    }),
  },
];

/** What is wrong with a line that YAML cannot read, where its looks give it away. */
export function lookalike(line: string): Words | undefined {
  for (const { looks, words } of lookalikes) {
    const match = looks.exec(line);
    if (match) return { code: 'yaml-syntax', ...words(match) };
  }
  return undefined;
}

/** What a whole file is, where it is not YAML at all. */
export function foreignFile(text: string): Words | undefined {
  if (/^\s*(?:<!doctype html|<html|<\?xml)/i.test(text)) {
    return {
      code: 'yaml-syntax',
      message: 'This file is a web page, not a profile.',
      hint: 'It was saved from a browser, perhaps. Download the file itself; on GitHub, choose “Raw” first.',
    };
  }
  if (text.startsWith('{\\rtf')) {
    return {
      code: 'yaml-syntax',
      message: 'This file was saved by a word processor, with its fonts and styles (RTF).',
      hint: 'Save it as plain text with the encoding UTF-8, under a name that ends in .yaml.',
    };
  }
  return undefined;
}

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
