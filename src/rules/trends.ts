import { fewestPointsOfTrend } from '../knowledge/comparability.ts';
import { measureIds } from '../knowledge/measures.ts';
import { figureNames, latest, type Metric } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { Path } from '../profile/yaml/values.ts';
import { metricsOfClaim, ownSentences } from './prose.ts';
import { rule } from './rule.ts';

const visits = (series: string) =>
  `metrics:\n  visits:\n    label: Visits\n    unit: visits\n    series: { ${series} }\ngrowth:\n  capacity: Visits show a rising trend, to $visits.\n`;

export const trendTooShort = rule({
  code: 'trend-too-short',
  severity: 'warning',
  title: 'A trend of two numbers',
  why: 'Between any two numbers one is higher; only a third shows which way things go.',
  remedy:
    'Show at least three years, or say plainly that it rose or fell from one year to the next.',
  wrong: visits('2024/25: 12, 2025/26: 14'),
  right: visits('2023/24: 11, 2024/25: 12, 2025/26: 14'),
  source: 'Domain rule 18: three points, a proposed default',
  *check(profile) {
    for (const { text, path, names } of sentencesWithFigures(profile)) {
      if (!TREND.test(text)) continue;
      for (const name of names) {
        const points = profile.data.metrics?.[name]?.series ?? [];
        const numbers = points.filter(({ value }) => 'number' in value).length;
        if (numbers === 0 || numbers >= fewestPointsOfTrend) continue;
        yield {
          path,
          message: `The text speaks of a trend, but “${name}” has only ${numbers === 1 ? 'one number' : `${numbers} numbers`}.`,
          hint: 'Add earlier years to the metric, or say only what changed between the two.',
        };
        break;
      }
    }
  },
});

const TREND =
  /\btrends?\b|\byear[- ](?:on|after|by)[- ]year\b|\bevery year\b|\b(?:steadily|consistently) (?:rising|falling|improv\w+|rose|fell|risen|fallen)\b/i;

const progress = (text: string) =>
  `metrics:\n  progress:\n    measure: progress 8\n    schools: 2\n    pupils: 240\n    weighting: weighted by pupils\n    series:\n      2022/23: { value: -0.1, lower: -0.3, upper: 0.1 }\n      2023/24: { value: 0.2, lower: 0, upper: 0.4 }\n    comparators:\n      - name: England\n        series: { 2022/23: 0, 2023/24: 0 }\ngrowth:\n  why_us: ${text}\n`;

export const progressCompared = rule({
  code: 'progress-compared',
  severity: 'warning',
  title: 'Progress scores of two years set against each other',
  why: 'A progress score compares pupils with others of the same year, so a higher one does not mean that pupils did better than those before.',
  remedy: 'Give each year’s score on its own, beside its interval.',
  wrong: progress('Our Progress 8 score improved from $progress.first to $progress.'),
  right: progress('Our Progress 8 score was $progress in $progress.period.'),
  source: 'Domain rule 18',
  *check(profile) {
    for (const { text, path, names } of sentencesWithFigures(profile)) {
      const scores = names.some((name) => isProgress(profile.data.metrics?.[name]));
      if (!scores || !BETTER.test(text)) continue;
      yield {
        path,
        message: 'The text sets the progress scores of two years against each other.',
        hint: 'Give each year’s score on its own, with “lower” and “upper” in the metric.',
      };
    }
  },
});

const BETTER =
  /\bimprov(?:e|es|ed|ing|ement|ements)\b|\b(?:rose|risen|rising|up|grew|increased?|better than|higher than) .{0,40}\b(?:from|than|year|before)\b|\bincreas(?:e|ed|ing)\b/i;

const isProgress = (metric: Metric | undefined) =>
  metric?.measure !== undefined && PROGRESS.has(metric.measure);

const PROGRESS: ReadonlySet<string> = new Set(measureIds.filter((id) => /\bprogress\b/.test(id)));

export const intervalMissing = rule({
  code: 'interval-missing',
  severity: 'warning',
  title: 'A progress score without its interval',
  why: 'Where the interval takes in nought, the score is no different from the average; readers cannot tell without it.',
  remedy: 'Add the published confidence interval, under “lower” and “upper”.',
  wrong: progress('We are two schools.').replace('{ value: 0.2, lower: 0, upper: 0.4 }', '0.2'),
  right: progress('We are two schools.'),
  source: 'Domain rule 18; the Department for Education’s School Profiles',
  *check({ data, faulty }) {
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      const newest = latest(metric);
      if (!isProgress(metric) || !newest || !('number' in newest.value)) continue;
      if ((newest.lower && newest.upper) || faulty(['metrics', name])) continue;
      yield {
        path: ['metrics', name, 'series', newest.key],
        message: 'This score is given without its confidence interval.',
        hint: 'Write it as: value: 0.2, lower: 0.0, upper: 0.4.',
      };
    }
  },
});

/** Sentences that speak of a metric: by naming its figure, or as the text of a claim that rests on it. */
function* sentencesWithFigures(
  profile: Profile,
): Generator<{ text: string; path: Path; names: readonly string[] }> {
  for (const { text, path } of ownSentences(profile)) {
    const named = figureNames(text).map(({ name }) => name);
    const names = named.length > 0 ? named : metricsOfClaim(profile.data, path);
    const known = names.filter((name) => Object.hasOwn(profile.data.metrics ?? {}, name));
    if (known.length > 0) yield { text, path, names: known };
  }
}
