import { type PrincipleId, principleIds, principles } from '../../knowledge/principles.ts';
import type { Contributor } from '../../knowledge/roles.ts';
import { valueAt } from '../place.ts';
import type { Composed, Given, Plain, Section } from '../question.ts';
import { sourceQuestions } from './evidence.ts';
import { oneText } from './places.ts';

/** What differs between the chapters: what is asked in each, and an example of a good answer. */
interface Chapter {
  themes: readonly string[];
  who: readonly Contributor[];
  inALine: { text: string; example: string; bank: readonly number[] };
  claim: { text: string; example: string; bank: readonly number[] };
  voice: { text: string; example: string };
  workingOn: { text: string; example: string };
  forYou?: { text: string; example: string; bank: readonly number[] };
}

const chapters: Record<PrincipleId, Chapter> = {
  vision: {
    themes: ['principles'],
    who: ['chair'],
    inALine: {
      text: 'In one sentence: who helped to write what your trust stands for, and who checks it?',
      example:
        '312 families, staff and pupils helped to write our plan, and we report on it each July.',
      bank: [2],
    },
    claim: {
      text: 'Say one thing that you did to live up to what you stand for.',
      example: 'Each July every local board gets a report of the goals that we met and missed.',
      bank: [2],
    },
    voice: {
      text: 'What has a parent, a pupil or a governor said about what you stand for?',
      example: 'They read our sentence about kindness back to us, and it was still our sentence.',
    },
    workingOn: {
      text: 'Name a goal that you missed last year, and what you changed.',
      example: 'We missed swimming at two schools, because the pool closed. We now hire one.',
    },
    forYou: {
      text: 'How would {school} help to shape what the trust does?',
      example: 'Two of your governors would join the group that writes the next goals.',
      bank: [4],
    },
  },
  governance: {
    themes: ['principles'],
    who: ['chair'],
    inALine: {
      text: 'In one sentence: what stays with those who know a school best?',
      example: 'You keep a local board with 14 decisions of its own, in writing.',
      bank: [8],
    },
    claim: {
      text: 'Say one thing about how the trust is run that could be checked.',
      example: 'An outside reviewer made six recommendations in February 2025. Five are done.',
      bank: [12],
    },
    voice: {
      text: 'What has a governor of one of your schools said about it?',
      example:
        'They took four decisions from us. When we had done what they asked, they gave them back.',
    },
    workingOn: {
      text: 'What about the way you are run is not good enough yet?',
      example: 'Our members meet once a year and are too much like one another.',
    },
    forYou: {
      text: 'What say would the governors of {school} have in the trust as a whole?',
      example: 'One of your governors could stand for the trust board at its next vacancy.',
      bank: [10],
    },
  },
  improvement: {
    themes: ['principles'],
    who: ['head'],
    inALine: {
      text: 'In one sentence: how do your schools help each other to get better?',
      example: 'Every school gives help and gets it, nine days a year on average.',
      bank: [18],
    },
    claim: {
      text: 'Say one thing about how your schools get better that could be checked.',
      example:
        'Each school has nine planned days a year of help from another school, and gives nine.',
      bank: [18],
    },
    voice: {
      text: 'What has a head or teacher said about that help?',
      example:
        'They sent a writing lead for six Tuesdays. Then they asked ours to go to another school.',
    },
    workingOn: {
      text: 'What can you not yet do well?',
      example: 'We have nobody of our own for pupils with the most complex needs.',
    },
  },
  people: {
    themes: ['principles', 'staff'],
    who: ['people'],
    inALine: {
      text: 'In one sentence: why do people choose to work with you, and stay?',
      example: 'Four in five of those who train with us stay to teach here.',
      bank: [32],
    },
    claim: {
      text: 'Say one thing about working in your schools that could be checked.',
      example: '14 of the 26 trainees we took since 2019 teach in our schools today.',
      bank: [32],
    },
    voice: {
      text: 'What has somebody who works with you said about it?',
      example: 'I came for a year. I have stayed for five, and two of my friends came too.',
    },
    workingOn: {
      text: 'What do people say when they leave?',
      example:
        'That the way to the next post is not clear. We now talk about it with everyone in May.',
    },
  },
  resources: {
    themes: ['principles', 'finance'],
    who: ['finance'],
    inALine: {
      text: 'In one sentence: what do pupils get from the way you use money?',
      example:
        'We spent £338,000 on the central team, and raised £210,000 that schools would not have had.',
      bank: [39],
    },
    claim: {
      text: 'Say one thing about how you use money, or save energy, that could be checked.',
      example: 'We won £640,000 for roofs and boilers at three schools.',
      bank: [40],
    },
    voice: {
      text: 'What has a school business manager said about it?',
      example:
        'Ordering paper takes longer than it did. Getting a boiler mended takes a day and not a month.',
    },
    workingOn: {
      text: 'What about money or buildings is not good enough yet?',
      example: 'Two of our schools still burn gas in boilers over 25 years old.',
    },
  },
  community: {
    themes: ['principles', 'families'],
    who: ['head'],
    inALine: {
      text: 'In one sentence: what do people near your schools get from them?',
      example:
        'Nine groups a week use the hall at Tansy Row, and 310 children have breakfast for nothing.',
      bank: [47],
    },
    claim: {
      text: 'Say one thing you did with people near your schools that could be checked.',
      example:
        'Since 2022 a speech therapist works in two of our schools, and 64 children were seen.',
      bank: [47],
    },
    voice: {
      text: 'What has somebody outside the schools said about it?',
      example: 'My grandson can say his own name now. She saw him in school.',
    },
    workingOn: {
      text: 'Whom do you not reach yet?',
      example: 'Families who work in the evening. Few of them come to our meetings.',
    },
  },
};

