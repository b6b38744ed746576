import { compareDates, formatDate } from '../profile/formats/dates.ts';
import { periodInTable, periodKnownFrom } from '../profile/formats/periods.ts';
import { rule } from './rule.ts';

export const notFirstOfMonth = rule({
  code: 'not-first-of-month',
  severity: 'error',
  title: 'A joining date that is not the first of a month',
  why: 'Schools join a trust on the first day of a month; any other date cannot happen.',
  remedy: 'Give the first day of the month the school would join in.',
  wrong: 'journey:\n  target_date: 15 September 2027\n',
  right: 'journey:\n  target_date: 1 September 2027\n',
  source: 'Domain rule 6; complete-conversions-transfers-and-changes, March 2026',
  *check({ data }) {
    const target = data.journey?.target_date;
    if (target?.day !== undefined && target.day !== 1) {
      const first = formatDate({ ...target, day: 1 });
      yield {
        path: ['journey', 'target_date'],
        message: `A school cannot join on ${formatDate(target)}: schools join on the first of a month.`,
        hint: `Type the first day of the month: ${first}.`,
      };
    }
  },
});

export const futureResult = rule({
  code: 'future-result',
  severity: 'error',
  title: 'A number for a time that has not come',
  why: 'A result cannot be known before its year is over; a target belongs in a commitment.',
  remedy: 'Correct the year, or move the number to “commitments” as something you promise.',
  wrong:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2090/91: 12\n',
  right:
    'metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series:\n      2024/25: 12\n',
  source: 'Domain rule 7',
  *check({ data }, { today }) {
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      const series = [
        { points: metric.series, path: ['metrics', name, 'series'] },
        ...(metric.comparators ?? []).map((comparator, index) => ({
          points: comparator.series,
          path: ['metrics', name, 'comparators', index, 'series'],
        })),
      ];
      for (const { points, path } of series) {
        for (const point of points) {
          if ('number' in point.value && compareDates(periodKnownFrom(point.period), today) > 0) {
            yield {
              path: [...path, point.key],
              at: 'key',
              message: `${periodInTable(point.period)} has not come yet on ${formatDate(today)}, so there can be no number for it.`,
              hint: 'Correct the year. A target belongs in “commitments”.',
            };
          }
        }
      }
    }
  },
});
