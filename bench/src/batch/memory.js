import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** How often it is looked, in milliseconds. */
const EVERY = 100;

/**
 * Runs `node` and says how much memory it and all it started had at their most, in MB; pages that
 * processes share are counted once. On Linux alone.
 *
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function peakMemory(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(
        peak,
        treeOf(child.pid ?? 0).reduce((sum, pid) => sum + shareOf(pid), 0),
      );
    }, EVERY);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve(peak / 1024);
      else reject(new Error(`A build ended with ${code}.`));
    });
  });
}

/** @param {number} root */
function treeOf(root) {
  const parents = new Map(
    readdirSync('/proc')
      .map(Number)
      .filter(Number.isInteger)
      .map((pid) => [pid, parentOf(pid)]),
  );
  const tree = [root];
  for (const member of tree) {
    for (const [pid, parent] of parents) if (parent === member) tree.push(pid);
  }
  return tree;
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1]);
  } catch {
    return 0;
  }
}

/**
 * Its proportional share, in kB.
 *
 * @param {number} pid
 */
function shareOf(pid) {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
    return Number(/^Pss: +(\d+)/m.exec(rollup)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
