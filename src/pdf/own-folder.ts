import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Effects } from '../effects/effects.ts';

export interface OwnFolder {
  path: string;
  remove(): Promise<void>;
}

const PREFIX = 'thriving-case-browser-';

/** A folder for the browser's own files, removed in whatever way the process ends. */
export async function ownFolder({ onExit }: Pick<Effects, 'onExit'>): Promise<OwnFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
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
