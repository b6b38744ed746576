import { setImmediate } from 'node:timers/promises';
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
  finish: () => Promise<Finished>,
): Promise<{ finished: Finished; said: Diagnostic[] }> {
  const readMeanwhile = async () => {
    const proof = await proofOf(draft, opened);
    await setImmediate();
    opened.remarks();
    return proof;
  };
  const [finished, proof] = await Promise.all([finish(), readMeanwhile()]);
  const said = [
    ...largeFiles(finished),
    ...(await longDocument(draft, finished.files, opened.profile.data.pages)),
    ...proof,
    ...(await proofOfPrint(finished, opened)),
  ];
  return { finished, said };
}
