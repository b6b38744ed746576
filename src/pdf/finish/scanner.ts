/* The tokens of content streams (ISO 32000-1, 7.2 and 7.3). */

/** A name is written as `{ name }`, a string as its bytes, and a dictionary as a map. */
export type Operand =
  | number
  | boolean
  | null
  | { name: string }
  | Uint8Array
  | Operand[]
  | Map<string, Operand>;

/** The first place from there on that is no white space. */
export function afterSpace(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && isSpace(content[at] as number)) at += 1;
  return at;
}

export function isSpace(byte: number): boolean {
  return kinds[byte] === SPACE;
}

export function isName(operand: Operand | undefined): operand is { name: string } {
  return typeof operand === 'object' && operand !== null && 'name' in operand;
}

/** What `next` answers when it was no operator; no operator is written like this. */
export const END = '';
export const OPERAND = '/';

/** What a byte is for the tokeniser: white space, delimiter or regular (ISO 32000-1, 7.2.2). */
const SPACE = 1;
const DELIMITER = 2;
const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = SPACE;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = DELIMITER;

/** The value of each hexadecimal digit; of anything else -1. */
const digits = new Int8Array(256).fill(-1);
for (const digit of '0123456789abcdefABCDEF') {
  digits[digit.charCodeAt(0)] = Number.parseInt(digit, 16);
}

const code = (character: string) => character.charCodeAt(0);
const [SLASH, PERCENT, BACKSLASH] = [code('/'), code('%'), code('\\')];
const [OPEN, CLOSE] = [code('('), code(')')];
const [LESS, GREATER] = [code('<'), code('>')];
const [BRACKET, BRACKET_END] = [code('['), code(']')];
const [E, I] = [code('E'), code('I')];

/** Operators are few and short, and a page has thousands: each is made a string once. */
const words = new Map<number, string>();

