import { valueAt } from '../place.ts';
import type { Choice, Plain, Section } from '../question.ts';
import { answerToBank, eachAsItem } from './places.ts';

const firmness: readonly Choice[] = [
  { value: 'fixed by law or contract', words: 'The law or a contract fixes it' },
  { value: 'school decides', words: 'The school decides' },
  { value: 'intended', words: 'We mean it, but it could be changed one day' },
  { value: 'changes', words: 'It would change' },
  { value: 'undecided', words: 'It is not decided yet' },
  { value: 'not ours to decide', words: 'Somebody else decides, such as the council' },
];

/** Three questions about one thing that people ask whether it stays. */
function stays(
  id: string,
  topic: string,
  asked: Pick<Plain, 'text' | 'why' | 'example' | 'who'> & { bank: number; whoExample: string },
): Plain[] {
  const item = ['stays_and_changes', { key: 'topic', is: topic }];
  const { bank, whoExample, ...words } = asked;
  return [
    {
      ...words,
      id,
      subject: `What would happen to this: ${topic}`,
      kind: 'prose',
      at: [...item, 'in_plain_words'],
      bank: [bank],
    },
    {
      id: `${id}-firm`,
      text: 'How firm is that?',
      subject: `How firm this is: ${topic}`,
      why: 'A plain “nothing will change” is a promise that few trusts can keep. Readers believe you more if you say what it rests on.',
      example: 'The school decides',
      kind: 'choice',
      choices: firmness,
      at: [...item, 'standing'],
      when: ({ profile }) => valueAt(profile, [...item, 'in_plain_words']) !== undefined,
      bank: [bank],
      who: words.who,
    },
    {
      id: `${id}-document`,
      text: 'Which law or contract fixes it?',
      subject: `Which law or contract fixes this: ${topic}`,
      why: 'Then a reader can look it up, and need not take your word for it.',
      example: 'each church school’s supplemental funding agreement',
      kind: 'line',
      at: [...item, 'document'],
      when: ({ profile }) => valueAt(profile, [...item, 'standing']) === 'fixed by law or contract',
      bank: [bank],
      who: words.who,
    },
    {
      id: `${id}-who`,
      text: 'Who could change it later, and how?',
      subject: `Who could change this: ${topic}`,
      why: 'Trustees can change most things that the law does not fix. It is better to say so now.',
      example: whoExample,
      kind: 'line',
      at: [...item, 'who_could_change'],
      when: ({ profile }) => {
        const standing = valueAt(profile, [...item, 'standing']);
        return standing === 'intended' || standing === 'school decides';
      },
      bank: [bank],
      who: words.who,
    },
  ];
}

export const changes: Section = {
  id: 'changes',
  title: 'What stays, what changes, and who could alter that',
  themes: ['families', 'governance'],
  pass: 1,
  entries: [
    ...stays('changes-name', 'Name, uniform and badge', {
      text: 'What would happen to a school’s name, uniform and badge?',
      why: 'It is what families ask first.',
      example: 'Your local board decides. Nothing changes unless it wants to.',
      bank: 43,
      whoExample: 'Trustees, after asking families for a whole term',
      who: ['chair'],
    }),
    ...stays('changes-teaching', 'Teaching and behaviour', {
      text: 'What would happen to what a school teaches and how, and to its rules for behaviour?',
      why: 'Heads and teachers need to know which choices stay theirs.',
      example: 'It stays yours. You would share tests in Years 2 and 6 with our other schools.',
      bank: 19,
      whoExample: 'Trustees, if an inspection finds serious failings',
      who: ['head'],
    }),
    ...stays('changes-admissions', 'Admissions', {
      text: 'What would happen to who gets a place (admissions)?',
      why: 'The trust would set the rules for places. Families will ask what it plans.',
      example:
        'Your rules stay for 2027 and 2028. After that the trust decides, after asking the public.',
      bank: 44,
      whoExample: 'Trustees, after asking the public',
      who: ['chair'],
    }),
    {
      id: 'promises-answer',
      text: 'Who can change a promise that you make today, and how?',
      subject: 'Who can change a promise',
      why: 'It is the second of the five answers at the front. In a trust, trustees can take back most of what they hand down.',
      example:
        'Our trustees can, after asking your local board, unless the law or a contract fixes the point. For each promise we say which it is.',
      kind: 'prose',
      at: ['five_answers', 'promises', 'answer'],
      bank: [9],
      who: ['chair'],
    },
  ],
};

export const decisions: Section = {
  id: 'decisions',
  title: 'Who decides what, and whether a school can leave',
  themes: ['governance'],
  pass: 1,
  entries: [
    {
      id: 'decides-board',
      text: 'What can a school’s own board (the local board) decide without asking you? Type each thing on a line of its own.',
      subject: 'What a local board decides',
      why: 'Governors give their time to decide things. Tell them what would be left to decide.',
      example: 'The school day and term dates',
      kind: 'list',
      ...eachAsItem('delegation', 'decision', { decides: 'local board' }),
      bank: [8],
      who: ['chair'],
    },
    {
      id: 'decides-head',
      text: 'And what can the headteacher decide?',
      subject: 'What a headteacher decides',
      why: 'A head who thinks of joining asks this first.',
      example: 'The curriculum and how it is taught',
      kind: 'list',
      ...eachAsItem('delegation', 'decision', { decides: 'headteacher' }),
      bank: [8],
      who: ['chair'],
    },
    {
      id: 'decides-governors-stay',
      text: 'Would a school’s governors stay?',
      subject: 'Whether a school’s governors stay',
      why: 'The people who read this first may be out of their seat by saying yes.',
      example:
        'They would become a local board with 14 decisions of its own, and be asked to stay until their terms end.',
      kind: 'prose',
      at: answerToBank(7),
      bank: [7],
      who: ['chair'],
    },
    {
      id: 'leaving-answer',
      text: 'Could a school leave the trust later?',
      subject: 'Whether a school can leave',
      why: 'The honest answer is: not by its own choice. A school in a trust can move only if its trust agrees and the Department for Education says yes. Readers must get that answer straight.',
      example:
        'Not by your own choice. A school can move only if its trust agrees and the Department for Education consents. None of ours has left.',
      kind: 'prose',
      at: ['five_answers', 'leaving', 'answer'],
      bank: [53],
      who: ['chair'],
    },
  ],
};
