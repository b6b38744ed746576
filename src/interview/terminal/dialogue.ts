import process from 'node:process';
import { styleText } from 'node:util';
import type { Effects } from '../../effects/effects.ts';
import type { Block, Dialogue, Heard } from '../dialogue.ts';
import { wrapped } from '../layout.ts';
import { writeInEditor } from './editor.ts';
import { linePrompt } from './line-prompt.ts';

const WIDEST = 80;

/** https://invisible-island.net/xterm/xterm-paste64.html: the terminal marks what is pasted. */
const MARK_PASTES = { on: '\u001b[?2004h', off: '\u001b[?2004l' };

/** The conversation on a terminal. Everything goes to standard error; results alone go to standard output. */
export function terminalDialogue(effects: Effects, folder: string): Dialogue {
  const { terminal, interrupted } = effects;
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
      terminal.err(MARK_PASTES.on);
      try {
        const entered = await linePrompt(
          { before: () => write(blocks) },
          { output: process.stderr, signal: interrupted },
        );
        return entered === null ? 'interrupted' : { lines: [...entered] };
      } catch (error) {
        if (isGoingAway(error)) return 'interrupted';
        throw error;
      } finally {
        terminal.err(MARK_PASTES.off);
      }
    },
    edit: (text) => writeInEditor(text, folder, effects),
  };
}

function isGoingAway(error: unknown): boolean {
  return error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
}

function laidOut({ text, lead = '', strong, asIs, close }: Block, width: number, colour: boolean) {
  const before = close ? '' : '\n';
  if (asIs) return `${before}${text.trimEnd()}\n`;
  const lines = wrapped(text, Math.max(16, width - lead.length));
  const set = lines.map((line, index) => (index === 0 ? lead : ' '.repeat(lead.length)) + line);
  const shown = set.join('\n');
  return `${before}${strong && colour ? styleText('bold', shown, { validateStream: false }) : shown}\n`;
}
