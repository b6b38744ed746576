import type { Words } from './explain.ts';
import type { ValueLimits, ValueProblem } from './values.ts';

/** The words for a problem with a value; `firstLine` is that of the key which stands there already. */
export function explainValue(
  problem: Omit<ValueProblem, 'at'>,
  limits: ValueLimits,
  firstLine?: number,
): Words {
  switch (problem.kind) {
    case 'alias-unknown':
      return {
        code: 'yaml-alias',
        message: `*${problem.name} refers to something that is not marked &${problem.name} above it.`,
        hint: 'Put the text in quotation marks if the asterisk belongs to it.',
      };
    case 'alias-in-itself':
      return {
        code: 'yaml-alias',
        message: `*${problem.name} stands inside the part that is marked &${problem.name}, and would repeat for ever.`,
        hint: 'Write out what should stand here.',
      };
    case 'alias-too-many':
      return {
        code: 'yaml-alias',
        message: 'References with * repeat so much of the profile that it would become too large.',
        hint: 'Write the repeated parts out, or repeat less.',
      };
    case 'too-many':
      return {
        code: 'profile-too-large',
        message: `The profile holds more than ${limits.nodes.toLocaleString('en-GB')} values.`,
        hint: `Leave out what the document does not need. To allow more: --limit values=${10 * limits.nodes}`,
      };
    case 'too-dense':
      return {
        code: 'profile-too-large',
        message: `This file has more lines, brackets and commas than ${limits.nodes.toLocaleString('en-GB')} values need, and would take long to read.`,
        hint: `Is it the right file? To allow more: --limit values=${10 * limits.nodes}`,
      };
    case 'too-deep':
      return {
        code: 'profile-too-deep',
        message: `Groups stand inside groups more than ${limits.depth} deep.`,
        hint: 'No part of a profile needs more than 8: look for a line that is set in too far, or brackets in brackets.',
      };
    case 'colour-unquoted':
      return {
        code: 'bad-colour',
        message: `YAML takes ${problem.name} for a comment, and there is no colour here.`,
        hint: `Put it in quotation marks: "${problem.name}".`,
      };
    case 'duplicate-key':
      return {
        code: 'duplicate-key',
        message: `“${problem.name}” stands here a second time, after line ${firstLine}; only one of them would count.`,
        hint: 'Join the two, or delete one.',
      };
    case 'key-not-text':
      return {
        code: 'yaml-syntax',
        message: 'A key must be a word or a few.',
        hint: 'Write “key: value”. Put a text that begins with { or [ in quotation marks.',
      };
    case 'key-unsafe':
      return {
        code: 'unknown-key',
        message: `“${problem.name}” cannot be used as a key.`,
        hint: 'Delete it.',
      };
    case 'tag':
      return {
        code: 'yaml-tag',
        message: `“${problem.name.replace('tag:yaml.org,2002:', '!!')}” is a YAML tag. A profile holds text only, never instructions.`,
        hint: 'Delete the tag, or put the text in quotation marks if the exclamation mark belongs to it.',
      };
  }
}
