import type { PDFDict } from '@cantoo/pdf-lib';
import type { Objects } from './objects.ts';
import { hexDigit } from './operations.ts';

/** What the codes of a font say, and how it writes a space. */
export interface Font {
  decode(bytes: Uint8Array): string;
  /** The same for a hexadecimal string, from just after its `<`. */
  decodeHex(content: Uint8Array, from: number): string;
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
  return {
    decode(bytes) {
      let text = '';
      for (let at = 0; at + width <= bytes.length; at += width) {
        const first = bytes[at] as number;
        text += said(width === 2 ? (first << 8) | (bytes[at + 1] as number) : first);
      }
      return text;
    },
    decodeHex(content, from) {
      let text = '';
      let code = 0;
      let count = 0;
      for (let at = from; at < content.length && content[at] !== GREATER; at += 1) {
        const digit = hexDigit(content[at] as number);
        if (digit < 0) continue;
        code = (code << 4) | digit;
        count += 1;
        if (count < width * 2) continue;
        text += said(code);
        code = 0;
        count = 0;
      }
      return count > 0 ? text + said(code << (4 * (width * 2 - count))) : text;
    },
    space: space === undefined ? null : `<${space.toString(16).padStart(width * 2, '0')}>`,
  };
}

const GREATER = 0x3e;

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
