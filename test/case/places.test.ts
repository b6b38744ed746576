import { describe, expect, it } from 'vitest';
import { milesInWords } from '../../src/case/places.ts';
import { caseOf } from '../support/case.ts';

const school = (name: string, place = '') => `  - name: ${name}\n${place}`;
const at = (easting: number, northing: number) =>
  `    easting: ${easting}\n    northing: ${northing}\n`;
const asking =
  'standing:\n  stage: exploring\n  school: Fennimore\nprospective_schools:\n  - name: Fennimore\n';

describe('milesInWords', () => {
  it.each([
    [2.06, '2.1 miles'],
    [5.98, '6 miles'],
    [1.02, '1 mile'],
    [0.04, 'less than 0.1 miles'],
  ])('writes %d as %s', (miles, words) => {
    expect(milesInWords(miles)).toBe(words);
  });
});

describe('where the schools are', () => {
  it('lists them by their distance from the school the document is for, with the drive', async () => {
    const { places } = await caseOf(
      `schools:\n${school('Far', at(460000, 320000))}${school('Near', at(451609, 320000))}${asking}${at(450000, 320000)}    drive_times: [{school: near, minutes: 4}]\n`,
    );
    expect(places?.caption).toBe('How far each school is from Fennimore, in a straight line');
    expect(places?.rows).toEqual([
      { number: 1, name: 'Near', distance: '1 mile', drive: '4 minutes' },
      { number: 2, name: 'Far', distance: '6.2 miles', drive: undefined },
    ]);
  });

  it('are not mapped where only one place is known', async () => {
    expect((await caseOf(`schools:\n${school('A', at(460000, 320000))}`)).places).toBeUndefined();
    const half = await caseOf(
      `schools:\n${school('A', at(460000, 320000))}${school('B', '    easting: 460000\n')}`,
    );
    expect(half.places).toBeUndefined();
  });

  it('leaves out a school whose place is not on the National Grid, and says so', async () => {
    const { places } = await caseOf(
      `schools:\n${school('A', at(460000, 320000))}${school('B', at(450000, 320000))}${school('C', at(0, 320000))}`,
    );
    expect(places?.chart.missing).toEqual(['C']);
  });

  it('measures from the middle of the trust where the addressee’s place is not known', async () => {
    const { places } = await caseOf(
      `schools:\n${school('A', at(460000, 320000))}${school('B', at(450000, 320000))}${asking}`,
    );
    expect(places?.chart.centre).toMatchObject({ easting: 455000, addressee: false });
    expect(places?.caption).toContain('the middle of Quillbrook Learning Trust');
  });
});
