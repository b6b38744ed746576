import { valueAt } from '../place.ts';
import type { Section } from '../question.ts';
import { eachAsItem, oneText, says } from './places.ts';

const STAGE = ['standing', 'stage'];

export const trust: Section = {
  id: 'trust',
  title: 'Your trust and its schools',
  themes: ['schools'],
  pass: 1,
  entries: [
    {
      id: 'trust-name',
      text: 'What is the name of your trust?',
      subject: 'The name of the trust',
      why: 'It stands on the cover, and in many of the answers.',
      example: 'Otterwick Learning Trust',
      kind: 'line',
      at: ['trust', 'name'],
      bank: [],
      who: ['chair'],
    },
    {
      id: 'trust-vision',
      text: 'What is your trust for? Say it in a sentence or two.',
      subject: 'What the trust is for',
      why: 'Readers want to know if you care about the same things as they do. Say what you want for children. How big you are is not a reason.',
      example: 'Every child known by name, in every one of our schools.',
      kind: 'prose',
      at: ['trust', 'vision'],
      bank: [2],
      who: ['chair'],
    },
    {
      id: 'schools',
      text: 'Which schools are in your trust? Type the name of each on a line of its own.',
      subject: 'Which schools are in the trust',
      why: 'Readers look for schools like theirs, and for schools they can ring.',
      example: 'Otterwick Primary School',
      kind: 'list',
      ...eachAsItem('schools', 'name'),
      bank: [48],
      who: ['chair'],
    },
  ],
};

export const reader: Section = {
  id: 'reader',
  title: 'Who this is for',
  themes: ['joining'],
  pass: 1,
  entries: [
    {
      id: 'reader-school',
      text: 'Which school is this for? Type its name. If it is for any school, type skip.',
      subject: 'The school this is for',
      why: 'A school wants to read about itself, not about schools in general.',
      example: 'Fennimore Primary School',
      kind: 'line',
      like: ['prospective_schools', 0, 'name'],
      fill: (answer) => [
        {
          at: ['prospective_schools', { key: 'name', is: oneText(answer) }, 'name'],
          value: oneText(answer),
        },
        { at: ['standing', 'school'], value: oneText(answer) },
      ],
      known: (profile) => valueAt(profile, ['standing', 'school']) !== undefined,
      bank: [],
      who: ['chair'],
    },
    {
      id: 'reader-stage',
      text: 'How far have you come with {school}?',
      subject: 'How far you have come with the school',
      why: 'The document must never sound as if it were all decided when it is not.',
      example: 'Its governors have asked us to talk',
      kind: 'choice',
      choices: [
        { value: 'exploring', words: 'Nobody has asked us yet: we are thinking about it' },
        { value: 'invited to talk', words: 'Its governors have asked us to talk' },
        { value: 'due diligence', words: 'Each side is taking a close look at the other' },
        { value: 'consulting', words: 'Its governors are asking staff and families' },
        { value: 'decided', words: 'Its governors have decided' },
      ],
      at: STAGE,
      bank: [49],
      who: ['chair'],
    },
    {
      id: 'reader-invited',
      text: 'Who asked you for this, and when?',
      subject: 'Who asked for this document',
      why: 'Staff and families will ask who began it.',
      example: 'The governing body of Fennimore Primary School, on 6 October 2026',
      kind: 'line',
      at: ['standing', 'invited_by'],
      when: ({ profile }) =>
        says(profile, STAGE, 'invited to talk', 'due diligence', 'consulting', 'decided'),
      bank: [49],
      who: ['chair'],
    },
    {
      id: 'reader-issued',
      text: 'Who sends this document?',
      subject: 'Who sends this document',
      why: 'A promise is worth more when it is clear who makes it.',
      example: 'The trustees of Otterwick Learning Trust',
      kind: 'line',
      at: ['standing', 'issued_by'],
      when: ({ profile }) => valueAt(profile, STAGE) !== undefined,
      suggest: ({ profile }) => {
        const name = valueAt(profile, ['trust', 'name']);
        return typeof name === 'string' ? `The trustees of ${name}` : undefined;
      },
      bank: [],
      who: ['chair'],
    },
  ],
};

export const why: Section = {
  id: 'why',
  title: 'Why this school, and what you would learn from it',
  themes: ['joining'],
  pass: 1,
  entries: [
    {
      id: 'why-us',
      text: 'Why might {school} choose you, rather than another trust or staying as it is?',
      subject: 'Why a school might choose you',
      why: 'It is the first thing that governors ask. Name what you both care about, and what you do not yet do well.',
      example:
        'Five of our six schools are within seven miles of Fennimore, and four of them are small. You told us that writing comes first for you. So it does for us.',
      kind: 'prose',
      at: ['growth', 'why_us'],
      bank: [1],
      who: ['chair'],
    },
    {
      id: 'why-learn',
      text: 'What would you hope to learn from {school}?',
      subject: 'What you hope to learn from the school',
      why: 'A school that joins has things to give. Saying which shows that you have looked.',
      example: 'Your garden, which families run on Saturdays, reaches people our meetings do not.',
      kind: 'prose',
      at: ['principles', 'improvement', 'learn_from_you'],
      bank: [22],
      who: ['head'],
    },
  ],
};

export const growth: Section = {
  id: 'growth',
  title: 'How many more schools, and when you say no',
  themes: ['joining', 'growth'],
  pass: 1,
  entries: [
    {
      id: 'growth-pace',
      text: 'How many schools do you take in a year at most, and why no more?',
      subject: 'How many schools join in a year',
      why: 'A school needs to know that you will have time for it.',
      example: 'One school a year at most, and none while a school of ours is in trouble.',
      kind: 'prose',
      at: ['growth', 'pace'],
      bank: [21],
      who: ['chair'],
    },
    {
      id: 'growth-limit',
      text: 'How large do you mean to become, and how far apart may your schools be?',
      subject: 'How large the trust means to become',
      why: 'Bigger is not better. Readers trust a limit more than a plan to grow.',
      example: 'Ten schools, each within 40 minutes of the next.',
      kind: 'prose',
      at: ['growth', 'limit'],
      bank: [48],
      who: ['chair'],
    },
    {
      id: 'growth-no',
      text: 'When would you say no to a school? Type each reason on a line of its own.',
      subject: 'When you would turn a school down',
      why: 'A trust that never says no makes its other schools pay for it.',
      example: 'the nearest of our schools is more than 40 minutes away',
      kind: 'list',
      at: ['growth', 'we_say_no_when'],
      bank: [21],
      who: ['chair'],
    },
  ],
};
