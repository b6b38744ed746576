/** @import { Timed } from './measure.js' */

/** @typedef {{ atMost: number } | { below: number }} Target */
/** @typedef {'ms' | 'MB'} Unit what is measured in milliseconds is shown in them, and bytes in millions */

/**
 * @typedef {object} Comparison
 * @property {string} what
 * @property {number} ours median
 * @property {string} against
 * @property {number} theirs median
 * @property {Unit} unit of both
 * @property {number} ratio of the two medians
 * @property {[number, number]} middle half of the rounds had a ratio between these two
 * @property {Target} target
 */

/**
 * @param {Timed} ours
 * @param {Timed} theirs
 * @param {Target} target
 * @param {Unit} [unit]
 * @returns {Comparison}
 */
export function compare(ours, theirs, target, unit = 'ms') {
  const ratios = ours.times.map((took, round) => took / theirs.times[round]);
  const oursMedian = quantile(ours.times, 0.5);
  const theirsMedian = quantile(theirs.times, 0.5);
  return {
    what: ours.name,
    ours: oursMedian,
    against: theirs.name,
    theirs: theirsMedian,
    unit,
    ratio: oursMedian / theirsMedian,
    middle: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    target,
  };
}

/**
 * The comparisons as a Markdown table that reads as well on a terminal.
 *
 * @param {Comparison[]} comparisons
 */
export function table(comparisons) {
  const head = ['What', 'Ours', 'Against', 'Theirs', 'Ratio', 'Half of rounds', 'Target'];
  const rows = comparisons.map(({ what, ours, against, theirs, unit, ratio, middle, target }) => [
    what,
    shown(ours, unit),
    against,
    shown(theirs, unit),
    // Three places, so that a ratio does not look like a target that it misses by a hair.
    ratio.toFixed(3),
    middle.map((edge) => edge.toFixed(2)).join(' to '),
    words(target),
    holds(ratio, target) ? 'held' : 'MISSED',
  ]);
  const all = [[...head, 'Held?'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(all[0]), rule, ...rows.map(line)].join('\n');
}

/**
 * @param {number} value
 * @param {Unit} unit
 */
function shown(value, unit) {
  return unit === 'ms' ? `${value.toFixed(0)} ms` : `${(value / 1e6).toFixed(1)} MB`;
}

/** @param {Target} target */
function words(target) {
  return 'atMost' in target ? `at most ${target.atMost}` : `below ${target.below}`;
}

/**
 * @param {number} ratio
 * @param {Target} target
 */
function holds(ratio, target) {
  return 'atMost' in target ? ratio <= target.atMost : ratio < target.below;
}

/**
 * @param {number[]} values
 * @param {number} share 0.5 for the median
 */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
