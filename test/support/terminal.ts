import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { type IPty, spawn } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { bin } from './cli.ts';

const PATIENCE = 20_000;

/** A command in a terminal of its own, driven as a person drives it. Ended when the test is over. */
export class Terminal {
  readonly #pty: IPty;
  readonly exited: Promise<{ exitCode: number; signal?: number | undefined }>;
  #output = '';
  /** How much of the output has been waited for. */
  #heard = 0;
  #waiting: (() => void) | undefined;
  #over = false;

  constructor(
    argv: readonly string[],
    options: { cwd: string; columns?: number; env?: Record<string, string>; uid?: number },
  ) {
    const { cwd, columns = 80, env = {}, uid } = options;
    // Whether there is colour is for each test to say.
    const { NO_COLOR: _, ...inherited } = process.env as Record<string, string>;
    this.#pty = spawn(process.execPath, [bin, ...argv], {
      name: env.TERM ?? 'xterm-256color',
      cols: columns,
      rows: 40,
      cwd,
      env: { ...inherited, ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    this.exited = new Promise((resolve) => {
      this.#pty.onExit((status) => {
        this.#over = true;
        this.#waiting?.();
        resolve(status);
      });
    });
    this.#pty.onData((data) => {
      this.#output += data;
      this.#waiting?.();
    });
    onTestFinished(() => this.kill());
  }

  /** The exit code, and all that was printed, once it is over. */
  async finished(): Promise<{ code: number; sent: string }> {
    const { exitCode } = await this.exited;
    // The last of what was sent may come after the end.
    await setTimeout(50);
    return { code: exitCode, sent: this.raw };
  }

  /** All that was printed, as it was sent. */
  get raw(): string {
    return this.#output;
  }

  /** All that was printed, as one reads it. */
  get text(): string {
    return plain(this.#output);
  }

  /** Waits until something was printed since the last time, and for the prompt after it. */
  async sees(wanted: string | RegExp): Promise<string> {
    const pattern =
      typeof wanted === 'string'
        ? new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
        : wanted;
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const fresh = plain(this.#output.slice(this.#heard));
      if (pattern.test(fresh)) {
        this.#heard = this.#output.length;
        return fresh;
      }
      if (this.#over || Date.now() > deadline) {
        throw new Error(
          `Waited in vain for ${pattern}. The last that was printed:\n${fresh.slice(-1500)}`,
        );
      }
      const heard = new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
      await Promise.race([heard, setTimeout(200)]);
    }
  }

  /** Waits for a question and its prompt. */
  async asks(question: string | RegExp): Promise<string> {
    const source =
      typeof question === 'string'
        ? question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
        : question.source;
    return this.sees(new RegExp(`(?:${source})[\\s\\S]*\\n>\\s*$`));
  }

  /** Types a line and presses Enter. */
  enter(text = ''): void {
    this.#pty.write(`${text}\r`);
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  kill(signal = 'SIGKILL'): void {
    if (!this.#over) this.#pty.kill(signal);
  }
}

function plain(output: string): string {
  return stripVTControlCharacters(output).replaceAll('\r', '');
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
