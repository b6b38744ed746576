/**
 * The phases of the register of schools (Get Information About Schools). "Special" and
 * "alternative provision" are types, not phases.
 *
 * Source: get-information-about-schools, eLookupEducationPhase.cs, 19 August 2026.
 */
export const phases = [
  'nursery',
  'primary',
  'middle deemed primary',
  'secondary',
  'middle deemed secondary',
  '16 plus',
  'all-through',
  'not applicable',
] as const;
