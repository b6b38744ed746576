import { formatQuantity } from '../profile/formats/amounts.ts';
import { type Period, periodInProse, periodInTable } from '../profile/formats/periods.ts';
import {
  labelOfMetric,
  latest,
  type Metric,
  measure,
  unitOf,
  valueInWords,
} from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { Point } from '../profile/schema/evidence.ts';
import { EVERYONE, subjectsOf, WHOLE_TRUST } from '../profile/subjects.ts';
import { numbersIn } from '../profile/typed-numbers.ts';
import type { Path } from '../profile/yaml/values.ts';
import { ownSentences } from './prose.ts';
import { rule } from './rule.ts';
import { isAboutUs } from './spoken-figures.ts';

/** How far a number of pupils may be from the sum of the rolls: they are counted on different days. */
const ROLLS_MAY_DIFFER_BY = 0.1;
/** The same for the pupils of a result, such as attendance, which leaves out the youngest and oldest. */
const PUPILS_MAY_DIFFER_BY = 0.2;

const rolls = (total: string) =>
  `schools:\n  - name: Tansy Row Primary School\n    pupils: 204\n  - name: Marsh End Primary School\n    pupils: 182\ngrowth:\n  why_us: We have ${total} pupils in two schools.\n`;

export const rollsDiffer = rule({
  code: 'rolls-differ',
  severity: 'warning',
  inRelease: 'error',
  title: 'A number of pupils that the schools do not add up to',
  why: 'Readers will add the schools up, and wonder which number is wrong.',
  remedy: 'Correct the total or the school whose number is wrong.',
  wrong: rolls('612'),
  right: rolls('386'),
  source:
    'Sums that do not add up; silent within a tenth, or a fifth for the pupils of a result, because counts are of different days',
  *check(profile) {
    if (profile.faulty(['schools'])) return;
    const { schools = [] } = profile.data;
    const own = schools.filter(({ status }) => status !== 'joining');
    let sum = 0;
    for (const { pupils } of own) {
      if (pupils === undefined) return;
      sum += pupils;
    }
    if (own.length < 2) return;
    const differs = (total: number, by = ROLLS_MAY_DIFFER_BY) => Math.abs(total - sum) > sum * by;
    const breach = (total: number) => ({
      message: `The pupils of the ${own.length} schools add up to ${sum.toLocaleString('en-GB')}, not to ${total.toLocaleString('en-GB')}.`,
      hint: 'Correct the total, or the school whose number is wrong.',
    });
    const subjects = subjectsOf(profile.data);
    for (const [name, metric] of Object.entries(profile.data.metrics ?? {})) {
      const newest = latest(metric);
      const known = measure(metric);
      const ofEveryone =
        known?.of === 'pupils' &&
        known.age === undefined &&
        subjects.ofMetric(name)?.group === EVERYONE;
      if (ofEveryone && metric.schools === own.length && metric.pupils !== undefined) {
        if (!differs(metric.pupils, PUPILS_MAY_DIFFER_BY)) continue;
        yield { path: ['metrics', name, 'pupils'], ...breach(metric.pupils) };
      }
      if (!newest || !('number' in newest.value) || !isRoll(metric)) continue;
      if (metric.schools !== undefined && metric.schools !== own.length) continue;
      if (differs(newest.value.number)) {
        yield { path: ['metrics', name, 'series', newest.key], ...breach(newest.value.number) };
      }
    }
    for (const { text, path } of ownSentences(profile)) {
      const total = rollTold(text, own.length);
      if (total !== undefined && differs(total)) yield { path, ...breach(total) };
    }
  },
});

const isRoll = (metric: Metric) =>
  /^(?:number of )?(?:pupils|children)(?: on roll| in (?:all )?(?:our|the) (?:trust|(?:\w+ )?schools))?$/i.test(
    labelOfMetric(metric) ?? '',
  );

const NUMBER_WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

/** “1,440 pupils in six schools”, where six is all of them. */
function rollTold(sentence: string, schools: number): number | undefined {
  const match =
    /(?<![\d,.])(\d{1,3}(?:,\d{3})+|\d+) (?:pupils|children) (?:in|at|across) (?:all )?(?:our )?(\w+) (?:\w+ )?schools\b/i.exec(
      sentence,
    );
  const [, total, count = ''] = match ?? [];
  const named = NUMBER_WORDS.indexOf(count.toLowerCase());
  const isAll = (named === -1 ? Number(count) : named) === schools;
  return total && isAll ? Number(total.replaceAll(',', '')) : undefined;
}

