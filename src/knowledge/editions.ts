import { type PrincipleId, principleIds, principles } from './principles.ts';

/**
 * A part of a document: which template makes it, and what its heading is. `kind` tells the theme how
 * to set it.
 */
export interface Section {
  id: string;
  kind: string;
  template: string;
  /** The heading, in the reader's words; the cover has none of its own. */
  title: string | null;
  /** A line above the heading. */
  kicker?: string;
}

/** The document for one kind of reader. */
export interface Edition {
  id: string;
  /** The name of its files, without their ending. */
  file: string;
  /** What it is called on its cover and in its running heads. */
  name: string;
  sections: readonly Section[];
}

const section = (id: string, title: string | null): Section => ({
  id,
  kind: id,
  template: `sections/${id}`,
  title,
});

const chapter = (id: PrincipleId): Section => ({
  id: `principle-${id}`,
  kind: 'principle',
  template: `principles/${id}`,
  title: principles[id].name,
  kicker: `Principle ${principles[id].number} of ${principleIds.length}`,
});

/** The full prospectus: the hard answers before any praise, the doubts before the sources. */
export const prospectus: Edition = {
  id: 'prospectus',
  file: 'prospectus',
  name: 'Prospectus',
  sections: [
    section('cover', null),
    section('contents', 'Contents'),
    section('gaps', 'What is still missing'),
    section('answers', 'Five answers first'),
    section('growth', 'Why us, and why now'),
    ...principleIds.map(chapter),
    section('changes', 'What stays, what changes and who decides'),
    section('costs', 'What it costs and what you get'),
    section('schools', 'Our schools'),
    section('questions', 'Your questions'),
    section('journey', 'How a school joins, step by step'),
    section('commitments', 'What we promise, and what we ask'),
    section('limits', 'What we cannot do yet, and what else you could do'),
    section('frameworks', 'The same case in other frames'),
    section('sources', 'Sources and method'),
    section('contacts', 'Who to talk to'),
  ],
};

export const editions: readonly Edition[] = [prospectus];

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
