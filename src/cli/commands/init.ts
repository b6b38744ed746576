import { displayName } from '../../effects/display-name.ts';
import type { Effects } from '../../effects/effects.ts';
import { argumentFor } from '../../interview/command-line.ts';
import type { Block } from '../../interview/dialogue.ts';
import type { Opened } from '../../interview/open.ts';
import type { Section } from '../../interview/question.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';

export interface InitFlags {
  answers?: string;
  defaults?: boolean;
  only?: string[];
}

/** `thriving-case init`: the interview, or a first draft from answers in a file. */
export async function initCommand(
  folder: string | undefined,
  flags: InitFlags,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  const [{ sections }, { sectionsNamed }] = await Promise.all([
    import('../../interview/questions/index.ts'),
    import('../../interview/only.ts'),
  ]);
  const chosen = flags.only ? sectionsNamed(flags.only, sections) : { value: sections };
  if ('problem' in chosen) {
    terminal.err(`${chosen.problem}\n`);
    return exitCodes.usage;
  }
  if (flags.answers !== undefined || flags.defaults) {
    const { answerCommand } = await import('./init-answers.ts');
    return answerCommand(folder ?? '.', flags, chosen.value, effects);
  }
  if (!terminal.attended) {
    terminal.err(UNATTENDED);
    return exitCodes.usage;
  }
  const { openInterview } = await import('../../interview/open.ts');
  const opened = await openInterview(folder ?? '.', sections, effects);
  if ('refused' in opened) return refused(opened, effects);
  return converseWith(opened, chosen.value, flags.only !== undefined, effects);
}

async function converseWith(
  { sitting, lock, lost, gone }: Exclude<Opened, { refused: string }>,
  sections: readonly Section[],
  chosen: boolean,
  effects: Effects,
): Promise<ExitCode> {
  const [{ converse }, { terminalDialogue }] = await Promise.all([
    import('../../interview/converse.ts'),
    import('../../interview/terminal/dialogue.ts'),
  ]);
  const dialogue = terminalDialogue(effects, sitting.folder);
  try {
    const ending = await converse({
      sitting,
      dialogue,
      effects,
      sections,
      chosen,
      lost,
      gone,
      inWords: async (diagnostics) => {
        const { reportText } = await import('../report.ts');
        return reportText(diagnostics, effects, effects.terminal.colour.err);
      },
      build: () => makeDraft(sitting.folder, effects),
    });
    return endings[ending];
  } catch (error) {
    return unkept(error, sitting.folder, effects);
  } finally {
    dialogue.close();
    await lock.release();
  }
}

/** Says that the disk will not take what there is to keep; any other error is passed on. */
export async function unkept(error: unknown, folder: string, effects: Effects): Promise<ExitCode> {
  const { cannotKeep } = await import('../../interview/trouble.ts');
  const trouble = cannotKeep(error, folder, effects);
  if (trouble === undefined) throw error;
  effects.terminal.err(`\n${trouble}\n`);
  return exitCodes.unfinished;
}

const endings = {
  stopped: exitCodes.done,
  interrupted: exitCodes.interrupted,
  kept: exitCodes.problems,
} as const;

const faults = {
  profile: exitCodes.problems,
  machine: exitCodes.unfinished,
  usage: exitCodes.usage,
} as const;

/** Says why an interview cannot go on. */
export async function refused(
  { refused: words, diagnostics, fault }: Extract<Opened, { refused: string }>,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  if (diagnostics.length > 0) {
    const { reportText } = await import('../report.ts');
    terminal.err(`${await reportText(diagnostics, effects, terminal.colour.err)}\n`);
  }
  terminal.err(`${words}\n`);
  return faults[fault];
}

/** Builds the draft for reading on the screen, which needs no browser of ours, and opens it. */
async function makeDraft(folder: string, effects: Effects): Promise<Block[]> {
  const { build } = await import('../../build/build.ts');
  const { reportText } = await import('../report.ts');
  const result = await build({ profile: folder, formats: ['md', 'html'], timeout: 120 }, effects);
  const page = result.files.find(({ path: file }) => file.endsWith('.html'))?.path;
  if (!page) {
    const report = await reportText(result.diagnostics, effects, effects.terminal.colour.err);
    return [{ text: report, asIs: true }, { text: 'No draft could be made.' }];
  }
  const { default: open } = await import('open');
  const opened = await open(page).then(
    () => true,
    () => false,
  );
  const name = displayName(page, effects);
  const reading = opened
    ? 'It opens in your browser. If it does not, open that file yourself.'
    : 'Open that file to read it.';
  return [
    { text: `Your draft is in ${name}. ${reading}` },
    { text: `For a PDF:\n  npx thriving-case build${argumentFor(folder, effects)}`, asIs: true },
  ];
}

const UNATTENDED = `This command asks questions, and nobody is here to answer them: it must run in a terminal.
To take the answers from a file:  thriving-case init --answers our-answers.yaml
To begin a profile and fill it in by hand:  thriving-case init --defaults
`;
