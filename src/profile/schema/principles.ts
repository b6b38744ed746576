import { principles as known, type PrincipleId, principleIds } from '../../knowledge/principles.ts';
import type * as z from '../../zod.ts';
import { evidenceRefs, list, metricRefs, part, tagged } from './parts.ts';
import { choice, date, line, prose, reference } from './scalars.ts';

const strengths = ['fact', 'intention', 'aspiration'] as const;

const claim = tagged('A sentence that could be false, with what it rests on.', {
  text: line('The claim, in one or two sentences. Name a number as $name rather than typing it.'),
  strength: choice(
    strengths,
    'fact (it happened), intention (you will do it: say who and by when) or aspiration (you hope for it). Left out, it is a fact.',
  ).optional(),
  evidence: evidenceRefs.optional(),
  metrics: metricRefs.optional(),
  limits: line('What this does not show.').optional(),
  owner: line('For an intention: the role that answers for it.').optional(),
  due: date('For an intention: by when.').optional(),
});

/** What a chapter says to the school that reads it. */
const forTheSchool = {
  for_you: prose('What it would mean for the school.').optional(),
  ask_of_you: prose('What you would ask of the school.').optional(),
  learn_from_you: prose('What you hope to learn from the school.').optional(),
};

const chapter = (id: PrincipleId) =>
  part(`${known[id].name}: ${known[id].inFull}`, {
    in_a_line: line('The chapter in one sentence, for the two-minute page.').optional(),
    belief: prose('What you hold to, in a few sentences.').optional(),
    claims: list('What you claim, each with what it rests on.', claim).optional(),
    headline: reference(
      'The name of the metric to show large at the head of the chapter.',
    ).optional(),
    metrics: metricRefs.optional(),
    ...forTheSchool,
    working_on: prose('What you are still working on.').optional(),
  });

export const principles = part(
  'The six principles of a thriving trust. Write those you can; leave the others for later.',
  Object.fromEntries(principleIds.map((id) => [id, chapter(id).optional()])) as Record<
    PrincipleId,
    z.ZodOptional<ReturnType<typeof chapter>>
  >,
);

/** What the chapters say to one school alone. */
export const principlesForOne = part(
  'What the chapters say to this school alone.',
  Object.fromEntries(
    principleIds.map((id) => [
      id,
      part(`${known[id].name}: what it says to this school.`, forTheSchool).optional(),
    ]),
  ) as Record<PrincipleId, z.ZodOptional<z.ZodObject<typeof forTheSchool, z.core.$strict>>>,
);

export type ChapterData = z.output<ReturnType<typeof chapter>>;
export type ClaimData = z.output<typeof claim>;

export const principleChoice = choice(principleIds, 'The principle it belongs to.');