const covered = (schools: number) =>
  `schools:\n  - name: Tansy Row Primary School\n  - name: Marsh End Primary School\nmetrics:\n  visits:\n    label: Visits\n    unit: visits\n    schools: ${schools}\n    series:\n      2025/26: 12\n`;

export const moreSchoolsThanListed = rule({
  code: 'more-schools-than-listed',
  severity: 'warning',
  inRelease: 'error',
  title: 'A number that covers more schools than the profile has',
  why: 'Either a school is missing from the table, or the number is not about this trust’s schools.',
  remedy: 'Add the schools that are missing, or correct “schools” of the metric.',
  wrong: covered(5),
  right: covered(2),
  source: 'Sums that do not add up',
  *check(profile) {
    const { data, faulty } = profile;
    const listed = data.schools?.length;
    if (listed === undefined || faulty(['schools'])) return;
    for (const [name, { schools }] of Object.entries(data.metrics ?? {})) {
      if (schools === undefined || schools <= listed) continue;
      yield {
        path: ['metrics', name, 'schools'],
        message: `This covers ${schools} schools, but the profile lists ${listed === 1 ? 'one' : listed}.`,
        hint: 'Add the schools that are missing, or correct this number.',
      };
    }
    for (const { text, path } of ownSentences(profile)) {
      const told = isAboutUs(profile, path) ? schoolsTold(text) : undefined;
      if (told === undefined || told <= listed) continue;
      yield {
        path,
        message: `The text speaks of ${told} schools, but the profile lists ${listed === 1 ? 'one' : listed}.`,
        hint: 'Add the schools that are missing, or correct the text.',
      };
    }
  },
});

/** “We are seven primary schools”, “our 12 schools”: said of the trust as it is. */
function schoolsTold(sentence: string): number | undefined {
  const match =
    /\b(?:we are|we have|we run|all of our|our|all) (?:family of |all )?(\w+) (?:(?:primary|secondary|church|special|local|thriving) ){0,2}schools\b/i.exec(
      sentence,
    );
  const count = match?.[1]?.toLowerCase() ?? '';
  const named = NUMBER_WORDS.indexOf(count);
  if (named >= 0) return named;
  return /^\d{1,3}$/.test(count) ? Number(count) : undefined;
}

const parts = (total: string) =>
  `schools:\n  - name: Tansy Row Primary School\n    metrics: [tansy]\n  - name: Marsh End Primary School\n    metrics: [marsh]\nmetrics:\n  vacancies:\n    measure: teacher vacancies\n    schools: 2\n    series:\n      2025/26: ${total}\n  tansy:\n    measure: teacher vacancies\n    pupils: 20\n    series:\n      2025/26: 5%\n  marsh:\n    measure: teacher vacancies\n    pupils: 40\n    series:\n      2025/26: 8%\n`;

export const partsDiffer = rule({
  code: 'parts-differ',
  severity: 'warning',
  inRelease: 'error',
  title: 'A total that its parts cannot add up to',
  why: 'An average lies between the lowest and the highest of its parts, and a total is their sum: one of these numbers is wrong.',
  remedy: 'Work the total out again, or correct the school whose number is wrong.',
  wrong: parts('12%'),
  right: parts('7%'),
  source: 'Sums that do not add up; silent where a part is missing or its pupils are not said',
  *check(profile) {
    if (profile.faulty(['schools']) || profile.faulty(['metrics'])) return;
    for (const { path, whole, parts, byPupils, unit, period } of wholes(profile)) {
      const span = byPupils ? meanOf(parts) : rangeOf(parts);
      if (!span || (whole >= span.least && whole <= span.most)) continue;
      const inWords = (number: number) =>
        valueInWords({ number, decimals: span.decimals, unit: null }, unit);
      const from = inWords(span.from);
      const to = inWords(span.to);
      yield {
        path,
        message: `For ${periodInProse(period)} the ${parts.length} schools listed come to ${from === to ? `about ${from}` : `between ${from} and ${to}`}, not to ${inWords(whole)}.`,
        hint: 'Work it out again, or correct the school whose number is wrong.',
      };
    }
  },
});

interface Whole {
  path: Path;
  whole: number;
  parts: Part[];
  /** Whether it is an average weighted by pupils. */
  byPupils: boolean;
  unit: string | undefined;
  period: Period;
}

interface Part {
  number: number;
  decimals: number;
  pupils: number | undefined;
}

