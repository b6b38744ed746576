import { type Failure, interrupted, timedOut } from './failure.ts';

/**
 * The one limit on everything a browser is asked to do. It is handed to every call, and it also
 * stands behind each of them: a call that never answers is given up when the time is over, or at
 * once when the user interrupts. A browser that is kept for another document gets the time anew.
 */
export class Deadline {
  /** Aborted when the time is over or the user interrupts: the browser is then killed. */
  readonly signal: AbortSignal;
  /** All of the time. */
  readonly seconds: number;
  readonly #interrupted: AbortSignal;
  readonly #over = new AbortController();
  /** When the time is over; while the clock stands, there is all of it. */
  #ends: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(seconds: number, interruptedSignal: AbortSignal) {
    this.seconds = seconds;
    this.#interrupted = interruptedSignal;
    // Not `AbortSignal.any` and `timeout`: Node 20 forgets a timeout that only `any` refers to, and it
    // never fires (https://github.com/nodejs/node/issues/57736).
    this.signal = this.#over.signal;
    if (interruptedSignal.aborted) this.#over.abort();
    else interruptedSignal.addEventListener('abort', () => this.#over.abort(), { once: true });
    this.renew();
  }

  /** Gives all of the time again, from now on. One that is over stays over. */
  renew(): void {
    this.rest();
    if (this.signal.aborted) return;
    this.#ends = performance.now() + this.seconds * 1000;
    this.#timer = setTimeout(() => this.#over.abort(), this.seconds * 1000);
    this.#timer.unref();
  }

  /** Stops the clock until the time is given anew, while nothing is asked of the browser. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#ends = null;
  }

  /** What is left, in milliseconds. */
  get left(): number {
    return this.#ends === null ? this.seconds * 1000 : Math.max(0, this.#ends - performance.now());
  }

  /**
   * The limit to give to a call, in milliseconds: a second more than is left, so that what ends it is
   * always this deadline, whose failure says so, and not the call's own.
   */
  get limit(): number {
    return this.left + 1000;
  }

  /** The failure to report once the signal has been aborted. */
  failure(): Failure {
    return this.#interrupted.aborted ? interrupted() : timedOut(this.seconds);
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
