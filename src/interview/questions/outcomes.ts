import { type MeasureId, measures } from '../../knowledge/measures.ts';
import type { Edit } from '../place.ts';
import type { Given, Section } from '../question.ts';
import { claimOf, sourceQuestions } from './evidence.ts';
import { lines, oneText } from './places.ts';

const OTHER = 'something else';

/** The measures that trusts most often have, in the order of their number of readers. */
const offered: readonly MeasureId[] = [
  'key stage 2 expected standard',
  'phonics standard',
  'attainment 8',
  'grade 5 english and maths',
  'attendance',
  'suspensions',
  'destinations',
  'staff turnover',
  'days of support',
];

const metricName = ({ name }: Given) => name('result-label') ?? name('result-measure');

/** A number of the result under its year, and what says what it is a number of. */
function numberOf(number: string, year: string | undefined, given: Given): Edit[] {
  const name = metricName(given);
  if (!name || !year) return [];
  const measure = given.answer('result-measure');
  const metric = ['metrics', name];
  const what: Edit[] =
    measure === OTHER
      ? [
          { at: [...metric, 'label'], value: given.answer('result-label') ?? '' },
          { at: [...metric, 'unit'], value: given.answer('result-unit') ?? 'number' },
        ]
      : [{ at: [...metric, 'measure'], value: measure ?? '' }];
  return [
    ...what,
    { at: [...metric, 'series', year], value: number },
    { at: [...claimOf('improvement', given), 'metrics'], value: name, among: true },
  ];
}

const hasNumber = (given: Given) =>
  metricName(given) !== undefined && given.answer('result-year') !== undefined;

export const results: Section = {
  id: 'results',
  title: 'What got better after schools joined you',
  themes: ['improvement', 'results'],
  pass: 1,
  entries: [
    {
      group: 'results',
      list: ['principles', 'improvement', 'claims'],
      key: 'text',
      again: 'Is there something else that got better? Type it, or press Enter to go on.',
      first: {
        id: 'result',
        text: 'What got better in your schools after they joined? Say one thing, in one sentence.',
        subject: 'What got better after schools joined',
        why: 'Everyone says that schools do better with them. Hardly anyone gives a number, a year and where it comes from.',
        example: 'Schools gave each other more than twice as many days of help as four years ago.',
        kind: 'line',
        bank: [16],
        who: ['head'],
      },
      details: [
        {
          id: 'result-measure',
          text: 'Which number shows it?',
          subject: 'Which number shows this: {item}',
          why: 'Official numbers can be looked up. If you have none, take “something else”.',
          example: 'Attendance',
          kind: 'choice',
          choices: [
            ...offered.map((value) => ({ value, words: measures[value].label })),
            { value: OTHER, words: 'Something else' },
          ],
          naming: {
            part: 'metrics',
            from: (answer) => (answer === OTHER ? undefined : answer),
          },
          fill: () => [],
          bank: [16],
          who: ['head'],
        },
        {
          id: 'result-label',
          text: 'What does the number count? Say it in a few words.',
          subject: 'What the number counts: {item}',
          why: 'The words stand beside the number in the document.',
          example: 'Days of help between schools in a year',
          kind: 'line',
          like: ['metrics', '*', 'label'],
          naming: { part: 'metrics', from: (answer) => answer },
          when: ({ answer }) => answer('result-measure') === OTHER,
          fill: () => [],
          bank: [16],
          who: ['head'],
        },
        {
          id: 'result-unit',
          text: 'What is it counted in: %, £, days, pupils …?',
          subject: 'What the number is counted in: {item}',
          why: 'Without it nobody can tell whether 12 is pupils or days.',
          example: 'days',
          kind: 'line',
          like: ['metrics', '*', 'unit'],
          when: ({ answer }) => answer('result-label') !== undefined,
          fill: () => [],
          bank: [16],
          who: ['head'],
        },
        {
          id: 'result-before-year',
          text: 'Which is the first year you have a number for?',
          subject: 'The first year with a number: {item}',
          why: 'Better than when? A year before the schools joined says most.',
          example: '2021/22',
          kind: 'period',
          like: ['evidence', '*', 'period'],
          when: (given) => metricName(given) !== undefined,
          fill: () => [],
          bank: [16],
          who: ['head'],
        },
        {
          id: 'result-before',
          text: 'What was the number then?',
          subject: 'The number in the first year: {item}',
          why: 'Type it as it was published. If it was too small a group to be published, type the code that stands in its place, such as SUPP.',
          example: '24',
          kind: 'amount',
          like: ['metrics', '*', 'series', '*'],
          when: ({ answer }) => answer('result-before-year') !== undefined,
          fill: (answer, given) =>
            numberOf(oneText(answer), given.answer('result-before-year'), given),
          bank: [16],
          who: ['head'],
        },
        {
          id: 'result-year',
          text: 'Which is the latest year you have a number for?',
          subject: 'The latest year with a number: {item}',
          why: '62% of what, in which year? A number without a year cannot be compared.',
          example: '2024/25',
          kind: 'period',
          like: ['evidence', '*', 'period'],
          when: (given) => metricName(given) !== undefined,
          fill: () => [],
          bank: [16],
          who: ['head'],
        },
        {
          id: 'result-number',
          text: 'What is the number in that year?',
          subject: 'The latest number: {item}',
          why: 'Give the number even if it is lower than you would like.',
          example: '52',
          kind: 'amount',
          like: ['metrics', '*', 'series', '*'],
          when: hasNumber,
          fill: (answer, given) => numberOf(oneText(answer), given.answer('result-year'), given),
          bank: [16],
          who: ['head'],
        },
        ...sourceQuestions('result', 'improvement', {
          who: ['head'],
          metric: (given) => (given.answer('result-number') ? metricName(given) : undefined),
        }),
        {
          id: 'result-limits',
          text: 'What does this not show?',
          subject: 'What this does not show: {item}',
          why: 'A reader will think of it anyway. If you say it first, they believe the rest.',
          example: 'whether the days helped',
          kind: 'line',
          at: ['limits'],
          bank: [16],
          who: ['head'],
        },
      ],
    },
  ],
};

