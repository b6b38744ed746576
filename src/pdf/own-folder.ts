import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Effects } from '../effects/effects.ts';
import { isCode } from '../effects/files.ts';
import { Failure } from './failure.ts';

export interface OwnFolder {
  path: string;
  remove(): Promise<void>;
}

const PREFIX = 'thriving-case-browser-';

/**
 * A folder for the browser's own files, removed in whatever way the process ends. Throws a `Failure`
 * where the machine has no place for it.
 */
export async function ownFolder({ onExit }: Pick<Effects, 'onExit'>): Promise<OwnFolder> {
  const place = path.join(tmpdir(), `${PREFIX}${process.pid}-`);
  const folder = await mkdtemp(place).catch((error: unknown) => {
    throw noTemporaryFolder(error);
  });
  // A browser that was just killed may still be writing its last file.
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 40 } as const;
  const cleanup = onExit(() => rmSync(folder, options));
  void removeAbandoned();
  return {
    path: folder,
    async remove() {
      await rm(folder, options).catch(() => {});
      cleanup.release();
    },
  };
}

function noTemporaryFolder(error: unknown): Failure {
  const reason = isCode(error, 'ENOENT')
    ? 'it is not there'
    : error instanceof Error
      ? error.message
      : String(error);
  return new Failure(
    {
      code: 'cannot-write',
      message: `The browser needs the folder for temporary files (${tmpdir()}), which cannot be used: ${reason}.`,
      hint: `Set the variable ${process.platform === 'win32' ? 'TEMP' : 'TMPDIR'} to a folder of your own. The Markdown and HTML do not need it: --format md,html`,
    },
    { cause: error },
  );
}

/** Folders of runs that were killed outright, before they could clean up. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : NaN;
    if (Number.isInteger(pid) && pid !== process.pid && !isRunning(pid)) {
      await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
