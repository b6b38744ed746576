import process from 'node:process';
import { styleText } from 'node:util';
import { wrap } from '../../diagnostics/wrap.ts';
import type { Effects } from '../../effects/effects.ts';
import type { Block, Dialogue, Heard } from '../dialogue.ts';
import { writeInEditor } from './editor.ts';
import { Keyboard } from './keyboard.ts';
import { linePrompt } from './line-prompt.ts';

const WIDEST = 80;

/** The conversation on a terminal, which is to be given back at its end. */
export interface TerminalDialogue extends Dialogue {
  close(): void;
}

/** Everything is said on standard error: results alone go to standard output. */
export function terminalDialogue(effects: Effects, folder: string): TerminalDialogue {
  const { terminal, interrupted } = effects;
  const keyboard = new Keyboard((text) => terminal.err(text));
  let spoken = false;
  const write = (blocks: readonly Block[]) => {
    const width = Math.min(process.stderr.columns || WIDEST, WIDEST) - 1;
    const text = blocks.map((block) => laidOut(block, width, terminal.colour.err)).join('');
    // No empty line before the first word of all.
    terminal.err(spoken ? text : text.replace(/^\n/, ''));
    spoken = true;
  };
  return {
    say: (...blocks) => write(blocks),
    async hear(...blocks): Promise<Heard> {
      if (interrupted.aborted) return 'interrupted';
      try {
        const entered = await keyboard.during(() =>
          linePrompt(
            { before: () => write(blocks) },
            { input: keyboard.input, output: process.stderr, signal: interrupted },
          ),
        );
        return entered === null ? 'interrupted' : { lines: [...entered] };
      } catch (error) {
        if (isGoingAway(error)) return 'interrupted';
        throw error;
      }
    },
    async edit(text) {
      keyboard.close();
      return writeInEditor(text, folder, effects);
    },
    close: () => keyboard.close(),
  };
}

function isGoingAway(error: unknown): boolean {
  return error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
}

function laidOut({ text, lead = '', strong, asIs, close }: Block, width: number, colour: boolean) {
  const before = close ? '' : '\n';
  if (asIs) return `${before}${text.trimEnd()}\n`;
  const room = Math.max(16, width - lead.length);
  const lines = text.split('\n').flatMap((paragraph) => wrap(paragraph, room).split('\n'));
  const set = lines.map((line, index) => (index === 0 ? lead : ' '.repeat(lead.length)) + line);
  const shown = set.join('\n');
  return `${before}${strong && colour ? styleText('bold', shown, { validateStream: false }) : shown}\n`;
}
