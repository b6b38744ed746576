import type { Block, Dialogue, Heard } from '../../src/interview/dialogue.ts';

/** What a person replies to a screen: a line, several, or that they close the window. */
export type Person = (screen: string) => string | readonly string[] | 'interrupted';

export interface Spoken extends Dialogue {
  /** All that was said and heard, in its order. */
  transcript(): string;
  /** The screens that waited for an answer. */
  screens: string[];
}

const MOST_SCREENS = 1000;

/** A conversation with a person who is a function; a long answer is followed by the empty line that ends it. */
export function dialogueWith(person: Person, editor?: (text: string) => string): Spoken {
  const transcript: string[] = [];
  const screens: string[] = [];
  let ending = false;
  const textOf = (blocks: readonly Block[]) =>
    blocks.map(({ text, lead = '' }) => lead + text).join('\n');
  return {
    screens,
    transcript: () => transcript.join('\n'),
    say: (...blocks) => void transcript.push(textOf(blocks)),
    async hear(...blocks): Promise<Heard> {
      if (blocks.length === 0 && ending) {
        ending = false;
        return { lines: [''] };
      }
      const screen = textOf(blocks);
      transcript.push(screen);
      screens.push(screen);
      if (screens.length > MOST_SCREENS)
        throw new Error(`It never ends:\n${screens.slice(-4).join('\n---\n')}`);
      const reply = person(screen);
      if (reply === 'interrupted') return 'interrupted';
      const lines = typeof reply === 'string' ? [reply] : [...reply];
      transcript.push(...lines.map((line) => `> ${line}`));
      ending = true;
      return { lines };
    },
    edit: async (text) => editor?.(text),
  };
}

/** A person who knows some answers by a part of the question, and skips the rest. */
export function personWith(
  answers: Readonly<Record<string, string | readonly string[]>>,
  otherwise = 'skip',
): Person {
  return (screen) => {
    const known = Object.keys(answers).find((part) => screen.includes(part));
    if (known !== undefined) return answers[known] ?? otherwise;
    if (screen.includes('press Enter to go on')) return '';
    const stop = /(\d+) +Stop here/.exec(screen);
    if (stop) return stop[1] ?? '';
    return otherwise;
  };
}
