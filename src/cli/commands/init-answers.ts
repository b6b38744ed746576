import path from 'node:path';
import type { Effects } from '../../effects/effects.ts';
import type { Dialogue } from '../../interview/dialogue.ts';
import { fillFrom } from '../../interview/fill.ts';
import { openInterview } from '../../interview/open.ts';
import { countsOf, stepsOf, summary } from '../../interview/overview.ts';
import type { Section } from '../../interview/question.ts';
import { sections as all } from '../../interview/questions/index.ts';
import { saveAndSay } from '../../interview/saving.ts';
import { decode } from '../../profile/decode.ts';
import type { Typed } from '../../profile/edit/sources.ts';
import { defaultLimits } from '../../profile/limits.ts';
import { parseYaml } from '../../profile/yaml/parse.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { reportText } from '../report.ts';
import { type InitFlags, refused, unkept } from './init.ts';

/** `init --answers` and `--defaults`: a first draft without anyone to ask. */
export async function answerCommand(
  folder: string,
  { answers: file, defaults = false }: InitFlags,
  sections: readonly Section[],
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  const read = file === undefined ? {} : await readAnswers(file, effects);
  if (typeof read === 'number') return read;
  const opened = await openInterview(folder, all, effects);
  if ('refused' in opened) return refused(opened, effects);
  const { sitting, lock, gone } = opened;
  try {
    if (gone) await sitting.writeAgain();
    const trial = sitting.trial();
    const { problems, unused } = await fillFrom(read, trial.sitting, sections, defaults);
    const { profile } = trial.sitting.progress;
    if (problems.length === 0 && !Object.hasOwn(profile, 'trust')) {
      problems.push('trust-name: A profile needs the name of its trust.');
    }
    if (problems.length > 0) {
      terminal.err(`${problems.join('\n')}\nNothing was written.\n`);
      return exitCodes.problems;
    }
    for (const id of unused) {
      terminal.err(`${id}: Not taken, because another answer makes it needless.\n`);
    }
    await sitting.keep(trial.events);
    const saved = await saveAndSay({
      sitting,
      dialogue: plainDialogue(effects),
      inWords: (diagnostics) => reportText(diagnostics, effects, terminal.colour.err),
    });
    if (saved === 'disputed') {
      terminal.err(
        'The profile was changed by hand since it was written, and says something else than the answers. To choose between them: thriving-case init\n',
      );
    }
    if (saved !== 'saved') return exitCodes.problems;
    terminal.err(`${summary(countsOf(stepsOf(sitting.progress, sections)))}\n`);
    return exitCodes.done;
  } catch (error) {
    return await unkept(error, sitting.folder, effects);
  } finally {
    await lock.release();
  }
}

/** What stands in a file of answers; an exit code where it cannot be read. */
async function readAnswers(file: string, effects: Effects): Promise<Typed | ExitCode> {
  const { terminal, files, cwd } = effects;
  const bytes = await files.read(path.resolve(cwd, file)).catch(() => undefined);
  const text = bytes && decode(bytes);
  if (text === undefined) {
    terminal.err(`There is no file of answers at ${file} that could be read.\n`);
    return exitCodes.usage;
  }
  const { value = {}, diagnostics } = parseYaml(file, text, defaultLimits);
  if (diagnostics.length > 0) {
    terminal.err(`${await reportText(diagnostics, effects, terminal.colour.err)}\n`);
    return exitCodes.problems;
  }
  if (typeof value === 'string' || Array.isArray(value)) {
    terminal.err(`${file} holds no answers. Type them as “trust-name: The name of the trust”.\n`);
    return exitCodes.problems;
  }
  return value;
}

/** Says what there is to say, and hears nobody. */
export function plainDialogue({ terminal }: Effects): Dialogue {
  return {
    say: (...blocks) =>
      terminal.err(`${blocks.map(({ text, lead = '' }) => lead + text).join('\n')}\n`),
    hear: async () => 'interrupted' as const,
    edit: async () => undefined,
  };
}
