import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Something outside the profile kept a document from being made; ends in exit code 2, or 130. */
export class Failure extends Error {
  readonly diagnostic: Diagnostic;
  readonly interrupted: boolean;

  constructor(
    { code, message, hint }: { code: Code; message: string; hint: string },
    options: { interrupted?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'Failure';
    this.diagnostic = { code, severity: 'error', message, hint, file: null, range: null };
    this.interrupted = options.interrupted ?? false;
  }
}

export function timedOut(seconds: number): Failure {
  return new Failure({
    code: 'timed-out',
    message: `The PDF was not finished within ${seconds} seconds, so the browser was stopped.`,
    hint: 'Try again; allow more time with --timeout 300; or name another browser with --browser.',
  });
}

export function interrupted(): Failure {
  return new Failure(
    {
      code: 'interrupted',
      message: 'Interrupted.',
      hint: 'Nothing was half written. Run the command again when you are ready.',
    },
    { interrupted: true },
  );
}
