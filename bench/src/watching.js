import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { exampleFolder, tool } from './contenders.js';

/** @import { Timed } from './measure.js' */

/**
 * How long a watch takes from the save of a changed sentence until the documents are written, the moment
 * in which it waits for more changes included.
 *
 * @param {string} folder
 * @param {string} example
 * @param {number} rounds
 * @returns {Promise<Timed>}
 */
export async function timeWatching(folder, example, rounds) {
  const profile = path.join(folder, 'watched');
  await cp(exampleFolder(example), profile, { recursive: true });
  const file = path.join(profile, 'principles.yaml');
  const text = await readFile(file, 'utf8');
  const out = path.join(folder, 'watched-out');
  const command = [tool, 'build', profile, '--watch', '--json', '--out', out];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const built = counting(child);
    await built();
    const times = [];
    for (let round = 0; round <= rounds; round++) {
      const sentence = `Round ${round} of our plan was written in school halls`;
      const began = performance.now();
      await writeFile(file, text.replace('It was written in school halls', sentence));
      await built();
      if (round > 0) times.push(performance.now() - began);
    }
    return { name: 'a changed sentence, watched', times, records: [] };
  } finally {
    child.kill('SIGINT');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @returns {() => Promise<void>} waits for the next build to be written
 */
function counting(child) {
  let written = 0;
  let said = '';
  let heard = () => {};
  // Of each build, one line of JSON.
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (JSON.parse(line).files.length > 0) written += 1;
    heard();
  });
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  child.on('exit', () => heard());
  let awaited = 0;
  return async () => {
    awaited += 1;
    while (written < awaited) {
      if (child.exitCode !== null) throw new Error(`the watch ended.\n${said.trim()}`);
      await new Promise((resolve) => {
        heard = () => resolve(undefined);
      });
    }
  };
}