/** The trust’s averages of which every school’s number is listed too. */
function* wholes({ data }: Profile): Generator<Whole> {
  const subjects = subjectsOf(data);
  const ofSchools = new Map<string, { parts: Part[]; listed: number }>();
  // Which schools a narrower total covers is not said, so only the widest is the sum of those listed.
  const ofTrust = new Map<string, { name: string; metric: Metric; point: Point }>();
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const subject = subjects.ofMetric(name);
    const point = latest(metric);
    if (!subject || subject.group !== EVERYONE || !point || !isAverage(subject.unit)) continue;
    const key = JSON.stringify([subject.outcome, subject.unit, periodInTable(point.period)]);
    if (subject.holder === WHOLE_TRUST) {
      const schools = ofTrust.get(key)?.metric.schools ?? 0;
      if ((metric.schools ?? 0) > schools) ofTrust.set(key, { name, metric, point });
      continue;
    }
    const set = ofSchools.get(key) ?? { parts: [], listed: 0 };
    ofSchools.set(key, set);
    set.listed += 1;
    if ('number' in point.value) {
      set.parts.push({ ...point.value, pupils: point.pupils ?? metric.pupils });
    }
  }
  for (const [key, { name, metric, point }] of ofTrust) {
    const { parts, listed } = ofSchools.get(key) ?? { parts: [], listed: 0 };
    const all = parts.length === listed && listed === metric.schools;
    if (!all || listed < 2 || !('number' in point.value)) continue;
    yield {
      path: ['metrics', name, 'series', point.key],
      whole: point.value.number,
      parts,
      byPupils: /\bby (?:number of )?pupils\b/i.test(metric.weighting ?? ''),
      unit: unitOf(metric),
      period: point.period,
    };
  }
}

const isAverage = (unit: string | undefined) =>
  unit === '%' || unit === 'points' || unit === 'score' || unit?.startsWith('per ') === true;

/** A number that is rounded may be off by one in its last place, and so may their average. */
const roundingOf = (parts: readonly Part[]) =>
  1 / 10 ** Math.min(...parts.map(({ decimals }) => decimals));

/** Where any average of the parts must lie, however they are weighted. */
function rangeOf(parts: readonly Part[]) {
  const numbers = parts.map(({ number }) => number);
  const from = Math.min(...numbers);
  const to = Math.max(...numbers);
  const rounding = roundingOf(parts);
  return {
    least: from - rounding,
    most: to + rounding,
    from,
    to,
    decimals: decimalsOfParts(parts),
  };
}

/** Where their average by pupils must lie; as wide as that of any average where a school has no number of pupils. */
function meanOf(parts: readonly Part[]) {
  let pupils = 0;
  let sum = 0;
  for (const part of parts) {
    if (part.pupils === undefined) return rangeOf(parts);
    pupils += part.pupils;
    sum += part.pupils * part.number;
  }
  if (pupils === 0) return undefined;
  const mean = sum / pupils;
  const rounding = roundingOf(parts);
  const decimals = decimalsOfParts(parts);
  return { least: mean - rounding, most: mean + rounding, from: mean, to: mean, decimals };
}

const decimalsOfParts = (parts: readonly Part[]) =>
  Math.max(...parts.map(({ decimals }) => decimals));

const shares = (last: string) =>
  `finances:\n  capital: Of every pound, 70% goes to staff, 20% to buildings and ${last} to books.\n`;

export const sharesOfWhole = rule({
  code: 'shares-of-whole',
  severity: 'warning',
  inRelease: 'error',
  title: 'Shares of a whole that do not come to 100%',
  why: 'Readers add shares up; where they do not come to 100%, one of them is wrong or something is left out.',
  remedy: 'Correct the share that is wrong, or name what is left out.',
  wrong: shares('15%'),
  right: shares('10%'),
  source: 'Sums that do not add up; silent where it may not be the whole',
  *check(profile) {
    for (const { text, path } of ownSentences(profile)) {
      if (!OF_A_WHOLE.test(text)) continue;
      const shares = numbersIn(text).filter(({ unit }) => unit === '%');
      const sum = shares.reduce((all, { number }) => all + number, 0);
      // Far from 100 they are not all the parts; each share may be rounded by half a point.
      const meantAsWhole = shares.length >= 3 && Math.abs(sum - 100) <= 10;
      if (!meantAsWhole || Math.abs(sum - 100) <= Math.max(1, shares.length / 2)) continue;
      yield {
        path,
        message: `These shares of a whole come to ${formatQuantity(sum, Number.isInteger(sum) ? 0 : 1, '%')}, not to 100%.`,
        hint: 'Correct the one that is wrong, or say what the rest is.',
      };
    }
  },
});

const OF_A_WHOLE =
  /\b(?:of|from) (?:every|each) (?:pound|£1|£100)\b|\bof (?:our|the|its|all) (?:\w+ )?(?:income|budget|spending|money|staff|funding)\b|\bthe rest\b/i;
