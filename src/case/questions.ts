import { type Coverage, coverageOf } from '../coverage/coverage.ts';
import { sectionOfPart } from '../knowledge/editions.ts';
import { isAskedBy, kindQuestions } from '../knowledge/kind-questions.ts';
import { employerOf, notConsultation } from '../knowledge/law.ts';
import { questionBank } from '../knowledge/question-bank.ts';
import { type Reader, readerWords } from '../knowledge/readers.ts';
import type { Joiner } from '../knowledge/routes.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { withConfirmation } from './terms.ts';

const headings: Record<Reader | 'everyone', string> = {
  governors: 'Governors ask',
  headteachers: 'Headteachers ask',
  staff: 'Staff ask',
  families: 'Families ask',
  community: 'Neighbours and partners ask',
  everyone: 'Everyone asks',
};

/** A question with its answer, or with whom to ask. */
export interface Question {
  question: string;
  answer?: string | undefined;
  evidence?: string[] | undefined;
  ask?: string | undefined;
  /** `Confirmed by: Chief finance officer, 1 June 2026.` */
  confirmedInWords?: string | undefined;
}

/** The questions that one other section answers, wholly or in part. */
export interface Elsewhere {
  section: string;
  questions: { question: string; partly: boolean }[];
}

export interface Questions {
  heading: string;
  /** What must be said before any answer. */
  note: string | undefined;
  answered: Question[];
  elsewhere: Elsewhere[];
  open: Question[];
}

interface Asked {
  isDraft: boolean;
  /** The school that the document is for. */
  school: Joiner | undefined;
  /** Whether the document says by which steps a school joins, though the trust may not. */
  hasSteps?: boolean;
}

/**
 * Each question once, under the first kind of reader who asks it: those of the bank, where the trust
 * has begun to answer them or the document is no longer a draft, and the trust’s own.
 */
export function questionsByReader(
  profile: Profile,
  { isDraft, school, hasSteps = false }: Asked,
): Questions[] {
  const { data } = profile;
  const coverage = data.answers || !isDraft ? coverageOf(profile, questionsOf(school)) : [];
  // The steps that every such school takes are there, without this trust’s dates.
  const fromBank = coverage.map(
    (entry): Coverage =>
      hasSteps && entry.id === 'steps_and_dates' && entry.state === 'not yet' && !entry.ask
        ? { ...entry, state: 'partly', by: [['journey']] }
        : entry,
  );
  return (Object.keys(headings) as (Reader | 'everyone')[])
    .map((reader): Questions => {
      const ofBank = fromBank.filter(({ question }) => question.readers[0] === reader);
      const own = (data.questions ?? []).filter(
        ({ readers }) => (readers?.[0] ?? 'everyone') === reader,
      );
      return {
        heading: headings[reader],
        note: reader === 'staff' ? notConsultation(employerOf(school)).text : undefined,
        answered: [
          ...ofBank.filter(({ direct }) => direct).map((entry) => answered(entry, data)),
          ...own.filter(({ answer }) => answer !== undefined),
        ],
        elsewhere: elsewhere(ofBank.filter(({ direct, state }) => !direct && state !== 'not yet')),
        open: [
          ...ofBank
            .filter(({ state }) => state === 'not yet')
            .map(({ question, ask }) => ({
              question: question.question,
              ask: ask ?? whomToAsk(reader, data.contacts),
            })),
          ...own.filter(({ answer }) => answer === undefined),
        ],
      };
    })
    .filter(
      ({ answered, elsewhere, open }) => answered.length + elsewhere.length + open.length > 0,
    );
}

/** What the readers at a school ask: of every trust, and what schools of its kind ask besides. */
function questionsOf(school: Joiner | undefined) {
  if (!school) return questionBank;
  return [
    ...questionBank.filter((question) => isAskedBy(school, question)),
    ...kindQuestions.filter(({ asks }) => asks(school)),
  ];
}

function answered({ id, question }: Coverage, { answers }: ProfileData): Question {
  return { question: question.question, ...withConfirmation(answers?.[id]) };
}

/** By the section that answers them, so that a reader turns to each page once. */
function elsewhere(coverage: readonly Coverage[]): Elsewhere[] {
  const sections = new Map<string, Elsewhere>();
  for (const { question, by, state } of coverage) {
    const { principle } = question;
    const chapter = principle === 'practicalities' ? undefined : principle;
    const id = by[0] && sectionOfPart(by[0], chapter);
    if (id === undefined) continue;
    const section = sections.get(id) ?? { section: id, questions: [] };
    section.questions.push({ question: question.question, partly: state === 'partly' });
    sections.set(id, section);
  }
  return [...sections.values()];
}

/** The first person of the trust who is there for this kind of reader. */
export function whomToAsk(
  reader: Reader | 'everyone',
  contacts: ProfileData['contacts'],
): string | undefined {
  const ours = (contacts ?? []).filter(({ chosen_by_us }) => chosen_by_us !== false);
  const found =
    ours.find(
      ({ readers }) =>
        readers !== undefined && reader !== 'everyone' && readerWords[reader].test(readers),
    ) ?? ours[0];
  return found?.who;
}

/** Whether a person is there for some of these readers: those it is said of, or anyone. */
export function isThereFor(whom: string | undefined, readers: readonly Reader[]): boolean {
  if (whom === undefined || /every|any|all\b/i.test(whom)) return true;
  return readers.some((reader) => readerWords[reader].test(whom));
}
