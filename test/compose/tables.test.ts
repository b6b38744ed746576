import { describe, expect, it } from 'vitest';
import { render } from '../support/render.ts';

const evidence = 'evidence:\n  one:\n    title: One\n';

describe('table', () => {
  const rows = [
    { a: 'x | y', b: 5, date: { year: 2026, month: 9, day: 1 }, yes: true, list: ['p', 'q'] },
    { a: '', b: 1200, yes: false },
  ];
  const table = (columns: string, more = '') =>
    render(`{{table rows ${columns} ${more}}}`, { rows, none: [] }, { profile: evidence });

  it('has a row for each, with a dash where there is nothing', async () => {
    expect(await table('(column "A" "a") (column "B" "b")')).toBe(
      '| A | B |\n| --- | --- |\n| x \\| y | 5 |\n| – | 1200 |',
    );
  });

  it('leaves out a column that no row fills', async () => {
    expect(await table('(column "A" "a") (column "Z" "z")')).toBe(
      '| A |\n| --- |\n| x \\| y |\n| – |',
    );
  });

  it('is nothing without rows, without columns, or with nothing in any', async () => {
    const a = '(column "A" "a")';
    expect(await render(`{{table rows ${a} caption="C"}}`, { rows: [] })).toBe('');
    expect(await render(`{{table rows ${a} caption="C"}}`)).toBe('');
    expect(await table('(column "Z" "z") caption="C"')).toBe('');
    expect(await table('')).toBe('');
  });

  it('has a caption in bold', async () => {
    expect(await table('(column "B" "b")', 'caption="Our *schools*"')).toMatch(
      /^\*\*Our \*schools\*\*\*\n\n\| B \|/,
    );
  });

  it('sets numbers to the right, and shows other kinds of value in their own way', async () => {
    const all = await table(
      '(column "N" "b" as="count") (column "D" "date" as="date" empty="Never") (column "Y" "yes" as="yes or no") (column "L" "list" as="list" empty="Nobody") (column "S" "a" as="standing")',
    );
    expect(all.split('\n')).toEqual([
      '| N | D | Y | L | S |',
      '| ---: | --- | --- | --- | --- |',
      '| 5 | 1\u00a0September\u00a02026 | Yes | p and q | **x \\| y** |',
      '| 1,200 | Never | No | Nobody | – |',
    ]);
  });

  it('shows periods, shares, capitals and sources', async () => {
    const values = {
      rows: [
        {
          p: { kind: 'academic year', start: 2024 },
          s: { number: 5, decimals: 0, unit: '%' },
          c: 'headteacher',
          e: ['one'],
        },
      ],
    };
    const template =
      '{{table rows (column "P" "p" as="period") (column "S" "s" as="percent") (column "C" "c" as="capital") (column "E" "e" as="cite")}}';
    expect((await render(template, values, { profile: evidence })).split('\n').at(-1)).toBe(
      '| 2024/25 | 5% | Headteacher | [^one] |',
    );
  });
});

describe('series', () => {
  const series = {
    label: 'Absence',
    unit: 'days',
    evidence: ['one'],
    periods: ['2023/24', '2024/25'],
    rows: [
      { whose: 'our trust', values: ['5', undefined] },
      { whose: 'England | all', values: ['6', '7'] },
    ],
  };

  it('is a table with a column for each period, its sources in the caption', async () => {
    expect(await render('{{series a}}', { a: series })).toBe(
      [
        '**Absence (days)**[^one]',
        '',
        '| Year | 2023/24 | 2024/25 |',
        '| --- | ---: | ---: |',
        '| Our trust | 5 | no figure |',
        '| England \\| all | 6 | 7 |',
      ].join('\n'),
    );
  });

  it('does not say its unit twice', async () => {
    const a = { ...series, label: 'Days of absence' };
    expect(await render('{{series a}}', { a })).toMatch(/^\*\*Days of absence\*\*/);
  });

  it('stands on end where the periods are too many for a page', async () => {
    const periods = ['1', '2', '3', '4', '5', '6', '7'];
    const a = { ...series, periods, rows: [{ whose: 'us', values: periods }] };
    expect((await render('{{series a}}', { a })).split('\n').slice(2, 5)).toEqual([
      '| Year | Us |',
      '| --- | ---: |',
      '| 1 | 1 |',
    ]);
  });

  it('is nothing where there are no periods', async () => {
    expect(await render('{{series a}}', { a: { ...series, periods: [] } })).toBe('');
    expect(await render('{{series a}}')).toBe('');
  });
});
