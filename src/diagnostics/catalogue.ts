import { type RuleCode, rules } from '../rules/index.ts';
import type { Explanation } from './explanation.ts';
import { makingProblems } from './problems/making.ts';
import { readingProblems } from './problems/reading.ts';
import { shapeProblems } from './problems/shape.ts';

/** Every code a diagnostic can have. Codes are stable: scripts and habits depend on them. */
export type Code =
  | keyof typeof readingProblems
  | keyof typeof shapeProblems
  | keyof typeof makingProblems
  | RuleCode;

/** What each code means. Loaded only where a person asks, so that other commands start sooner. */
export const catalogue: Readonly<Record<Code, Explanation>> = {
  ...readingProblems,
  ...shapeProblems,
  ...makingProblems,
  ...(Object.fromEntries<Explanation>(rules.map((rule) => [rule.code, rule])) as Record<
    RuleCode,
    Explanation
  >),
};
