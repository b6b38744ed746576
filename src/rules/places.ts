import { GRID, isOnGrid } from '../profile/formats/grid.ts';
import { rule } from './rule.ts';

/** Schools of either list, and where each stands. */
const LISTS = ['schools', 'prospective_schools'] as const;

export const halfAPlace = rule({
  code: 'half-a-place',
  severity: 'warning',
  title: 'Half of a school’s place',
  why: 'A school is put on the map only where both its easting and its northing are known.',
  remedy: 'Give both, as Get Information About Schools lists them, or neither.',
  wrong: 'schools:\n  - name: Tansy Row Primary School\n    easting: 450630\n',
  right:
    'schools:\n  - name: Tansy Row Primary School\n    easting: 450630\n    northing: 317350\n',
  *check({ data }) {
    for (const list of LISTS) {
      for (const [index, { name, easting, northing }] of (data[list] ?? []).entries()) {
        if ((easting === undefined) === (northing === undefined)) continue;
        const [has, lacks] =
          easting === undefined ? ['northing', 'easting'] : ['easting', 'northing'];
        yield {
          path: [list, index, has],
          message: `${name} has its ${has} but no ${lacks}, so it is not on the map.`,
          hint: `Add a line “${lacks}:”, or delete the ${has}.`,
        };
      }
    }
  },
});

export const offTheGrid = rule({
  code: 'off-the-grid',
  severity: 'error',
  title: 'A school outside Great Britain',
  why: 'A place off the National Grid is a slip of the keyboard, and the school would be missing from the map.',
  remedy:
    'Copy the easting and northing again: whole metres, the easting up to 700,000 and the northing up to 1,300,000.',
  wrong:
    'schools:\n  - name: Tansy Row Primary School\n    easting: 4506300\n    northing: 317350\n',
  right:
    'schools:\n  - name: Tansy Row Primary School\n    easting: 450630\n    northing: 317350\n',
  source: 'Ordnance Survey, A guide to coordinate systems in Great Britain',
  *check({ data }) {
    for (const list of LISTS) {
      for (const [index, { name, easting, northing }] of (data[list] ?? []).entries()) {
        if (easting === undefined || northing === undefined) continue;
        if (isOnGrid({ easting, northing })) continue;
        const wrong = easting === 0 || easting > GRID.easting ? 'easting' : 'northing';
        yield {
          path: [list, index, wrong],
          message: `The place of ${name} is not on the National Grid, so it is not on the map.`,
          hint: 'Copy its easting and northing again from Get Information About Schools.',
        };
      }
    }
  },
});

/** A box round England, on the National Grid, in metres: Scilly to Lowestoft, the Lizard to Berwick. */
const ENGLAND = { east: [80_000, 656_000], north: [5_000, 658_000] } as const;

export const outsideEngland = rule({
  code: 'outside-england',
  severity: 'error',
  title: 'A school outside England that might join',
  why: 'There are academies in England alone, so one of its numbers is wrong and every distance in its copy would be too.',
  remedy: 'Copy the easting and northing again, each in its place.',
  wrong:
    'prospective_schools:\n  - name: Fennimore Primary School\n    easting: 319600\n    northing: 848200\n',
  right:
    'prospective_schools:\n  - name: Fennimore Primary School\n    easting: 448200\n    northing: 319600\n',
  source: 'Ordnance Survey, A guide to coordinate systems in Great Britain',
  *check({ data }) {
    for (const [index, { name, easting, northing }] of (data.prospective_schools ?? []).entries()) {
      if (easting === undefined || northing === undefined) continue;
      // A place that is nowhere on the grid is complained of as such.
      if (!isOnGrid({ easting, northing })) continue;
      const isEast = within(easting, ENGLAND.east);
      if (isEast && within(northing, ENGLAND.north)) continue;
      yield {
        path: ['prospective_schools', index, isEast ? 'northing' : 'easting'],
        message: `The place of ${name} is not in England.`,
        hint: 'Copy its easting and northing again from Get Information About Schools. The easting comes first.',
      };
    }
  },
});

const within = (number: number, [from, to]: readonly [number, number]) =>
  number >= from && number <= to;
