import { type GridPoint, gridPointOf, milesBetween } from '../profile/formats/grid.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { findSchool } from '../profile/schools.ts';
import type { MapPlace, SchoolMap } from './chart.ts';

type School = NonNullable<ProfileData['schools']>[number];
type Addressee = NonNullable<ProfileData['prospective_schools']>[number];

/** Where the schools are, and how far from whom. */
export interface Places {
  chart: SchoolMap;
  caption: string;
  rows: { number: number; name: string; distance: string; drive: string | undefined }[];
}

/**
 * A map of the schools around the one the document is for, else around the middle of the trust, with
 * a table of how far each is. Undefined where fewer than two places are known: one point is no map.
 */
export function placesOf(
  schools: readonly School[],
  addressee: Addressee | undefined,
  trust: string,
): Places | undefined {
  const known = schools.flatMap((school) => {
    const point = gridPointOf(school);
    return point ? [{ school, point }] : [];
  });
  const missing = schools.filter((school) => !gridPointOf(school)).map(shortName);
  const theirs = addressee && gridPointOf(addressee);
  if (known.length + (theirs ? 1 : 0) < 2) return undefined;
  const centre = theirs ?? middleOf(known.map(({ point }) => point));
  const places = known
    .map(({ school, point }) => ({ school, point, miles: milesBetween(centre, point) }))
    .sort((a, b) => a.miles - b.miles || (a.school.name < b.school.name ? -1 : 1));
  const from = theirs && addressee ? shortName(addressee) : `the middle of ${trust}`;
  return {
    chart: {
      kind: 'map',
      name: 'schools',
      centre: { ...centre, name: from, addressee: theirs !== undefined },
      places: places.map(
        ({ school, point, miles }): MapPlace => ({
          ...point,
          name: school.name,
          label: shortName(school),
          miles,
        }),
      ),
      missing,
    },
    caption: `How far each school is from ${from}, in a straight line`,
    rows: places.map(({ school, miles }, index) => ({
      number: index + 1,
      name: shortName(school),
      distance: milesInWords(miles),
      drive: theirs && driveTo(school, addressee),
    })),
  };
}

function shortName({
  short_name,
  name,
}: {
  short_name?: string | undefined;
  name: string;
}): string {
  return short_name ?? name;
}

function middleOf(points: readonly GridPoint[]): GridPoint {
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return {
    easting: mean(points.map(({ easting }) => easting)),
    northing: mean(points.map(({ northing }) => northing)),
  };
}

/** GOV.UK style: `2.1 miles`, `1 mile`. */
export function milesInWords(miles: number): string {
  const tenths = Math.round(miles * 10) / 10;
  if (tenths === 0) return 'less than 0.1 miles';
  return tenths === 1 ? '1 mile' : `${tenths.toFixed(1).replace(/\.0$/, '')} miles`;
}

function driveTo(school: School, addressee: Addressee | undefined): string | undefined {
  const drive = addressee?.drive_times?.find(
    (time) => findSchool([school], time.school) !== undefined,
  );
  if (!drive) return undefined;
  return drive.minutes === 1 ? '1 minute' : `${drive.minutes} minutes`;
}