/** Goes through a content stream token by token. */
export class Scanner {
  readonly #bytes: Uint8Array;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  skipSpace(): void {
    const bytes = this.#bytes;
    for (; this.position < bytes.length; this.position += 1) {
      const byte = bytes[this.position] as number;
      if (byte === PERCENT) this.#skipComment();
      else if (kinds[byte] !== SPACE) return;
    }
  }

  /** Passes over one token: `OPERAND`, `END`, or the operator itself. */
  next(): string {
    const byte = this.#bytes[this.position];
    if (byte === undefined) return END;
    const from = this.position;
    if (kinds[byte] === DELIMITER) {
      this.#skipDelimited(byte);
      return OPERAND;
    }
    this.#skipRegular();
    if (isNumber(byte)) return OPERAND;
    const word = this.#word(from);
    return word === 'true' || word === 'false' || word === 'null' ? OPERAND : word;
  }

  /** The value at this place; nothing at the operator that follows the values, or at the end. */
  value(): Operand | undefined {
    const from = this.position;
    const byte = this.#bytes[from] ?? 0;
    if (byte === LESS && this.#bytes[from + 1] === LESS) return this.#dictionary();
    if (byte === BRACKET) return this.#array();
    if (isNumber(byte)) return this.#number();
    const token = this.next();
    if (token !== OPERAND) {
      this.position = from;
      return undefined;
    }
    switch (byte) {
      case SLASH:
        return { name: unescapedName(this.#latin1(from + 1, this.position)) };
      case OPEN:
        return literalBytes(this.#bytes.subarray(from + 1, this.position - 1));
      case LESS:
        return this.#hex(from + 1);
    }
    const word = this.#latin1(from, this.position);
    return word === 'true' || word === 'false' ? word === 'true' : null;
  }

  /**
   * Passes over the dictionary and the data of an inline image (8.9.7). The data may hold anything, so
   * its end is an `EI` between white space that what reads like a content stream follows.
   */
  skipInlineImage(): void {
    for (;;) {
      this.skipSpace();
      const token = this.next();
      if (token === END) return;
      if (token === 'ID') break;
    }
    const bytes = this.#bytes;
    for (let at = this.position + 1; at + 1 < bytes.length; at += 1) {
      if (bytes[at] !== E || bytes[at + 1] !== I || !isSpace(bytes[at - 1] as number)) continue;
      if (at + 2 < bytes.length && !isSpace(bytes[at + 2] as number)) continue;
      if (!bytes.subarray(at + 2, at + 18).every((byte) => isText(byte))) continue;
      this.position = at + 2;
      return;
    }
    this.position = bytes.length;
  }

  #skipComment(): void {
    const bytes = this.#bytes;
    while (this.position + 1 < bytes.length) {
      const following = bytes[this.position + 1];
      if (following === 10 || following === 13) return;
      this.position += 1;
    }
  }

  #skipRegular(): void {
    const bytes = this.#bytes;
    let at = this.position;
    while (at < bytes.length && kinds[bytes[at] as number] === 0) at += 1;
    this.position = at;
  }

  #skipDelimited(byte: number): void {
    if (byte === OPEN) this.#skipString();
    else if (byte === BRACKET) this.#skipUntil(BRACKET_END, 1);
    else if (byte === LESS && this.#bytes[this.position + 1] === LESS) this.#skipUntil(GREATER, 2);
    else if (byte === LESS) this.#skipHex();
    else {
      // A name; or a delimiter that closes nothing, which stands for nothing but must be passed.
      this.position += 1;
      if (byte === SLASH) this.#skipRegular();
    }
  }

  #skipString(): void {
    const bytes = this.#bytes;
    let depth = 0;
    for (; this.position < bytes.length; this.position += 1) {
      const byte = bytes[this.position];
      if (byte === BACKSLASH) this.position += 1;
      else if (byte === OPEN) depth += 1;
      else if (byte === CLOSE) {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    this.position = Math.min(this.position + 1, bytes.length);
  }

  #skipHex(): void {
    const end = this.#bytes.indexOf(GREATER, this.position);
    this.position = end < 0 ? this.#bytes.length : end + 1;
  }

  /** Passes over an array or a dictionary, whose mark is one or two characters wide. */
  #skipUntil(closing: number, width: 1 | 2): void {
    const bytes = this.#bytes;
    this.position += width;
    for (;;) {
      this.skipSpace();
      const closes =
        bytes[this.position] === closing && (width === 1 || bytes[this.position + 1] === closing);
      if (closes) {
        this.position += width;
        return;
      }
      if (this.next() === END) return;
    }
  }

  #dictionary(): Map<string, Operand> {
    const entries = new Map<string, Operand>();
    this.position += 2;
    for (;;) {
      this.skipSpace();
      if (this.#bytes[this.position] === GREATER) {
        this.position += 2;
        return entries;
      }
      const key = this.value();
      this.skipSpace();
      const value = this.value();
      if (key === undefined || value === undefined) return entries;
      if (isName(key)) entries.set(key.name, value);
    }
  }

  #array(): Operand[] {
    const items: Operand[] = [];
    this.position += 1;
    for (;;) {
      this.skipSpace();
      if (this.#bytes[this.position] === BRACKET_END) {
        this.position += 1;
        return items;
      }
      const item = this.value();
      if (item === undefined) return items;
      items.push(item);
    }
  }

  #number(): number {
    const from = this.position;
    this.#skipRegular();
    const value = Number.parseFloat(this.#latin1(from, this.position));
    return Number.isNaN(value) ? 0 : value;
  }

  #hex(from: number): Uint8Array {
    const bytes = new Uint8Array((this.position - from) >> 1);
    let count = 0;
    for (let at = from; at < this.position; at += 1) {
      const digit = digits[this.#bytes[at] as number] as number;
      if (digit < 0) continue;
      // A digit that is missing at the end is nought (7.3.4.3).
      bytes[count >> 1] = count % 2 ? (bytes[count >> 1] as number) | digit : digit << 4;
      count += 1;
    }
    return bytes.subarray(0, (count + 1) >> 1);
  }

  #word(from: number): string {
    const length = this.position - from;
    if (length > 3) return this.#latin1(from, this.position);
    let key = length;
    for (let at = from; at < this.position; at += 1) key = (key << 8) | (this.#bytes[at] as number);
    let word = words.get(key);
    if (word === undefined) {
      word = this.#latin1(from, this.position);
      words.set(key, word);
    }
    return word;
  }

  #latin1(from: number, to: number): string {
    let text = '';
    for (let at = from; at < to; at += 1) text += String.fromCharCode(this.#bytes[at] as number);
    return text;
  }
}

function isNumber(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e;
}

/** Anything but the control characters that no content stream holds outside its strings. */
function isText(byte: number): boolean {
  return isSpace(byte) ? byte !== 0 : byte >= 0x20 && byte < 0x7f;
}

function unescapedName(written: string): string {
  return written.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literalBytes(raw: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] as number;
    if (byte !== BACKSLASH) {
      // An end of line in a string is a line feed, however it is written (7.3.4.2).
      if (byte !== 13) bytes.push(byte);
      else if (raw[at + 1] !== 10) bytes.push(10);
      continue;
    }
    at += 1;
    const escaped = raw[at];
    if (escaped === undefined) break;
    const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...raw.subarray(at, at + 3)))?.[0];
    if (octal) {
      bytes.push(Number.parseInt(octal, 8) & 0xff);
      at += octal.length - 1;
    } else if (escaped === 13 || escaped === 10) {
      if (escaped === 13 && raw[at + 1] === 10) at += 1;
    } else bytes.push(escapes[String.fromCharCode(escaped)] ?? escaped);
  }
  return Uint8Array.from(bytes);
}
