import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type FinishedFile, prove } from '../proof/prove.ts';
import type { Drafted } from './draft.ts';
import type { WrittenDocument } from './manifest.ts';
import type { Opened } from './open.ts';
import { bytesOf } from './write.ts';

/**
 * What keeps documents from being written: a hard answer that one hides, or something that one tells
 * which is meant for others. The Markdown and the HTML are read whether they were asked for or not,
 * because the PDF is made from them; the PDF itself is read in a release.
 */
export async function proveAll(
  drafts: readonly Drafted[],
  documents: readonly WrittenDocument[],
  opened: Opened,
): Promise<Diagnostic[]> {
  const printed = new Map<string, Uint8Array>();
  if (opened.status === 'release') {
    for (const { path, content } of documents.flatMap(({ files }) => files)) {
      if (path.endsWith('.pdf')) printed.set(path, content);
    }
  }
  const diagnostics: Diagnostic[] = [];
  for (const { planned, markdown, html, pictures } of drafts) {
    const { place } = planned;
    const pdf = printed.get(`${place}.pdf`);
    const files: FinishedFile[] = [
      { path: `${place}.md`, content: bytesOf(markdown) },
      { path: `${place}.html`, content: bytesOf(html) },
      ...(pdf ? [{ path: `${place}.pdf`, content: pdf }] : []),
      ...pictures,
    ];
    diagnostics.push(...(await prove(planned, files, opened)));
  }
  return diagnostics;
}
