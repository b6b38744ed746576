import process from 'node:process';
import type { Effects } from './effects.ts';
import { nodeFiles } from './files.ts';
import { watchFolder } from './watch.ts';

const cleanups = new Set<() => void>();

/** The real world: this process, its terminal, clock and disk. */
export function nodeEffects(interrupted: AbortSignal): Effects {
  return {
    cwd: process.cwd(),
    env: process.env,
    platform: process.platform,
    now: () => new Date(),
    files: nodeFiles(onExit, { interrupted }),
    watch: watchFolder,
    interrupted,
    onExit,
    terminal: {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      interactive: process.stderr.isTTY === true && process.env.TERM !== 'dumb',
      attended:
        process.stdin.isTTY === true &&
        process.stderr.isTTY === true &&
        process.env.TERM !== 'dumb',
      columns: (process.stderr.isTTY && process.stderr.columns) || 80,
      colour: { out: wantsColour(process.stdout), err: wantsColour(process.stderr) },
    },
  };
}

/** One listener for the whole process, and none while there is nothing to clean. */
const onExit: Effects['onExit'] = (clean) => {
  if (cleanups.size === 0) process.on('exit', cleanAll);
  cleanups.add(clean);
  return {
    release() {
      cleanups.delete(clean);
      if (cleanups.size === 0) process.off('exit', cleanAll);
    },
  };
};

function cleanAll(): void {
  for (const clean of cleanups) {
    try {
      clean();
    } catch {
      // The others are to be cleaned all the same.
    }
  }
}

/** https://no-color.org and the FORCE_COLOR convention; otherwise colour only on a terminal. */
function wantsColour(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}
