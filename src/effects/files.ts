import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { removeAbandoned } from './abandoned.ts';
import type { Effects } from './effects.ts';

export interface Entry {
  kind: 'file' | 'folder' | 'other';
  bytes: number;
}

/** The file system as the steps use it. All paths are absolute. Errors are Node's own, with a `code`. */
export interface Files {
  /** What stands at a path, or null where nothing does. */
  look(file: string): Promise<Entry | null>;
  read(file: string): Promise<Uint8Array>;
  /** Its first bytes, at most so many. */
  readStart(file: string, bytes: number): Promise<Uint8Array>;
  /** The names in a folder, sorted. */
  list(folder: string): Promise<string[]>;
  /** The path with every symbolic link resolved. */
  resolve(file: string): Promise<string>;
  /**
   * Writes beside the file, syncs, then renames: whatever happens, the path holds the old file or
   * the new one, whole. Makes the folder where it is missing. A file that another program has open is
   * waited for, a few seconds.
   */
  write(file: string, content: string | Uint8Array): Promise<void>;
  /** Adds to the end of a file and syncs, so that what was added outlives the power. */
  append(file: string, content: string): Promise<void>;
  /** Writes a file that must not exist yet: of two who try, one gets `EEXIST`. */
  create(file: string, content: string): Promise<void>;
  /** Removes a file, where there is one. */
  remove(file: string): Promise<void>;
}

/** What `write` calls a file that is not yet whole. */
const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/;

/** After how long to try again, in milliseconds, where another program has a file open. */
const WAITS = [50, 100, 200, 400, 800, 1000, 1000, 1000];

interface Patience {
  platform?: NodeJS.Platform;
  /** Ends the waiting. */
  interrupted?: AbortSignal;
  waits?: readonly number[];
}

export function nodeFiles(onExit: Effects['onExit'], patience: Patience = {}): Files {
  return {
    async look(file) {
      try {
        const found = await stat(file);
        const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
        return { kind, bytes: found.size };
      } catch (error) {
        if (isCode(error, 'ENOENT', 'ENOTDIR')) return null;
        throw error;
      }
    },
    async read(file) {
      const handle = await open(file, 'r');
      try {
        return await handle.readFile();
      } finally {
        await handle.close();
      }
    },
    async readStart(file, bytes) {
      const handle = await open(file, 'r');
      try {
        const buffer = new Uint8Array(bytes);
        const { bytesRead } = await handle.read(buffer, 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    async list(folder) {
      return (await readdir(folder)).sort();
    },
    resolve: (file) => realpath(file),
    async append(file, content) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeAndSync(file, 'a', content);
    },
    async create(file, content) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeAndSync(file, 'wx', content);
    },
    remove: (file) => rm(file, { force: true }),
    async write(file, content) {
      const folder = path.dirname(file);
      await mkdir(folder, { recursive: true });
      await removeAbandoned(folder, TEMPORARY);
      const temporary = path.join(
        folder,
        `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`,
      );
      const cleanup = onExit(() => rmSync(temporary, { force: true }));
      try {
        await writeAndSync(temporary, 'wx', content);
        // Who may read a file stays as it was.
        const before = await stat(file).catch(() => undefined);
        if (before) await chmod(temporary, before.mode);
        await renameWhenFree(temporary, file, patience);
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {});
        throw error;
      } finally {
        cleanup.release();
      }
    },
  };
}

/** Virus scanners hold a new file for a moment; Word and Acrobat one that they show, until it is closed. */
async function renameWhenFree(
  from: string,
  to: string,
  { platform = process.platform, interrupted, waits = WAITS }: Patience,
): Promise<void> {
  // Windows says of an open file that it may not be replaced; elsewhere that is for good.
  const held = platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY'];
  for (const wait of waits) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isCode(error, ...held) || interrupted?.aborted) throw error;
    }
    await pause(wait, undefined, interrupted && { signal: interrupted }).catch(() => {});
  }
  return rename(from, to);
}

async function writeAndSync(file: string, flags: string, content: string | Uint8Array) {
  const handle = await open(file, flags);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether an error is one of Node's system errors with one of these codes. */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
