import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/profile/profile.ts';
import { shape } from '../../src/profile/shape.ts';
import { shownData, suppressionOf } from '../../src/profile/suppression.ts';
import type { Value } from '../../src/profile/yaml/values.ts';

const MEASURE = 'key stage 2 expected standard';

/** The data of a profile typed as plain values, as the reader would hand them over. */
function dataOf(value: Value): Profile['data'] {
  const { data, findings } = shape(value);
  if (!data) throw new Error(findings.map(({ message }) => message).join(' '));
  return data;
}

interface Typed {
  measure?: string;
  label?: string;
  scope?: string;
  schools?: string;
  pupils?: string;
  value: string;
  comparators?: { name: string; value: string; pupils?: string }[];
}

/** A trust with these schools, each with the metrics it lists, and these metrics for 2024/25. */
function trustOf(
  schools: Record<string, string[]>,
  metrics: Record<string, Typed>,
): Profile['data'] {
  return dataOf({
    trust: { name: 'Otterwick Learning Trust' },
    schools: Object.entries(schools).map(([name, listed]) =>
      listed.length > 0 ? { name, metrics: listed } : { name },
    ),
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, { value, comparators, ...metric }]) => [
        name,
        {
          ...(metric.label ? { unit: '%' } : { measure: MEASURE }),
          ...metric,
          series: { '2024/25': value },
          ...(comparators && {
            comparators: comparators.map(({ name, value, pupils }) => ({
              name,
              series: { '2024/25': pupils === undefined ? value : { value, pupils } },
            })),
          }),
        },
      ]),
    ) as Value,
  });
}

/** What a document is given for each metric: its number, the code, or that it is hidden. */
function shownOf(data: Profile['data']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shownData(data).metrics ?? {}).map(([name, { series }]) => {
      const value = series[0]?.value ?? {};
      return [name, 'number' in value ? value.number : 'hidden' in value ? value.hidden : value];
    }),
  );
}

const three = { North: ['north'], South: ['south'], East: ['east'] };

