import { frameworkIds } from '../../knowledge/crosswalk.ts';
import type * as z from '../../zod.ts';
import { answers } from './answers.ts';
import { ownEditions } from './editions.ts';
import { evidence, metrics, notShown } from './evidence.ts';
import { list, part } from './parts.ts';
import { principles } from './principles.ts';
import { choice, count, date, line, reference, yesNo } from './scalars.ts';
import { caseStudies, map, people, schools, voices } from './schools.ts';
import {
  alternatives,
  commitments,
  delegation,
  environment,
  expectations,
  finances,
  gaps,
  heard,
  journey,
  partnerships,
  questions,
  risks,
  services,
  staysAndChanges,
  weaknesses,
} from './terms.ts';
import { contacts, fiveAnswers, growth, prospectiveSchools, standing, trust } from './trust.ts';

export const SCHEMA_VERSION = 1;

/**
 * What a profile may hold, in the order of the document. Types, messages and the JSON Schema for
 * editors all follow from this one definition. The entities are those of domain G1.
 */
export const profileSchema = part('A trust’s profile, from which its prospectus is made.', {
  schema: choice([String(SCHEMA_VERSION)], 'The version of this format. Left out, it is 1.')
    .meta({
      description: 'The version of this format. Left out, it is 1.',
      type: 'integer',
      enum: [SCHEMA_VERSION],
    })
    .optional(),
  status: choice(
    ['draft', 'review', 'release'],
    'draft while you write, review for trustees, release when it may leave the building.',
  ).optional(),
  example: yesNo('yes if the trust is invented. Every page then says so.').optional(),
  as_of: date('The day the facts are true for.').optional(),
  pages: count(
    'The most pages that a document is to have: 24. A build warns where it has more.',
  ).optional(),
  trust,
  standing: standing.optional(),
  five_answers: fiveAnswers.optional(),
  answers: answers.optional(),
  growth: growth.optional(),
  principles: principles.optional(),
  metrics: metrics.optional(),
  not_shown: notShown.optional(),
  evidence: evidence.optional(),
  schools: schools.optional(),
  map: map.optional(),
  people: people.optional(),
  voices: voices.optional(),
  case_studies: caseStudies.optional(),
  services: services.optional(),
  finances: finances.optional(),
  delegation: delegation.optional(),
  stays_and_changes: staysAndChanges.optional(),
  commitments: commitments.optional(),
  expectations: expectations.optional(),
  what_we_heard: heard.optional(),
  environment: environment.optional(),
  partnerships: partnerships.optional(),
  journey: journey.optional(),
  weaknesses: weaknesses.optional(),
  risks: risks.optional(),
  alternatives: alternatives.optional(),
  questions: questions.optional(),
  gaps: gaps.optional(),
  contacts: contacts.optional(),
  prospective_schools: prospectiveSchools.optional(),
  editions: ownEditions.optional(),
  frameworks: list(
    'Frames that governors may know the case in: a table shows where each of their parts is told.',
    choice(frameworkIds, 'dfe (Department for Education) or cst (Confederation of School Trusts).'),
  ).optional(),
  rules: list(
    'Rules that count for more or less here than they usually do. The document prints each reason.',
    part('A rule that is set otherwise.', {
      rule: reference('The code of the rule, as “thriving-case explain” lists them.'),
      severity: choice(['error', 'warning', 'note', 'off'], 'What it is to count as.'),
      reason: line('Why, in a sentence that readers will see.'),
    }),
  ).optional(),
});

/** A profile as the rest of the program sees it: dates, numbers and periods already read. */
export type ProfileData = z.output<typeof profileSchema>;

/** The keys a profile may have at its top, in the order of the document. */
export const topLevelKeys = Object.keys(profileSchema.shape) as (keyof ProfileData)[];
