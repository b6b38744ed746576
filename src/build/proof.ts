import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type FinishedFile, prove } from '../proof/prove.ts';
import type { Drafted } from './draft.ts';
import type { Finished } from './finished.ts';
import type { Opened } from './open.ts';
import { bytesOf } from './write.ts';

/**
 * What keeps a document from being written: a hard answer that it hides, or something that it tells
 * which is meant for others. The Markdown and the HTML are read whether they were asked for or not,
 * because the PDF is made from them.
 */
export function proofOf(
  { planned, markdown, html, pictures }: Drafted,
  opened: Pick<Opened, 'profile' | 'templates' | 'assets'>,
): Promise<Diagnostic[]> {
  const files: FinishedFile[] = [
    { path: `${planned.place}.md`, content: bytesOf(markdown) },
    { path: `${planned.place}.html`, content: bytesOf(html) },
    ...pictures,
  ];
  return prove(planned, files, opened);
}

/** The same of the PDF, which is read itself in a release. */
export async function proofOfPrint(
  { planned, files }: Pick<Finished, 'planned' | 'files'>,
  opened: Pick<Opened, 'profile' | 'status' | 'templates' | 'assets'>,
): Promise<Diagnostic[]> {
  if (opened.status !== 'release') return [];
  const printed = files.filter(({ format }) => format === 'pdf');
  return prove(planned, printed, opened);
}
