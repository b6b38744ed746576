import type { Progress } from '../build/build.ts';
import type { Terminal } from '../effects/effects.ts';

const ERASE = '\r\u001b[K';

/**
 * A line that says which step of a build is being done, on a person's terminal alone; of many documents
 * how many are done, how fast, and how long the rest will take.
 */
export function progressLine(
  terminal: Terminal,
  now: () => number = () => performance.now(),
): { show: Progress; clear(): void } {
  const { show, clear } = statusLine(terminal);
  let began: number | undefined;
  return {
    show(step, done, total, unit) {
      if (!unit) return show(`${step} (${done + 1} of ${total})`);
      began ??= now();
      show(`${step}: ${done} of ${total}${pace(done, total - done, now() - began)}`);
    },
    clear,
  };
}

/** How many milliseconds it takes until a pace can be told. */
const SOON = 2000;

function pace(done: number, left: number, took: number): string {
  if (done === 0 || left === 0 || took < SOON) return '';
  const rate = Math.max(1, Math.round((done / took) * 60_000));
  return `, ${rate} a minute, ${timeInWords((left * took) / done)} left`;
}

function timeInWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  const minutes = Math.ceil(seconds / 60);
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

/** A line that says what is being done, on a person's terminal alone. */
export function statusLine(terminal: Terminal): { show(what: string): void; clear(): void } {
  if (!terminal.interactive) return { show: () => {}, clear: () => {} };
  return {
    show: (what) => terminal.err(`${ERASE}${what} …`),
    clear: () => terminal.err(ERASE),
  };
}
