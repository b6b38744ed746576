import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { isCode } from '../effects/files.ts';

/** This process was silent for so long, as in a laptop asleep, that another took the interview. */
export class TakenOver extends Error {
  readonly code = 'TAKEN_OVER';
}

/** Why answers cannot be kept in a folder, and what to do; undefined where it is not the disk’s fault. */
export function cannotKeep(
  error: unknown,
  folder: string,
  effects: Pick<Effects, 'cwd'>,
): string | undefined {
  if (isCode(error, 'TAKEN_OVER')) {
    return 'Another interview was begun in this folder while this one slept. Your answers up to the last are kept. Go on in the other window.';
  }
  if (isCode(error, 'ENOSPC', 'EDQUOT')) {
    return 'The disk is full, so nothing more can be kept. What was kept before is safe. Make room, then run the command again.';
  }
  if (isCode(error, 'EBUSY')) {
    return 'Another program has the file open, so nothing more can be kept. What was kept before is safe. Close it there, then run the command again.';
  }
  if (isCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT')) {
    const name = displayName(folder, effects);
    return `You may not write in the folder ${name}, so your answers cannot be kept there. Choose another folder, such as: thriving-case init my-trust`;
  }
  return undefined;
}
