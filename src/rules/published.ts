import { listOf } from '../diagnostics/suggest.ts';
import { compared } from '../knowledge/citation.ts';
import { type NotPublished, notPublished, notPublishedAsOf } from '../knowledge/not-published.ts';
import { type Release, releases, releasesAsOf } from '../knowledge/releases.ts';
import { type CalendarDate, compareDates } from '../profile/formats/dates.ts';
import { academicYear, academicYearOf } from '../profile/formats/periods.ts';
import { labelOfMetric, latest, type Metric } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { Point } from '../profile/schema/evidence.ts';
import { yearsIn } from '../profile/typed-numbers.ts';
import type { Path } from '../profile/yaml/values.ts';
import { ownSentences } from './prose.ts';
import { rule } from './rule.ts';

export const measureNotPublished = rule({
  code: 'not-published',
  severity: 'error',
  title: 'A number for a year in which there was none',
  why: 'The measure was not published for that year, so the number is of another year or another measure.',
  remedy: 'Correct the year, delete the number, or type NP where it stood.',
  wrong:
    'metrics:\n  progress:\n    measure: progress 8\n    schools: 2\n    pupils: 240\n    weighting: weighted by pupils\n    series:\n      2023/24: { value: 0.1, lower: -0.1, upper: 0.3 }\n      2024/25: { value: 0.2, lower: 0, upper: 0.4 }\n    comparators:\n      - name: England\n        series: { 2023/24: 0, 2024/25: NP }\n',
  right:
    'metrics:\n  progress:\n    measure: progress 8\n    schools: 2\n    pupils: 240\n    weighting: weighted by pupils\n    series:\n      2023/24: { value: 0.1, lower: -0.1, upper: 0.3 }\n    comparators:\n      - name: England\n        series: { 2023/24: 0 }\n',
  source: `Domain rule 8; the Department for Education’s technical guides, ${compared(notPublishedAsOf)}. Its draft School Profile names other years for key stage 2 progress; the guide is followed`,
  *check(profile) {
    for (const [name, metric] of Object.entries(profile.data.metrics ?? {})) {
      const root = ['metrics', name];
      yield* unpublished(metric, metric.series, [...root, 'series'], true);
      for (const [index, { series }] of (metric.comparators ?? []).entries()) {
        yield* unpublished(metric, series, [...root, 'comparators', index, 'series'], false);
      }
    }
    for (const { text, path } of ownSentences(profile)) {
      const gap = toldInText(text);
      if (!gap) continue;
      yield {
        path,
        message: `The text gives a score for ${academicYear(gap.year)}, but there was none, because ${gap.because}.`,
        hint: 'Correct the year, or say that nothing was published.',
      };
    }
  },
});

const SCORE = /(?<![\d.])[+−-]?\d\.\d{1,2}(?!\d|\.\d|%)/;
const SAYS_SO = /\b(?:no|not|none|never|without)\b/i;

/** A sentence that gives a score of a measure for the one year it names, in which there was none. */
function toldInText(sentence: string): (NotPublished & { year: number }) | undefined {
  if (!SCORE.test(sentence) || SAYS_SO.test(sentence)) return undefined;
  const years = yearsIn(sentence);
  const [only] = years;
  if (!only || years.length > 1) return undefined;
  // Results of 2025 are those of the academic year 2024/25.
  const year = only.academic ? only.year : only.year - 1;
  const gap = notPublished.find(
    ({ years, words, nationally }) =>
      !nationally && years.includes(year) && words.every((word) => word.test(sentence)),
  );
  return gap && { ...gap, year };
}

function* unpublished(metric: Metric, series: readonly Point[], path: Path, own: boolean) {
  for (const { period, value, key } of series) {
    const year = academicYearOf(period);
    if (year === undefined || !('number' in value)) continue;
    const gap = whyNotPublished(metric, year);
    if (!gap || (gap.nationally && !own)) continue;
    yield {
      path: [...path, key],
      message: `There is no such number for ${academicYear(year)}, because ${gap.because}.`,
      hint: 'Correct the year or the measure. Where there was no number, type NP.',
    };
  }
}

