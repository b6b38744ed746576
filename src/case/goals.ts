import { formatQuantity, isWord } from '../profile/formats/amounts.ts';
import { type CalendarDate, formatDate } from '../profile/formats/dates.ts';
import { periodInTable } from '../profile/formats/periods.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Goal, Progress, Reading } from './chart.ts';
import { partsOf } from './charts.ts';
import type { Figure } from './figures.ts';

type Commitment = NonNullable<ProfileData['commitments']>[number];

/** Promises that a number can be held against, as pictures and as a table. */
export interface Goals {
  charts: Progress[];
  evidence: string[];
  rows: {
    promise: string;
    target: string;
    due: CalendarDate | undefined;
    latest: string;
    period: string;
  }[];
}

/** As many as fit on a page. */
const MOST_IN_A_PICTURE = 7;

/** Undefined where no promise has a number and a target. */
export function goalsOf(
  commitments: readonly Commitment[],
  figures: ReadonlyMap<string, Figure>,
): Goals | undefined {
  const held = commitments.flatMap((commitment) => {
    const { metric, target } = commitment;
    const figure = figures.get(metric ?? '');
    if (!figure || !target || !('number' in target)) return [];
    const value = formatQuantity(target.number, target.decimals, figure.sign);
    return [{ commitment, figure, target: { value, number: target.number } }];
  });
  if (held.length === 0) return undefined;
  const goals = held.flatMap(({ commitment, figure, target }): Goal[] => {
    const readings = readingsOf(figure);
    const [first, latest] = [readings[0], readings.at(-1)];
    if (!first || !latest) return [];
    const { label, sign, span } = figure;
    const better = figure.better ?? (target.number >= first.number ? 'higher' : 'lower');
    const due = commitment.due && formatDate(commitment.due);
    return [{ label, sign, span, better, first, latest, target, due }];
  });
  return {
    charts:
      goals.length === 0
        ? []
        : partsOf(goals.length, MOST_IN_A_PICTURE).map((part) => ({
            kind: 'progress',
            name: 'commitments',
            goals,
            part,
          })),
    evidence: [...new Set(held.flatMap(({ figure }) => figure.evidence))],
    rows: held.map(({ commitment, figure, target }) => ({
      promise: commitment.promise,
      target: target.value,
      due: commitment.due,
      latest: figure.value,
      period: periodInTable(figure.period),
    })),
  };
}

/** Our own numbers, in order of time, with their units. */
function readingsOf({ times, rows: [ours], sign }: Figure): Reading[] {
  return times.flatMap((period, index) => {
    const [value, number] = [ours?.values[index], ours?.numbers[index]];
    if (value === undefined || number === undefined) return [];
    return [{ period, value: isWord(sign) ? `${value} ${sign}` : value, number }];
  });
}
