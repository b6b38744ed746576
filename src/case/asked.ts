import { type Coverage, coverageOf } from '../coverage/coverage.ts';
import { sectionOfPart } from '../knowledge/editions.ts';
import type { Reader } from '../knowledge/readers.ts';
import type { AskedQuestion, Section } from '../knowledge/sections.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Path } from '../profile/yaml/values.ts';
import { type Elsewhere, whomToAsk } from './questions.ts';
import type { View } from './readers-view.ts';

/** A reader’s question with an answer that can be read where it stands. */
export interface AskedAnswer {
  question: string;
  paragraphs: string[];
  evidence: string[];
}

/** The questions of one section. */
export interface Asked {
  answered: AskedAnswer[];
  /** Answered by another section of the same document. */
  elsewhere: Elsewhere[];
  open: { question: string; ask: string | undefined }[];
  /** Which of the five hard answers it tells. */
  hard: string[];
}

type OwnQuestion = NonNullable<ProfileData['questions']>[number];

/**
 * What each section of questions says, by its id. A question that the trust puts in other words takes
 * the place of the one it is about; what else the trust says its readers ask follows in the first
 * section. A question that only a longer document answers is left to that.
 */
export function askedOf(
  view: View,
  { sections, readers }: { sections: readonly Section[]; readers: readonly Reader[] },
  isDraft: boolean,
): Record<string, Asked> {
  const asking = sections.filter(({ questions }) => questions);
  if (asking.length === 0) return {};
  const coverage = new Map(coverageOf(view).map((entry) => [entry.id as string, entry]));
  const own = (view.data.questions ?? []).filter(
    (question) => !question.readers || question.readers.some((reader) => readers.includes(reader)),
  );
  const listed = asking.flatMap(({ questions = [] }) => questions.map(({ id }) => id as string));
  const others = own.filter(
    ({ about, readers: whose }) => whose && !(about !== undefined && listed.includes(about)),
  );
  const [reader] = readers.length === 1 ? readers : [];
  const context: Context = {
    data: view.data,
    isDraft,
    inDocument: new Set(sections.flatMap(({ id, insteadOf }) => [id, insteadOf ?? id])),
    ask: whomToAsk(reader ?? 'everyone', view.data.contacts),
  };
  return Object.fromEntries(
    asking.map((section, index) => {
      const asked: Asked = { answered: [], elsewhere: [], open: [], hard: [] };
      for (const question of section.questions ?? []) {
        const instead = own.find(({ about }) => about === question.id);
        if (instead) addOwn(asked, instead);
        else addOfBank(asked, question, coverage.get(question.id), context);
      }
      if (index === 0) for (const question of others) addOwn(asked, question);
      return [section.id, asked];
    }),
  );
}

interface Context {
  data: ProfileData;
  isDraft: boolean;
  inDocument: ReadonlySet<string>;
  ask: string | undefined;
}

function addOwn({ answered, open }: Asked, { question, answer, evidence, ask }: OwnQuestion) {
  if (answer === undefined) open.push({ question, ask });
  else answered.push({ question, paragraphs: [answer], evidence: evidence ?? [] });
}

function addOfBank(
  asked: Asked,
  { as }: AskedQuestion,
  coverage: Coverage | undefined,
  { data, isDraft, inDocument, ask }: Context,
) {
  if (!coverage) return;
  const { by, state } = coverage;
  const question = as ?? coverage.question.question;
  if (state === 'not yet') {
    // A draft that says nothing of it yet is not held to have been asked.
    if (coverage.ask || !isDraft) asked.open.push({ question, ask: coverage.ask ?? ask });
    return;
  }
  // A hard answer is told where it is asked for, and under no other question as well.
  const told = by
    .filter(([part, id]) => part !== 'five_answers' || id === coverage.id)
    .map((path) => tell(path, data))
    .filter((part) => part !== undefined);
  if (told.length > 0) {
    asked.answered.push({
      question,
      paragraphs: told.map(({ text }) => text),
      evidence: told.flatMap(({ evidence }) => evidence),
    });
    if (by.some(([part]) => part === 'five_answers')) asked.hard.push(coverage.id);
    return;
  }
  const { principle } = coverage.question;
  const chapter = principle === 'practicalities' ? undefined : principle;
  const section = by[0] && sectionOfPart(by[0], chapter);
  if (section === undefined || !inDocument.has(section)) return;
  const entry = { question, partly: state === 'partly' };
  const same = asked.elsewhere.find((other) => other.section === section);
  if (same) same.questions.push(entry);
  else asked.elsewhere.push({ section, questions: [entry] });
}

/** A part of a profile that can be read as an answer: a text, an answer, a line of a table. */
function tell(path: Path, data: ProfileData): { text: string; evidence: string[] } | undefined {
  let value: unknown = data;
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step];
  if (typeof value === 'string') return { text: value, evidence: [] };
  const group = (value ?? {}) as {
    answer?: string;
    text?: string;
    in_plain_words?: string;
    who_could_change?: string;
    evidence?: string[];
  };
  const change = group.who_could_change && `Who could change it: ${group.who_could_change}.`;
  const text = group.answer ?? group.text ?? group.in_plain_words;
  if (text === undefined) return undefined;
  return { text: [text, change].filter(Boolean).join(' '), evidence: group.evidence ?? [] };
}
