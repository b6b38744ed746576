import type { Template } from '../compose/templates.ts';
import { hardAnswers } from '../knowledge/hard-answers.ts';
import { kindQuestions } from '../knowledge/kind-questions.ts';
import { employerOf, notConsultation } from '../knowledge/law.ts';
import { measureIds, measureOf } from '../knowledge/measures.ts';
import { principles } from '../knowledge/principles.ts';
import { publishedCodes } from '../knowledge/published-codes.ts';
import { questionBank } from '../knowledge/question-bank.ts';
import { routeIds } from '../knowledge/route-ids.ts';
import { type Joiner, routesInWords, stepsFor } from '../knowledge/routes.ts';
import { sections } from '../knowledge/sections.ts';
import { type Reading, readingOf } from './reading.ts';

/** A school of each kind that has an employer of its own, and one of a kind that is not known. */
const kinds = ['community school', 'voluntary aided school', 'academy converter', undefined];

/** Schools for which the steps of a route are told in other words. */
const joiners: readonly Joiner[] = [
  { type: 'community school' },
  { type: 'voluntary aided school', religious_character: 'Church of England', pfi: true },
  { type: 'academy converter', current_trust: 'A trust', religious_character: 'Roman Catholic' },
  { type: 'special academy', current_trust: 'A trust' },
];

/** There is much of it, and every edition and every school’s copy is held against it. */
const known = new WeakMap<readonly Template[], Reading>();

/**
 * What a document may say of its own accord, whatever a profile holds: the words of our templates and
 * of what we know. To say the same is to give away nothing.
 */
export function ownWords(templates: readonly Template[]): Reading {
  const before = known.get(templates);
  if (before) return before;
  const reading = readingOf([
    ...templates.filter(({ own }) => !own).map(({ source }) => source.replace(/[{}#/>"]+/g, ' ')),
    ...kinds.map((type) => notConsultation(employerOf({ type })).text),
    ...measureIds.map((id) => JSON.stringify(measureOf(id))),
    ...[principles, publishedCodes, questionBank, kindQuestions, hardAnswers, routesInWords].map(
      (known) => JSON.stringify(known),
    ),
    ...joiners.flatMap((joiner) => routeIds.map((id) => JSON.stringify(stepsFor(id, joiner)))),
    JSON.stringify([...sections.values()]),
  ]);
  known.set(templates, reading);
  return reading;
}
