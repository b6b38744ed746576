import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Drafted } from './draft.ts';
import type { Finished } from './finished.ts';
import { largeFiles } from './large.ts';
import { longDocument } from './long.ts';
import type { Opened } from './open.ts';
import { proofOf, proofOfPrint } from './proof.ts';

/**
 * Finishes a draft, and says what is to be said of the document before it is written. An error keeps it
 * from being written. A document of which something was said is made again each time, so that it is said
 * again. What needs no PDF, and what is to be said of the profile, is found while that is printed.
 */
export async function finishExamined(
  draft: Drafted,
  opened: Opened,
  finish: (meanwhile: () => void) => Promise<Finished>,
): Promise<{ finished: Finished; said: Diagnostic[] }> {
  let proving: Promise<Diagnostic[]> | undefined;
  const prove = () => {
    proving ??= proofOf(draft, opened).finally(opened.remarks);
    return proving;
  };
  // What goes wrong in it is told below.
  const finished = await finish(() => void prove().catch(() => {}));
  const proof = await prove();
  const said = [
    ...largeFiles(finished),
    ...(await longDocument(draft, finished.files, opened.profile.data.pages)),
    ...proof,
    ...(await proofOfPrint(finished, opened)),
  ];
  return { finished, said };
}
