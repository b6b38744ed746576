import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Drafted } from './draft.ts';
import type { Finished } from './finished.ts';
import { largeFiles } from './large.ts';
import { longDocument } from './long.ts';
import type { Opened } from './open.ts';
import { proofOf } from './proof.ts';

/**
 * What is to be said of a finished document, before it is written. An error keeps it from being written. A document of which something was said is made again each time, so that it is said again.
 */
export async function examine(
  document: Finished,
  draft: Drafted,
  opened: Opened,
): Promise<Diagnostic[]> {
  return [
    ...largeFiles(document),
    ...(await longDocument(draft, document.files, opened.profile.data.pages)),
    ...(await proofOf(document, draft, opened)),
  ];
}
