// Loaded into the tool before it starts: notes which browser it runs and how.
// It looks from outside, so it holds whatever way the tool finds its browser.
import childProcess from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const record = process.env.BENCH_BROWSER_RECORD ?? '';
const { spawn } = childProcess;

/** For one run alone: the connection, and the folder for the browser's own files. */
const ownToOneRun = ['--remote-debugging-', '--user-data-dir'];

childProcess.spawn = /** @type {typeof spawn} */ (
  (/** @type {string} */ file, /** @type {string[]} */ args, /** @type {any} */ options) => {
    if (args.includes('--remote-debugging-pipe')) {
      // A later one replaces an earlier: it was started because that one would not run.
      writeFileSync(
        record,
        JSON.stringify({
          file,
          args: args.filter((flag) => !ownToOneRun.some((start) => flag.startsWith(start))),
          env: changed(options.env),
        }),
      );
    }
    return spawn(file, args, options);
  }
);
syncBuiltinESMExports();

/**
 * Only what the tool changed: the rest of somebody's environment does not belong in a file.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function changed(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([key, value]) => process.env[key] !== value),
  );
}
