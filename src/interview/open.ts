import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { type Files, isCode } from '../effects/files.ts';
import { readSources } from '../profile/edit/sources.ts';
import { FOLDER, Journal, type Kept } from './journal.ts';
import { ledgerOf } from './ledger.ts';
import { type Lock, takeLock } from './lock.ts';
import { recall } from './memory.ts';
import type { Section } from './question.ts';
import { type Keeper, Sitting } from './sitting.ts';
import { cannotKeep, TakenOver } from './trouble.ts';

/** An interview that can go on, or why it cannot: a word to the person, and what is wrong with the file. */
export type Opened =
  | { sitting: Sitting; lock: Lock; lost: number; gone: boolean }
  | { refused: string; diagnostics: Diagnostic[]; fault: 'profile' | 'machine' | 'usage' };

/** Opens the interview of a folder, which may not exist yet, for this process alone. */
export async function openInterview(
  wanted: string,
  sections: readonly Section[],
  effects: Effects,
): Promise<Opened> {
  const { files, cwd } = effects;
  const given = path.resolve(cwd, wanted);
  const kind = (await files.look(given))?.kind;
  const isProfile = kind === 'file' && /^trust\.ya?ml$/.test(path.basename(given));
  if (kind !== undefined && kind !== 'folder' && !isProfile) {
    return refuse(
      'usage',
      `${wanted} is a file. Name the folder that your profile is in, or that it is to be in.`,
    );
  }
  const folder = isProfile ? path.dirname(given) : given;
  try {
    const taken = await takeLock(folder, files);
    if ('holder' in taken) return refuse('machine', heldBy(taken.holder, folder, effects));
    const { lock } = taken;
    await keepOutOfGit(folder, files);
    const opened = await openWith(lock, folder, sections, effects);
    if ('refused' in opened) await lock.release();
    return opened;
  } catch (error) {
    const trouble = cannotKeep(error, folder, effects);
    if (trouble === undefined) throw error;
    return refuse('machine', trouble);
  }
}

/** What the interview remembers is for this computer: the profile itself is what is shared. */
async function keepOutOfGit(folder: string, files: Files): Promise<void> {
  await files.create(path.join(folder, FOLDER, '.gitignore'), '*\n').catch((error: unknown) => {
    if (!isCode(error, 'EEXIST')) throw error;
  });
}

async function openWith(
  lock: Lock,
  folder: string,
  sections: readonly Section[],
  effects: Effects,
): Promise<Opened> {
  const { journal, kept } = await Journal.open(folder, effects.files);
  if (kept.newer) return refuse('usage', keptByNewer(journal.file, effects));
  const { value: sources, diagnostics } = await readSources(
    folder,
    effects,
    await recall(folder, effects.files),
  );
  if (!sources) return { refused: unreadable(kept), diagnostics, fault: 'profile' };
  const opened = { folder, sources, journal: whileHeld(journal, lock), events: kept.events };
  const gone = sources.files.length === 0 && ledgerOf(kept.events).written.size > 0;
  return { sitting: new Sitting(sections, opened, effects), lock, lost: kept.lost, gone };
}

/** A journal that takes nothing more once another interview has taken the folder. */
function whileHeld(journal: Journal, lock: Lock): Keeper {
  return {
    async add(...events) {
      if (!(await lock.isHeld())) throw new TakenOver();
      await journal.add(...events);
    },
    setAside: (today) => journal.setAside(today),
  };
}

function refuse(fault: 'machine' | 'usage', refused: string): Opened {
  return { refused, diagnostics: [], fault };
}

function unreadable({ events }: Kept): string {
  const answers = [...ledgerOf(events).replies.values()].filter(
    (reply) => 'answer' in reply,
  ).length;
  const safe = answers === 0 ? '' : ` Your answers so far (${answers}) are safe.`;
  return `The profile cannot be read.${safe} Put this right, then run the command again.`;
}

function heldBy(
  { host, since }: { host: string; since: string },
  folder: string,
  effects: Effects,
): string {
  const day = since.slice(0, 16).replace('T', ' at ');
  return `Somebody is answering questions for ${displayName(folder, effects)} already: on the computer ${host}, since ${day}. Two at once would write over each other. Go on in the other window, or close it first. If there is none, wait for a minute and try again.`;
}

function keptByNewer(file: string, effects: Effects): string {
  return `The answers in ${displayName(file, effects)} were kept by a later version of this tool. To go on with them: npx thriving-case@latest init`;
}
