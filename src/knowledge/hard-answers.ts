import { readers as everyone, type Reader } from './readers.ts';

/** A question whose answer decides, and which no document may keep from those it touches. */
export interface HardAnswer {
  id: 'cost' | 'leaving' | 'promises' | 'jobs' | 'alternatives';
  /** As governors and heads ask it. */
  question: string;
  /** As those ask it who do not speak for the school. */
  asOthersAsk: string;
  /** Whom it touches: every document for any of them holds the answer. */
  readers: readonly Reader[];
  /** The section that says more, where a document has it. */
  more: string;
}

/**
 * The five in the order in which documents give them. Whom each touches follows domain section C
 * (questions 1, 9, 28, 34 and 53), widened where an answer would otherwise be kept from people who
 * have to live with it: anyone may ask whether a school can leave, and who can change a promise.
 */
export const hardAnswers: readonly HardAnswer[] = [
  {
    id: 'cost',
    question: 'What would it cost us?',
    asOthersAsk: 'What would it cost the school?',
    readers: ['governors', 'headteachers'],
    more: 'costs',
  },
  {
    id: 'leaving',
    question: 'Could we leave later?',
    asOthersAsk: 'Could the school leave later?',
    readers: everyone,
    more: 'journey',
  },
  {
    id: 'promises',
    question: 'Who can change a promise?',
    asOthersAsk: 'Who can change a promise?',
    readers: everyone,
    more: 'changes',
  },
  {
    id: 'jobs',
    question: 'What happens to jobs?',
    asOthersAsk: 'What happens to jobs?',
    readers: ['governors', 'headteachers', 'staff'],
    more: 'questions',
  },
  {
    id: 'alternatives',
    question: 'What else could we do?',
    asOthersAsk: 'What else could the school do?',
    readers: ['governors', 'headteachers', 'families'],
    more: 'limits',
  },
];

/** Those that touch any of these readers. */
export function hardAnswersFor(readers: readonly Reader[]): readonly HardAnswer[] {
  return hardAnswers.filter((answer) => answer.readers.some((reader) => readers.includes(reader)));
}
