import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Finished } from './finished.ts';

const MB = 1024 * 1024;

/** In bytes. Many schools’ mail refuses more; an attachment grows by a third on its way. */
const MAILABLE = 10 * MB;

/** Warns of each file of a document, in HTML or PDF, that is too large to send by email. */
export function largeFiles(
  { files }: Pick<Finished, 'files'>,
  most: number = MAILABLE,
): Diagnostic[] {
  return files
    .filter(({ format, content }) => format !== 'md' && content.byteLength > most)
    .map(({ path, content }) => ({
      code: 'document-large',
      severity: 'warning',
      message: `${path} has ${megabytes(content.byteLength)}; many mail systems refuse more than ${megabytes(most)}.`,
      hint: 'Leave out some photographs, or put the document on your website and send its address.',
      file: null,
      range: null,
    }));
}

/** Rounded up, so that what is too large never reads as what is allowed. */
const megabytes = (bytes: number) => `${Math.ceil((bytes / MB) * 10) / 10} MB`;
