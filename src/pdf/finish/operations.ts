/*
 * Content streams (ISO 32000-1, 7.8.2) read without losing a byte, so that what is not to be changed
 * can be written back as it was. pdf-lib has a reader too, but it passes over inline images and says
 * nothing of where things stand.
 */

import { END, OPERAND, type Operand, Scanner } from './scanner.ts';

/** A stretch of a content stream in bytes, from `start` to just before `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/** A line of text in one text object. */
export interface PlainText {
  /** The name of its font, and where it is set. */
  font: string;
  setFont: Stretch;
  /** The operands of its `Tm`. */
  place: number[];
  /** The codes that it shows, in hexadecimal digits. */
  codes: string;
  /** Where its last show ends. */
  show: number;
}

const PLAIN_TEXT =
  /\s+(\/[\w-]+ [-\d.]+ Tf)\s+([-\d.]+(?: [-\d.]+){5}) Tm\s+((?:(?:[-\d.]+ 0 Td )?<(?:[0-9a-fA-F]{2})+> Tj\s+)+)ET(?=\s|$)/y;
const BETWEEN_CODES = /^<|>[^<]*<?/g;

/**
 * Goes through the operations of a content stream. Pages have thousands, so that nothing is kept of one
 * but what is asked for. Operands without an operator at the end are left out.
 */
export class OperationReader {
  /** Such as `Tj`. An inline image is one operation, `BI`, as far as its `EI`. */
  operator = '';
  /** Where its first operand begins. */
  start = 0;
  /** Just after the operator. */
  end = 0;
  /** The content, a character for each byte. */
  readonly source: string;
  readonly #scanner: Scanner;
  readonly #operands: Scanner;

  constructor(content: Uint8Array) {
    this.source = Buffer.from(content.buffer, content.byteOffset, content.length).toString(
      'latin1',
    );
    this.#scanner = new Scanner(content);
    this.#operands = new Scanner(content);
  }

  /** Goes on to the next operation, if there is one. */
  next(): boolean {
    const scanner = this.#scanner;
    this.start = -1;
    for (;;) {
      scanner.skipSpace();
      if (this.start < 0) this.start = scanner.position;
      const token = scanner.next();
      if (token === OPERAND) continue;
      if (token === 'BI') scanner.skipInlineImage();
      this.operator = token;
      this.end = scanner.position;
      return token !== END;
    }
  }

  /**
   * After a `BT`, passes over the whole text object if it is one as Chromium writes them: a font, a place,
   * and letter by letter one line. Nine of ten operations of a page are in these, and a regular
   * expression is through with them in a fifth of the time.
   */
  passPlainText(): PlainText | undefined {
    PLAIN_TEXT.lastIndex = this.#scanner.position;
    const match = PLAIN_TEXT.exec(this.source);
    if (!match) return undefined;
    const [whole, font = '', place = '', letters = ''] = match;
    const start = this.#scanner.position + (/^\s*/.exec(whole)?.[0].length ?? 0);
    const show = this.source.lastIndexOf('Tj', PLAIN_TEXT.lastIndex) + 2;
    this.#scanner.position = PLAIN_TEXT.lastIndex;
    this.end = PLAIN_TEXT.lastIndex;
    return {
      font: font.slice(1, font.indexOf(' ')),
      setFont: { start, end: start + font.length },
      place: place.split(' ').map(Number),
      codes: letters.replace(BETWEEN_CODES, ''),
      show,
    };
  }

  /** The operands of the operation; those of an inline image are not read. */
  operands(): Operand[] {
    const operands: Operand[] = [];
    this.#operands.position = this.start;
    for (;;) {
      this.#operands.skipSpace();
      const value = this.#operands.value();
      if (value === undefined) return operands;
      operands.push(value);
    }
  }
}
