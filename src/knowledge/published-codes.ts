/**
 * What official files print instead of a number, and how a document says it. A code is kept as a
 * code and never counted as zero.
 *
 * Source: the abbreviations list of the school and college performance tables, the notes of
 * Explore Education Statistics, and Ofsted's management information, as read in November 2026.
 */
export const publishedCodes = {
  SUPP: 'not published: too few pupils',
  SUPPMAT: 'not published: too few pupils',
  c: 'not published: too few pupils',
  LOWCOV: 'not published: too few pupils covered',
  NE: 'no entries',
  NA: 'not available',
  NP: 'not published',
  NELIG: 'not eligible for publication',
  NEW: 'new school',
  RE: 'withheld by the publisher',
  SP: 'above 0% but under 0.5%',
  low: 'above 0% but under 0.5%',
  DNS: 'not supplied',
  z: 'not applicable',
  x: 'not available',
} as const;

export type PublishedCode = keyof typeof publishedCodes;

/** Codes that protect people: the number exists, and printing it would say something of a few. */
export const protectingCodes: ReadonlySet<PublishedCode> = new Set(['SUPP', 'c', 'RE']);

/** Codes that say there was nothing to count, or nothing that counts: they add nothing to a total. */
export const emptyCodes: ReadonlySet<PublishedCode> = new Set([
  'NE',
  'NA',
  'NEW',
  'NELIG',
  'DNS',
  'z',
  'x',
]);
