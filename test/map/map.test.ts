import { describe, expect, it } from 'vitest';
import type { SchoolMap } from '../../src/case/chart.ts';
import { ringsOf } from '../../src/map/ground.ts';
import { numbersInWords } from '../../src/map/map.ts';
import { bothOf, caseOf, drawn } from '../support/case.ts';
import { outsideOf, overlapsIn, shapesOf, wordsIn } from '../support/svg.ts';

const asking = (place: string) =>
  `standing:\n  stage: exploring\n  school: Fennimore\nprospective_schools:\n  - name: Fennimore\n${place}`;
const HERE = '    easting: 448200\n    northing: 319600\n';
const school = (name: string, easting: number, northing: number) =>
  `  - {name: ${name}, easting: ${easting}, northing: ${northing}}\n`;

async function mapOf(yaml: string): Promise<SchoolMap> {
  const { places } = await caseOf(yaml);
  if (!places) throw new Error('There is no map.');
  return places.chart;
}

const two = `schools:\n${school('Tansy Row', 450630, 317350)}${school('Holt', 448200, 335694)}`;

describe('the map', () => {
  it('names the schools, their distances and the reader’s own school', async () => {
    const picture = drawn(await mapOf(two + asking(HERE)));
    for (const svg of bothOf(picture)) {
      expect(wordsIn(svg)).toEqual(
        expect.arrayContaining([
          'Tansy Row',
          '2.1 miles',
          'Holt',
          '10 miles',
          'Fennimore (you)',
          'N',
        ]),
      );
      expect(overlapsIn(svg)).toEqual([]);
      expect(outsideOf(svg)).toEqual([]);
    }
    expect(picture.numbered).toBe(false);
  });

  it('says where each school is, for those who cannot see it', async () => {
    expect(drawn(await mapOf(two + asking(HERE))).alt).toBe(
      'Map of two schools around Fennimore. Tansy Row, 2.1 miles to the south-east; Holt, 10 miles to the north.',
    );
  });

  it('has north at the top and east to the right', async () => {
    const [page] = bothOf(drawn(await mapOf(two + asking(HERE))));
    const marks = shapesOf(page).shapes.filter(({ name }) => name === 'circle');
    const [you, tansy, holt] = marks;
    expect(holt?.top).toBeLessThan(you?.top ?? 0);
    expect(tansy?.left).toBeGreaterThan(you?.left ?? 0);
  });

  it('draws what it says: its bar is as long as a mile of the distance between marks', async () => {
    const map = await mapOf(two + asking(HERE));
    const [page] = bothOf(drawn(map));
    const { shapes } = shapesOf(page);
    const [you, , holt] = shapes.filter(({ name }) => name === 'circle');
    const middle = (shape: typeof you) => ((shape?.top ?? 0) + (shape?.bottom ?? 0)) / 2;
    const mile = (middle(you) - middle(holt)) / 10;
    const bar = shapes.find(({ attributes }) => /^M14,/.test(attributes.d ?? ''));
    const said = wordsIn(page).find((text) => /^\d+ miles?$/.test(text) && text !== '10 miles');
    expect(((bar?.right ?? 0) - (bar?.left ?? 0)) / mile).toBeCloseTo(
      Number.parseInt(said ?? '', 10),
      1,
    );
  });

  it('turns to numbers, with a key, for 40 schools in one street', async () => {
    const street = Array.from({ length: 40 }, (_, index) =>
      school(`Number ${index + 1} High Street`, 452000 + index * 14, 320000),
    );
    const { places } = await caseOf(`schools:\n${street.join('')}${asking(HERE)}`);
    const picture = places && drawn(places.chart);
    expect(picture?.numbered).toBe(true);
    expect(picture?.notes).toContain('The numbers are those in the table.');
    expect(places?.rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    for (const svg of picture ? bothOf(picture) : []) {
      const said = wordsIn(svg).filter((text) => /^[\d, to]+$/.test(text));
      const numbers = said.flatMap((text) =>
        text.split(', ').flatMap((part) => {
          const [from = 0, to = from] = part.split(' to ').map(Number);
          return Array.from({ length: to - from + 1 }, (_, index) => from + index);
        }),
      );
      expect(numbers.sort((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, index) => index + 1),
      );
      expect(overlapsIn(svg)).toEqual([]);
      expect(outsideOf(svg)).toEqual([]);
    }
  });

  it('keeps names and numbers together where only the phone has no room for names', async () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      school(`Maple Grove ${index + 1}`, 440000 + (index % 4) * 5000, 310000 + index * 800),
    );
    const picture = drawn(await mapOf(`schools:\n${many.join('')}`));
    const [page, phone] = bothOf(picture);
    expect(picture.numbered).toBe(true);
    expect(wordsIn(page).some((text) => /^\d+ Maple/.test(text))).toBe(true);
    expect(wordsIn(phone).some((text) => /Maple/.test(text))).toBe(false);
  });

  it('gives two schools on one spot one mark and both names', async () => {
    const map = await mapOf(
      `schools:\n${school('Infants', 450000, 320000)}${school('Juniors', 450000, 320000)}${school('Holt', 455000, 325000)}`,
    );
    const [page] = bothOf(drawn(map));
    expect(shapesOf(page).shapes.filter(({ name }) => name === 'circle')).toHaveLength(2);
    expect(wordsIn(page)).toEqual(expect.arrayContaining(['Infants', 'Juniors']));
  });

  it('is drawn around the middle of the trust where nobody is addressed', async () => {
    const picture = drawn(await mapOf(two));
    expect(picture.finding).toMatch(/^Every school shown is within [\d.]+ miles of the middle of /);
    expect(wordsIn(bothOf(picture)[0]).join(' ')).not.toContain('(you)');
  });

  it('says which schools it does not show', async () => {
    const picture = drawn(await mapOf(`${two}  - name: Cedar\n  - name: Dene\n`));
    expect(picture.notes).toContain(
      'Not on the map, because their place is not known: Cedar and Dene.',
    );
  });

  it('keeps names of 60 letters off one another', async () => {
    const long = 'Our Lady of the Immaculate Conception and Saint Wystan Prim';
    const map = await mapOf(
      `schools:\n${[0, 1, 2, 3, 4].map((index) => school(`${long} ${index}`, 450000 + index * 900, 320000 + index * 700)).join('')}`,
    );
    for (const svg of bothOf(drawn(map))) {
      expect(overlapsIn(svg)).toEqual([]);
      expect(outsideOf(svg)).toEqual([]);
    }
  });

  it('draws lines behind the schools, cut at its edge', async () => {
    const coast = [
      [
        [300000, 300000],
        [600000, 340000],
      ],
    ] as const;
    const [page] = bothOf(drawn(await mapOf(two + asking(HERE)), coast));
    const lines = shapesOf(page).shapes.filter(({ attributes }) => attributes.class === 'border');
    expect(lines).toHaveLength(1);
    expect(outsideOf(page)).toEqual([]);
  });

  it('draws rings at round numbers of miles, up to the furthest school', async () => {
    expect(ringsOf(await mapOf(two + asking(HERE)))).toEqual([5, 10]);
  });

  it('is the same each time', async () => {
    const map = await mapOf(two + asking(HERE));
    expect(drawn(structuredClone(map))).toEqual(drawn(map));
  });
});

describe('numbersInWords', () => {
  it.each([
    [[3], '3'],
    [[3, 4], '3, 4'],
    [[7, 3, 5, 6], '3, 5 to 7'],
  ])('writes %j as %s', (numbers, words) => {
    expect(numbersInWords(numbers)).toBe(words);
  });
});
