import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { type Files, isCode } from '../effects/files.ts';
import { FOLDER } from './journal.ts';

/** Who holds an interview: which process, on which computer, since when. */
export interface Holder {
  pid: number;
  host: string;
  /** ISO time. */
  since: string;
  token: string;
}

export interface Lock {
  release(): Promise<void>;
}

/** How long, in milliseconds, it takes at most until a small file is whole. */
const SETTLING = 60;

/** What the lock asks of the computer it is on. */
export interface Machine {
  pid: number;
  host: string;
  /** Whether a process of this number runs here. */
  runs(pid: number): boolean;
  /** When the computer was started. */
  startedAt(): Date;
}

export const thisMachine: Machine = {
  pid: process.pid,
  host: os.hostname(),
  runs(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // It may belong to somebody else.
      return isCode(error, 'EPERM');
    }
  },
  startedAt: () => new Date(Date.now() - os.uptime() * 1000),
};

/**
 * Takes the interview of a folder for this process, or returns who has it. A process that died, or was
 * running before the computer was last started, has it no more.
 */
export async function takeLock(
  folder: string,
  files: Files,
  machine: Machine = thisMachine,
): Promise<{ lock: Lock } | { holder: Holder; file: string }> {
  const file = path.join(folder, FOLDER, 'interview.lock');
  const own: Holder = {
    pid: machine.pid,
    host: machine.host,
    since: new Date().toISOString(),
    token: randomUUID(),
  };
  for (let found = false; ; found = true) {
    try {
      await files.create(file, JSON.stringify(own));
      // Two may find a lock abandoned at once, and one remove what the other has just created.
      if (found) await setTimeout(SETTLING);
      if (!found || (await holderOf(file, files))?.token === own.token) {
        return { lock: { release: () => release(file, own, files) } };
      }
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    let holder = await holderOf(file, files);
    if (!holder) {
      // It may be half written.
      await setTimeout(SETTLING);
      holder = await holderOf(file, files);
    }
    if (holder && isHeld(holder, machine)) return { holder, file };
    await files.remove(file);
  }
}

async function release(file: string, own: Holder, files: Files): Promise<void> {
  if ((await holderOf(file, files))?.token === own.token) await files.remove(file);
}

function isHeld({ pid, host, since }: Holder, machine: Machine): boolean {
  // Whether a process still runs can be told on its own computer alone.
  if (host !== machine.host) return true;
  if (new Date(since) < machine.startedAt()) return false;
  return machine.runs(pid);
}

async function holderOf(file: string, files: Files): Promise<Holder | undefined> {
  try {
    const found = JSON.parse(new TextDecoder().decode(await files.read(file))) as Partial<Holder>;
    const { pid, host, since, token } = found;
    if (typeof pid !== 'number' || typeof host !== 'string') return undefined;
    return { pid, host, since: String(since), token: String(token) };
  } catch {
    return undefined;
  }
}
