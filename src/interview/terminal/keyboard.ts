import process from 'node:process';
import { PassThrough } from 'node:stream';

/** https://invisible-island.net/xterm/xterm-paste64.html: the terminal marks what is pasted. */
const MARK_PASTES = { on: '\u001b[?2004h', off: '\u001b[?2004l' };
const CTRL_C = 0x03;
const CTRL_Z = 0x1a;

/**
 * What is typed, from the first question to the last. Prompts read from here and not from the terminal
 * itself, because a prompt would throw away what is typed between two of them.
 */
export class Keyboard {
  readonly input = new PassThrough();
  readonly #write: (text: string) => void;
  #listening = false;
  #asking = false;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** Lets a prompt read for as long as it asks. */
  async during<T>(ask: () => Promise<T>): Promise<T> {
    this.open();
    this.#asking = true;
    try {
      return await ask();
    } finally {
      this.#asking = false;
    }
  }

  open(): void {
    if (this.#listening) return;
    this.#listening = true;
    process.stdin.setRawMode?.(true);
    process.stdin.on('data', this.#typed).on('end', this.#ended).resume();
    this.#write(MARK_PASTES.on);
  }

  /** Gives the terminal back: to an editor for a while, or for good. */
  close(): void {
    if (!this.#listening) return;
    this.#listening = false;
    this.#write(MARK_PASTES.off);
    process.stdin.off('data', this.#typed).off('end', this.#ended).pause();
    process.stdin.setRawMode?.(false);
  }

  readonly #typed = (keys: Buffer): void => {
    // While nothing is asked, nobody reads the key that interrupts.
    if (!this.#asking && keys.includes(CTRL_C)) process.kill(process.pid, 'SIGINT');
    else if (keys.includes(CTRL_Z) && process.platform !== 'win32') this.#suspend();
    else this.input.write(keys);
  };

  /** The shell gets its terminal back as it was, until the person comes back. */
  #suspend(): void {
    this.close();
    process.once('SIGCONT', () => this.open());
    process.kill(process.pid, 'SIGTSTP');
  }

  readonly #ended = (): void => void this.input.end();
}
