import { type Failure, interrupted, timedOut } from './failure.ts';

/**
 * The one limit on everything a browser is asked to do. It is handed to every call, and it also
 * stands behind each of them: a call that never answers is given up when the time is over, or at
 * once when the user interrupts.
 */
export class Deadline {
  /** Aborted when the time is over or the user interrupts: the browser is then killed. */
  readonly signal: AbortSignal;
  readonly #ends: number;
  readonly #seconds: number;
  readonly #interrupted: AbortSignal;

  constructor(seconds: number, interruptedSignal: AbortSignal) {
    this.#seconds = seconds;
    this.#ends = performance.now() + seconds * 1000;
    this.#interrupted = interruptedSignal;
    // Not `AbortSignal.any` and `timeout`: Node 20 forgets a timeout that only `any` refers to, and it
    // never fires (https://github.com/nodejs/node/issues/57736).
    const over = new AbortController();
    this.signal = over.signal;
    setTimeout(() => over.abort(), seconds * 1000).unref();
    if (interruptedSignal.aborted) over.abort();
    else interruptedSignal.addEventListener('abort', () => over.abort(), { once: true });
  }

  /**
   * The limit to give to a call, in milliseconds: a second more than is left, so that what ends it is
   * always this deadline, whose failure says so, and not the call's own.
   */
  get limit(): number {
    return Math.max(0, this.#ends - performance.now()) + 1000;
  }

  /** The failure to report once the signal has been aborted. */
  failure(): Failure {
    return this.#interrupted.aborted ? interrupted() : timedOut(this.#seconds);
  }

  async race<T>(work: Promise<T>): Promise<T> {
    if (this.signal.aborted) {
      work.catch(() => {});
      throw this.failure();
    }
    let stop = () => {};
    const over = new Promise<never>((_, reject) => {
      stop = () => reject(this.failure());
      this.signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([work, over]);
    } finally {
      this.signal.removeEventListener('abort', stop);
    }
  }
}
