import { spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as rest } from 'node:timers/promises';

/**
 * A program whose time is taken.
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {string[]} args what follows `node`
 * @property {NodeJS.ProcessEnv} [env] left out, ours
 * @property {string} [pdf] what it must have made; a run that does not make it does not count
 * @property {string} [record] the file in JSON in which it leaves what it observed
 */

/**
 * @typedef {object} Timed
 * @property {string} name
 * @property {number[]} times in milliseconds, one a round
 * @property {unknown[]} records what was observed, one a round
 */

/** Long enough for the last run's browser to be gone before the next begins. */
const REST = 100;

/**
 * Runs each contender in turn, round after round, so that whatever else the machine is doing weighs on
 * all of them alike. Every second round runs backwards, so that none always follows the same other.
 * The first round is a warm-up and is not kept.
 *
 * @param {Contender[]} contenders
 * @param {number} rounds
 * @returns {Promise<Timed[]>} in the order of the contenders
 */
export async function interleave(contenders, rounds) {
  /** @type {Timed[]} */
  const timed = contenders.map(({ name }) => ({ name, times: [], records: [] }));
  for (let round = 0; round <= rounds; round++) {
    const order = [...contenders.keys()];
    if (round % 2 === 1) order.reverse();
    for (const index of order) {
      const took = await time(contenders[index]);
      if (round > 0) {
        const { record } = contenders[index];
        timed[index].times.push(took);
        if (record) timed[index].records.push(JSON.parse(await readFile(record, 'utf8')));
      }
      await rest(REST);
    }
  }
  return timed;
}

/**
 * From the start of a process to its end, in milliseconds.
 *
 * @param {Contender} contender
 * @returns {Promise<number>}
 */
async function time({ name, args, env = process.env, pdf }) {
  if (pdf) await rm(pdf, { force: true });
  const began = performance.now();
  const { code, said, ended } = await run(args, { env });
  if (code !== 0) throw new Error(`${name} ended with ${code}.\n${said.trim()}`);
  if (pdf && !(await isPdf(pdf))) throw new Error(`${name} made no PDF.\n${said.trim()}`);
  return ended - began;
}

/**
 * Runs `node` and waits for it.
 *
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [where]
 * @returns {Promise<{ code: number | string, said: string, ended: number }>} what it wrote to standard
 *   error, and the moment at which it ended
 */
export function run(args, { env, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let ended = 0;
    child.stderr.on('data', (bytes) => {
      said += bytes;
    });
    child.on('error', reject);
    child.on('exit', () => {
      ended = performance.now();
    });
    child.on('close', (code, signal) => {
      resolve({ code: code ?? signal ?? 'no code', said, ended });
    });
  });
}

/** @param {string} file */
async function isPdf(file) {
  const handle = await open(file).catch(() => null);
  if (!handle) return false;
  try {
    const { buffer } = await handle.read(Buffer.alloc(5), 0, 5, 0);
    return buffer.toString('latin1') === '%PDF-';
  } finally {
    await handle.close();
  }
}
