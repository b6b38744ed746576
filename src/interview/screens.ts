import type { Block } from './dialogue.ts';
import type { Answer } from './question.ts';
import { type Step, shortened } from './steps.ts';
import { isLong } from './typed.ts';

/** An answer that can be taken by pressing Enter, and where it comes from. */
export interface Offer {
  value: string;
  /** As in “from the register of schools”. */
  source?: string;
}

const OTHER_WORDS = 'You can also type: ? (help), skip, ask (somebody else knows), back, or stop.';

/** A question as it is put. `present` is what was said before, `first` whether the other words are new. */
export function questionScreen(
  step: Step,
  { present, offer, first }: { present?: string; offer?: Offer; first: boolean },
): Block[] {
  const { question, text, standing } = step;
  const another = standing === 'more' || standing === 'closed';
  const blocks: Block[] = [{ text, strong: true }];
  if (question.choices) blocks.push(...numbered(question.choices.map(({ words }) => words)));
  else if (present === undefined && offer === undefined && !another) {
    blocks.push({ text: `For example: ${question.example}`, close: true });
  }
  const how = howTo(step, present, offer);
  if (how !== '') blocks.push({ text: how, close: question.choices === undefined });
  if (first) blocks.push({ text: OTHER_WORDS, close: true });
  return blocks;
}

function howTo({ question, standing }: Step, present?: string, offer?: Offer): string {
  const isShort = !isLong(question.kind) && !question.choices && question.kind !== 'yes or no';
  const another = isShort ? ', or type another' : '';
  if (present !== undefined)
    return `Now: “${present}” Press Enter to keep it${another}. ${rest()}`.trim();
  if (offer !== undefined) {
    const from = offer.source ? `, from ${offer.source}` : '';
    return `Press Enter to take this answer${from}${another}: ${offer.value}`;
  }
  if (isShort && (standing === 'more' || standing === 'closed')) return '';
  return isShort ? 'Type your answer and press Enter.' : rest();

  function rest(): string {
    if (isLong(question.kind)) return 'When you are done, press Enter on an empty line.';
    if (question.choices) return 'Type a number and press Enter.';
    return question.kind === 'yes or no' ? 'Type yes or no and press Enter.' : '';
  }
}

/** Lines with a number each. */
export function numbered(lines: readonly string[]): Block[] {
  const width = String(lines.length).length;
  return lines.map((text, index) => ({
    lead: ` ${String(index + 1).padStart(width)}  `,
    text,
    close: true,
  }));
}

/** What is behind `?`: why we ask, a good answer, and every other word that can be typed. */
export function helpScreen({ question }: Step): Block[] {
  const long = isLong(question.kind);
  const words: [string, string][] = [
    ['skip', 'leave it for now'],
    ['ask', 'somebody else knows: type ask and what they are, such as “ask finance director”'],
    ['back', 'go to the question before'],
    ...(long ? [['edit', 'write in an editor of your own'] as [string, string]] : []),
    ['stop', 'save and stop, to go on another day'],
  ];
  return [
    { text: `Why we ask: ${question.why}` },
    { text: `A good answer: ${question.example}` },
    {
      text: long
        ? 'Write as many lines as you like. When you are done, press Enter on an empty line. Or type one of these words:'
        : 'Type your answer and press Enter. Or type one of these words:',
    },
    ...words.map(([word, meaning]) => ({
      lead: ` ${word.padEnd(5)}  `,
      text: meaning,
      close: true,
    })),
    { text: 'To answer with one of these words itself, put it in quotation marks.', close: true },
  ];
}

/** An answer in one line, as it is read back. */
export function inWords(answer: Answer, { question }: Pick<Step, 'question'>): string {
  if (typeof answer !== 'string') return shortened(answer.join('; '), 200);
  const choice = question.choices?.find(({ value }) => value === answer);
  return shortened(choice?.words ?? answer, 200);
}
