import { type Contributor, contributors } from '../../knowledge/roles.ts';
import { valueAt } from '../place.ts';
import { firstOf, isEach, isGroup, type Question, type Section } from '../question.ts';
import type { Progress, Step } from '../steps.ts';
import { aboutMinutes } from '../time.ts';
import { isLong } from '../typed.ts';

/** How many items of a list there is room for on a sheet. */
const ROOM = 3;

/** The mark that says which question an answer is to. Markdown does not show it. */
const markFor = (question: string, item?: string | number) =>
  `<!-- answer: ${question}${item === undefined ? '' : ` / ${item}`} -->`;

/**
 * A sheet with the questions that one contributor can answer and nobody has yet, and clear places to
 * write in; undefined where there is none.
 */
export function sheetFor(
  contributor: Contributor,
  progress: Progress,
  sections: readonly Section[],
): string | undefined {
  const parts = sections.flatMap((section) => {
    const asked = askedIn(section, contributor, progress);
    return asked.length > 0 ? [{ title: section.title, asked }] : [];
  });
  const questions = parts.flatMap(({ asked }) => asked);
  if (questions.length === 0) return undefined;
  const { title, about } = contributors[contributor];
  const trust = valueAt(progress.profile, ['trust', 'name']);
  let number = 0;
  const body = parts.flatMap(({ title: heading, asked }) => [
    `## ${heading}`,
    ...asked.map((question) => {
      if (question.heading) number += 1;
      return question.heading
        ? questionText(question, `### ${number}. `)
        : questionText(question, '#### ');
    }),
  ]);
  return `${[
    `# Questions for the ${title}`,
    `${typeof trust === 'string' ? `${trust} is` : 'We are'} writing a document for schools that think of joining. You know best ${about}.`,
    `${number === 1 ? 'There is one question' : `There are ${number} questions`}, of ${aboutMinutes(questions.filter(({ another }) => !another))}.`,
    HOW_TO,
    ...body,
  ].join('\n\n')}\n`;
}

const HOW_TO = `- Write below each line that says **Answer**. One sentence is often enough.
- What you do not know, leave empty. If somebody else knows, write “ask” and what they are, such as: ask finance director.
- Please leave the lines that begin with **Answer** as they are, so that your answers find their places.`;

interface Asked {
  question: Question;
  text: string;
  mark: string;
  /** Whether it stands on its own, or belongs to the item of a list that the one before began. */
  heading: boolean;
  /** It depends on another answer whether it is wanted. */
  conditional: boolean;
  /** Room for one more item of a list, which may not be needed. */
  another: boolean;
}

const unanswered = new Set<Step['standing']>(['open', 'skipped', 'asked', 'closed', 'more']);

function askedIn(section: Section, contributor: Contributor, { steps }: Progress): Asked[] {
  const isTheirs = ({ who }: Question) => who.includes(contributor);
  const own = steps.filter((step) => step.section === section);
  const isOpen = own.some(
    ({ question, standing }) => isTheirs(question) && unanswered.has(standing),
  );
  return section.entries.flatMap((entry): Asked[] => {
    if (isGroup(entry)) {
      const isOpenList = own.some(
        ({ question, standing }) => question.id === entry.first.id && unanswered.has(standing),
      );
      if (!isTheirs(firstOf(entry)) || !isOpenList) return [];
      return Array.from({ length: ROOM }, (_, item): Asked[] => [
        {
          question: firstOf(entry),
          text: item === 0 ? entry.first.text : 'Another one, if there is one:',
          mark: markFor(entry.first.id, item + 1),
          heading: item === 0,
          conditional: false,
          another: item > 0,
        },
        ...entry.details.map((question) => ({
          question,
          text: question.text,
          mark: markFor(question.id, item + 1),
          heading: false,
          conditional: question.when !== undefined,
          another: item > 0,
        })),
      ]).flat();
    }
    if (isEach(entry)) {
      return own
        .filter(({ question, standing }) => isTheirs(question) && unanswered.has(standing))
        .map(({ question, text, item }) => ({
          question,
          text,
          mark: markFor(question.id, item),
          heading: true,
          conditional: false,
          another: false,
        }));
    }
    const step = own.find(({ question }) => question.id === entry.id);
    const wanted = step ? unanswered.has(step.standing) : isOpen;
    if (!isTheirs(entry) || !wanted) return [];
    const text = step?.text ?? entry.text.replaceAll('{school}', 'a school');
    const mark = markFor(entry.id);
    return [{ question: entry, text, mark, heading: true, conditional: !step, another: false }];
  });
}

function questionText({ question, text, mark, conditional }: Asked, before: string): string {
  const { why, example, choices, kind } = question;
  return [
    `${before}${text}${conditional ? ' (If it applies.)' : ''}`,
    `Why we ask: ${why}`,
    ...(choices
      ? [`Choose one:\n\n${choices.map(({ words }) => `- ${words}`).join('\n')}`]
      : [`A good answer: ${example}${kind === 'list' ? ' (each on a line of its own)' : ''}`]),
    `**Answer:** ${mark}`,
    isLong(kind) ? '\n\n' : '',
  ].join('\n\n');
}
