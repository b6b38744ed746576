/**
 * The ways in which a school joins a trust (domain E1). The first is for every kind of school that a
 * council maintains; what is particular to a kind is told where the routes are.
 */
export const routeIds = [
  'maintained school',
  'single-academy trust',
  'academy moving between trusts',
  'academy order',
] as const;

export type RouteId = (typeof routeIds)[number];
