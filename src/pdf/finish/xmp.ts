import { escapeXml } from '../../xml.ts';
import type { DocumentFacts } from './facts.ts';

/** Who made the file, for its metadata. */
export interface Maker {
  /** The tool that made the document. */
  creator: string;
  /** What wrote the PDF. */
  producer: string;
}

/**
 * The metadata as XMP (ISO 16684-1), with the mark of PDF/UA-1 (ISO 14289-1, clause 5). The date is that
 * of the document, not of the moment, so that the same input gives the same file.
 */
export function xmp(facts: Omit<DocumentFacts, 'words' | 'links'>, maker: Maker): string {
  const { title, language, author, description, keywords } = facts;
  const date = `${facts.date}T00:00:00Z`;
  const words = keywords.split(',').map((word) => word.trim());
  const lines = [
    '<pdfuaid:part>1</pdfuaid:part>',
    '<dc:format>application/pdf</dc:format>',
    ...alternative('dc:title', title),
    ...list('dc:language', 'Bag', [language]),
    ...list('dc:creator', 'Seq', [author]),
    ...alternative('dc:description', description),
    ...list('dc:subject', 'Bag', words),
    ...element('pdf:Keywords', keywords),
    ...element('pdf:Producer', maker.producer),
    ...element('xmp:CreatorTool', maker.creator),
    ...['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate'].flatMap((name) =>
      facts.date ? element(name, date) : [],
    ),
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${lines.join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
`;
}

function element(name: string, text: string): string[] {
  return text ? [`<${name}>${escapeXml(text)}</${name}>`] : [];
}

function alternative(name: string, text: string): string[] {
  const item = `<rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li>`;
  return text ? [`<${name}><rdf:Alt>${item}</rdf:Alt></${name}>`] : [];
}

function list(name: string, kind: 'Bag' | 'Seq', texts: readonly string[]): string[] {
  const items = texts
    .filter((text) => text !== '')
    .map((text) => `<rdf:li>${escapeXml(text)}</rdf:li>`);
  return items.length > 0
    ? [`<${name}><rdf:${kind}>${items.join('')}</rdf:${kind}></${name}>`]
    : [];
}
