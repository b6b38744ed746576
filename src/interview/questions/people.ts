import type { Plain, Section } from '../question.ts';
import { answerToBank } from './places.ts';

type Words = Pick<Plain, 'text' | 'subject' | 'why' | 'example'> & { bank: number };

/** A question that staff ask, answered where the profile holds its answer. */
function staffAsk(id: string, { bank, ...words }: Words): Plain {
  return { ...words, id, kind: 'prose', at: answerToBank(bank), bank: [bank], who: ['people'] };
}

export const jobs: Section = {
  id: 'jobs',
  title: 'Jobs, pay and pensions',
  themes: ['staff', 'people'],
  pass: 1,
  entries: [
    {
      id: 'jobs-answer',
      text: 'What is planned for jobs? Think of the office, finance, site and IT.',
      subject: 'What is planned for jobs',
      why: 'It is one of the five answers at the front. Staff notice at once when it is soft.',
      example:
        'We plan no redundancies. Two office jobs would change within a year, because payroll moves to the central team. We would ask both people and their unions first.',
      kind: 'prose',
      at: ['five_answers', 'jobs', 'answer'],
      bank: [28],
      who: ['people'],
    },
    staffAsk('jobs-pay', {
      text: 'Would the pay and conditions of staff change?',
      subject: 'Whether pay and conditions change',
      why: 'Say which national agreements you follow, and who could change that.',
      example:
        'Not by joining. You keep your contract and your length of service. We follow the national pay documents.',
      bank: 24,
    }),
    staffAsk('jobs-pension', {
      text: 'What would happen to their pensions?',
      subject: 'What happens to pensions',
      why: 'It is the largest sum that most staff will ever have.',
      example:
        'You stay in the Teachers’ Pension Scheme or the Local Government Pension Scheme, as now.',
      bank: 29,
    }),
    staffAsk('jobs-moved', {
      text: 'Could somebody be moved to another school?',
      subject: 'Whether staff can be moved',
      why: 'A contract that names the trust and not the school can mean a longer way to work.',
      example: 'Not unless you agree. Our contracts name one school.',
      bank: 27,
    }),
  ],
};

export const staff: Section = {
  id: 'staff',
  title: 'What else staff ask',
  themes: ['people'],
  pass: 2,
  entries: [
    staffAsk('staff-transfer', {
      text: 'When staff move to a new employer, the law (TUPE) protects their contracts. Which changes would you plan all the same?',
      subject: 'Which changes are planned when staff transfer',
      why: 'The present employer must be told of them, and staff will hear of them there.',
      example:
        'We plan one: pay day moves from the 25th to the 28th. We would tell your employer in good time.',
      bank: 25,
    }),
    staffAsk('staff-new', {
      text: 'Would people who start later get other contracts than those who are there now?',
      subject: 'Whether new staff get other contracts',
      why: 'Two sets of contracts in one staffroom cause trouble.',
      example: 'No. We have one set of contracts for all.',
      bank: 26,
    }),
    staffAsk('staff-unions', {
      text: 'Which unions do you work with, and do you pay for their time?',
      subject: 'Which unions are recognised',
      why: 'Local union officers will ask on the first day.',
      example: 'All of those that the council works with. We pay into its pool for their time.',
      bank: 30,
    }),
    staffAsk('staff-service', {
      text: 'If somebody goes back to a council school one day, do their years with you still count?',
      subject: 'Whether years of service count later',
      why: 'Sick pay, redundancy pay and leave depend on it.',
      example:
        'Yes, by the national agreement for teachers. For other staff it depends on the council.',
      bank: 31,
    }),
    staffAsk('staff-workload', {
      text: 'What do you do for training, careers, workload and wellbeing?',
      subject: 'Training, careers and workload',
      why: 'Good people ask what they would get from joining, not only what they would lose.',
      example:
        'Each teacher has five days of training a year. 14 of the 26 trainees we took have stayed.',
      bank: 32,
    }),
    staffAsk('staff-turnover', {
      text: 'How many people left last year, how many posts are empty, and how many days were lost to sickness?',
      subject: 'How many staff leave, are missing or sick',
      why: 'It says more about a place of work than any brochure. Give the year and what it is like elsewhere.',
      example: '11% left in 2025 to 2026, against 13% in our area. One post is empty.',
      bank: 33,
    }),
  ],
};
