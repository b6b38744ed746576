import type { Files } from './files.ts';
import type { watchFolder } from './watch.ts';

/**
 * Everything the steps need from outside: the clock, the environment, files and the terminal come
 * in through this one argument, so that tests can pass fakes.
 */
export interface Effects {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  now(): Date;
  files: Files;
  /** Tells of every change in a folder until it is closed. */
  watch: typeof watchFolder;
  terminal: Terminal;
  /** Aborted when the user interrupts the command. */
  interrupted: AbortSignal;
  /** Runs at once, and synchronously, when the process ends before `release` is called. */
  onExit(clean: () => void): Cleanup;
}

/** Undo the registration of an `onExit` clean-up, once the thing has been cleaned properly. */
export interface Cleanup {
  release(): void;
}

export interface Terminal {
  /** Results: to standard output. */
  out(text: string): void;
  /** Messages: to standard error. */
  err(text: string): void;
  /** Whether messages go to a person's terminal, where progress may be shown. */
  interactive: boolean;
  /** Whether somebody sits at the terminal who can answer questions. */
  attended: boolean;
  columns: number;
  colour: { out: boolean; err: boolean };
}
