import { cite } from '../knowledge/citation.ts';
import { smallGroups, smallGroupsSource } from '../knowledge/small-groups.ts';
import { labelOfMetric, latest } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { EVERYONE, subjectsOf, WHOLE_TRUST } from '../profile/subjects.ts';
import type { PlacedPoint, Secret } from '../profile/suppression/cells.ts';
import { suppressionOf } from '../profile/suppression.ts';
import type { Path } from '../profile/yaml/values.ts';
import { allSentences } from './prose.ts';
import { type Breach, rule } from './rule.ts';

const threePupils =
  'metrics:\n  looked-after:\n    label: Looked-after pupils meeting the phonics standard in Year 1\n    unit: "%"\n    pupils: 3\n    series:\n      2025/26: 67%\n    comparators:\n      - name: England\n        series:\n          2025/26: 63%\n';

export const smallGroup = rule({
  code: 'small-group',
  severity: 'error',
  adjustable: 'never',
  title: 'A result of very few people',
  why: 'In a group of five pupils or fewer, or of fewer than ten who answered, neighbours can tell who is meant.',
  remedy:
    'Delete the number, or put several years or schools together. No document shows it until then.',
  wrong: threePupils,
  right: threePupils.replace('pupils: 3', 'pupils: 33'),
  source: `Domain rules 13 and 43; SUPP in the performance tables stands for five pupils or fewer: ${cite(smallGroupsSource, smallGroupsSource.asOf)}`,
  *check({ data }) {
    yield* hiddenNumbers(data, 'few', (who) => ({
      message: `This is the result of ${who}, so few that people could be recognised.`,
      hint: 'Delete the number, or type SUPP. Documents say “not shown (small group)” in its place.',
    }));
  },
});

export const smallGroupAllOrNone = rule({
  code: 'small-group-all-or-none',
  severity: 'error',
  adjustable: 'never',
  title: 'A share of 0% or 100% of a small group',
  why: 'It says the same of every one of them, so whoever knows who is in the group knows each result.',
  remedy: 'Delete the number, or put several years or schools together.',
  wrong: threePupils.replace('pupils: 3', 'pupils: 8').replace('67%', '100%'),
  right: threePupils.replace('pupils: 3', 'pupils: 33').replace('67%', '100%'),
  source: 'Domain rule 43; up to ten people, our own limit',
  *check({ data }) {
    yield* hiddenNumbers(data, 'all or none', (who) => ({
      message: `A share of none or all of ${who} says the same of each of them.`,
      hint: 'Delete the number, or type SUPP. Documents say “not shown (small group)” in its place.',
    }));
  },
});

/** One breach for each series that has such numbers, at the newest of them. */
function* hiddenNumbers(
  data: ProfileData,
  wanted: Secret,
  words: (who: string) => Pick<Breach, 'message' | 'hint'>,
): Generator<Breach> {
  const { hidden } = suppressionOf(data);
  const subjects = subjectsOf(data);
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const root: Path = ['metrics', name];
    const all = [
      { series: metric.series, path: [...root, 'series'], pupils: metric.pupils },
      ...(metric.comparators ?? []).map(({ series }, index) => ({
        series,
        path: [...root, 'comparators', index, 'series'],
        pupils: undefined,
      })),
    ];
    for (const { series, path, pupils } of all) {
      const points = series.filter((point) => hidden.get(point) === wanted);
      const newest = latest({ series: points });
      if (!newest) continue;
      const sizes = [newest.pupils, pupils].filter((size) => size !== undefined);
      const size = sizes.length > 0 ? Math.min(...sizes) : undefined;
      const counted = subjects.ofMetric(name)?.counted === 'staff' ? 'people' : 'pupils';
      yield { path: [...path, newest.key], ...words(peopleInWords(size, counted)) };
    }
  }
}

const peopleInWords = (size: number | undefined, who: 'people' | 'pupils') =>
  size === undefined ? `a small group of ${who}` : size === 1 ? 'one person' : `${size} ${who}`;

export const smallGroupVolatile = rule({
  code: 'small-group-volatile',
  severity: 'warning',
  title: 'A result of a small group',
  why: 'With ten people or fewer, one more or less changes the number by ten points or more.',
  remedy: 'Put several years together, or say in “does_not_show” how few they are.',
  wrong: threePupils.replace('pupils: 3', 'pupils: 8').replace('67%', '63%'),
  right: threePupils.replace('pupils: 3', 'pupils: 33').replace('67%', '63%'),
  source: 'Domain rule 13: 6 to 10 pupils',
  *check({ data }) {
    const { hidden } = suppressionOf(data);
    const subjects = subjectsOf(data);
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      const counted = subjects.ofMetric(name)?.counted;
      const newest = latest(metric);
      if (!counted || !newest || !('number' in newest.value) || hidden.has(newest)) continue;
      const size = newest.pupils ?? metric.pupils;
      if (size === undefined || size === 0 || size > smallGroups[counted].volatile) continue;
      yield {
        path: ['metrics', name, 'series', newest.key],
        message: `This is the result of ${peopleInWords(size, counted === 'staff' ? 'people' : 'pupils')}: one more or less changes it a great deal.`,
        hint: 'Put several years together, or say under “does_not_show” how few they are.',
      };
    }
  },
});

