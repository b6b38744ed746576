import {
  PDFCatalog,
  PDFDict,
  type PDFName,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFParser,
  PDFRef,
  type PDFStream,
} from '@cantoo/pdf-lib';
import { nameOf } from './objects.ts';

/*
 * The library reads a file byte by byte and asks of each value whether it is one of three words; a long
 * document has tens of thousands of values. What browsers write most, names, whole numbers, references
 * and dictionaries, is read here at one go, and all else as the library does.
 */

const [SLASH, LESS, GREATER, BRACKET] = [0x2f, 0x3c, 0x3e, 0x5b];
const PERCENT = 0x25;
const S = 0x73;

const isSpace = (code: number) =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

const NAME = /\/([^\s\0()<>[\]{}/%]*)/y;
/** A reference, or a whole number. What could be the beginning of anything else is left to the library. */
const WHOLE = /(\d{1,9})(?: (\d{1,5}) R(?![^\s\0()<>[\]{}/%])|(?=[\n>\]/]| [^\d]))/y;

export class QuickParser extends PDFParser {
  /** The file, a character for each byte. */
  readonly #source: string;
  readonly #names = new Map<string, PDFName>();
  readonly #references: PDFRef[] = [];

  constructor(pdf: Uint8Array) {
    super(pdf);
    this.#source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1');
  }

  override parseObject(ref?: PDFRef): PDFObject {
    this.skipWhitespaceAndComments();
    const code = this.#at(0);
    if (code === SLASH) return this.parseName();
    if (isDigit(code)) return this.parseNumberOrRef();
    if (code === BRACKET) return this.parseArray(ref);
    if (code === LESS && this.#at(1) === LESS) return this.parseDictOrStream(ref);
    return super.parseObject(ref);
  }

  protected override skipWhitespaceAndComments(): void {
    let at = this.bytes.offset();
    while (isSpace(this.#source.charCodeAt(at))) at += 1;
    this.bytes.moveTo(at);
    if (this.#source.charCodeAt(at) === PERCENT) super.skipWhitespaceAndComments();
  }

  protected override parseName(): PDFName {
    NAME.lastIndex = this.bytes.offset();
    const written = NAME.exec(this.#source)?.[1];
    if (written === undefined) return super.parseName();
    let name = this.#names.get(written);
    if (name) this.bytes.moveTo(NAME.lastIndex);
    else {
      name = super.parseName();
      this.#names.set(written, name);
    }
    return name;
  }

  protected override parseNumberOrRef(): PDFNumber | PDFRef {
    WHOLE.lastIndex = this.bytes.offset();
    const [whole, number = '', generation] = WHOLE.exec(this.#source) ?? [];
    if (whole === undefined) return super.parseNumberOrRef();
    this.bytes.moveTo(WHOLE.lastIndex);
    const value = Number(number);
    if (generation === undefined) return PDFNumber.of(value);
    if (generation !== '0') return PDFRef.of(value, Number(generation));
    const known = this.#references[value] ?? PDFRef.of(value);
    this.#references[value] = known;
    return known;
  }

  protected override parseDict(ref?: PDFRef): PDFDict {
    this.bytes.assertNext(LESS);
    this.bytes.assertNext(LESS);
    this.skipWhitespaceAndComments();
    const entries = new Map<PDFName, PDFObject>();
    while (!this.bytes.done() && this.#at(0) !== GREATER && this.#at(1) !== GREATER) {
      const key = this.parseName();
      entries.set(key, this.parseObject(ref));
      this.skipWhitespaceAndComments();
    }
    this.bytes.assertNext(GREATER);
    this.bytes.assertNext(GREATER);
    switch (entries.get(nameOf('Type'))) {
      case nameOf('Catalog'):
        return PDFCatalog.fromMapWithContext(entries, this.context);
      case nameOf('Pages'):
        return PDFPageTree.fromMapWithContext(entries, this.context);
      case nameOf('Page'):
        return PDFPageLeaf.fromMapWithContext(entries, this.context);
      default:
        return PDFDict.fromMapWithContext(entries, this.context);
    }
  }

  protected override parseDictOrStream(ref?: PDFRef): PDFDict | PDFStream {
    const from = this.bytes.offset();
    const dict = this.parseDict(ref);
    this.skipWhitespaceAndComments();
    if (this.#at(0) !== S) return dict;
    this.bytes.moveTo(from);
    return super.parseDictOrStream(ref);
  }

  #at(ahead: number): number {
    return this.#source.charCodeAt(this.bytes.offset() + ahead);
  }
}
