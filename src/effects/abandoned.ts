import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Nothing of ours takes this long to write, on this machine or on another that shares the folder. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/**
 * Removes what a run that was killed outright left half written in a folder: entries with a name like
 * this that nobody has touched for an hour. It is a courtesy, so it never fails.
 */
export async function removeAbandoned(folder: string, name: RegExp): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const entry of names.filter((candidate) => name.test(candidate))) {
    const file = path.join(folder, entry);
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER) {
      await rm(file, { recursive: true, force: true }).catch(() => {});
    }
  }
}
