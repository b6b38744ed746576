import type { MeasureId } from './measures.ts';

/**
 * Groups of pupils that results are published for besides all pupils. Matched in labels, scopes and
 * names of comparators; what is written in capitals there is an abbreviation and matched as such.
 *
 * Source: the breakdowns of the school performance tables and of Explore Education Statistics, as of
 * November 2026.
 */
export const subgroups: readonly { id: string; pattern: RegExp; oppositeOf?: string }[] = [
  { id: 'free school meals', pattern: /\bfree school meals\b|\bFSM6?\b/i },
  { id: 'disadvantaged', pattern: /\bdisadvantaged\b|\bpupil premium\b/i },
  {
    id: 'special educational needs',
    pattern:
      /\bSEND?\b|\b[Ss]pecial (?:educational )?needs\b|\bEHC(?:P|\b)|\b[Hh]ealth and [Cc]are [Pp]lans?\b/,
  },
  {
    id: 'english as an additional language',
    pattern: /\bEAL\b|\b[Ee]nglish (?:is|as) an additional language\b/,
  },
  { id: 'looked after', pattern: /\blooked[- ]after\b|\bchildren in care\b/i },
  { id: 'boys', pattern: /\bboys\b/i },
  { id: 'girls', pattern: /\bgirls\b/i, oppositeOf: 'boys' },
  { id: 'young carers', pattern: /\byoung carers\b/i },
  { id: 'service children', pattern: /\bservice (?:children|families)\b/i },
];

/** Subjects of tests: a result in writing alone is another measure than one in all three. */
export const subjectsOfTests =
  /\b(?:reading|writing|maths|mathematics|english|science|grammar|spelling|RWM)\b/gi;

/** Words that name one measure and no other, so that a comparator that has them is of that measure. */
export const namesOfMeasures: readonly { measures: readonly MeasureId[]; pattern: RegExp }[] = [
  { measures: ['attainment 8'], pattern: /\battainment 8\b/i },
  { measures: ['progress 8'], pattern: /\bprogress 8\b/i },
  { measures: ['key stage 2 higher standard'], pattern: /\bhigher standard\b|\bgreater depth\b/i },
  {
    measures: ['key stage 2 expected standard'],
    pattern: /\bexpected standard\b/i,
  },
  { measures: ['phonics standard'], pattern: /\bphonics\b/i },
  { measures: ['grade 5 english and maths'], pattern: /\bgrade 5\b|\bstrong pass(?:es)?\b/i },
  // Grade 4 is a measure of its own, which no metric of ours has.
  { measures: [], pattern: /\bgrade 4\b|\bstandard pass(?:es)?\b/i },
  { measures: ['persistent absence'], pattern: /\bpersistent(?:ly)? absen(?:ce|t)\b/i },
  { measures: ['suspensions'], pattern: /\bsuspensions?\b/i },
];

/** How long a school must have been in a trust before its results say something about the trust. */
export const yearsToSettle = 3;

/** How few points are no trend yet. A proposed default, as of November 2026. */
export const fewestPointsOfTrend = 3;
