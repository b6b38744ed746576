import type { Section } from '../question.ts';
import { chapterSections } from './chapters.ts';
import { changes, decisions } from './governance.ts';
import { promises, schoolFacts, steps } from './later.ts';
import { cost, money, reserves } from './money.ts';
import { candour, gains, results } from './outcomes.ts';
import { jobs, staff } from './people.ts';
import { families, governors } from './readers.ts';
import { growth, reader, trust, why } from './trust.ts';

/**
 * What the interview asks, in its order: twelve topics for an honest first draft, then principle by
 * principle and reader by reader. The order of the topics is that of the hard answers before any praise.
 */
export const sections: readonly Section[] = [
  trust,
  reader,
  cost,
  reserves,
  changes,
  decisions,
  jobs,
  why,
  growth,
  results,
  gains,
  candour,
  ...chapterSections,
  money,
  staff,
  governors,
  families,
  schoolFacts,
  steps,
  promises,
];