const subtraction = (supp: string) =>
  `schools:\n  - name: Tansy Row Primary School\n    metrics: [tansy]\n  - name: Marsh End Primary School\n    metrics: [marsh]\nmetrics:\n  vacancies:\n    measure: teacher vacancies\n    schools: 2\n    series:\n      2025/26: 4%\n  tansy:\n    measure: teacher vacancies\n    pupils: 21\n    series:\n      2025/26: 3%\n  marsh:\n    measure: teacher vacancies\n    pupils: ${supp === 'SUPP' ? 4 : 24}\n    series:\n      2025/26: ${supp}\n`;

export const smallGroupDerivable = rule({
  code: 'small-group-derivable',
  severity: 'error',
  adjustable: 'never',
  title: 'A small group that other numbers give away',
  why: 'Whoever takes the numbers that are shown away from their total has the one that is not.',
  remedy:
    'Delete the total or another part, or put years or schools together. Until then no document shows the total either.',
  wrong: subtraction('SUPP'),
  right: subtraction('5%'),
  source: 'Domain rule 14; secondary suppression, as official statistics use it',
  *check({ data }) {
    const { givenAway } = suppressionOf(data);
    const told = new Set<string>();
    for (const { places, by, secret, size } of givenAway) {
      const at = places[0] ?? by[0];
      // One number is enough to say it, whatever the year.
      const pair = [at?.metric, by[0]?.metric, places.length].join(' ');
      if (!at || told.has(pair)) continue;
      told.add(pair);
      const who = size === undefined ? 'a small group' : `a group of ${size}`;
      yield {
        path: at.path,
        message:
          secret === 'remainder'
            ? `With this number and others here, anyone can work out the result of ${who} that is left over.`
            : `This number of ${who} is hidden, but anyone can work it out from “${labelOf(by, data)}” and the others here.`,
        hint: 'Delete the total, or hide another part too: type SUPP. If the group is not small, type “pupils” for each.',
      };
    }
  },
});

function labelOf([first]: readonly PlacedPoint[], data: ProfileData): string {
  const metric = first && data.metrics?.[first.metric];
  return (metric && labelOfMetric(metric)) ?? first?.metric ?? 'the total';
}

export const smallGroupInText = rule({
  code: 'small-group-in-text',
  severity: 'error',
  adjustable: 'never',
  title: 'A text that tells how a few people did',
  why: 'A result of five pupils or fewer says who they are, in words as much as in a table.',
  remedy: 'Take the number out, or speak of several years or schools together.',
  wrong:
    'growth:\n  why_us: Three of our four looked-after pupils reached the expected standard.\n',
  right: 'growth:\n  why_us: Looked-after pupils have a tutor of their own from the first day.\n',
  source: 'Domain rule 13: stored text is covered as well',
  *check(profile: Profile) {
    const { isTold } = suppressionOf(profile.data);
    for (const { text, path } of allSentences(profile)) {
      if (!isTold(text)) continue;
      yield {
        path,
        message: 'This text tells the result of a group so small that people could be recognised.',
        hint: 'Take the number out. Documents leave the sentence out until then.',
      };
    }
  },
});

export const cohortMissing = rule({
  code: 'cohort-missing',
  severity: 'warning',
  inRelease: 'error',
  title: 'A result of one school or group, and nobody knows of how many',
  why: 'Only with the number of pupils can it be seen that nobody is recognised, and how far to trust the result.',
  remedy: 'Type how many pupils it is about, under “pupils”.',
  wrong: threePupils.replace('    pupils: 3\n', ''),
  right: threePupils.replace('pupils: 3', 'pupils: 33'),
  source: 'Domain rules 13 and 43, which cannot be kept without it',
  *check({ data, faulty }) {
    const subjects = subjectsOf(data);
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      const subject = subjects.ofMetric(name);
      const newest = latest(metric);
      if (!subject?.counted || !newest || !('number' in newest.value)) continue;
      const ofPart = subject.holder !== WHOLE_TRUST || subject.group !== EVERYONE;
      if (
        !ofPart ||
        faulty(['metrics', name]) ||
        metric.pupils !== undefined ||
        newest.pupils !== undefined
      )
        continue;
      yield {
        path: ['metrics', name],
        at: 'key',
        message: 'Nothing says how many people this result is about.',
        hint: 'Add “pupils:” with their number. If they are five or fewer, delete the result.',
      };
    }
  },
});
