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
