import os from 'node:os';
import process from 'node:process';

/**
 * One line on where the figures were taken; they mean little without it.
 *
 * @param {{ browserName: string }} ground
 */
export function machine({ browserName }) {
  const cores = os.availableParallelism();
  const [load] = os.loadavg();
  return [
    `Node ${process.versions.node}`,
    `${os.type()} ${process.arch}`,
    `${cores} ${cores === 1 ? 'core' : 'cores'}, load ${load.toFixed(1)}`,
    browserName,
  ].join(' · ');
}
