import path from 'node:path';
import { displayName } from '../../effects/display-name.ts';
import type { Effects } from '../../effects/effects.ts';
import { argumentFor } from '../../interview/command-line.ts';
import { openInterview } from '../../interview/open.ts';
import { sections } from '../../interview/questions/index.ts';
import { writtenOn } from '../../interview/sheets/read.ts';
import { sheetFor } from '../../interview/sheets/write.ts';
import { contributorIds, contributors } from '../../knowledge/roles.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { refused, unkept } from './init.ts';

export interface SheetsFlags {
  out?: string;
}

/** `thriving-case sheets`: a sheet of questions for each who can answer some. */
export async function sheetsCommand(
  folder: string | undefined,
  flags: SheetsFlags,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal, files, cwd } = effects;
  const opened = await openInterview(folder ?? '.', sections, effects);
  if ('refused' in opened) return refused(opened, effects);
  const { sitting, lock } = opened;
  try {
    const out = flags.out ? path.resolve(cwd, flags.out) : path.join(sitting.folder, 'sheets');
    const written: string[] = [];
    for (const contributor of contributorIds) {
      const sheet = sheetFor(contributor, sitting.progress, sections);
      if (sheet === undefined) continue;
      const { title } = contributors[contributor];
      const name = title.replace(/\s*\(.*\)/, '').replaceAll(' ', '-');
      const file = path.join(out, `questions-for-${name}.md`);
      if (await isFilled(file, effects)) {
        terminal.err(
          `${displayName(file, effects)} holds answers, so it was left as it is. Collect them first: thriving-case collect ${displayName(file, effects)}\n`,
        );
        continue;
      }
      await files.write(file, sheet);
      written.push(displayName(file, effects));
    }
    for (const name of written) terminal.out(`${name}\n`);
    const where = `${displayName(out, effects)}/*.md`;
    terminal.err(
      written.length === 0
        ? 'There are no sheets to write: every question that somebody could answer has an answer.\n'
        : `Send each to the person it is for. When they are back: thriving-case collect ${where}${argumentFor(sitting.folder, effects) && ` --into${argumentFor(sitting.folder, effects)}`}\n`,
    );
    return exitCodes.done;
  } catch (error) {
    return await unkept(error, sitting.folder, effects);
  } finally {
    await lock.release();
  }
}

async function isFilled(file: string, { files }: Effects): Promise<boolean> {
  if (!(await files.look(file))) return false;
  return writtenOn(new TextDecoder().decode(await files.read(file))).length > 0;
}
