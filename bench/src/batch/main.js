// npm --prefix bench run batch: how fast many documents are made, beside bare loops that make the same.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { binOf, launchOptions, prepare, root, tool, withLocalhost } from '../contenders.js';
import { machine } from '../machine.js';
import { interleave, run } from '../measure.js';
import { compare, table } from '../table.js';
import { peakMemory } from './memory.js';
import { schoolTable } from './schools.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const profile = path.join(root, 'examples', 'wayfold');
const { values } = parseArgs({
  options: {
    copies: { type: 'string', default: '24' },
    rounds: { type: 'string', default: '3' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: 'speed,jobs,memory,peers' },
  },
});
const copies = values.full ? 200 : Number(values.copies);
const rounds = Number(values.rounds);
const { jobs } = values;
const wanted = new Set(values.only.split(','));

/** Below the tool, because it looks there for what it is. */
const printer = path.join(root, 'bench', 'node_modules', '.printer.mjs');

const folder = mkdtempSync(path.join(tmpdir(), 'thriving-case-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => process.exit(130));
}
const at = (/** @type {string[]} */ ...names) => path.join(folder, ...names);
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);

/**
 * @param {number} count
 * @param {string} out
 * @param {string[]} more
 */
function buildArgs(count, out, ...more) {
  const schools = at(`schools-${count}.csv`);
  writeFileSync(schools, schoolTable(count));
  return [tool, 'build', profile, '--for', schools, '--out', at(out), '--jobs', jobs, ...more];
}

/** @param {string[]} args */
async function must(args) {
  const { code, said } = await run(args);
  if (code !== 0) throw new Error(`${args.slice(1).join(' ')} ended with ${code}.\n${said.trim()}`);
}

const ground = await prepare(folder);
const browser = JSON.stringify(launchOptions(ground.browser));
const env = { ...process.env, ...ground.browser.env };

if (wanted.has('speed')) await speed();
if (wanted.has('jobs')) await growth();
if (wanted.has('memory')) await memory();
if (wanted.has('peers')) await peers();

/** Copies against bare loops over the same pages, and a build in which nothing changed against `check`. */
async function speed() {
  await must(buildArgs(copies, 'pages', '--format', 'html'));
  mkdirSync(at('html'));
  for (const school of readdirSync(at('pages', 'for'))) {
    copyFileSync(at('pages', 'for', school, 'prospectus.html'), at('html', `${school}.html`));
  }
  bundlePrinter(printer);
  const build = buildArgs(copies, 'ours', '--format', 'pdf', '--force');
  say(`${copies} copies: a warm-up, then ${rounds} rounds of three programs in turn.`);
  const [ours, finishing, printing] = await interleave(
    [
      { name: `build, ${copies} copies`, args: build },
      {
        name: 'same prints and finishing',
        args: [path.join(here, 'finishing.js'), printer, at('html'), at('bare'), jobs],
      },
      {
        name: 'prints only',
        args: [path.join(here, 'printing.js'), at('html'), at('bare'), jobs, browser],
        env,
      },
    ],
    rounds,
  );
  const idle = buildArgs(copies, 'ours', '--format', 'pdf');
  const [unchanged, check] = await interleave(
    [
      { name: 'build, nothing changed', args: idle },
      { name: 'check', args: [tool, 'check', profile] },
    ],
    Math.max(rounds, 5),
  );
  const comparisons = [
    // 0.75 and 0.35 of their throughput.
    compare(ours, finishing, { atMost: 1.333 }),
    compare(ours, printing, { atMost: 2.857 }),
    compare(unchanged, check, { below: 4 }),
  ];
  process.stdout.write(`\n${machine(ground)}\n\n${table(comparisons)}\n`);
}

/** Documents a minute with more of them in hand. */
async function growth() {
  const counts = [...new Set([1, 2, availableParallelism(), 2 * availableParallelism()])];
  const timed = await interleave(
    counts.map((number) => ({
      name: `${number}`,
      args: [
        ...buildArgs(copies, 'ours', '--format', 'pdf', '--force'),
        ...['--jobs', String(number)],
      ],
    })),
    rounds,
  );
  for (const { name, times } of timed) {
    const [middle] = times.toSorted((a, b) => a - b).slice(Math.floor(times.length / 2));
    process.stdout.write(`--jobs ${name}: ${((copies / middle) * 60_000).toFixed(0)} a minute\n`);
  }
}

/** The memory of a long run against that of a short one. */
async function memory() {
  const [short, long] = values.full ? [50, 400] : [12, 48];
  const peaks = [];
  for (const count of [short, long]) {
    say(`Memory: ${count} copies.`);
    peaks.push(await peakMemory(buildArgs(count, `memory-${count}`, '--format', 'pdf')));
  }
  const [few, many] = peaks;
  process.stdout.write(
    `\nPeak memory, Node and browser: ${few.toFixed(0)} MB at ${short} copies, ${many.toFixed(0)} MB at ${long}: ${(many / few).toFixed(2)} times (at most 1.3)\n`,
  );
}

/** All that a build does against md-to-pdf on the Markdown that it made. */
async function peers() {
  // It opens a page for each file at once, and with 50 of these gives up after half a minute.
  const count = 12;
  await must(buildArgs(count, 'markdown', '--format', 'md'));
  const files = readdirSync(at('markdown', 'for')).map((school) =>
    at('markdown', 'for', school, 'prospectus.md'),
  );
  const [ours, theirs] = await interleave(
    [
      {
        name: `build, ${count} copies`,
        args: buildArgs(count, 'peer', '--format', 'pdf', '--force'),
      },
      {
        name: 'md-to-pdf',
        args: [
          binOf('md-to-pdf', 'md-to-pdf'),
          ...files,
          ...['--basedir', at('markdown')],
          ...['--launch-options', JSON.stringify(launchOptions(withLocalhost(ground.browser)))],
        ],
        env,
      },
    ],
    rounds,
  );
  // 1.3 times as fast.
  process.stdout.write(`\n${table([compare(ours, theirs, { atMost: 0.769 })])}\n`);
}

/** @param {string} outfile */
function bundlePrinter(outfile) {
  const esbuild = path.join(root, 'node_modules', 'esbuild', 'bin', 'esbuild');
  const banner =
    "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);";
  const { status, stderr } = spawnSync(esbuild, [
    path.join(here, 'printer.ts'),
    ...['--bundle', '--platform=node', '--format=esm', '--external:sharp'],
    ...[`--outfile=${outfile}`, `--banner:js=${banner}`, '--log-level=error'],
  ]);
  if (status !== 0) throw new Error(`The printer could not be bundled. ${stderr}`);
}
