import type { Progress } from '../build/build.ts';
import type { Terminal } from '../effects/effects.ts';

const ERASE = '\r\u001b[K';

/** A line that says what is being done, on a person's terminal alone. */
export function progressLine(terminal: Terminal): { show: Progress; clear(): void } {
  if (!terminal.interactive) return { show: () => {}, clear: () => {} };
  return {
    show: (step, done, total) => terminal.err(`${ERASE}${step} (${done + 1} of ${total}) …`),
    clear: () => terminal.err(ERASE),
  };
}
