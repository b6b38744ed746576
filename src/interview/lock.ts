import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { type Files, isCode } from '../effects/files.ts';
import { FOLDER } from './journal.ts';

/** Who holds an interview: which process, on which computer, since when, and when it last said so. */
export interface Holder {
  pid: number;
  host: string;
  /** ISO times. */
  since: string;
  seen: string;
  token: string;
}

export interface Lock {
  /** Whether it is still held: a process that slept for long may have lost it. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** What the lock asks of the computer it is on. */
export interface Machine {
  pid: number;
  host: string;
  now(): number;
  /** Whether a process of this number runs here. */
  runs(pid: number): boolean;
}

/** How long, in milliseconds, it takes at most until a small file is whole. */
const SETTLING = 60;
/** How often, in milliseconds, a holder says that it is there, and how long it can be silent. */
const BEAT = 10_000;
const SILENCE = 45_000;

const thisMachine: Machine = {
  pid: process.pid,
  host: os.hostname(),
  now: Date.now,
  runs(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // It may belong to somebody else.
      return isCode(error, 'EPERM');
    }
  },
};

/**
 * Takes the interview of a folder for this process, or returns who has it. A process that died has it no
 * more; one whose number another process has got since, or that is on another computer, when it has been
 * silent for a while.
 */
export async function takeLock(
  folder: string,
  files: Files,
  machine: Machine = thisMachine,
): Promise<{ lock: Lock } | { holder: Holder }> {
  const file = path.join(folder, FOLDER, 'interview.lock');
  const now = () => new Date(machine.now()).toISOString();
  const own = { pid: machine.pid, host: machine.host, since: now(), token: randomUUID() };
  const text = () => JSON.stringify({ ...own, seen: now() });
  for (let found = false; ; found = true) {
    try {
      await files.create(file, text());
      // Two may find a lock abandoned at once, and one remove what the other has just created.
      if (found) await setTimeout(SETTLING);
      if (!found || (await holderOf(file, files))?.token === own.token) {
        return { lock: held(file, own.token, text, files) };
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
    if (holder && isThere(holder, machine)) return { holder };
    await files.remove(file);
  }
}

function isThere({ pid, host, seen }: Holder, machine: Machine): boolean {
  if (machine.now() - Date.parse(seen) > SILENCE) return false;
  // Whether a process still runs can be told on its own computer alone.
  return host !== machine.host || machine.runs(pid);
}

function held(file: string, token: string, text: () => string, files: Files): Lock {
  const isHeld = async () => (await holderOf(file, files))?.token === token;
  const beat = setInterval(async () => {
    if (await isHeld()) await files.write(file, text()).catch(() => {});
  }, BEAT);
  beat.unref();
  return {
    isHeld,
    async release() {
      clearInterval(beat);
      if (await isHeld()) await files.remove(file);
    },
  };
}

async function holderOf(file: string, files: Files): Promise<Holder | undefined> {
  try {
    const found = JSON.parse(new TextDecoder().decode(await files.read(file))) as Partial<Holder>;
    const { pid, host, since, seen = since, token } = found;
    if (typeof pid !== 'number' || typeof host !== 'string') return undefined;
    return { pid, host, since: String(since), seen: String(seen), token: String(token) };
  } catch {
    return undefined;
  }
}
