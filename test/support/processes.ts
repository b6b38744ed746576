import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/** Signals, file modes and shell scripts are as POSIX has them. */
export const posix = process.platform !== 'win32';

/** Whether a process is still there; one that has ended and waits for its parent to notice is not. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

/** Waits until something holds; throws with `what` where it does not within these milliseconds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  milliseconds = 20_000,
): Promise<void> {
  const ends = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > ends) throw new Error(`Waited in vain: ${what}`);
    await wait(10);
  }
}

/** The process ids that a fake browser has noted in a file, one a line. */
export function notedPids(file: string): number[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number);
}

/** Waits until none of the processes that a fake browser has noted is left; there must be some. */
export async function allGone(file: string): Promise<void> {
  const pids = notedPids(file);
  if (pids.length === 0) throw new Error(`No process was noted in ${file}`);
  await until(`processes ${pids.join(', ')} end`, () => !pids.some(isAlive), 2000);
}

/** Who runs a command where the tests themselves run as root, whom no file mode stops; null where nobody can. */
export function ordinaryUser(): { uid?: number; gid?: number } | null {
  if (!posix) return null;
  if (process.getuid?.() !== 0) return {};
  return { uid: NOBODY, gid: NOBODY };
}

const NOBODY = 65_534;

/** The ids of the processes in whose command line this text stands; on Linux. */
export function processesWith(text: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid) || pid === process.pid) return false;
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text) && isAlive(pid);
      } catch {
        return false;
      }
    });
}
