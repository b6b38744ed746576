import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import process from 'node:process';

const STARTED = 'child_process';

/** Waits until a browser that is being started runs as a process of its own, or will not. */
export async function underway(starting: Promise<unknown>): Promise<void> {
  let hear = () => {};
  const running = new Promise<void>((resolve) => {
    hear = resolve;
  });
  subscribe(STARTED, hear);
  await Promise.race([running, starting.catch(() => {})]);
  unsubscribe(STARTED, hear);
}

/**
 * Does work in which a driver runs an executable. One that the system refuses to run is reported by an
 * event that the driver does not listen for, and that would end this process; here it is heard, and
 * the driver fails in its own time: https://github.com/puppeteer/puppeteer/issues/12025
 */
export async function whileSpawning<T>(executable: string, work: () => Promise<T>): Promise<T> {
  const hear = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess };
    // What it runs is not known yet; the event comes later than this.
    process.nextTick(() => {
      if (child.spawnfile === executable) child.on('error', () => {});
    });
  };
  subscribe(STARTED, hear);
  try {
    return await work();
  } finally {
    unsubscribe(STARTED, hear);
  }
}
