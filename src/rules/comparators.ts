import { measureIds, measureOf } from '../knowledge/measures.ts';
import { periodInProse } from '../profile/formats/periods.ts';
import { labelOfMetric, latest, pointAt } from '../profile/metrics.ts';
import {
  EVERYONE,
  groupOf,
  measureOfSubject,
  measuresNamed,
  subjectsOf,
} from '../profile/subjects.ts';
import { rule } from './rule.ts';

const phonics = (comparator: string, england: string) =>
  `metrics:\n  phonics:\n    measure: phonics standard\n    schools: 2\n    pupils: 61\n    weighting: weighted by pupils\n    series:\n      2025/26: { value: 84%, status: final }\n    comparators:\n      - name: ${comparator}\n        series:\n          ${england}\n`;
const right = phonics('England', '2025/26: { value: 80%, status: final }');

export const comparatorPeriod = rule({
  code: 'comparator-period',
  severity: 'warning',
  inRelease: 'error',
  title: 'A comparison with another year',
  why: 'A number compared with one of another year says nothing about either.',
  remedy: 'Add the comparator’s number for the same period, or take the comparator out.',
  wrong: phonics('England', '2024/25: { value: 80%, status: final }'),
  right,
  source: 'Domain rule 16',
  *check({ data, faulty }) {
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      const newest = latest(metric);
      if (!newest || faulty(['metrics', name])) continue;
      for (const [index, { name: whose, series }] of (metric.comparators ?? []).entries()) {
        if (pointAt(series, newest.period)) continue;
        yield {
          path: ['metrics', name, 'comparators', index, 'series'],
          at: 'key',
          message: `There is no number of ${whose} for ${periodInProse(newest.period)}, the time of the newest one here.`,
          hint: 'Add it. If none was published, type NP; or delete this comparator.',
        };
      }
    }
  },
});

export const comparatorStatus = rule({
  code: 'comparator-status',
  severity: 'warning',
  inRelease: 'error',
  title: 'A comparison of figures that are not equally final',
  why: 'Provisional figures change: a revised one of yours against a provisional one of theirs compares two different counts.',
  remedy: 'Use figures of the same status, or leave the comparison out until both are there.',
  wrong: phonics('England', '2025/26: { value: 80%, status: provisional }'),
  right,
  source: 'Domain rule 16',
  *check({ data }) {
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      for (const [index, { name: whose, series }] of (metric.comparators ?? []).entries()) {
        for (const { period, key, status } of series) {
          const own = pointAt(metric.series, period)?.status;
          if (!own || !status || own === status) continue;
          yield {
            path: ['metrics', name, 'comparators', index, 'series', key],
            message: `For ${periodInProse(period)} the figure of ${whose} is ${status}, but the one it is compared with is ${own}.`,
            hint: 'Use figures of the same status.',
          };
        }
      }
    }
  },
});

export const comparatorOther = rule({
  code: 'comparator-other',
  severity: 'warning',
  inRelease: 'error',
  title: 'A comparison with another measure or other pupils',
  why: 'A number beside one of another measure, or of another group of pupils, looks better or worse than it is.',
  remedy: 'Compare the same measure for the same group, or make it a metric of its own.',
  wrong: phonics('England (disadvantaged pupils)', '2025/26: { value: 80%, status: final }'),
  right,
  source: 'Domain rule 16',
  *check({ data }) {
    const subjects = subjectsOf(data);
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      const subject = subjects.ofMetric(name);
      if (!subject) continue;
      const measure = measureIds.find((id) => id === subject.outcome);
      const label = labelOfMetric(metric) ?? '';
      for (const [index, { name: whose }] of (metric.comparators ?? []).entries()) {
        const path = ['metrics', name, 'comparators', index, 'name'];
        const named = measuresNamed(whose);
        const group = groupOf(whose);
        if (named && measure && !(named as readonly string[]).includes(measure)) {
          yield {
            path,
            message: `“${whose}” names another measure than “${measureOf(measure).label}”.`,
            hint: 'Give the number of the same measure, or make it a metric of its own.',
          };
        } else if (
          group &&
          subject.group === EVERYONE &&
          subjects.ofComparator(name, whose) === undefined
        ) {
          yield {
            path,
            message: `“${whose}” is about another group than “${label}”.`,
            hint: 'Give the number for the same group of pupils, or make it a metric of its own.',
          };
        }
      }
    }
  },
});

export const comparatorMissing = rule({
  code: 'comparator-missing',
  severity: 'warning',
  inRelease: 'error',
  title: 'A result with nothing to compare it with',
  why: 'Readers cannot tell whether 61% is good; with the figure for England in the same year they can.',
  remedy: 'Add under “comparators” the same measure for England or your area, for the same years.',
  wrong: right.slice(0, right.indexOf('    comparators:')),
  right,
  source: 'Domain rule 16',
  *check({ data, faulty }) {
    const subjects = subjectsOf(data);
    const compared = new Set<string>();
    const all = Object.entries(data.metrics ?? {}).flatMap(([name, metric]) => {
      const subject = subjects.ofMetric(name);
      const newest = latest(metric);
      if (!subject || !newest || measureOfSubject(subject)?.of !== 'pupils') return [];
      const key = JSON.stringify([subject.outcome, subject.group, newest.period]);
      if (metric.comparators) compared.add(key);
      return [{ name, newest, key }];
    });
    for (const { name, newest, key } of all) {
      if (compared.has(key) || !('number' in newest.value) || faulty(['metrics', name])) continue;
      yield {
        path: ['metrics', name],
        at: 'key',
        message: 'This result of pupils has no comparator: readers cannot tell whether it is good.',
        hint: 'Add “comparators:” with the figure for England or your area, for the same years.',
      };
    }
  },
});
