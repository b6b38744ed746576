import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { run } from '../../src/cli/program.ts';
import type { Effects } from '../../src/effects/effects.ts';
import { testEffects } from './effects.ts';

export const root = path.resolve(import.meta.dirname, '../..');
export const bin = path.join(root, 'bin', 'thriving-case.js');
export const example = path.join(root, 'examples', 'quillbrook');

/** One command line, run in this process. */
export async function cli(argv: readonly string[], cwd: string, changes: Partial<Effects> = {}) {
  const effects = testEffects(cwd, changes);
  const code = await run(argv, effects);
  return { code, stdout: effects.stdout(), stderr: effects.stderr() };
}

export interface Finished {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** One command line, run as its user would run it: a process of its own, from what was built. */
export function spawnCli(
  argv: readonly string[],
  options: { cwd: string; env?: Readonly<Record<string, string | undefined>> },
): { child: ChildProcess; finished: Promise<Finished> } {
  const env = { ...process.env, ...options.env } as NodeJS.ProcessEnv;
  for (const [name, value] of Object.entries(env)) if (value === undefined) delete env[name];
  const child = spawn(process.execPath, [bin, ...argv], {
    cwd: options.cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    stdout += bytes.toString();
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    stderr += bytes.toString();
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, finished };
}
