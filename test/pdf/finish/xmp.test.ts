import { describe, expect, it } from 'vitest';
import { xmp } from '../../../src/pdf/finish/xmp.ts';

const facts = {
  title: 'Should <we> join & when?',
  language: 'en-GB',
  author: 'Quillbrook',
  description: '',
  keywords: 'academy trust, , joining',
  date: '2026-11-01',
};
const maker = { creator: 'thriving-case 1.0.0', producer: 'Skia/PDF m143' };

describe('the metadata packet', () => {
  it('says that the file is PDF/UA-1, and what the document is', () => {
    const packet = xmp(facts, maker);
    expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(packet).toContain(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Should &lt;we&gt; join &amp; when?</rdf:li></rdf:Alt></dc:title>',
    );
    expect(packet).toContain(
      '<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>',
    );
    expect(packet).toContain(
      '<dc:creator><rdf:Seq><rdf:li>Quillbrook</rdf:li></rdf:Seq></dc:creator>',
    );
  });

  it('lists its keywords one by one', () => {
    expect(xmp(facts, maker)).toContain(
      '<dc:subject><rdf:Bag><rdf:li>academy trust</rdf:li><rdf:li>joining</rdf:li></rdf:Bag></dc:subject>',
    );
  });

  it('has the date of the document and no other', () => {
    const dates = [...xmp(facts, maker).matchAll(/\d{4}-\d\d-\d\d[\dTZ:.]*/g)].map(
      ([date]) => date,
    );
    expect(new Set(dates)).toEqual(new Set(['2026-11-01T00:00:00Z']));
  });

  it('leaves out what the document does not say', () => {
    expect(xmp(facts, maker)).not.toContain('dc:description');
    expect(xmp({ ...facts, date: '' }, maker)).not.toContain('Date>');
  });

  it('holds no character that XML does not allow', () => {
    expect(xmp({ ...facts, title: 'a\u0000b\u001fc' }, maker)).toContain('>a b c<');
  });
});