const STRENGTHS = [
  { value: 'fact', words: 'It has happened, or is so now' },
  { value: 'intention', words: 'We mean to do it' },
  { value: 'aspiration', words: 'We hope for it and cannot promise it' },
] as const;

/** The questions of one chapter: two or three claims with what they rest on, a voice, and the doubts. */
function chapter(id: PrincipleId): Section {
  const { themes, who, inALine, claim, voice, workingOn, forYou } = chapters[id];
  const { name } = principles[id];
  const ofChapter = (key: string) => ['principles', id, key];
  const voiceId = `${id}-voice`;
  return {
    id,
    title: name,
    themes,
    pass: 2,
    entries: [
      {
        ...inALine,
        id: `${id}-in-a-line`,
        subject: `The chapter “${name}” in one sentence`,
        why: 'It stands with five others on the two-minute page.',
        kind: 'line',
        at: ofChapter('in_a_line'),
        who,
      },
      {
        group: `${id}-claims`,
        list: ['principles', id, 'claims'],
        key: 'text',
        enough: 3,
        again: 'Is there one more? Two or three are enough. Type it, or press Enter to go on.',
        first: {
          ...claim,
          id: `${id}-claim`,
          subject: `What you can say of “${name}”`,
          why: 'A sentence that could be wrong is worth reading. “We care about every child” could not.',
          kind: 'line',
          who,
        },
        details: [
          ...claimDetails(id, who),
          {
            id: `${id}-claim-limits`,
            text: 'What does this not show?',
            subject: 'What this does not show: {item}',
            why: 'A reader will think of it anyway. If you say it first, they believe the rest.',
            example: 'fewer than one family in six took part',
            kind: 'line',
            at: ['limits'],
            when: isFact(id),
            bank: [],
            who,
          },
        ],
      },
      {
        group: voiceId,
        list: ['voices'],
        key: 'quote',
        with: { principle: id },
        enough: Number.POSITIVE_INFINITY,
        again: 'Has somebody else said something? Type it, or press Enter to go on.',
        first: {
          ...voice,
          id: voiceId,
          subject: `What people say about “${name}”`,
          why: 'A voice that is not yours. Ask the person first whether you may print it.',
          kind: 'prose',
          bank: [],
          who,
        },
        details: voiceDetails(voiceId, who),
      },
      {
        ...workingOn,
        id: `${id}-working-on`,
        subject: `What you are still working on in “${name}”`,
        why: 'Each chapter ends with what is not done. It is what readers remember.',
        kind: 'prose',
        at: ofChapter('working_on'),
        bank: [],
        who,
      },
      ...(forYou
        ? [
            {
              ...forYou,
              id: `${id}-for-you`,
              subject: `What “${name}” would mean for the school`,
              why: 'The reader wants to know what it means for them.',
              kind: 'prose',
              at: ofChapter('for_you'),
              who,
            } satisfies Plain,
          ]
        : []),
    ],
  };
}

