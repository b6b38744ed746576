import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, DotPlot, Panel, Panels, Progress, Shares } from '../../src/case/chart.ts';
import { chartOf, highestFirst, partsOf, spans } from '../../src/case/charts.ts';
import type { Timeline } from '../../src/case/figures.ts';
import { formatQuantity, isWord } from '../../src/profile/formats/amounts.ts';
import type { CalendarDate } from '../../src/profile/formats/dates.ts';
import { type Period, periodInTable } from '../../src/profile/formats/periods.ts';
import { bothOf, drawn } from '../support/case.ts';
import { outsideOf, overlapsIn, shapesOf } from '../support/svg.ts';

/* Whatever a profile holds, a picture is whole: numbers in it are numbers, and nothing is cut off. */

const name = fc.oneof(
  fc.constantFrom('our trust', 'England', 'Marlshire primary schools', 'St Wystan’s'),
  fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !text.endsWith('.')),
  fc.constantFrom(
    'Our Lady of the Immaculate Conception and Saint Wystan Prim',
    'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochsc',
    '<script>alert("&")</script>',
  ),
);

const sign = fc.constantFrom('%', '£', 'days', 'tonnes CO2e', 'score', '');

const inWords = (number: number, unit: string) =>
  formatQuantity(number, Number.isInteger(number) ? 0 : 2, unit);

const numberFor = (unit: string) =>
  unit === '%'
    ? fc.oneof(fc.constantFrom(0, 100, 99.9), fc.integer({ min: 0, max: 100 }))
    : fc.oneof(
        fc.integer({ min: -2_000_000, max: 2_000_000 }),
        fc.constantFrom(0, 0.01, -0.42, 3, 2_500_000),
        fc.integer({ min: 0, max: 400 }),
      );

const periods = fc.oneof(
  fc
    .uniqueArray(fc.integer({ min: 2004, max: 2025 }), { minLength: 1, maxLength: 12 })
    .map((years) => years.sort().map((start): Period => ({ kind: 'academic year', start }))),
  fc
    .uniqueArray(fc.integer({ min: 1990, max: 2025 }), { minLength: 3, maxLength: 30 })
    .map((years) => years.sort().map((year): Period => ({ kind: 'year', year }))),
  fc
    .uniqueArray(fc.integer({ min: 2015, max: 2025 }), { minLength: 2, maxLength: 6 })
    .map((years) =>
      years
        .sort()
        .map((year): Period => ({ kind: 'year ended', end: { year, month: 8, day: 31 } })),
    ),
);

const missing = fc.constantFrom(
  undefined,
  'not published: too few pupils',
  'not shown (small group)',
);

function timelineWith(
  rows: fc.Arbitrary<number>,
  signs: fc.Arbitrary<string> = sign,
): fc.Arbitrary<Timeline> {
  return fc.tuple(periods, signs, rows).chain(([times, unit, count]) => {
    const cell = fc.option(numberFor(unit), { nil: null, freq: 6 });
    const row = fc.record({
      whose: name,
      cells: fc.array(fc.tuple(cell, missing), {
        minLength: times.length,
        maxLength: times.length,
      }),
    });
    return fc
      .record({
        label: name,
        rows: fc.array(row, { minLength: count, maxLength: count }),
        span: fc.constantFrom(undefined, 1, 10),
      })
      .map(
        ({ label, rows: typed, span }): Timeline => ({
          ...{ label, unit: undefined, evidence: [], sign: unit, decimals: 2, span },
          ...{ better: 'higher', sets: undefined, times, periods: times.map(periodInTable) },
          rows: typed.map(({ whose, cells }) => ({
            whose,
            values: cells.map(([number, words]) =>
              number === null ? words : inWords(number, isWord(unit) ? '' : unit),
            ),
            numbers: cells.map(([number]) => number ?? undefined),
          })),
        }),
      );
  });
}

const joined: fc.Arbitrary<CalendarDate> = fc.record({
  year: fc.integer({ min: 2008, max: 2024 }),
  month: fc.constantFrom(1, 4, 9),
  day: fc.constant(1),
});

const series = fc
  .tuple(
    timelineWith(fc.integer({ min: 1, max: 13 })),
    fc.constantFrom('line' as const, 'bars' as const, 'dots' as const, undefined),
    fc.option(joined, { nil: undefined }),
  )
  .map(([timeline, asked, when]) => chartOf('numbers', timeline, { asked, joined: when }));

const dots: fc.Arbitrary<DotPlot[]> = sign.chain((unit) => {
  const row = fc
    .tuple(name, fc.option(numberFor(unit), { nil: undefined, freq: 5 }))
    .map(([who, number]) => ({
      ...{ name: who, number, ours: true },
      value: number === undefined ? 'not published: too few pupils' : inWords(number, unit),
    }));
  const line = fc.tuple(name, numberFor(unit), fc.boolean()).map(([who, number, ours]) => ({
    ...{ name: who, number, ours, value: inWords(number, unit) },
  }));
  return fc
    .tuple(
      name,
      fc.array(row, { minLength: 2, maxLength: 40 }),
      fc.array(line, { maxLength: 4 }),
      fc.constantFrom('schools' as const, 'others' as const),
    )
    .map(([label, rows, lines, of]) =>
      partsOf(rows.length, 30).map(
        (part): DotPlot => ({
          ...{ kind: 'dots', name: 'schools', label, sign: unit, span: undefined },
          ...{ period: { kind: 'academic year', start: 2024 }, of, lines, part },
          rows: highestFirst(rows),
        }),
      ),
    );
});

