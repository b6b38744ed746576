import { type KindQuestionId, kindQuestions } from '../../knowledge/kind-questions.ts';
import { type QuestionId, questionBank } from '../../knowledge/question-bank.ts';
import * as z from '../../zod.ts';
import { evidenceRefs, part, tagged } from './parts.ts';
import { date, line, prose } from './scalars.ts';

const alone = prose('The answer, in two or three sentences.');

const withMore = {
  answer: prose('The answer, in two or three sentences. Leave out while there is none.').optional(),
  ask: line('While there is no answer: the role to ask.').optional(),
  evidence: evidenceRefs.optional(),
  confirmed_by: line('The role of the person who confirmed it.').optional(),
  confirmed_on: date('When they confirmed it.').optional(),
};

/** An answer to a question of the bank, typed as one text or with what must be said about it. */
function bankAnswer(question: string) {
  const full = tagged(question, withMore);
  return z
    .union([alone, full])
    .transform(
      (typed): z.output<typeof full> => (typeof typed === 'string' ? { answer: typed } : typed),
    )
    .register(z.globalRegistry, { description: question });
}

export const answers = part(
  'Answers to questions that readers ask of every trust. What other parts say need not be said again: “thriving-case check --coverage” lists what is still open.',
  Object.fromEntries(
    [...questionBank, ...kindQuestions].map(({ id, question }) => [
      id,
      bankAnswer(question).optional(),
    ]),
  ) as Record<QuestionId | KindQuestionId, z.ZodOptional<ReturnType<typeof bankAnswer>>>,
);
