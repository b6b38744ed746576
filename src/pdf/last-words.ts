import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import type { Effects } from '../effects/effects.ts';
import type { Deadline } from './deadline.ts';
import { ownFolder } from './own-folder.ts';

const LONGEST = 20_000;
const PATIENCE = 5000;

/** What a browser that would not start says when it is simply run: drivers keep its words to themselves. */
export async function lastWords(
  executable: string,
  flags: readonly string[],
  env: Effects['env'],
  deadline: Deadline,
  effects: Pick<Effects, 'onExit'>,
): Promise<string> {
  const folder = await ownFolder(effects);
  const child = spawn(
    executable,
    ['--headless', `--user-data-dir=${folder.path}`, ...flags, '--dump-dom', 'about:blank'],
    {
      env: { ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, so that it can be ended together with all that it starts.
      detached: process.platform !== 'win32',
    },
  );
  const cleanup = effects.onExit(() => kill(child));
  let patience: NodeJS.Timeout | undefined;
  try {
    return await deadline.race(
      new Promise<string>((resolve) => {
        let said = '';
        patience = setTimeout(() => resolve(said), PATIENCE);
        child.stderr.on('data', (bytes: Buffer) => {
          if (said.length < LONGEST) said += bytes.toString();
        });
        child.on('error', (error) => resolve(`${said}\n${error.message}`));
        child.on('close', () => resolve(said));
      }),
    );
  } finally {
    clearTimeout(patience);
    kill(child);
    child.stderr.destroy();
    cleanup.release();
    await folder.remove();
  }
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already, and all that it started.
  }
}
