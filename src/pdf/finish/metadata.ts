import { PDFBool, type PDFContext, PDFDict, type PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { DocumentFacts } from './facts.ts';
import { nameOf, type Objects, textString } from './objects.ts';
import { type Maker, xmp } from './xmp.ts';

/**
 * Says in the file what it is: title, language, author, subject, keywords, dates and what made it, in the
 * catalogue, the information dictionary and XMP. The browser’s name and the time of printing go.
 */
export function writeMetadata(
  catalog: PDFDict,
  facts: DocumentFacts,
  creator: string,
  objects: Objects,
): void {
  const { context } = objects;
  const printed = objects.dict(context.trailerInfo.Info);
  const maker: Maker = {
    creator,
    producer: objects.text(objects.entry(printed, 'Producer')) ?? '',
  };
  const set = (key: string, value: Parameters<PDFDict['set']>[1]) =>
    catalog.set(nameOf(key), value);
  if (facts.language) set('Lang', textString(facts.language));
  set('MarkInfo', dictOf(context, { Marked: PDFBool.True }));
  set('ViewerPreferences', dictOf(context, { DisplayDocTitle: PDFBool.True }));

  const packet = Buffer.from(xmp(facts, maker), 'utf8');
  const dict = dictOf(context, { Type: nameOf('Metadata'), Subtype: nameOf('XML') });
  set('Metadata', context.register(PDFRawStream.of(dict, packet)));

  const date = facts.date ? `D:${facts.date.replaceAll('-', '')}000000Z` : '';
  const entries = {
    Title: facts.title,
    Author: facts.author,
    Subject: facts.description,
    Keywords: facts.keywords,
    Creator: maker.creator,
    Producer: maker.producer,
    CreationDate: date,
    ModDate: date,
  };
  const info = PDFDict.withContext(context);
  for (const [key, text] of Object.entries(entries)) {
    if (text) info.set(nameOf(key), textString(text));
  }
  context.trailerInfo.Info = context.register(info);
}

function dictOf(context: PDFContext, entries: Record<string, PDFBool | PDFName>): PDFDict {
  const dict = PDFDict.withContext(context);
  for (const [key, value] of Object.entries(entries)) dict.set(nameOf(key), value);
  return dict;
}
