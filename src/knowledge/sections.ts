import { type PrincipleId, principleIds, principles } from './principles.ts';
import type { QuestionId } from './question-bank.ts';

/**
 * A part of a document: which template makes it, and what its heading is. `kind` tells the theme how
 * to set it.
 */
export interface Section {
  id: string;
  kind: string;
  template: string;
  /** The heading, in the reader's words; the head of a document has none of its own. */
  title: string | null;
  /** A line above the heading. */
  kicker?: string;
  /** For a shorter telling: the section it stands in for, where a link leads to that. */
  insteadOf?: string;
  /** The questions it answers, in this order. */
  questions?: readonly AskedQuestion[];
}

/** A question of the bank, where need be in the words of the reader it stands before. */
export interface AskedQuestion {
  id: QuestionId;
  as?: string;
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

/** A shorter telling of a section. */
const short = (insteadOf: string, title: string): Section => ({
  id: `${insteadOf}-short`,
  kind: insteadOf,
  template: `sections/${insteadOf}-short`,
  title,
  insteadOf,
});

const asked = (name: string, title: string, questions: readonly AskedQuestion[]): Section => ({
  id: `asked-${name}`,
  kind: 'asked',
  template: 'sections/asked',
  title,
  questions,
});

/** Every section that a document can have, by its id. */
const all: readonly Section[] = [
  section('cover', null),
  section('masthead', null),
  { ...section('masthead-short', null), kind: 'masthead', insteadOf: 'masthead' },
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
  section('case-short', 'The case in short'),
  section('case-lines', 'The case in six lines'),
  short('answers', 'Five answers first'),
  short('changes', 'What stays and what changes'),
  short('costs', 'What it costs and what you get'),
  short('schools', 'Our schools'),
  short('journey', 'The way in'),
  short('commitments', 'What we promise'),
  short('limits', 'What we cannot do yet'),
  short('sources', 'Sources'),
  short('contacts', 'Who to talk to'),
  section('next-short', 'What is not good enough yet, and what comes next'),
  section('ask-us', 'What to ask us'),
  section('notes', 'What the board wants to know'),
  section('not-consultation', 'What this paper is not'),
  section('workplace', 'What it is like to work here'),
  section('say', 'How to have your say'),
  section('about', 'About this paper'),
  section('partners', 'What we do here, and with whom'),
  asked('governors', 'Your other questions', [
    { id: 'local_board' },
    { id: 'taking_back' },
    { id: 'voice_in_the_trust' },
    { id: 'managing_the_head' },
    { id: 'record_with_schools_like_ours' },
    { id: 'if_results_dip' },
    { id: 'capacity' },
    { id: 'intervention' },
    { id: 'due_diligence' },
    { id: 'land_and_contracts' },
    { id: 'talking_to_your_schools' },
  ]),
  asked('jobs', 'Your job, your pay and your pension', [
    { id: 'jobs', as: 'Would my job go or change?' },
    { id: 'pay_and_conditions' },
    { id: 'transfer_measures', as: 'What would change for me if I transferred?' },
    { id: 'new_starters' },
    { id: 'pension' },
    { id: 'continuous_service' },
    { id: 'being_moved' },
  ]),
  asked('work', 'Your workplace and your union', [
    { id: 'unions', as: 'Is my union recognised, and is time for its work paid for?' },
    { id: 'teaching_choices', as: 'What would be decided for us in the classroom?' },
    { id: 'training_and_workload' },
    { id: 'giving_to_others', as: 'Would I have to work in other schools?' },
    { id: 'parents_and_staff', as: 'How are staff represented?' },
    { id: 'data', as: 'Who would hold my data?' },
  ]),
  asked('child', 'Your child', [
    { id: 'better_for_pupils', as: 'What would it mean for my child?' },
    { id: 'disadvantage_and_send', as: 'What about special needs?' },
    { id: 'name_and_uniform', as: 'Would the name or the uniform change?' },
    { id: 'admissions', as: 'Would admissions change?' },
    { id: 'parents_and_staff', as: 'Who speaks for parents, and how do I complain?' },
  ]),
  asked('community', 'Your questions', [
    { id: 'local_links', as: 'Would the school’s links with the area go on?' },
    { id: 'admissions' },
    { id: 'religious_character' },
    { id: 'central_team', as: 'How much goes on the central team?' },
    { id: 'intervention' },
    { id: 'how_near' },
  ]),
];

export const sections: ReadonlyMap<string, Section> = new Map(
  all.map((section) => [section.id, section]),
);

/** Sections by id, in this order, some under another heading. Throws where there is none of that id. */
export function sectionsOf(...ids: (string | readonly [id: string, title: string])[]): Section[] {
  return ids.map((entry) => {
    const [id, title] = typeof entry === 'string' ? [entry] : entry;
    const found = sections.get(id);
    if (!found) throw new Error(`No section ${id}`);
    return title === undefined ? found : { ...found, title };
  });
}
