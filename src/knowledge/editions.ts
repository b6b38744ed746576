import { type PrincipleId, principleIds } from './principles.ts';
import { type Reader, readers } from './readers.ts';
import { type Section, sectionsOf } from './sections.ts';

/** The document for some readers. */
export interface Edition {
  id: string;
  /** The name of its files, without their ending. */
  file: string;
  /** What it is called where there is no school to name. */
  name: string;
  /** Whom it is for. What is meant for others alone, or for some of these alone, is not in it. */
  readers: readonly Reader[];
  /**
   * Whom it speaks to, as its head and the foot of its pages say it; undefined where it is for
   * everyone.
   */
  speaksTo?: string;
  /** The question on its head: `named` where it is made for a school, which stands for {school}. */
  question: { named: string; open: string };
  /** What it is, for whoever builds it. */
  about: string;
  /** A sentence below the question that says what it is. */
  purpose: string;
  sections: readonly Section[];
  /** The school grade (US, by Flesch and Kincaid) that it may ask of its readers. */
  grade: number;
}

/** What every paper for some of the readers asks: the case is theirs to judge. */
const ofSchool = {
  named: 'Should {school} join us?',
  open: 'Should your school join {trust}?',
};

/** The full prospectus: the hard answers before any praise, the doubts before the sources. */
export const prospectus: Edition = {
  id: 'prospectus',
  about: 'the full prospectus, for everyone; what is built where none is named',
  file: 'prospectus',
  name: 'Prospectus',
  readers,
  question: ofSchool,
  purpose: 'The case, the costs and the hard answers.',
  sections: sectionsOf(
    'cover',
    'contents',
    'gaps',
    'answers',
    'growth',
    ...principleIds.map((id) => `principle-${id}`),
    'changes',
    'costs',
    'schools',
    'questions',
    'journey',
    'commitments',
    'limits',
    'frameworks',
    'sources',
    'contacts',
  ),
  grade: 9,
};

/** A paper for a board meeting: what decides comes first, and room for notes last. */
const governors: Edition = {
  id: 'governors',
  about: 'a paper of about eight pages for a board meeting',
  file: 'governors',
  name: 'For governors',
  readers: ['governors'],
  speaksTo: 'the governors',
  question: ofSchool,
  purpose:
    'A paper for a board meeting: five hard answers, the case in short, the costs, the way in, and what to ask us.',
  sections: sectionsOf(
    'masthead',
    'answers-short',
    'case-short',
    'costs-short',
    'changes-short',
    ['asked-governors', 'Your other questions'],
    'schools-short',
    'journey-short',
    'commitments-short',
    ['limits-short', 'What we cannot do yet, and what else you could do'],
    'ask-us',
    'notes',
    'contacts-short',
    'sources-short',
  ),
  grade: 9,
};

/** Two pages for anyone who asks what this is about. */
const summary: Edition = {
  id: 'summary',
  about: 'two pages, for everyone',
  file: 'summary',
  name: 'In two pages',
  readers,
  question: ofSchool,
  purpose: 'The hard answers and the case, in two pages.',
  sections: sectionsOf('masthead', 'answers-short', 'case-lines', 'next-short', 'sources-short'),
  grade: 9,
};

const staff: Edition = {
  id: 'staff',
  about: 'jobs, pay, pension, workplace and union',
  file: 'staff',
  name: 'For staff',
  readers: ['staff'],
  speaksTo: 'the staff',
  question: {
    named: 'What would it mean for you if {school} joined us?',
    open: 'What would it mean for you if your school joined {trust}?',
  },
  purpose: 'Your job, your pay, your pension, your workplace and your union.',
  sections: sectionsOf(
    'masthead-short',
    'not-consultation',
    'asked-jobs',
    'asked-work',
    ['answers-short', 'The hard answers'],
    'workplace',
    'say',
    'contacts-short',
    'sources-short',
    'about',
  ),
  grade: 8,
};

/** To be read on a phone at the school gate. */
const families: Edition = {
  id: 'families',
  about: 'two screens of a phone: my child, and how to have a say',
  file: 'families',
  name: 'For families',
  readers: ['families'],
  speaksTo: 'the families',
  question: {
    named: 'What if {school} joined us?',
    open: 'What if your child’s school joined {trust}?',
  },
  purpose: 'What it would mean for your child, and how to have your say.',
  sections: sectionsOf(
    'masthead-short',
    'asked-child',
    'say',
    ['answers-short', 'The hard answers'],
    'contacts-short',
    'sources-short',
    'about',
  ),
  grade: 7,
};

const community: Edition = {
  id: 'community',
  about: 'for neighbours and partners',
  file: 'community',
  name: 'For neighbours and partners',
  readers: ['community'],
  speaksTo: 'the neighbours and partners',
  question: {
    named: 'What if {school} joined us?',
    open: 'What if a school near you joined {trust}?',
  },
  purpose: 'What it would mean for the area, and how to have your say.',
  sections: sectionsOf(
    'masthead-short',
    'asked-community',
    ['answers-short', 'The hard answers'],
    'partners',
    'say',
    'contacts-short',
    'sources-short',
    'about',
  ),
  grade: 8,
};

export const editions: readonly Edition[] = [
  prospectus,
  governors,
  summary,
  staff,
  families,
  community,
];

/**
 * In which section of a document each part of a profile is told. Numbers and stories are told in the
 * chapter of the principle they are looked up for.
 */
export function sectionOfPart(
  path: readonly (string | number)[],
  principle: PrincipleId = 'improvement',
): string | undefined {
  const [part, second] = path;
  if (part === 'principles') return `principle-${second}`;
  if (part === 'metrics' || part === 'voices' || part === 'case_studies') {
    return `principle-${principle}`;
  }
  return sectionOf[String(part)];
}

const sectionOf: Readonly<Record<string, string>> = {
  five_answers: 'answers',
  growth: 'growth',
  people: 'principle-governance',
  environment: 'principle-resources',
  partnerships: 'principle-community',
  stays_and_changes: 'changes',
  delegation: 'changes',
  finances: 'costs',
  services: 'costs',
  schools: 'schools',
  journey: 'journey',
  standing: 'journey',
  commitments: 'commitments',
  expectations: 'commitments',
  what_we_heard: 'commitments',
  weaknesses: 'limits',
  risks: 'limits',
  alternatives: 'limits',
  evidence: 'sources',
  contacts: 'contacts',
};
