import process from 'node:process';
import { type IPty, spawn } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { bin } from './cli.ts';

export interface Session {
  pty: IPty;
  /** All that the terminal has been sent so far. */
  sent(): string;
  finished: Promise<{ code: number; sent: string }>;
}

export interface TerminalOptions {
  cwd: string;
  env?: Readonly<Record<string, string | undefined>>;
  columns?: number;
}

/** One command line in a real terminal, as a person would see it. */
export function inTerminal(
  argv: readonly string[],
  { cwd, env = {}, columns = 80 }: TerminalOptions,
): Session {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, NO_COLOR: undefined, ...env })) {
    if (value !== undefined) all[name] = value;
  }
  const pty = spawn(process.execPath, [bin, ...argv], {
    name: env.TERM ?? 'xterm-256color',
    ...{ cwd, env: all, cols: columns, rows: 24 },
  });
  let sent = '';
  let running = true;
  pty.onData((data) => {
    sent += data;
  });
  const finished = new Promise<{ code: number; sent: string }>((resolve) =>
    pty.onExit(({ exitCode }) => {
      running = false;
      // The last of what was sent may come after the end.
      setTimeout(() => resolve({ code: exitCode, sent }), 50);
    }),
  );
  onTestFinished(() => {
    if (running) pty.kill('SIGKILL');
  });
  return { pty, sent: () => sent, finished };
}

/** The lines that stand on the screen after all this was sent: what was erased or written over is not. */
export function screen(sent: string): string[] {
  return withoutColour(sent)
    .split('\n')
    .map((line) => {
      let shown = '';
      for (const part of line.replace(/\r$/, '').split('\r')) {
        const erased = part.lastIndexOf(ERASE);
        const text = erased === -1 ? part : part.slice(erased + ERASE.length);
        shown = erased === -1 ? text + shown.slice(text.length) : text;
      }
      return shown;
    });
}

const ERASE = '\u001b[K';

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with one
const COLOUR = /\u001b\[[\d;]*m/g;

export function withoutColour(text: string): string {
  return text.replace(COLOUR, '');
}
