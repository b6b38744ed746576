import path from 'node:path';
import type { Files } from '../../src/effects/files.ts';
import { testEffects } from './effects.ts';

/** An error as Node’s file system throws it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code });
}

/** The real disk, but for files that cannot be written: by their name, the code they fail with. */
export function failingWrites(cwd: string, failing: Readonly<Record<string, string>>): Files {
  const { files } = testEffects(cwd);
  return {
    ...files,
    async write(file, content) {
      const code = failing[path.basename(file)];
      if (code !== undefined) throw systemError(code);
      await files.write(file, content);
    },
  };
}
