import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { minimalProfile, tool } from './contenders.js';
import { run } from './measure.js';
import { writeProfile } from './profiles.js';

/** @import { Timed } from './measure.js' */

/**
 * The most memory that `check` held for a profile of so many schools, beyond what it holds for the
 * smallest profile, beside the size of the profile’s YAML. In bytes. A school has four values, or in full
 * what schools usually have.
 *
 * @param {string} folder
 * @param {number} schools
 * @param {number} rounds
 * @param {{ full: boolean }} which
 * @returns {Promise<{ held: Timed, yaml: Timed }>}
 */
export async function measureMemory(folder, schools, rounds, { full }) {
  const name = `${schools.toLocaleString('en-GB')} schools${full ? ' in full' : ''}`;
  const profile = path.join(folder, name.replaceAll(' ', '-'));
  const size = await writeProfile(profile, schools, { claims: 0, metrics: 0, full });
  /** @type {number[]} */
  const held = [];
  for (let round = 0; round < rounds; round++) {
    const base = await most(folder, minimalProfile);
    held.push((await most(folder, profile)) - base);
  }
  return {
    held: { name: `check, ${name}`, times: held, records: [] },
    yaml: { name: 'its YAML', times: held.map(() => size), records: [] },
  };
}

/**
 * @param {string} folder
 * @param {string} profile
 */
async function most(folder, profile) {
  const record = path.join(folder, 'memory.txt');
  const { code, said } = await run(
    [
      ...['--import', new URL('observe-memory.js', import.meta.url).href],
      // More values than a profile may hold unless that is allowed.
      ...[tool, 'check', profile, '--limit', 'values=1000000'],
    ],
    { env: { ...process.env, BENCH_MEMORY_RECORD: record } },
  );
  if (code !== 0) throw new Error(`${profile} could not be checked.\n${said.trim()}`);
  return Number(await readFile(record, 'utf8'));
}
