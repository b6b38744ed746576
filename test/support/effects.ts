import type { Effects } from '../../src/effects/effects.ts';
import { nodeFiles } from '../../src/effects/files.ts';

export interface Recorded extends Effects {
  /** All that went to standard output. */
  stdout(): string;
  /** All that went to standard error. */
  stderr(): string;
}

/** The day every test takes for today, unless it says otherwise. */
export const TODAY = new Date('2026-11-24T12:00:00Z');

/** Real files below `cwd`, and everything else still: a clock, no environment, a folder in which nothing
 * changes, a terminal that records. */
export function testEffects(cwd: string, changes: Partial<Effects> = {}): Recorded {
  const out: string[] = [];
  const err: string[] = [];
  const onExit: Effects['onExit'] = () => ({ release() {} });
  return {
    cwd,
    env: {},
    platform: process.platform,
    now: () => TODAY,
    files: nodeFiles(onExit),
    watch: () => ({ close() {} }),
    interrupted: new AbortController().signal,
    onExit,
    terminal: {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      interactive: false,
      attended: false,
      columns: 80,
      colour: { out: false, err: false },
    },
    ...changes,
    stdout: () => out.join(''),
    stderr: () => err.join(''),
  };
}
