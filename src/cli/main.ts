import process from 'node:process';
import { isCode } from '../effects/files.ts';
import { nodeEffects } from '../effects/node.ts';
import { tool } from '../tool.ts';
import { exitCodes } from './exit-codes.ts';
import { run } from './program.ts';

/** The only place that catches, prints and exits. */
export async function main(argv: readonly string[]): Promise<void> {
  // Until there is a result: a run that ends too soon, for whatever reason, must not read as a pass.
  process.exitCode = exitCodes.unfinished;
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // The first asks everything to stop and clean up; a second does not wait.
      if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
      interruption.abort();
    });
  }
  // A reader such as `head` may close the pipe before we are done; that changes nothing for the rest.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isCode(error, 'EPIPE')) throw error;
    });
  }
  const effects = nodeEffects(interruption.signal);
  const fail = (error: unknown) => {
    process.exitCode = exitCodes.unfinished;
    effects.terminal.err(unexpected(error, argv.includes('--debug')));
  };
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  try {
    const code = await run(argv, effects);
    process.exitCode = interruption.signal.aborted ? exitCodes.interrupted : code;
  } catch (error) {
    fail(error);
  }
}

function unexpected(error: unknown, debug: boolean): string {
  const { name, version } = tool();
  const message = error instanceof Error ? error.message : String(error);
  const where = debug && error instanceof Error ? `\n${error.stack}\n` : '';
  return `This should not have happened: ${message}
It is a fault in ${name}, not in your profile. Your files are unharmed.${where}
${debug ? '' : 'To see where it happened, add --debug. '}Please report it with the version (${version}), Node ${process.versions.node} and the command you typed.
`;
}