export const gains: Section = {
  id: 'gains',
  title: 'What pupils, families and partners gain',
  themes: ['families', 'community'],
  pass: 1,
  entries: [
    {
      id: 'gains-pupils',
      text: 'What would be better for the pupils of {school} in one year? And in three?',
      subject: 'What would be better for pupils',
      why: 'Governors must put it to families in one sentence, and look back at it later.',
      example:
        'A named partner for nine days in the first year. In three years, all who leave can write a page they are proud of.',
      kind: 'prose',
      at: ['principles', 'improvement', 'for_you'],
      bank: [3],
      who: ['head'],
    },
    {
      id: 'gains-families',
      text: 'What would families and neighbours notice?',
      subject: 'What families and neighbours would notice',
      why: 'If it is very little, say so: many people hope for just that.',
      example: 'Very little at first. The village would still use the hall and the field.',
      kind: 'prose',
      at: ['principles', 'community', 'for_you'],
      bank: [45],
      who: ['head'],
    },
    {
      group: 'partners',
      list: ['partnerships'],
      key: 'partner',
      again: 'Is there another partner? Type its name, or press Enter to go on.',
      first: {
        id: 'partner',
        text: 'Name somebody you work with near your schools: a charity, a club, a health service …',
        subject: 'Whom you work with near your schools',
        why: 'Who would speak up for you, and is not a school?',
        example: 'Marlshire Community Health',
        kind: 'line',
        bank: [47],
        who: ['head'],
      },
      details: [
        {
          id: 'partner-purpose',
          text: 'What do you do together?',
          subject: 'What you do together with {item}',
          why: 'A name alone says nothing.',
          example: 'A speech therapist in school two days a week',
          kind: 'line',
          at: ['purpose'],
          bank: [47],
          who: ['head'],
        },
        {
          id: 'partner-result',
          text: 'What has come of it?',
          subject: 'What has come of the work with {item}',
          why: 'One result is worth more than ten partners.',
          example: 'Waiting time down from 31 to 12 weeks',
          kind: 'line',
          at: ['result'],
          bank: [47],
          who: ['head'],
        },
      ],
    },
  ],
};

