import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/* Reading objects that may be of any type, or not there, or behind a reference. */

type Maybe = PDFObject | undefined;

/** The library decodes a name each time it is asked for it; there are few, and they are asked for often. */
const names = new Map<string, PDFName>();
const texts = new Map<PDFName, string>();

export function nameOf(text: string): PDFName {
  const known = names.get(text);
  if (known) return known;
  const name = PDFName.of(text);
  names.set(text, name);
  return name;
}

export class Objects {
  readonly context: PDFContext;

  constructor(context: PDFContext) {
    this.context = context;
  }

  resolve(object: Maybe): PDFObject | undefined {
    return object instanceof PDFRef ? this.context.lookup(object) : object;
  }

  dict(object: Maybe): PDFDict | undefined {
    const found = this.resolve(object);
    if (found instanceof PDFRawStream) return found.dict;
    return found instanceof PDFDict ? found : undefined;
  }

  stream(object: Maybe): PDFRawStream | undefined {
    const found = this.resolve(object);
    return found instanceof PDFRawStream ? found : undefined;
  }

  /** The items of an array; one value that could be an array of one counts as that. */
  list(object: Maybe): PDFObject[] {
    const found = this.resolve(object);
    if (found instanceof PDFArray) return found.asArray();
    return object === undefined || found === undefined ? [] : [object];
  }

  name(object: Maybe): string | undefined {
    const found = this.resolve(object);
    if (!(found instanceof PDFName)) return undefined;
    const known = texts.get(found);
    if (known !== undefined) return known;
    const text = found.decodeText();
    texts.set(found, text);
    return text;
  }

  number(object: Maybe): number | undefined {
    const found = this.resolve(object);
    return found instanceof PDFNumber ? found.asNumber() : undefined;
  }

  text(object: Maybe): string | undefined {
    const found = this.resolve(object);
    return found instanceof PDFString || found instanceof PDFHexString
      ? found.decodeText()
      : undefined;
  }

  entry(dict: PDFDict | undefined, key: string): PDFObject | undefined {
    return dict?.get(nameOf(key));
  }

  /** The decoded bytes of a stream; browsers compress with plain Flate or not at all. */
  decode(stream: PDFRawStream): Uint8Array | undefined {
    const filters = this.list(stream.dict.get(nameOf('Filter'))).map((filter) => this.name(filter));
    if (filters.length === 0) return stream.contents;
    const plain = filters.length === 1 && !stream.dict.has(nameOf('DecodeParms'));
    return plain && filters[0] === 'FlateDecode' ? inflateSync(stream.contents) : undefined;
  }
}

/** A text string as PDF writes it. */
export function textString(text: string): PDFObject {
  return /^[\x20-\x7e]*$/.test(text)
    ? PDFString.of(text.replace(/[\\()]/g, '\\$&'))
    : PDFHexString.fromText(text);
}
