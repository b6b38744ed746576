import process from 'node:process';
import { nodeEffects } from '../effects/node.ts';
import { tool } from '../tool.ts';
import { exitCodes } from './exit-codes.ts';
import { run } from './program.ts';

/** The only place that catches, prints and exits. */
export async function main(argv: readonly string[]): Promise<void> {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // The first asks everything to stop and clean up; a second does not wait.
      if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
      interruption.abort();
    });
  }
  const effects = nodeEffects(interruption.signal);
  try {
    const code = await run(argv, effects);
    process.exitCode = interruption.signal.aborted ? exitCodes.interrupted : code;
  } catch (error) {
    process.exitCode = exitCodes.unfinished;
    effects.terminal.err(unexpected(error, argv.includes('--debug')));
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
