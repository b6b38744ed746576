import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** A folder that is being watched. */
export interface Watching {
  close(): void;
}

export interface WatchOptions {
  /** Whether a file or folder, and all that is in it, is of no interest. Absolute. */
  ignored(file: string): boolean;
  /** Something changed: the file or folder, where the system says which. Absolute. */
  changed(file: string | null): void;
  /** The folder can be watched no longer; nothing more will be told. */
  failed(error: unknown): void;
}

/**
 * Watches a folder and all that is in it. Windows and macOS do so themselves; on Linux each folder is
 * watched on its own, because what Node does there for us loses files that an editor replaces.
 */
export function watchFolder(root: string, options: WatchOptions): Watching {
  const whole = process.platform === 'win32' || process.platform === 'darwin';
  const watchers = new Map<string, FSWatcher>();
  let closed = false;

  const close = () => {
    closed = true;
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
  const fail = (error: unknown) => {
    if (closed) return;
    close();
    options.failed(error);
  };
  const forget = (folder: string) => {
    for (const [watched, watcher] of watchers) {
      if (watched !== folder && !watched.startsWith(folder + path.sep)) continue;
      watcher.close();
      watchers.delete(watched);
    }
  };
  const hear = async (folder: string, event: string, name: string | null) => {
    const file = name === null ? null : path.join(folder, name);
    if (file !== null && isIgnored(file)) return;
    options.changed(file);
    if (whole || event !== 'rename') return;
    try {
      // The root itself may be what has gone; and a folder that was replaced is watched no longer.
      if (folder === root) await lstat(root);
      if (file === null) return;
      forget(file);
      await add(file);
    } catch (error) {
      fail(error);
    }
  };
  const add = async (folder: string): Promise<void> => {
    try {
      if (folder !== root && !(await lstat(folder)).isDirectory()) return;
      if (closed || watchers.has(folder)) return;
      const watcher = watch(folder, { recursive: whole }, (event, name) => {
        void hear(folder, event, name);
      });
      watchers.set(folder, watcher);
      watcher.on('error', (error) => (folder === root ? fail(error) : forget(folder)));
      if (whole) return;
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const inner = path.join(folder, entry.name);
        if (entry.isDirectory() && !isIgnored(inner)) await add(inner);
      }
    } catch (error) {
      // A folder below that has gone again, or may not be read, is no reason to stop.
      if (folder === root || isExhausted(error)) fail(error);
      else forget(folder);
    }
  };
  /** Whether the file or a folder between it and the root is of no interest. */
  const isIgnored = (file: string): boolean =>
    file !== root &&
    file.startsWith(root) &&
    (options.ignored(file) || isIgnored(path.dirname(file)));

  void add(root);
  return { close };
}

/** Linux allows a user only so many watched folders, and a process only so many open files. */
function isExhausted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /ENOSPC|EMFILE/.test(String(error.code));
}
