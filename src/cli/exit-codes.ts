import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';

/** What the command tells the shell. An incomplete run never reads as a pass. */
export const exitCodes = {
  done: 0,
  problems: 1,
  unfinished: 2,
  usage: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The table in `--help` and the documentation. */
export const exitCodeMeanings: readonly [ExitCode, string][] = [
  [exitCodes.done, 'done; there may be warnings'],
  [
    exitCodes.problems,
    'the profile has at least one error; or a document was altered or is unknown',
  ],
  [exitCodes.unfinished, 'could not finish: the browser, the disk or the time'],
  [exitCodes.usage, 'not done as typed: a wrong option, or no profile there'],
  [exitCodes.interrupted, 'interrupted'],
];

/** Problems that are the machine’s and not the profile’s. */
const machine: ReadonlySet<Diagnostic['code']> = new Set(['unreadable-file', 'cannot-write']);

/** Problems of what was typed. */
const typed: ReadonlySet<Diagnostic['code']> = new Set([
  'unknown-edition',
  'no-profile',
  'bad-epoch',
  'bad-output-folder',
]);

/** The code for a run that came to its end. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): ExitCode {
  if (diagnostics.some(({ code }) => typed.has(code))) return exitCodes.usage;
  if (diagnostics.some(({ code }) => machine.has(code))) return exitCodes.unfinished;
  return hasErrors(diagnostics) ? exitCodes.problems : exitCodes.done;
}
