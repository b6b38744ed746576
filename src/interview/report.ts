import { coverageOf } from '../coverage/coverage.ts';
import { questionBank } from '../knowledge/question-bank.ts';
import { withoutBegun } from './complete.ts';
import type { Block } from './dialogue.ts';
import { countsOf, sectionLines, stepsOf, summary } from './overview.ts';
import type { Section } from './question.ts';
import type { Progress } from './steps.ts';

const MOST_LISTED = 10;

/**
 * How far the interview is: what is answered, part by part, what was skipped, whom to ask, and how many
 * of the readers’ questions the profile answers by now.
 */
export function progressReport(progress: Progress, sections: readonly Section[]): Block[] {
  const steps = stepsOf(progress, sections);
  const asked = steps.flatMap(({ subject, reply, standing }) =>
    standing === 'asked' && reply && 'ask' in reply ? [`${subject}: ask the ${reply.ask}`] : [],
  );
  const skipped = steps
    .filter(({ standing, item }) => standing === 'skipped' || (standing === 'closed' && item === 0))
    .map(({ subject }) => subject);
  return [
    { text: summary(countsOf(steps)) },
    ...sectionLines(progress, sections),
    ...listed('To ask others:', asked),
    ...listed('Skipped:', skipped),
    {
      text: `Readers of such a document usually ask ${questionBank.length} questions. So far, ${bankAnswered(progress)} of them have an answer in yours.`,
    },
  ];
}

function listed(heading: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LISTED);
  const more = lines.length - shown.length;
  return [
    { text: heading },
    ...shown.map((text) => ({ lead: ' -  ', text, close: true })),
    ...(more > 0 ? [{ lead: ' -  ', text: `and ${more} more`, close: true }] : []),
  ];
}

/** How many questions of the bank the profile answers, as `check --coverage` counts them. */
function bankAnswered({ profile }: Progress): number {
  const { typed, data } = withoutBegun(profile, {});
  return data ? coverageOf({ typed, data }).filter(({ state }) => state === 'answered').length : 0;
}
