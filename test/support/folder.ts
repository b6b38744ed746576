import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A folder of this test's own, holding these files, by name; removed when the test is over. Its name has
 * a space and an accent in it, as folders on people's laptops do.
 */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'thriving cäse-')));
  // A browser whose build was killed outright goes on writing for a moment. Unlike `rmSync`, this
  // looks again at what is in a folder that has filled up meanwhile.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 15 }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
