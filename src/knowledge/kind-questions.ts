import type { BankQuestion } from './question-bank.ts';
import { isAlternative, isChurch, isSpecial, type Joiner } from './routes.ts';

/** A question that only a school of one kind has. */
export interface KindQuestion extends BankQuestion {
  /** Whether a school is of that kind. */
  asks(school: Joiner): boolean;
}

/**
 * What church schools, schools under a private finance contract, special schools and alternative
 * provision ask besides: in the copy for such a school, and in no other document. The wording is ours;
 * the matters follow domain sections C (46, 52) and E1.
 */
export const kindQuestions = [
  {
    id: 'church_site',
    question: 'Who would own our site, and what must the diocese agree to?',
    readers: ['governors'],
    principle: 'practicalities',
    answeredBy: [],
    asks: isChurch,
  },
  {
    id: 'church_worship',
    question: 'Who would decide on worship, religious education and who leads the school?',
    readers: ['governors', 'families'],
    principle: 'community',
    answeredBy: [['delegation ~ worship|religious']],
    asks: isChurch,
  },
  {
    id: 'private_finance_charge',
    question: 'Who would pay the charge for our building, and what if it rises?',
    readers: ['governors', 'headteachers'],
    principle: 'resources',
    answeredBy: [],
    asks: ({ pfi }: Joiner) => pfi === true,
  },
  {
    id: 'private_finance_end',
    question: 'Who would own and run our building when the private finance contract ends?',
    readers: ['governors'],
    principle: 'practicalities',
    answeredBy: [],
    asks: ({ pfi }: Joiner) => pfi === true,
  },
  {
    id: 'special_places',
    question: 'Who would agree and pay for places for our pupils, and who would send them to us?',
    readers: ['governors', 'families'],
    principle: 'resources',
    answeredBy: [],
    asks: isSpecial,
  },
  {
    id: 'special_knowledge',
    question: 'What do you know of schools like ours, and who would bring in health and care?',
    readers: ['governors', 'headteachers'],
    principle: 'improvement',
    answeredBy: [],
    asks: isSpecial,
  },
  {
    id: 'alternative_places',
    question: 'Who would send pupils to us, for how long, and who would pay?',
    readers: ['governors', 'headteachers'],
    principle: 'resources',
    answeredBy: [],
    asks: isAlternative,
  },
] as const satisfies readonly KindQuestion[];

export type KindQuestionId = (typeof kindQuestions)[number]['id'];

/** Questions of the bank that a school does not have, such as that of faith where it has none. */
export function isAskedBy(school: Joiner, { id }: { id: string }): boolean {
  return id !== 'religious_character' || !school.religious_character || isChurch(school);
}
