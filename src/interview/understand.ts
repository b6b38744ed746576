import type { Path } from '../profile/yaml/values.ts';
import type { Answer, Choice, Question } from './question.ts';
import { cleanLine, cleanList, cleanProse } from './typed.ts';

/** What was typed as an answer, or why it is none and what to type. */
export type Understood = { answer: Answer } | { problem: string };

/** What is wrong with a text that the profile is to hold, in the schema’s words; undefined where nothing is. */
export type Validate = (like: Path, text: string) => Promise<string | undefined>;

/**
 * Reads lines as the answer to a question. The schema decides what can be one; here is only what lies
 * between what people type and what a profile holds, such as the number of a choice or a missing £.
 */
export async function understand(
  question: Question,
  like: Path | undefined,
  lines: readonly string[],
  validate: Validate,
): Promise<Understood> {
  if (question.kind === 'list') return understandList(cleanList(lines), like, validate);
  const text = question.kind === 'prose' ? cleanProse(lines) : cleanLine(lines.join(' '));
  if (text === '') return { problem: 'There is no answer here.' };
  if (question.choices) return understandChoice(text, question.choices);
  const answer = question.kind === 'yes or no' ? yesOrNo(text) : withUnit(text, question.kind);
  const problem = like && (await validate(like, answer));
  return problem ? { problem } : { answer };
}

async function understandList(
  items: readonly string[],
  like: Path | undefined,
  validate: Validate,
): Promise<Understood> {
  if (items.length === 0) return { problem: 'There is no answer here.' };
  for (const item of items) {
    const problem = like && (await validate(like, item));
    if (problem)
      return { problem: items.length > 1 ? `“${item.slice(0, 40)}”: ${problem}` : problem };
  }
  return { answer: items };
}

function understandChoice(text: string, choices: readonly Choice[]): Understood {
  const typed = text.toLowerCase().replace(/[.)]$/, '');
  const number = /^\d{1,2}$/.test(typed) ? choices[Number(typed) - 1] : undefined;
  const exact = choices.find(({ value, words }) =>
    [value, words].some((name) => name.toLowerCase() === typed),
  );
  const begun = choices.filter(({ value, words }) =>
    [value, words].some((name) => name.toLowerCase().startsWith(typed)),
  );
  const choice = number ?? exact ?? (begun.length === 1 ? begun[0] : undefined);
  return choice
    ? { answer: choice.value }
    : { problem: `Type a number from 1 to ${choices.length}.` };
}

function yesOrNo(text: string): string {
  const typed = text.toLowerCase().replace(/[.!,].*$/, '');
  if (['yes', 'y', 'yep', 'yeah', 'true', 'on'].includes(typed)) return 'yes';
  if (['no', 'n', 'nope', 'false', 'off'].includes(typed)) return 'no';
  return text;
}

/** A bare number, as people type one when they were asked for a sum or a share. */
function withUnit(text: string, kind: Question['kind']): string {
  if (!/^\d[\d,]*(?:\.\d+)?$/.test(text)) return text;
  if (kind === 'percent') return `${text}%`;
  return kind === 'money' ? `£${text}` : text;
}
