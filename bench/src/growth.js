import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { run } from './measure.js';
import { writeProfile } from './profiles.js';

/** @import { Timed } from './measure.js' */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** For 200 schools, 300 claims and 500 metrics. */
const EACH = { claims: 1.5, metrics: 2.5 };

/**
 * `check` on generated profiles of so many schools, and reading and validating their YAML alone, which
 * `check` does first. Both are timed inside a process of their own, without its start.
 *
 * @param {string} folder
 * @param {readonly number[]} sizes
 * @param {number} rounds
 * @returns {Promise<{ check: Timed, read: Timed }[]>} for each of the sizes
 */
export async function timeGrowth(folder, sizes, rounds) {
  const program = await bundle();
  const profiles = sizes.map((schools) => path.join(folder, `schools-${schools}`));
  for (const [at, schools] of sizes.entries()) await writeProfile(profiles[at], schools, EACH);
  /** @type {{ check: Timed, read: Timed }[]} */
  const grown = sizes.map((schools) => ({
    check: { name: `check, ${schools} schools`, times: [], records: [] },
    read: { name: 'reading and validating alone', times: [], records: [] },
  }));
  for (let round = 0; round <= rounds; round++) {
    for (const [at, profile] of profiles.entries()) {
      for (const what of /** @type {const} */ (['check', 'read'])) {
        const { code, said } = await run([program, what, profile]);
        if (code !== 0) throw new Error(`${what} of ${profile} failed.\n${said.trim()}`);
        if (round > 0) grown[at][what].times.push(Number(said));
      }
    }
  }
  return grown;
}

/** Those two steps of the tool as a program of their own, which says how long one took. */
async function bundle() {
  // Within the package, whose version the tool looks for.
  const outfile = path.join(root, 'bench', 'node_modules', '.cache', 'inside.js');
  await build({
    stdin: {
      resolveDir: root,
      contents: `
        import { check } from './src/check/check.ts';
        import { nodeEffects } from './src/effects/node.ts';
        import { readProfile } from './src/profile/read.ts';

        const [what, folder] = process.argv.slice(2);
        const effects = nodeEffects(new AbortController().signal);
        const began = performance.now();
        const { value, diagnostics } = await (what === 'read' ? readProfile : check)(folder, effects);
        const took = performance.now() - began;
        process.stderr.write(value ? String(took) : JSON.stringify(diagnostics[0]));
        process.exitCode = value ? 0 : 1;
      `,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    external: ['sharp'],
    banner: {
      js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
    },
  });
  return outfile;
}
