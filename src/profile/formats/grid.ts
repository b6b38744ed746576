/** A place on the National Grid, in metres. */
export interface GridPoint {
  easting: number;
  northing: number;
}

export const METRES_IN_A_MILE = 1609.344;

/** The extent of the National Grid (Ordnance Survey, A guide to coordinate systems in Great Britain). */
export const GRID = { easting: 700_000, northing: 1_300_000 } as const;

/** The place of a school, where both of its numbers are there and lie on the National Grid. */
export function gridPointOf({
  easting,
  northing,
}: {
  easting?: number | undefined;
  northing?: number | undefined;
}): GridPoint | undefined {
  if (easting === undefined || northing === undefined) return undefined;
  return isOnGrid({ easting, northing }) ? { easting, northing } : undefined;
}

export function isOnGrid({ easting, northing }: GridPoint): boolean {
  return easting > 0 && easting <= GRID.easting && northing > 0 && northing <= GRID.northing;
}

export function milesBetween(a: GridPoint, b: GridPoint): number {
  return Math.hypot(a.easting - b.easting, a.northing - b.northing) / METRES_IN_A_MILE;
}
