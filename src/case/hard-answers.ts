import { hardAnswersFor } from '../knowledge/hard-answers.ts';
import type { Reader } from '../knowledge/readers.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Asked } from './asked.ts';
import { withConfirmation } from './terms.ts';

/** A hard question as a reader asks it, with its answer. */
export interface HardAnswerInWords {
  question: string;
  answer: string;
  evidence: string[] | undefined;
  confirmedInWords: string | undefined;
  /** The section that says more. */
  more: string;
}

/**
 * The hard answers that touch these readers and that their questions have not told already. For those
 * who speak for the school the questions say “us”.
 */
export function hardAnswersIn(
  { five_answers }: ProfileData,
  readers: readonly Reader[],
  asked: Readonly<Record<string, Asked>>,
): HardAnswerInWords[] {
  const told = new Set(Object.values(asked).flatMap(({ hard }) => hard));
  const isSchool = readers.includes('governors') || readers.includes('headteachers');
  return hardAnswersFor(readers).flatMap(({ id, question, asOthersAsk, more }) => {
    const found = five_answers?.[id];
    if (!found || told.has(id)) return [];
    const { answer, evidence } = found;
    const { confirmedInWords } = withConfirmation(found);
    const inWords = isSchool ? question : asOthersAsk;
    return [{ question: inWords, answer, evidence, confirmedInWords, more }];
  });
}
