import type { KindQuestionId } from '../knowledge/kind-questions.ts';
import { type BankQuestion, type QuestionId, questionBank } from '../knowledge/question-bank.ts';
import type { Reader } from '../knowledge/readers.ts';
import type { Profile } from '../profile/profile.ts';
import type { Path } from '../profile/yaml/values.ts';
import { placesOf } from './parts.ts';

export type CoverageState = 'answered' | 'partly' | 'not yet';

/** How far a profile answers a question of the bank. */
export interface Coverage {
  id: QuestionId | KindQuestionId;
  question: BankQuestion;
  state: CoverageState;
  /** Answered under `answers`, in its own words. */
  direct: boolean;
  /** The parts of the profile that answer it, or begin to. */
  by: Path[];
  /** What is still missing for the rest of the answer, as the bank names it. */
  missing: readonly string[];
  /** The role to ask while there is no answer. */
  ask: string | undefined;
}

/**
 * Which of the readers’ questions a profile answers: directly under `answers`, or through the parts
 * that do. Left out, the questions are those that readers of every document ask.
 */
export function coverageOf(
  { data, typed }: Pick<Profile, 'data' | 'typed'>,
  questions: readonly (BankQuestion & { id: Coverage['id'] })[] = questionBank,
): Coverage[] {
  const known = new Map<string, Path[]>();
  const places = (part: string) => {
    const before = known.get(part);
    if (before) return before;
    const found = placesOf(part, typed);
    known.set(part, found);
    return found;
  };
  return questions.map((question): Coverage => {
    const { id } = question;
    const own = data.answers?.[id];
    if (own?.answer !== undefined) {
      const by: Path[] = [['answers', id]];
      return { id, question, state: 'answered', direct: true, by, missing: [], ask: own.ask };
    }
    // Where the trust says whom to ask, it has no answer yet, whatever its other parts touch upon.
    if (own?.ask !== undefined) {
      return { id, question, state: 'not yet', direct: false, by: [], missing: [], ask: own.ask };
    }
    return { id, question, direct: false, ask: undefined, ...through(question, places) };
  });
}

/** What the other parts of the profile answer: the set of parts that comes furthest decides. */
function through(
  { answeredBy }: BankQuestion,
  places: (part: string) => Path[],
): Pick<Coverage, 'state' | 'by' | 'missing'> {
  const sets = answeredBy.map((parts) => ({
    by: parts.flatMap((part) => places(part).slice(0, 1)),
    missing: parts.filter((part) => places(part).length === 0),
  }));
  const best = sets.sort((a, b) => a.missing.length - b.missing.length)[0];
  if (!best || best.by.length === 0)
    return { state: 'not yet', by: [], missing: best?.missing ?? [] };
  return { state: best.missing.length === 0 ? 'answered' : 'partly', ...best };
}

export type Tally = Record<CoverageState, number>;

/** How many questions each kind of reader, or each principle, has answered. */
export function tallyBy<K extends string>(
  coverage: readonly Coverage[],
  keysOf: (question: BankQuestion) => readonly K[],
): Map<K, Tally> {
  const tallies = new Map<K, Tally>();
  for (const { question, state } of coverage) {
    for (const key of keysOf(question)) {
      const tally = tallies.get(key) ?? { answered: 0, partly: 0, 'not yet': 0 };
      tally[state] += 1;
      tallies.set(key, tally);
    }
  }
  return tallies;
}

export const byReader = ({ readers }: BankQuestion): readonly Reader[] => readers;
export const byPrinciple = ({ principle }: BankQuestion) => [principle];
