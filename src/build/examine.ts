import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Drafted } from './draft.ts';
import type { Finished } from './finished.ts';
import { largeFiles } from './large.ts';
import { longDocuments } from './long.ts';
import type { Opened } from './open.ts';

/**
 * What is to be said of a finished document, before it is written. In a release, an error keeps it from
 * being written. A document of which something was said is made again each time, so that it is said again.
 */
export async function examine(
  document: Finished,
  draft: Drafted,
  { profile }: Pick<Opened, 'profile'>,
): Promise<Diagnostic[]> {
  return [
    ...largeFiles(document),
    ...(await longDocuments([draft], [document], profile.data.pages)),
  ];
}
