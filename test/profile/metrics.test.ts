import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  figureInWords,
  figureNames,
  inOrder,
  labelOfMetric,
  latest,
  type Metric,
  measure,
  pointAt,
  unitOf,
  valueInWords,
} from '../../src/profile/metrics.ts';
import { profileOf } from '../support/profile.ts';

/** One metric, as YAML below its name. */
async function metric(lines: string): Promise<Metric> {
  const inside = lines.replace(/^/gm, '    ');
  const { data } = await profileOf(`trust:\n  name: A\nmetrics:\n  visits:\n${inside}\n`);
  return data.metrics?.visits as Metric;
}

const visits = () =>
  metric(
    [
      'label: Visits',
      'unit: visits',
      'pupils: 1,204',
      'series:',
      '  2024/25: 12',
      '  2021/22: 4',
      '  2023/24: {value: SUPP, reason: Nine pupils}',
      '  2022 to 2023: 1',
      'comparators:',
      '  - name: England',
      '    series: {2024-25: 9, 2023/24: 8}',
    ].join('\n'),
  );

describe('what a metric is called and counted in', () => {
  it('is its own, before that of its measure', async () => {
    const own = await metric(
      'measure: attendance\nlabel: Being there\nunit: points\nseries: {2024/25: 94}',
    );
    expect([labelOfMetric(own), unitOf(own)]).toEqual(['Being there', 'points']);
  });

  it('is that of its measure, before what was typed with its numbers', async () => {
    const known = await metric('measure: attendance\nseries: {2024/25: £94}');
    expect([labelOfMetric(known), unitOf(known)]).toEqual(['Attendance', '%']);
    expect(measure(known)?.most).toBe(100);
  });

  it('is what was typed with its numbers, where nothing else says', async () => {
    expect(unitOf(await metric('series: {2022/23: 5, 2023/24: SUPP, 2024/25: £7}'))).toBe('£');
  });

  it.each([
    ['per cent', '%'],
    ['Percentage', '%'],
    ['pounds', '£'],
    ['pounds a pupil', 'pounds a pupil'],
  ])('is the same whether it is typed as a word or a sign: %s', async (typed, unit) => {
    expect(unitOf(await metric(`unit: ${typed}\nseries: {2024/25: 9}`))).toBe(unit);
  });

  it('is unknown where nothing says', async () => {
    const bare = await metric('series: {2024/25: 5}');
    expect([labelOfMetric(bare), unitOf(bare), measure(bare)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the numbers of a metric', () => {
  it('are in order of time, whatever order they were typed in', async () => {
    const { series } = await visits();
    expect(inOrder(series).map(({ key }) => key)).toEqual([
      '2021/22',
      '2022 to 2023',
      '2023/24',
      '2024/25',
    ]);
    expect(series[0]?.key).toBe('2024/25');
  });

  it('end with the newest', async () => {
    expect(latest(await visits())?.key).toBe('2024/25');
  });

  it('are found by their period, however it was typed', async () => {
    const { series } = await visits();
    expect(pointAt(series, { kind: 'academic year', start: 2022 })?.key).toBe('2022 to 2023');
    expect(pointAt(series, { kind: 'academic year', start: 2019 })).toBeUndefined();
  });
});

describe('valueInWords', () => {
  it('writes numbers with the unit of the metric, or their own', () => {
    const number = { number: 68, decimals: 0, unit: '%' as const };
    expect(valueInWords(number, undefined)).toBe('68%');
    expect(valueInWords({ ...number, unit: null }, 'days')).toBe('68 days');
    expect(valueInWords({ ...number, unit: null }, undefined)).toBe('68');
  });

  it('says what a code means', () => {
    expect(valueInWords({ code: 'SUPP' }, '%')).toBe('not published: too few pupils');
  });
});

describe('figureInWords', () => {
  it.each([
    [undefined, '12 visits'],
    ['first', '4 visits'],
    ['first.period', '2021 to 2022'],
    ['previous', 'not published: too few pupils'],
    ['period', '2024 to 2025'],
    ['comparator', '9 visits'],
    ['pupils', '1,204'],
    ['2021/22', '4 visits'],
    ['2022/23', '1 visit'],
  ])('says for $visits.%s “%s”', async (select, words) => {
    expect(figureInWords(await visits(), select)).toBe(words);
  });

  it.each(['2019/20', '2024/26', 'last', 'periods'])(
    'has nothing to say for $visits.%s',
    async (select) => {
      expect(figureInWords(await visits(), select)).toBeUndefined();
    },
  );

  it('says nothing where there is no earlier number, no comparator and nobody counted', async () => {
    const one = await metric('unit: visits\nseries: {2024/25: 12}');
    for (const select of ['previous', 'comparator', 'pupils']) {
      expect(figureInWords(one, select)).toBeUndefined();
    }
    expect(figureInWords(one, 'first')).toBe('12 visits');
  });

  it('does not compare with another year than its own', async () => {
    const older = await metric(
      'unit: "%"\nseries: {2024/25: 12}\ncomparators:\n  - {name: England, series: {2023/24: 9}}',
    );
    expect(figureInWords(older, 'comparator')).toBeUndefined();
  });

  it('counts those that the newest number is about, before those of the whole metric', async () => {
    const counted = await metric(
      'unit: "%"\npupils: 5\nseries: {2024/25: {value: 12, pupils: 61}}',
    );
    expect(figureInWords(counted, 'pupils')).toBe('61');
  });
});

describe('figureNames', () => {
  const named = (text: string) =>
    figureNames(text).map(({ name, select }) =>
      select === undefined ? name : `${name}|${select}`,
    );

  it.each([
    ['$visits', ['visits']],
    ['It rose to $visits.', ['visits']],
    [
      'from $ks2-rwm.first to $ks2-rwm, in $ks2-rwm.period',
      ['ks2-rwm|first', 'ks2-rwm', 'ks2-rwm|period'],
    ],
    ['since $visits.first.period, and', ['visits|first.period']],
    ['($visits.2022/23)', ['visits|2022/23']],
    ['$visits.previous.', ['visits|previous']],
    ['$visits.latest', ['visits|latest']],
    ['**$visits**', ['visits']],
    ['$a, $b and $c', ['a', 'b', 'c']],
    ['$visits.\nThen', ['visits']],
    ['$visits-', ['visits']],
  ])('finds those of “%s”', (text, found) => {
    expect(named(text)).toEqual(found);
  });

  it.each([
    '$5',
    '$ 5',
    '\\$visits',
    'US$visits',
    '$$visits',
    '$Visits',
    'visits',
    '$',
    '£5',
    'a$b',
  ])('finds none in “%s”', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('says where each of them stands', () => {
    const text = 'from $a.first to $b-c.';
    expect(figureNames(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '$a.first',
      '$b-c',
    ]);
  });

  it('points into any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'$ab-.1/ \\first') }), (text) => {
        for (const { name, start, end } of figureNames(text)) {
          expect(text.slice(start, end)).toMatch(new RegExp(`^\\$${name}(\\.|$)`));
        }
      }),
    );
  });
});
