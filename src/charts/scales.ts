import { extent } from 'd3-array';
import { precisionFixed } from 'd3-format';
import { scaleLinear } from 'd3-scale';
import { formatQuantity, isWord } from '../profile/formats/amounts.ts';

/** A stretch of numbers to draw on, and which of them to print. */
export interface Axis {
  domain: [low: number, high: number];
  ticks: { value: number; label: string }[];
}

interface Measured {
  /** The sign or word that stands with a number: `%`, `£`, `days`, or nothing. */
  sign: string;
  /** The least range its measure may be shown in, where it says. */
  span?: number | undefined;
}

/** Without a range of its own: a percentage point is never more than a tenth of the height. */
const LEAST_POINTS = 10;

/** For other numbers: a tenth more is never more than half of the height. */
const LEAST_SHARE = 0.2;

/** Smaller than this nothing is told apart. */
const SMALLEST = 1e-6;

/** Where the lowest number is no more than this share of the highest, nought belongs in the picture. */
const NEAR_NOUGHT = 0.5;

/**
 * An axis on which small differences look small. It begins at nought wherever nought is near, always
 * where `fromNought` asks for it, and never goes beyond what a percentage can be.
 */
export function honestAxis(
  numbers: readonly number[],
  { sign, span }: Measured,
  { fromNought = false, count = 4 }: { fromNought?: boolean; count?: number } = {},
): Axis {
  const [lowest = 0, highest = 0] = extent(numbers);
  const size = Math.max(Math.abs(lowest), Math.abs(highest));
  const least = span ?? (sign === '%' ? LEAST_POINTS : leastOf(size));
  const short = Math.max(0, least - (highest - lowest)) / 2;
  const air = short > 0 ? 0 : (highest - lowest) * 0.1;
  let [low, high] = [lowest - short - air, highest + short + air];
  // What is not given on one side of nought is given on the other, so that the least range is kept.
  if (lowest >= 0 && (fromNought || low <= 0 || lowest <= highest * NEAR_NOUGHT)) {
    [low, high] = [0, Math.max(high, least)];
  } else if (highest <= 0 && (fromNought || high >= 0 || highest >= lowest * NEAR_NOUGHT)) {
    [low, high] = [Math.min(low, -least), 0];
  }
  const share = sign === '%' && lowest >= 0 && highest <= 100;
  if (share) {
    const over = Math.max(0, high - 100);
    [low, high] = [Math.max(0, low - over), high - over];
  }
  const scale = scaleLinear().domain([low, high]).nice(count);
  const [from = low, to = high] = scale.domain();
  const domain: Axis['domain'] = share ? [Math.max(0, from), Math.min(100, to)] : [from, to];
  return { domain, ticks: ticksOf(domain, sign, count) };
}

/** Where all is nought, any range does. */
function leastOf(size: number): number {
  return size === 0 ? 1 : Math.max(size * LEAST_SHARE, SMALLEST);
}

/** The numbers to print along a stretch, without a unit that is a word. */
function ticksOf(domain: Axis['domain'], sign: string, count: number): Axis['ticks'] {
  const values = scaleLinear().domain(domain).ticks(count);
  const [first = 0, second = first] = values;
  const step = Math.abs(second - first) || 1;
  return values.map((value) => ({ value, label: tickLabel(value, step, sign) }));
}

const MILLION = 1_000_000;

function tickLabel(value: number, step: number, sign: string): string {
  const unit = isWord(sign) ? '' : sign;
  // A row of noughts says nothing that the word does not.
  if (step >= MILLION / 10 && value !== 0) {
    const decimals = precisionFixed(step / MILLION);
    return `${formatQuantity(value / MILLION, decimals, unit)} million`;
  }
  return formatQuantity(value, value === 0 ? 0 : precisionFixed(step), unit);
}
