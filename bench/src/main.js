// npm run bench: how long thriving-case takes, beside what people would use instead.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildContenders, commandContenders, prepare } from './contenders.js';
import { machine } from './machine.js';
import { interleave } from './measure.js';
import { compare, table } from './table.js';

const LEAST_ROUNDS = 7;

const rounds = roundsWanted();
if (rounds === null) {
  process.stderr.write(
    `The one option is a number of rounds, at least ${LEAST_ROUNDS}: --rounds 21\n`,
  );
  process.exit(3);
}

const folder = mkdtempSync(path.join(tmpdir(), 'thriving-case-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => process.exit(130));
}

try {
  const ground = await prepare(folder);
  const builds = buildContenders(ground);
  const commands = commandContenders();
  const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);
  say(`Builds: a warm-up, then ${rounds} rounds of ${builds.length} programs in turn.`);
  const built = await interleave(builds, rounds);
  say(`Short commands: a warm-up, then ${rounds} rounds of ${commands.length} in turn.`);
  const ran = await interleave(commands, rounds);

  const [build, bare, mdToPdf, marp] = built;
  const [nothing, help, check] = ran;
  const comparisons = [
    compare(build, bare, { atMost: 1.5 }),
    compare(build, mdToPdf, { below: 1 }),
    compare(build, marp, { below: 1 }),
    compare(help, nothing, { atMost: 2.5 }),
    compare(check, nothing, { atMost: 8 }),
  ];
  process.stdout.write(`\n${machine(ground)}\n\n${table(comparisons)}\n`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The comparison could not be made: ${message}\n`);
  process.exitCode = 2;
}

/** Null where the command line is wrong. */
function roundsWanted() {
  try {
    const { values } = parseArgs({ options: { rounds: { type: 'string', default: '11' } } });
    const wanted = Number(values.rounds);
    return Number.isInteger(wanted) && wanted >= LEAST_ROUNDS ? wanted : null;
  } catch {
    return null;
  }
}