/** Why a measure has no published number for an academic year; undefined where it may have one. */
export function whyNotPublished(metric: Metric, year: number): NotPublished | undefined {
  const label = labelOfMetric(metric) ?? '';
  return notPublished.find(
    ({ measures, words, years }) =>
      years.includes(year) &&
      (metric.measure
        ? measures.includes(metric.measure)
        : words.every((word) => word.test(label))),
  );
}

export const figureBehind = rule({
  code: 'figure-behind',
  severity: 'warning',
  title: 'A newer figure has been published',
  why: 'Readers can look the newer one up, and will wonder why it is not here.',
  remedy: 'Add the newest figure. If there is a good reason not to, give it under “reason”.',
  wrong:
    'metrics:\n  sickness:\n    measure: staff sickness\n    series:\n      2022/23: 6.2\n      2023/24: 6.0\n',
  right:
    'metrics:\n  sickness:\n    measure: staff sickness\n    series:\n      2023/24: 6.0\n      2024/25: 5.8\n',
  source: `Domain rule 9; release calendars of the publishers, ${compared(releasesAsOf)}`,
  *check(profile, { today }) {
    for (const { path, newest, missed } of latecomers(profile, today)) {
      if (missed.length !== 1) continue;
      yield {
        path,
        at: 'key',
        message: `The newest number here is for ${newest}; that for ${missed.join('')} has been published.`,
        hint: 'Add it. If an older one is used for a reason, write it: value: …, reason: …',
      };
    }
  },
});

export const figureFarBehind = rule({
  code: 'figure-far-behind',
  severity: 'warning',
  inRelease: 'error',
  title: 'A figure that newer ones have overtaken more than once',
  why: 'A figure so old says how things were, and a reader would take it for how they are.',
  remedy: 'Add the newest figure, or give the reason for an older one under “reason”.',
  wrong:
    'metrics:\n  sickness:\n    measure: staff sickness\n    series:\n      2021/22: 7.4\n      2022/23: 6.2\n',
  right:
    'metrics:\n  sickness:\n    measure: staff sickness\n    series:\n      2021/22: 7.4\n      2022/23: { value: 6.2, reason: we have changed how absence is recorded since }\n',
  source: `Domain rule 9; release calendars of the publishers, ${compared(releasesAsOf)}`,
  *check(profile, { today }) {
    for (const { path, newest, missed } of latecomers(profile, today)) {
      if (missed.length < 2) continue;
      yield {
        path,
        at: 'key',
        message: `The newest number here is for ${newest}; since then those for ${listOf(missed, 4)} have been published.`,
        hint: 'Add the newest. If an older one is used for a reason, write it: value: …, reason: …',
      };
    }
  },
});

/** Metrics whose newest number is not the newest there is, and for which years there are newer ones. */
function* latecomers({ data, faulty }: Profile, today: CalendarDate) {
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const release = metric.measure && releases[metric.measure];
    const newest = latest(metric);
    const year = newest && academicYearOf(newest.period);
    if (!release || year === undefined || newest?.reason || faulty(['metrics', name])) continue;
    const missed: string[] = [];
    for (let next = year + 1; isOut(next, release, today); next++) {
      if (!whyNotPublished(metric, next)) missed.push(academicYear(next));
    }
    if (missed.length === 0) continue;
    yield {
      path: ['metrics', name, 'series', newest?.key ?? ''],
      newest: academicYear(year),
      missed,
    };
  }
}

/** Whether the figures for an academic year have been published on a day. */
function isOut(start: number, { yearsAfterStart, month, day }: Release, today: CalendarDate) {
  return compareDates({ year: start + yearsAfterStart, month, day }, today) < 0;
}