/** A school’s numbers, on both sides of the day it joined. */
const panel = (unit: string): fc.Arbitrary<Panel> =>
  fc
    .record({
      school: name,
      joined,
      series: timelineWith(fc.constantFrom(1, 2, 2, 2), fc.constant(unit)),
    })
    .filter(({ series: timeline, joined: when }) => spans(timeline, when));

const panels: fc.Arbitrary<Panels> = sign.chain((unit) =>
  fc.array(panel(unit), { minLength: 2, maxLength: 14 }).map((each) => ({
    ...{ kind: 'panels', name: 'joining', label: 'A measure', part: undefined },
    ...{ panels: each, beside: each[0]?.series.rows[1]?.whose },
  })),
);

const shares: fc.Arbitrary<Shares> = fc
  .array(fc.record({ what: name, share: fc.double({ min: 0, max: 100, noNaN: true }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => ({ kind: 'shares', name: 'spending', label: 'Where each pound goes', parts }));

const progress: fc.Arbitrary<Progress> = fc
  .array(
    sign.chain((unit) => {
      const reading = fc.tuple(numberFor(unit), fc.integer({ min: 2015, max: 2025 }));
      return fc
        .tuple(
          name,
          reading,
          reading,
          numberFor(unit),
          fc.constantFrom('higher' as const, 'lower' as const),
        )
        .map(([label, [first, from], [latest, to], target, better]) => ({
          ...{ label, sign: unit, span: undefined, better, due: '31 August 2027' },
          first: {
            ...{ number: first, value: inWords(first, unit) },
            period: { kind: 'academic year' as const, start: from },
          },
          latest: {
            ...{ number: latest, value: inWords(latest, unit) },
            period: { kind: 'academic year' as const, start: to },
          },
          target: { number: target, value: inWords(target, unit) },
        }));
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((goals) => ({ kind: 'progress', name: 'commitments', goals, part: undefined }));

const kinds: [string, fc.Arbitrary<Chart[]>][] = [
  ['series over time', series.map((chart) => (chart ? [chart] : []))],
  ['dot plots', dots],
  ['small pictures of joining', panels.map((chart) => [chart])],
  ['shares of a pound', shares.map((chart) => [chart])],
  ['progress', progress.map((chart) => [chart])],
];

const runs = { numRuns: 100 };

describe.each(kinds)('%s', (_, charts) => {
  const each = (check: (svg: string, chart: Chart) => void) =>
    fc.assert(
      fc.property(charts, (some) => {
        for (const chart of some) for (const svg of bothOf(drawn(chart))) check(svg, chart);
      }),
      runs,
    );

  it('are well formed, with numbers wherever a number belongs', () => {
    each((svg) => expect(() => shapesOf(svg)).not.toThrow());
  });

  it('keep every mark and word inside the picture', () => {
    each((svg) => expect(outsideOf(svg)).toEqual([]));
  });

  it('never print one word over another', () => {
    each((svg) => expect(overlapsIn(svg)).toEqual([]));
  });

  it('come out the same each time, with words to go with them', () => {
    fc.assert(
      fc.property(charts, (some) => {
        for (const chart of some) {
          const [once, again] = [drawn(chart), drawn(structuredClone(chart))];
          expect(again).toEqual(once);
          expect(once.alt).toMatch(/\.$/);
          expect(once.finding).not.toMatch(/NaN|undefined|Infinity|\.$/);
          expect(`${once.alt} ${once.notes.join(' ')}`).not.toMatch(/NaN|undefined|Infinity/);
        }
      }),
      runs,
    );
  });
});

it('the first number of a line gives way to the words for the day a school joined', () => {
  const times = [2010, 2012, 2022].map((start) => ({ kind: 'academic year' as const, start }));
  const numbers = [1_350_893, undefined, -1];
  const timeline: Timeline = {
    ...{ label: 'A measure', unit: undefined, evidence: [], sign: '', decimals: 2 },
    ...{ span: undefined, better: 'higher', sets: undefined },
    ...{ times, periods: times.map(periodInTable) },
    rows: [{ whose: 'Our school', values: ['1,350,893', undefined, '−1'], numbers }],
  };
  const day = { year: 2011, month: 1, day: 1 };
  const chart = chartOf('numbers', timeline, { asked: 'line', joined: day });
  for (const svg of chart ? bothOf(drawn(chart)) : []) {
    expect(svg).toContain('joined January 2011');
    expect(overlapsIn(svg)).toEqual([]);
  }
  expect(chart).toBeDefined();
});
