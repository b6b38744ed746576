import type { SeriesChart } from '../case/chart.ts';
import type { Axis } from './scales.ts';
import { gapsIn, missingYears } from './time.ts';

/** A longer time without numbers is one place, not many empty ones. */
const MOST_MISSING = 4;
const NOTHING = 'no figure';

/** A place for a bar: its number, or the words that stand there instead. */
export interface Slot {
  period: string;
  value: string;
  number: number | undefined;
  others: (number | undefined)[];
}

/** Where the bars begin, and which of them is the newest. */
export interface Ground {
  axis: Axis;
  width: number;
  top: number;
  newest: number;
}

/** A slot for every period, and for every year between two that is missing. */
export function slotsOf({
  times,
  periods,
  rows: [ours, ...others],
}: SeriesChart['series']): Slot[] {
  const gaps = gapsIn(times);
  return periods.flatMap((period, index) => {
    const slot: Slot = {
      period,
      value: ours?.values[index] ?? NOTHING,
      number: ours?.numbers[index],
      others: others.map(({ numbers }) => numbers[index]),
    };
    const [here, next] = [times[index], times[index + 1]];
    const missing = gaps[index] && here && next ? fewPlaces(missingYears(here, next)) : [];
    const empty = { value: NOTHING, number: undefined, others: [] };
    return [slot, ...missing.map((year) => ({ period: year, ...empty }))];
  });
}

/** Of a long time without numbers, one place that names its ends. */
function fewPlaces(years: readonly string[]): readonly string[] {
  return years.length > MOST_MISSING ? [`${years[0]} to ${years.at(-1)}`] : years;
}
