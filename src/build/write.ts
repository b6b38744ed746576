import path from 'node:path';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { isCode } from '../effects/files.ts';
import { Failure, interrupted } from '../pdf/failure.ts';

export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  path: string;
  content: Uint8Array;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Written {
  /** By absolute path. */
  files: { path: string; bytes: number }[];
  /** What kept the rest from being written. */
  failure: Failure | null;
}

/**
 * Writes files into a folder, each whole or not at all, up to the first that cannot be written or to
 * where the user interrupts.
 */
export async function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  effects: Effects,
): Promise<Written> {
  const written: Written['files'] = [];
  for (const { path: name, content } of files) {
    if (effects.interrupted.aborted) return { files: written, failure: interrupted() };
    const file = path.join(folder, name);
    try {
      await effects.files.write(file, content);
    } catch (error) {
      return { files: written, failure: await cannotWrite(file, error, effects) };
    }
    written.push({ path: file, bytes: content.byteLength });
  }
  return { files: written, failure: null };
}

const reasons: readonly { codes: string[]; reason: string; hint: string }[] = [
  {
    codes: ['EACCES', 'EPERM', 'EROFS'],
    reason: 'you do not have permission to write there',
    hint: 'Choose another folder with --out, or ask whoever owns this one. If the file is open in another program, close it.',
  },
  {
    codes: ['ENOSPC', 'EDQUOT'],
    reason: 'the disk is full',
    hint: 'Make room, or choose another disk with --out.',
  },
  {
    codes: ['ENOTDIR', 'EEXIST', 'EISDIR'],
    reason: 'a file stands where a folder should be, or the other way round',
    hint: 'Move it away, or choose another folder with --out.',
  },
];

async function cannotWrite(file: string, error: unknown, effects: Effects): Promise<Failure> {
  const known = (await isHeld(file, error, effects))
    ? { reason: 'another program has it open', hint: whatToClose(file) }
    : reasons.find(({ codes }) => isCode(error, ...codes));
  const reason = known?.reason ?? (error instanceof Error ? error.message : String(error));
  return new Failure(
    {
      code: 'cannot-write',
      message: `${displayName(file, effects)} could not be written: ${reason}.`,
      hint: known?.hint ?? 'Choose another folder with --out.',
    },
    { cause: error },
  );
}

/** Whether another program has the file open, for which Windows has several words. */
async function isHeld(
  file: string,
  error: unknown,
  { files, platform }: Effects,
): Promise<boolean> {
  if (isCode(error, 'EBUSY')) return true;
  if (platform !== 'win32' || !isCode(error, 'EPERM', 'EACCES')) return false;
  const before = await files.look(file).catch(() => null);
  return before?.kind === 'file';
}

function whatToClose(file: string): string {
  const programs = /\.pdf$/i.test(file)
    ? 'Adobe Acrobat, your browser'
    : 'Word, your editor, your browser';
  return `Close it in ${programs} and the preview pane of the folder, then run the command again; or write elsewhere with --out.`;
}

/** Whether what kept one file from being written would keep every other from it too. */
export const wouldStopAll = ({ cause }: Failure): boolean =>
  isCode(cause, 'ENOSPC', 'EDQUOT', 'EROFS', 'ENOTDIR');
