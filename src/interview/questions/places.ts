import { questionBank } from '../../knowledge/question-bank.ts';
import type { Value } from '../../profile/yaml/values.ts';
import { type Edit, type Place, valueAt } from '../place.ts';
import type { Answer, Composed } from '../question.ts';

/** Where the answer to a question of the bank stands; by number, as they are listed there. */
export function answerToBank(number: number): Place {
  const asked = questionBank[number - 1];
  if (!asked) throw new RangeError(`The bank has no question ${number}.`);
  return ['answers', asked.id, 'answer'];
}

/** A list typed one item to a line: each becomes a group of the profile that is known by it. */
export function eachAsItem(
  list: string,
  key: string,
  others: Readonly<Record<string, string>> = {},
): Pick<Composed, 'fill' | 'like' | 'known'> {
  return {
    like: [list, 0, key],
    fill: (answer: Answer): Edit[] =>
      lines(answer).map((is) => ({ at: [list, { key, is, with: others }, key], value: is })),
    known: (profile) => {
      const items = valueAt(profile, [list]);
      return (
        Array.isArray(items) &&
        items.some((item) =>
          Object.entries(others).every(([name, is]) => textOf(item, name) === is),
        )
      );
    },
  };
}

export const lines = (answer: Answer): readonly string[] =>
  typeof answer === 'string' ? [answer] : answer;

export const oneText = (answer: Answer): string => lines(answer).join('\n');

function textOf(item: Value, key: string): Value | undefined {
  return valueAt(item, [key]);
}

/** Whether a place of the profile holds this text. */
export function says(profile: Value, at: Place, ...texts: string[]): boolean {
  const found = valueAt(profile, at);
  return typeof found === 'string' && texts.includes(found.trim().toLowerCase());
}
