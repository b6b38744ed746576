import type { Progress } from '../build/build.ts';
import type { Terminal } from '../effects/effects.ts';

const ERASE = '\r\u001b[K';

/** A line that says which step of a build is being done, on a person's terminal alone. */
export function progressLine(terminal: Terminal): { show: Progress; clear(): void } {
  const { show, clear } = statusLine(terminal);
  return { show: (step, done, total) => show(`${step} (${done + 1} of ${total})`), clear };
}

/** A line that says what is being done, on a person's terminal alone. */
export function statusLine(terminal: Terminal): { show(what: string): void; clear(): void } {
  if (!terminal.interactive) return { show: () => {}, clear: () => {} };
  return {
    show: (what) => terminal.err(`${ERASE}${what} …`),
    clear: () => terminal.err(ERASE),
  };
}
