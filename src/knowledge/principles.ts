import type { Source } from './source.ts';

/** The order of the six is the order of the thinkpiece and of the document. */
export const principleIds = [
  'vision',
  'governance',
  'improvement',
  'people',
  'resources',
  'community',
] as const;

export type PrincipleId = (typeof principleIds)[number];

export interface Principle {
  id: PrincipleId;
  number: number;
  /** The chapter's heading. */
  name: string;
  /** What the principle asks of a trust, in our own words. */
  inFull: string;
  /** What someone writing the chapter should have an answer to. */
  prompt: string;
}

/** Our own wording throughout: the thinkpiece is credited in the document, never reproduced. */
export const principles: Record<PrincipleId, Principle> = {
  vision: {
    id: 'vision',
    number: 1,
    name: 'A vision people share',
    inFull:
      'A purpose that schools and communities hold in common and act on, for the children who come next.',
    prompt: 'Name one goal you missed last year, and what you changed.',
  },
  governance: {
    id: 'governance',
    number: 2,
    name: 'Governance close to the school',
    inFull:
      'Decisions shared between trust and school, so that support, challenge and trust in each other grow.',
    prompt: 'Which decisions can a local board take without asking?',
  },
  improvement: {
    id: 'improvement',
    number: 3,
    name: 'Improvement as a habit',
    inFull:
      'Schools that help each other to get better as a matter of course, with the people and systems to do it.',
    prompt: 'What can you not yet do well?',
  },
  people: {
    id: 'people',
    number: 4,
    name: 'A good place to work',
    inFull:
      'Expertise and support that are shared, in a place where people choose to work and stay.',
    prompt: 'What do people say when they leave?',
  },
  resources: {
    id: 'resources',
    number: 5,
    name: 'Money and planet, used well',
    inFull:
      'Public money that reaches pupils, more of it raised for them, and a lighter load on the environment.',
    prompt: 'What did the last school to join pay before and after, all told?',
  },
  community: {
    id: 'community',
    number: 6,
    name: 'At the heart of the community',
    inFull:
      'Schools that keep their own character and, together, bring the partners of a whole area round children.',
    prompt: 'Who outside education would vouch for you?',
  },
};

/** Credited in every document, with no claim of endorsement. */
export const principlesSource: Source & { asOf: string } = {
  title: 'Making the case (Thriving Trusts thinkpiece 1)',
  publisher: 'Forum Strategy',
  published: '2023-01',
  url: 'https://forumstrategy.org/thriving-trusts-thinkpiece-1/',
  asOf: '2026-11',
};