export const candour: Section = {
  id: 'candour',
  title: 'What is not good enough yet, and what else a school could do',
  themes: ['candour'],
  pass: 1,
  entries: [
    {
      group: 'weaknesses',
      list: ['weaknesses'],
      key: 'what',
      again: 'Is there something else? Type it, or press Enter to go on.',
      first: {
        id: 'weakness',
        text: 'What is not good enough yet in your trust? Say one thing.',
        subject: 'What is not good enough yet',
        why: 'Readers look for it. If you leave it out, they take the rest for advertising.',
        example: 'Attendance of pupils on free school meals is too low.',
        kind: 'line',
        bank: [],
        who: ['chair', 'head'],
      },
      details: [
        {
          id: 'weakness-action',
          text: 'What are you doing about it?',
          subject: 'What you are doing about it: {item}',
          why: 'Owning up is half of it. The other half is a plan.',
          example: 'Two schools now visit every such family in the first week of term.',
          kind: 'prose',
          at: ['action'],
          bank: [],
          who: ['chair', 'head'],
        },
      ],
    },
    {
      id: 'alternatives-answer',
      text: 'What else could a school do, including staying as it is? Be fair to each way.',
      subject: 'What else a school could do',
      why: 'It is one of the five answers at the front. Governors must look at every way, so you help them if you do.',
      example:
        'You could stay as you are, join the diocesan trust, or work with us for a year without joining. We say what speaks for and against each.',
      kind: 'prose',
      at: ['five_answers', 'alternatives', 'answer'],
      bank: [1],
      who: ['chair'],
    },
    {
      id: 'contact-own',
      text: 'Who at the trust can readers ask? Type one role or name to a line.',
      subject: 'Who can be asked at the trust',
      why: 'A question that is not asked turns into a rumour.',
      example: 'Chief finance officer, 01632 960 102',
      kind: 'list',
      like: ['contacts', 0, 'who'],
      fill: (answer) => contactsOf(lines(answer), {}),
      known: (profile) => contactsIn(profile).some((free) => !free),
      bank: [],
      who: ['chair'],
    },
    {
      id: 'contact-free',
      text: 'Who else can they ring, whom you did not choose for them? Type one to a line.',
      subject: 'Who can be rung that you did not choose',
      why: 'The head or chair of a school that joined you lately says more than you can.',
      example: 'Chair of the local board, Pennywhistle Lane Primary School, 01632 960 106',
      kind: 'list',
      like: ['contacts', 0, 'who'],
      fill: (answer) => contactsOf(lines(answer), { chosen_by_us: 'no' }),
      known: (profile) => contactsIn(profile).some((free) => free),
      bank: [15],
      who: ['chair'],
    },
  ],
};

const PHONE = /[,;:]?\s*(\+?\d[\d ()-]{5,22}\d)\s*$/;
const EMAIL = /[,;:]?\s*([^\s,;:@]+@[^\s,;:@]+\.[^\s,;:@]+)\s*$/;

/** People often type a number or an address behind the name; each has a place of its own. */
function contactsOf(typed: readonly string[], others: Record<string, string>): Edit[] {
  return typed.flatMap((line) => {
    let who = line;
    const found: Record<string, string> = {};
    for (const [key, pattern] of [
      ['phone', PHONE],
      ['email', EMAIL],
      ['phone', PHONE],
    ] as const) {
      const match = pattern.exec(who);
      if (!match || found[key] !== undefined) continue;
      found[key] = match[1] ?? '';
      who = who.slice(0, match.index);
    }
    const item = { key: 'who', is: oneText(who).trim() || line, with: others };
    return Object.entries({ who: item.is, ...found }).map(([key, value]) => ({
      at: ['contacts', item, key],
      value,
    }));
  });
}

/** Of each contact, whether it is one the trust did not choose. */
function contactsIn(profile: Given['profile']): boolean[] {
  const { contacts } = profile;
  if (!Array.isArray(contacts)) return [];
  return contacts.map(
    (contact) =>
      typeof contact === 'object' &&
      !Array.isArray(contact) &&
      /^(no|n|false|off)$/i.test(String(contact.chosen_by_us ?? '')),
  );
}
