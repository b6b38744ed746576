import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { CalendarDate } from '../../src/profile/formats/dates.ts';
import * as averages from '../../src/rules/averages.ts';
import * as comparators from '../../src/rules/comparators.ts';
import * as dates from '../../src/rules/dates.ts';
import * as freshness from '../../src/rules/freshness.ts';
import { applyRules } from '../../src/rules/index.ts';
import * as inspections from '../../src/rules/inspections.ts';
import * as leftOut from '../../src/rules/left-out.ts';
import * as numbers from '../../src/rules/numbers.ts';
import * as ofstedWords from '../../src/rules/ofsted-words.ts';
import * as published from '../../src/rules/published.ts';
import * as retired from '../../src/rules/retired.ts';
import * as series from '../../src/rules/series.ts';
import * as smallGroups from '../../src/rules/small-groups.ts';
import * as sums from '../../src/rules/sums.ts';
import * as trends from '../../src/rules/trends.ts';
import * as typedFigures from '../../src/rules/typed-figures.ts';
import { profileOf } from './profile.ts';
import { today as TODAY } from './rules.ts';

const families: readonly object[] = [
  averages,
  comparators,
  dates,
  freshness,
  inspections,
  leftOut,
  numbers,
  ofstedWords,
  published,
  retired,
  series,
  smallGroups,
  sums,
  trends,
  typedFigures,
];

/** The rules about time, numbers, comparison and inspections, by their codes. */
export const codesOfNumbers: ReadonlySet<string> = new Set(
  families
    .flatMap((family) => Object.values(family) as unknown[])
    .flatMap((one) =>
      typeof one === 'object' && one !== null && 'code' in one ? [String(one.code)] : [],
    ),
);

/**
 * What those rules say of a profile, which may leave the trust’s name out: an excerpt lacks much that
 * other rules ask for.
 */
export async function diagnosticsOf(
  yaml: string,
  { today = TODAY, release = false }: { today?: CalendarDate; release?: boolean } = {},
): Promise<Diagnostic[]> {
  const profile = await profileOf(/^trust:/m.test(yaml) ? yaml : `trust: { name: A }\n${yaml}`);
  return applyRules(profile, { today, release }).filter(
    ({ code }) => codesOfNumbers.has(code) || code === 'setting-refused',
  );
}

/** Their codes, in order. */
export async function codesOf(
  yaml: string,
  options?: { today?: CalendarDate; release?: boolean },
): Promise<string[]> {
  return (await diagnosticsOf(yaml, options)).map(({ code }) => code);
}
