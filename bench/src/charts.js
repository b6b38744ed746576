import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { exampleFolder, tool } from './contenders.js';
import { run } from './measure.js';

/** @import { Timed } from './measure.js' */

/** The parts of the bundle that draw charts and maps, and that turn places into points of a map. */
const DRAWING = /\/(gallery|national-grid)-\w+\.js$/;

/**
 * How much of a cold build its charts and maps take: every moment in which their code was running, or
 * something it called, by Node’s own profiler.
 *
 * @param {string} folder
 * @param {string} example
 * @param {number} rounds
 * @returns {Promise<{ charts: Timed, build: Timed }>}
 */
export async function timeCharts(folder, example, rounds) {
  /** @type {{ charts: Timed, build: Timed }} */
  const times = {
    charts: { name: `charts and map, ${example}`, times: [], records: [] },
    build: { name: `build, ${example}`, times: [], records: [] },
  };
  for (let round = 0; round <= rounds; round++) {
    const profiles = await mkdtemp(path.join(folder, 'profile-'));
    const began = performance.now();
    const { code, said, ended } = await run([
      ...['--cpu-prof', '--cpu-prof-dir', profiles],
      ...[tool, 'build', exampleFolder(example), '--force', '--out', path.join(folder, 'charts')],
    ]);
    if (code !== 0) throw new Error(`${example} could not be built.\n${said.trim()}`);
    if (round === 0) continue;
    const [file] = await readdir(profiles);
    times.charts.times.push(
      timeWithin(JSON.parse(await readFile(path.join(profiles, file), 'utf8'))),
    );
    times.build.times.push(ended - began);
  }
  return times;
}

/**
 * @param {{ nodes: { id: number, callFrame: { url: string }, children?: number[] }[], samples: number[], timeDeltas: number[] }} profile
 * @returns {number} milliseconds
 */
function timeWithin({ nodes, samples, timeDeltas }) {
  /** @type {Set<number>} */
  const drawing = new Set();
  // Parents come before their children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (DRAWING.test(callFrame.url)) drawing.add(id);
    if (drawing.has(id)) for (const child of children) drawing.add(child);
  }
  if (drawing.size === 0) throw new Error('no chart was drawn.');
  const within = samples.map((id, at) => (drawing.has(id) ? (timeDeltas[at] ?? 0) : 0));
  return within.reduce((sum, time) => sum + time, 0) / 1000;
}