describe('suppression', () => {
  it('hides the result of five pupils, and shows that of six', () => {
    const metrics = { five: { pupils: '5', value: '60%' }, six: { pupils: '6', value: '67%' } };
    const data = trustOf({ North: ['five'], South: ['six'] }, metrics);
    expect(shownOf(data)).toEqual({ five: 'small group', six: 67 });
  });

  it('hides answers of nine people, and shows those of ten', () => {
    const survey = { label: 'Staff who would stay' };
    const data = trustOf(
      { North: ['nine'], South: ['ten'] },
      {
        nine: { ...survey, pupils: '9', value: '67%' },
        ten: { ...survey, pupils: '10', value: '70%' },
      },
    );
    expect(shownOf(data)).toEqual({ nine: 'small group', ten: 70 });
  });

  it('hides that all or none of up to ten did, and shows it of eleven', () => {
    const data = trustOf(
      { North: ['all'], South: ['none'], East: ['more'] },
      {
        all: { pupils: '10', value: '100%' },
        none: { pupils: '7', value: '0%' },
        more: { pupils: '11', value: '100%' },
      },
    );
    expect(shownOf(data)).toEqual({ all: 'small group', none: 'small group', more: 100 });
  });

  it('takes the smaller number where a metric and its newest value name two', () => {
    const data = dataOf({
      trust: { name: 'A' },
      metrics: {
        a: {
          measure: MEASURE,
          pupils: '4',
          series: { '2024/25': { value: '50%', pupils: '205' } },
        },
      },
    });
    expect(shownOf(data)).toEqual({ a: 'small group' });
  });

  it('hides earlier years of a group that is small now, unless they say that it was not', () => {
    const data = dataOf({
      trust: { name: 'A' },
      metrics: {
        a: {
          measure: MEASURE,
          pupils: '4',
          series: { '2022/23': { value: '60%', pupils: '30' }, '2023/24': '75%', '2024/25': '50%' },
        },
      },
    });
    const points = shownData(data).metrics?.a?.series ?? [];
    expect(points.map(({ key, value }) => [key, 'number' in value])).toEqual([
      ['2022/23', true],
      ['2023/24', false],
      ['2024/25', false],
    ]);
  });

  it('finds that a school is small from what is left for it, or from its roll', () => {
    const data = trustOf(three, {
      total: { schools: '3', pupils: '64', value: '61%' },
      north: { pupils: '30', value: '60%' },
      south: { pupils: '30', value: '63%' },
      east: { value: '50%' },
    });
    expect(shownOf(data)).toMatchObject({ east: 'small group', total: 'gives away' });
    const tiny = dataOf({
      trust: { name: 'A' },
      schools: [{ name: 'East', pupils: '5', metrics: ['east'] }],
      metrics: { east: { measure: MEASURE, series: { '2024/25': '50%' } } },
    });
    expect(shownOf(tiny)).toEqual({ east: 'small group' });
  });

  it('leaves nothing of a hidden number: no size, interval, note or reason', () => {
    const data = dataOf({
      trust: { name: 'A' },
      metrics: {
        a: {
          measure: MEASURE,
          series: {
            '2024/25': {
              value: '77.5%',
              pupils: '4',
              lower: '71.5%',
              upper: '83.5%',
              note: 'of 4',
              reason: 'all of 4',
            },
          },
        },
      },
    });
    expect(JSON.stringify(shownData(data).metrics)).not.toMatch(/7\d\.5|83|of 4|"pupils":4/);
  });

  it.each(['SUPP', 'c', 'RE'])('hides the total from which a school marked %s follows', (code) => {
    const data = trustOf(three, {
      total: { schools: '3', pupils: '64', value: '61%' },
      north: { pupils: '30', value: '60%' },
      south: { pupils: '30', value: '63%' },
      east: { value: code },
    });
    expect(shownOf(data)).toMatchObject({ total: 'gives away', north: 60, south: 63 });
    expect(suppressionOf(data).givenAway).toMatchObject([{ secret: 'kept back' }]);
  });

  it('shows the total where a school that is not listed hides behind it as well', () => {
    const data = trustOf(three, {
      total: { schools: '4', pupils: '94', value: '61%' },
      north: { pupils: '30', value: '60%' },
      south: { pupils: '30', value: '63%' },
      east: { pupils: '4', value: '50%' },
    });
    expect(shownOf(data)).toEqual({ total: 61, north: 60, south: 63, east: 'small group' });
  });

  it('hides the total where a school that is not listed is what is left, and small', () => {
    const data = trustOf(three, {
      total: { schools: '4', pupils: '94', value: '61%' },
      north: { pupils: '30', value: '60%' },
      south: { pupils: '30', value: '63%' },
      east: { pupils: '30', value: '50%' },
    });
    expect(shownOf(data)).toMatchObject({ total: 'gives away', east: 50 });
  });

  it('hides the total where two schools are hidden that together have five pupils or fewer', () => {
    const total = (south: string) => ({
      total: { schools: '3', pupils: String(30 + 2 + Number(south)), value: '61%' },
      north: { pupils: '30', value: '60%' },
      south: { pupils: south, value: '50%' },
      east: { pupils: '2', value: '50%' },
    });
    expect(shownOf(trustOf(three, total('3')))).toMatchObject({ total: 'gives away' });
    expect(shownOf(trustOf(three, total('5')))).toMatchObject({ total: 61 });
  });

  it('hides the total where nobody says how many pupils two schools have that are kept back', () => {
    const data = trustOf(three, {
      total: { schools: '3', value: '61%' },
      north: { value: '60%' },
      south: { value: 'SUPP' },
      east: { value: 'SUPP' },
    });
    expect(shownOf(data)).toMatchObject({ total: 'gives away', north: 60 });
  });

  it('hides the total where it leaves nobody, or everybody, of those that are hidden', () => {
    const data = trustOf(three, {
      // 30 of 38: the 8 pupils of the two small schools all missed it.
      total: { schools: '3', pupils: '38', value: '79%' },
      north: { pupils: '30', value: '100%' },
      south: { pupils: '4', value: '0%' },
      east: { pupils: '4', value: '0%' },
    });
    expect(shownOf(data)).toMatchObject({ total: 'gives away' });
  });

  it('hides everyone’s number where a group and the rest give a small group away', () => {
    const data = trustOf(
      {},
      {
        all: { schools: '3', pupils: '60', value: '61%' },
        fsm: {
          label:
            'Pupils on free school meals meeting the expected standard in reading, writing and maths',
          pupils: '4',
          value: '50%',
          comparators: [{ name: 'our other pupils', value: '62%', pupils: '56' }],
        },
      },
    );
    expect(shownOf(data)).toEqual({ all: 'gives away', fsm: 'small group' });
  });

  it('hides what leaves a small rest: all but four pupils', () => {
    const data = trustOf(
      {},
      {
        all: { schools: '3', pupils: '60', value: '61%' },
        fsm: {
          label:
            'Pupils not eligible for free school meals meeting the expected standard in reading, writing and maths',
          pupils: '56',
          value: '62%',
        },
      },
    );
    expect(shownOf(data)).toMatchObject({ all: 'gives away', fsm: 62 });
  });

  it('takes boys and girls, or any two groups whose pupils add up to all, for each other’s rest', () => {
    const label = (who: string) =>
      `${who} meeting the expected standard in reading, writing and maths`;
    const groups = (one: string, other: string) =>
      trustOf(
        {},
        {
          all: { schools: '3', pupils: '60', value: '61%' },
          one: { label: label(one), pupils: '56', value: '62%' },
          other: { label: label(other), pupils: '4', value: '50%' },
        },
      );
    for (const data of [groups('Boys', 'Girls'), groups('Pupils from afar', 'Village pupils')]) {
      expect(shownOf(data)).toEqual({ all: 'gives away', one: 62, other: 'small group' });
    }
  });

  it('hides the wider of two totals that differ by a small school', () => {
    const data = trustOf(
      {},
      {
        all: { schools: '3', pupils: '60', value: '61%' },
        some: { schools: '2', pupils: '56', value: '62%' },
      },
    );
    expect(shownOf(data)).toEqual({ all: 'gives away', some: 62 });
  });

  it('hides a comparator that is the small school itself, or all the other schools', () => {
    const data = trustOf(three, {
      total: { schools: '3', pupils: '64', value: '61%' },
      north: {
        pupils: '30',
        value: '60%',
        comparators: [{ name: 'East', value: '50%', pupils: '4' }],
      },
      east: { value: 'SUPP', comparators: [{ name: 'Our other schools', value: '62%' }] },
    });
    expect(shownOf(data)).toMatchObject({ total: 'gives away' });
    const [east] = shownData(data).metrics?.north?.comparators ?? [];
    expect(east?.series[0]?.value).toEqual({ hidden: 'small group' });
  });

  it('does not touch numbers of other years, of other measures, or of nobody in particular', () => {
    const data = dataOf({
      trust: { name: 'A' },
      schools: [
        { name: 'North', metrics: ['north'] },
        { name: 'South', metrics: ['south'] },
      ],
      metrics: {
        total: {
          measure: MEASURE,
          schools: '2',
          pupils: '64',
          series: { '2023/24': '61%', '2024/25': '62%' },
        },
        north: { measure: MEASURE, pupils: '60', series: { '2024/25': '60%' } },
        south: { measure: MEASURE, series: { '2024/25': 'SUPP' } },
        phonics: {
          measure: 'phonics standard',
          schools: '2',
          pupils: '64',
          series: { '2024/25': '80%' },
        },
        energy: { measure: 'energy use', pupils: '4', series: { '2024/25': '1,910,000' } },
      },
    });
    const [earlier, newest] = shownData(data).metrics?.total?.series ?? [];
    expect(earlier?.value).toMatchObject({ number: 61 });
    expect(newest?.value).toEqual({ hidden: 'gives away' });
    expect(shownOf(data)).toMatchObject({ phonics: 80, energy: 1_910_000 });
  });

  it('leaves out sentences that tell how a few did, and keeps the others as they were typed', () => {
    const data = dataOf({
      trust: { name: 'A' },
      growth: {
        why_us: 'We are small. Three of our four looked-after pupils passed! Come and see.',
        why_now: 'Four out of five pupils passed. All our schools passed their audit.',
      },
    });
    expect(shownData(data).growth).toEqual({
      why_us: 'We are small. [not shown (small group)] Come and see.',
      why_now: 'Four out of five pupils passed. All our schools passed their audit.',
    });
  });

  it('leaves out sentences that type a hidden number beside the words of its label', () => {
    const data = dataOf({
      trust: { name: 'A' },
      growth: {
        capacity:
          'At the expected standard in reading, writing and maths were 75%. We have 75% of a hall.',
      },
      metrics: { a: { measure: MEASURE, pupils: '4', series: { '2024/25': '75%' } } },
    });
    expect(shownData(data).growth?.capacity).toBe(
      '[not shown (small group)] We have 75% of a hall.',
    );
  });
});

