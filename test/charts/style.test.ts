import Color from 'color';
import { describe, expect, it } from 'vitest';
import { fileStyle, pageStyle } from '../../src/charts/style.ts';
import { contrastOnPaper, washOf } from '../../src/profile/colours.ts';
import { paletteOf } from '../../src/typeset/palette.ts';
import { bothOf, caseOf, drawn } from '../support/case.ts';
import { shapesOf } from '../support/svg.ts';

const everyKind = `
standing: {stage: exploring, school: Fennimore}
prospective_schools: [{name: Fennimore, easting: 448200, northing: 319600}]
schools:
  - {name: Abbot, joined: 1 September 2023, metrics: [abbot], easting: 450000, northing: 320000}
  - {name: Birch, joined: 1 September 2023, metrics: [birch], easting: 451000, northing: 321000}
finances: {spending: {items: [{what: A, amount: £1}, {what: B, amount: £2}]}}
commitments: [{promise: A, metric: whole, target: 96%}]
metrics:
  abbot: {measure: attendance, series: {2021/22: 92%, 2022/23: 92%, 2023/24: 93%, 2024/25: 95%}}
  birch: {measure: attendance, series: {2021/22: 92%, 2022/23: 91%, 2023/24: 93%, 2024/25: NP}}
  energy: {measure: energy use, series: {2021/22: 9, 2022/23: 8, 2024/25: 7}}
  whole:
    measure: attendance
    schools: 2
    series: {2021/22: 92%, 2022/23: 92%, 2023/24: 93%, 2024/25: 95%}
    comparators:
      - {name: A, series: {2021/22: 91%, 2022/23: 92%, 2023/24: 93%}}
      - {name: B, series: {2021/22: 91%, 2022/23: 92%, 2023/24: 93%}}
      - {name: C, series: {2021/22: 91%, 2022/23: 92%, 2023/24: 93%}}
`;

describe('the style of drawings', () => {
  it('knows every class that a drawing uses', async () => {
    const { charts } = await caseOf(everyKind);
    expect(new Set(charts.map(({ kind }) => kind))).toEqual(
      new Set(['line', 'bars', 'dots', 'panels', 'shares', 'progress', 'map']),
    );
    const used = charts.flatMap((chart) =>
      bothOf(drawn(chart)).flatMap((svg) =>
        shapesOf(svg).shapes.flatMap(({ attributes }) => attributes.class?.split(' ') ?? []),
      ),
    );
    const style = pageStyle();
    for (const name of new Set(used)) expect(style).toContain(`.drawing .${name} {`);
  });

  it('takes its colours from the page it stands in, and has them written in on its own', () => {
    expect(pageStyle()).toContain('var(--brand)');
    const file = fileStyle(paletteOf({ colour: '#7a1f5c' }));
    expect(file).not.toContain('var(');
    expect(file).toContain('#7a1f5c');
    expect(file).not.toMatch(/url\(|@import|http/);
  });

  it.each(['#0b5351', '#7a1f5c', '#0057b8', '#ffd100', '#000000'])(
    'keeps what is drawn in the tints of %s clear of paper and wash',
    (colour) => {
      const { brand, 'brand-mid': mid } = paletteOf({ colour });
      expect(contrastOnPaper(brand)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOnPaper(mid)).toBeGreaterThanOrEqual(3);
      expect(Color(mid).contrast(Color(washOf(brand)))).toBeGreaterThanOrEqual(3);
    },
  );

  it('is the same for words on every drawing: none smaller than 10 points on paper', () => {
    const sizes = [...pageStyle().matchAll(/font-size: ([\d.]+)px/g)].map((match) =>
      Number(match[1]),
    );
    expect(sizes.length).toBeGreaterThan(0);
    for (const size of sizes) expect(size * 0.75).toBeGreaterThanOrEqual(10);
  });
});
