// npm run bench: how long thriving-case takes, beside what people would use instead.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { timeCharts } from './charts.js';
import { buildContenders, commandContenders, prepare } from './contenders.js';
import { timeGrowth } from './growth.js';
import { machine } from './machine.js';
import { interleave } from './measure.js';
import { measureMemory } from './memory.js';
import { observedBuild, printingOf, withoutFinishing } from './printing.js';
import { compare, table } from './table.js';
import { timeWatching } from './watching.js';

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
  const builds = [...buildContenders(ground), observedBuild(folder, 'quillbrook')];
  const commands = commandContenders();
  const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);
  say(`Builds: a warm-up, then ${rounds} rounds of ${builds.length} programs in turn.`);
  const built = await interleave(builds, rounds);
  say(`Short commands: a warm-up, then ${rounds} rounds of ${commands.length} in turn.`);
  const ran = await interleave(commands, rounds);

  say('What the time of the large example goes into.');
  const [large] = await interleave([observedBuild(folder, 'wayfold')], rounds);
  const { charts, build: drawn } = await timeCharts(folder, 'wayfold', rounds);
  say('Saves while watching.');
  const watched = await timeWatching(folder, 'quillbrook', rounds);
  say('Larger and larger profiles.');
  const [few, some, many] = await timeGrowth(folder, [50, 200, 800], rounds);
  const { held, yaml } = await measureMemory(folder, 10_000, LEAST_ROUNDS);

  const [build, bare, mdToPdf, marp, observed] = built;
  const [nothing, help, check] = ran;
  const unfinished = withoutFinishing(observed);
  const ofSmall = printingOf(observed);
  const ofLarge = printingOf(large);
  const comparisons = [
    compare(build, bare, { atMost: 2.2 }),
    compare(unfinished, bare, { atMost: 1.5 }),
    compare(unfinished, mdToPdf, { below: 1 }),
    compare(unfinished, marp, { below: 1 }),
    compare(build, mdToPdf, { below: 1 }),
    compare(build, marp, { below: 1 }),
    compare(ofSmall.finishing, ofSmall.print, { atMost: 1 }),
    compare(ofLarge.finishing, ofLarge.print, { atMost: 1 }),
    compare(charts, drawn, { atMost: 0.1 }),
    compare(watched, build, { atMost: 0.5 }),
    compare(help, nothing, { atMost: 2.5 }),
    compare(check, nothing, { atMost: 8 }),
    compare(few.check, few.read, { below: 3 }),
    compare(some.check, some.read, { below: 3 }),
    compare(many.check, many.read, { below: 3 }),
    // As many times as there are schools: in proportion.
    compare(some.check, few.check, { atMost: 4 }),
    compare(many.check, some.check, { atMost: 4 }),
    compare(held, yaml, { atMost: 10 }, 'MB'),
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