const isFact = (id: PrincipleId) => (given: Given) =>
  (given.answer(`${id}-claim-strength`) ?? 'fact') === 'fact';

function claimDetails(id: PrincipleId, who: readonly Contributor[]): (Plain | Composed)[] {
  const isIntention = ({ answer }: Given) => answer(`${id}-claim-strength`) === 'intention';
  return [
    {
      id: `${id}-claim-strength`,
      text: 'Which of these is it?',
      subject: 'Whether this is a fact or a plan: {item}',
      why: 'The document keeps what is so apart from what you plan and what you hope.',
      example: 'It has happened, or is so now',
      kind: 'choice',
      choices: STRENGTHS,
      at: ['strength'],
      bank: [],
      who,
    },
    {
      id: `${id}-claim-owner`,
      text: 'Who answers for it? Type a role.',
      subject: 'Who answers for this: {item}',
      why: 'A plan that nobody answers for is not done.',
      example: 'Director of education',
      kind: 'line',
      at: ['owner'],
      when: isIntention,
      bank: [],
      who,
    },
    {
      id: `${id}-claim-due`,
      text: 'By when?',
      subject: 'By when this will be done: {item}',
      why: 'Then readers can look whether you did it.',
      example: '31 July 2027',
      kind: 'date',
      at: ['due'],
      when: isIntention,
      bank: [],
      who,
    },
    ...sourceQuestions(`${id}-claim`, id, { who, when: isFact(id) }),
  ];
}

function voiceDetails(id: string, who: readonly Contributor[]): (Plain | Composed)[] {
  return [
    {
      id: `${id}-role`,
      text: 'Who said it? Give what they are, not their name.',
      subject: 'Who said this: {item}',
      why: 'A name is not needed, and a pupil is never named.',
      example: 'Parent of two children',
      kind: 'line',
      at: ['role'],
      bank: [],
      who,
    },
    {
      id: `${id}-school`,
      text: 'At which of your schools? If at none, type skip.',
      subject: 'At which school this was said: {item}',
      why: 'Readers ask whether it was said by a school like theirs. Type the school’s name as you did before.',
      example: 'Tansy Row Primary School',
      kind: 'line',
      like: ['voices', 0, 'school'],
      fill: (answer, { item = '', profile }) => [
        {
          at: ['voices', { key: 'quote', is: item }, 'school'],
          value: nameOfSchool(oneText(answer), profile),
        },
      ],
      bank: [],
      who,
    },
    {
      id: `${id}-said`,
      text: 'When did they say it?',
      subject: 'When this was said: {item}',
      why: 'After three years a quotation is too old to print.',
      example: 'June 2026',
      kind: 'date',
      at: ['said_on'],
      bank: [],
      who,
    },
    {
      id: `${id}-consent`,
      text: 'When did they agree that you may print it? If they have not been asked, type ask and who will ask them.',
      subject: 'Whether this may be printed: {item}',
      why: 'Without their leave it cannot leave the building.',
      example: '9 June 2026',
      kind: 'date',
      at: ['consent', 'given_on'],
      bank: [],
      who,
    },
  ];
}

/** A school’s name as the profile has it, where it was typed in another case. */
function nameOfSchool(typed: string, profile: Given['profile']): string {
  const schools = valueAt(profile, ['schools']);
  const names = Array.isArray(schools) ? schools.map((school) => valueAt(school, ['name'])) : [];
  const found = names.find(
    (name) => typeof name === 'string' && name.toLowerCase().startsWith(typed.toLowerCase()),
  );
  return typeof found === 'string' ? found : typed;
}

export const chapterSections: readonly Section[] = principleIds.map(chapter);
