import process from 'node:process';
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
    this.#pty = spawn(process.execPath, [bin, ...argv], {
      name: 'xterm-256color',
      cols: columns,
      rows: 40,
      cwd,
      env: { ...(process.env as Record<string, string>), ...env },
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
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 200);
        this.#waiting = () => {
          clearTimeout(timer);
          resolve();
        };
      });
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
