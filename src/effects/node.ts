import process from 'node:process';
import type { Effects } from './effects.ts';
import { isCode, nodeFiles } from './files.ts';

/** The real world: this process, its terminal, clock and disk. */
export function nodeEffects(interrupted: AbortSignal): Effects {
  const cleanups = new Set<() => void>();
  process.on('exit', () => {
    for (const clean of cleanups) clean();
  });
  const onExit: Effects['onExit'] = (clean) => {
    cleanups.add(clean);
    return { release: () => cleanups.delete(clean) };
  };
  // A reader such as `head` may close the pipe before we are done; that is no fault.
  process.stdout.on('error', (error) => {
    if (isCode(error, 'EPIPE')) process.exit();
    throw error;
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    platform: process.platform,
    now: () => new Date(),
    files: nodeFiles(onExit),
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

/** https://no-color.org and the FORCE_COLOR convention; otherwise colour only on a terminal. */
function wantsColour(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}
