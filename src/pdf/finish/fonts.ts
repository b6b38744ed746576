import type { PDFDict } from '@cantoo/pdf-lib';
import type { Objects } from './objects.ts';

/** What the codes of a font say, and how it writes a space. */
export interface Font {
  decode(bytes: Uint8Array): string;
  /** The same for codes in hexadecimal digits. */
  decodeDigits(digits: string): string;
  /** The code of a space as a hexadecimal string, such as `<0003>`; null where the font has none. */
  space: string | null;
}

/** The font of a resource dictionary’s entry, by its map to Unicode (ISO 32000-1, 9.10.3). */
export function readFont(dict: PDFDict | undefined, objects: Objects): Font {
  const width = objects.name(objects.entry(dict, 'Subtype')) === 'Type0' ? 2 : 1;
  const stream = objects.stream(objects.entry(dict, 'ToUnicode'));
  const cmap = stream && objects.decode(stream);
  const map = cmap ? readCMap(Buffer.from(cmap).toString('latin1')) : new Map<number, string>();
  const space = [...map].find(([, text]) => text === ' ')?.[0];
  const said = (code: number) =>
    map.get(code) ?? (width === 1 && !cmap ? String.fromCharCode(code) : '\ufffd');
  const letters = new Map<string, string>();
  return {
    decode(bytes) {
      let text = '';
      for (let at = 0; at + width <= bytes.length; at += width) {
        const first = bytes[at] as number;
        text += said(width === 2 ? (first << 8) | (bytes[at + 1] as number) : first);
      }
      return text;
    },
    decodeDigits(digits) {
      let text = '';
      for (let at = 0; at < digits.length; at += width * 2) {
        const written = digits.slice(at, at + width * 2);
        let letter = letters.get(written);
        if (letter === undefined) {
          letter = said(Number.parseInt(written.padEnd(width * 2, '0'), 16));
          letters.set(written, letter);
        }
        text += letter;
      }
      return text;
    },
    space: space === undefined ? null : `<${space.toString(16).padStart(width * 2, '0')}>`,
  };
}

const BLOCK = /begin(bfchar|bfrange)\s([\s\S]*?)end\1/g;
const CHARACTER = /<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]*)>/g;
const RANGE = /<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]+)>\s*(?:<([0-9a-fA-F\s]*)>|\[([^\]]*)\])/g;

function readCMap(source: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, kind, block = ''] of source.matchAll(BLOCK)) {
    if (kind === 'bfchar') {
      for (const [, from = '', to = ''] of block.matchAll(CHARACTER))
        map.set(number(from), utf16(to));
      continue;
    }
    for (const [, first = '', last = '', to, list] of block.matchAll(RANGE)) {
      const texts = list?.match(/[0-9a-fA-F]+/g);
      const [from, until] = [number(first), Math.min(number(last), number(first) + 0xffff)];
      for (let code = from; code <= until; code += 1) {
        const text = texts
          ? utf16(texts[code - from] ?? '')
          : advanced(utf16(to ?? ''), code - from);
        map.set(code, text);
      }
    }
  }
  return map;
}

const number = (hex: string) => Number.parseInt(hex.replace(/\s/g, ''), 16);

function utf16(hex: string): string {
  const digits = hex.replace(/\s/g, '');
  const units = digits.match(/.{4}/g) ?? (digits ? [digits] : []);
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** In a range only the last unit counts on. */
function advanced(text: string, by: number): string {
  if (by === 0 || text === '') return text;
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);
}