/** Pupils of a school: how many on free school meals and how many others, and how many of each met the standard. */
interface Pupils {
  free: number;
  rest: number;
  freeMet: number;
  restMet: number;
}

const pupils: fc.Arbitrary<Pupils> = fc
  .record({ free: fc.integer({ min: 0, max: 4 }), rest: fc.integer({ min: 1, max: 6 }) })
  .chain(({ free, rest }) =>
    fc.record({
      free: fc.constant(free),
      rest: fc.constant(rest),
      freeMet: fc.integer({ min: 0, max: free }),
      restMet: fc.integer({ min: 0, max: rest }),
    }),
  );

const GROUPS = ['all', 'free', 'rest'] as const;
type Group = (typeof GROUPS)[number];

const schoolListing = (lists: fc.Arbitrary<Group[]>) =>
  fc.record({ pupils, lists, keptBack: fc.boolean() });

const smallTrust = fc.record({
  // A third school of which nothing is known makes too many possibilities to try.
  schools: fc.oneof(
    fc.array(schoolListing(fc.subarray([...GROUPS])), { minLength: 2, maxLength: 2 }),
    fc.array(schoolListing(fc.subarray([...GROUPS], { minLength: 2 })), {
      minLength: 3,
      maxLength: 3,
    }),
  ),
  totals: fc.subarray([...GROUPS]),
});

