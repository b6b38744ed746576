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
    this.signal = AbortSignal.any([interruptedSignal, AbortSignal.timeout(seconds * 1000)]);
  }

  /** Milliseconds left; at least one, because nought means “for ever” to most libraries. */
  get remaining(): number {
    return Math.max(1, this.#ends - performance.now());
  }

  /** The failure to report once the signal has been aborted. */
  failure(): Failure {
    return this.#interrupted.aborted ? interrupted() : timedOut(this.#seconds);
  }

  async race<T>(work: Promise<T>): Promise<T> {
    if (this.signal.aborted) throw this.failure();
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
