import path from 'node:path';
import process from 'node:process';
import { exampleFolder, tool } from './contenders.js';

/** @import { Contender, Timed } from './measure.js' */

/**
 * The moments that observe-printing.js notes, in milliseconds.
 *
 * @typedef {object} Moments
 * @property {number[]} asked when the browser was asked for each print
 * @property {number[]} had when each was there
 * @property {number} ended when the browser was ended: the PDF was finished, and nothing left to print
 */

/**
 * A build of an example whose printing is observed from outside.
 *
 * @param {string} folder
 * @param {string} example
 * @returns {Contender}
 */
export function observedBuild(folder, example) {
  const record = path.join(folder, `printing-${example}.json`);
  const out = path.join(folder, `printed-${example}`);
  return {
    name: `build, ${example}`,
    args: [
      ...['--import', new URL('observe-printing.js', import.meta.url).href],
      ...[tool, 'build', exampleFolder(example), '--force', '--out', out],
    ],
    env: { ...process.env, BENCH_PRINTING_RECORD: record },
    pdf: path.join(out, 'prospectus.pdf'),
    record,
  };
}

/**
 * The print that is kept, and the finishing of its PDF.
 *
 * @param {Timed} observed
 * @returns {{ print: Timed, finishing: Timed }}
 */
export function printingOf({ name, records }) {
  const each = (/** @type {(moments: Moments) => number} */ time) =>
    records.map((record) => time(/** @type {Moments} */ (record)));
  return {
    print: { name: 'Chromium’s print', times: each(lastPrint), records: [] },
    finishing: { name: name.replace('build', 'finishing'), times: each(finishing), records: [] },
  };
}

/**
 * How long the builds would have taken without finishing the PDF, which writes the numbers into its contents.
 *
 * @param {Timed} observed
 * @returns {Timed}
 */
export function withoutFinishing({ times, records }) {
  return {
    name: 'build, less finishing',
    times: times.map((took, round) => took - finishing(/** @type {Moments} */ (records[round]))),
    records: [],
  };
}

const lastPrint = (/** @type {Moments} */ { asked, had }) =>
  (had.at(-1) ?? 0) - (asked.at(-1) ?? 0);
const finishing = (/** @type {Moments} */ { had, ended }) => ended - (had.at(-1) ?? 0);