const sizeOf = {
  all: (s: Pupils) => s.free + s.rest,
  free: (s: Pupils) => s.free,
  rest: (s: Pupils) => s.rest,
};
const metOf = {
  all: (s: Pupils) => s.freeMet + s.restMet,
  free: (s: Pupils) => s.freeMet,
  rest: (s: Pupils) => s.restMet,
};
const LABELS: Record<Group, string> = {
  all: 'Pupils meeting the expected standard in reading, writing and maths',
  free: 'Pupils on free school meals meeting the expected standard in reading, writing and maths',
  rest: 'Pupils not on free school meals meeting the expected standard in reading, writing and maths',
};

/** A number that the profile gives: about which group of which schools. */
interface Known {
  name: string;
  group: Group;
  of: readonly number[];
}

describe('what is still shown of a small trust', () => {
  it('never lets a reader work a hidden number out', () => {
    fc.assert(
      fc.property(smallTrust, ({ schools, totals }) => {
        const everySchool = schools.map((_, index) => index);
        const total = (part: typeof sizeOf, { group, of }: Known, all: readonly Pupils[]) =>
          of.reduce((sum, index) => sum + part[group](all[index] as Pupils), 0);
        const truth = schools.map((one) => one.pupils);
        const known: Known[] = [
          ...totals.map((group) => ({ name: `total-${group}`, group, of: everySchool })),
          ...schools.flatMap(({ lists }, index) =>
            lists.map((group) => ({ name: `school-${index}-${group}`, group, of: [index] })),
          ),
        ].filter((one) => total(sizeOf, one, truth) > 0);

        const metrics = Object.fromEntries(
          known.map((one): [string, Typed] => {
            const size = total(sizeOf, one, truth);
            const [index, second] = one.of;
            const keptBack = second === undefined && schools[index ?? 0]?.keptBack && size <= 5;
            const value = keptBack
              ? 'SUPP'
              : `${((100 * total(metOf, one, truth)) / size).toFixed(0)}%`;
            const covered = second === undefined ? {} : { schools: String(schools.length) };
            return [
              one.name,
              { label: LABELS[one.group], pupils: String(size), value, ...covered },
            ];
          }),
        );
        const lists = schools.map((_, index): [string, string[]] => [
          `School ${'ABC'[index]}`,
          known.filter(({ name }) => name.startsWith(`school-${index}-`)).map(({ name }) => name),
        ]);
        const shown = shownOf(trustOf(Object.fromEntries(lists), metrics));

        // A reader who knows every size that is typed tries all that could be.
        const fits = (one: Known, all: readonly Pupils[]) =>
          total(sizeOf, one, all) === total(sizeOf, one, truth) &&
          (typeof shown[one.name] !== 'number' ||
            total(metOf, one, all) === total(metOf, one, truth));
        const possibleAt = everySchool.map((index) =>
          everyPupils.filter((guess) =>
            known
              .filter(({ of }) => of.length === 1 && of[0] === index)
              .every((one) =>
                fits(
                  one,
                  everySchool.map(() => guess),
                ),
              ),
          ),
        );
        const possible = new Map<string, Set<number>>();
        for (const guess of product(possibleAt)) {
          if (!known.every((one) => fits(one, guess))) continue;
          for (const one of known) {
            const seen = possible.get(one.name) ?? new Set();
            possible.set(one.name, seen.add(total(metOf, one, guess)));
          }
        }
        for (const one of known) {
          const size = total(sizeOf, one, truth);
          const met = total(metOf, one, truth);
          if (size > 5 && (size > 10 || (met > 0 && met < size))) continue;
          expect([one.name, typeof shown[one.name]]).not.toEqual([one.name, 'number']);
          expect([one.name, possible.get(one.name)?.size]).not.toEqual([one.name, 1]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

const range = (most: number) => Array.from({ length: most + 1 }, (_, index) => index);

/** Every school that could be. */
const everyPupils: readonly Pupils[] = range(4).flatMap((free) =>
  range(5).flatMap((others) =>
    range(free).flatMap((freeMet) =>
      range(others + 1).map((restMet) => ({ free, rest: others + 1, freeMet, restMet })),
    ),
  ),
);

function* product<T>([first, ...rest]: readonly (readonly T[])[]): Generator<T[]> {
  if (!first) {
    yield [];
    return;
  }
  for (const one of first) for (const others of product(rest)) yield [one, ...others];
}
