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
