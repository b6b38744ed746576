import path from 'node:path';
import { nearest } from '../diagnostics/suggest.ts';
import type { Effects } from '../effects/effects.ts';

/**
 * Whether a path lies below a folder, as a platform writes paths. Both are absolute; links are for the
 * caller to resolve.
 */
export function isInside(folder: string, file: string, paths: path.PlatformPath = path): boolean {
  const relative = paths.relative(folder, file);
  return (
    relative !== '' &&
    relative !== '..' &&
    !relative.startsWith(`..${paths.sep}`) &&
    !paths.isAbsolute(relative)
  );
}

/** A file that a profile names: where it is and how large, or why it is not read. */
export type Named =
  | { found: true; real: string; bytes: number }
  | { found: false; why: 'web' | 'outside' | 'missing'; wanted: string };

/** Finds a file below the profile’s folder, symbolic links followed; nothing outside it is looked at. */
export async function findInside(
  folder: string,
  file: string,
  { files }: Pick<Effects, 'files'>,
): Promise<Named> {
  const wanted = path.resolve(folder, file.replaceAll('\\', '/'));
  const no = (why: 'web' | 'outside' | 'missing'): Named => ({ found: false, why, wanted });
  if (/^[a-z][a-z0-9+.-]+:/i.test(file)) return no('web');
  if (!isInside(folder, wanted)) return no('outside');
  const entry = await files.look(wanted);
  if (entry?.kind !== 'file') return no('missing');
  const real = await files.resolve(wanted);
  return isInside(folder, real) ? { found: true, real, bytes: entry.bytes } : no('outside');
}

/** For a file that is not there: one of nearly the same name, or where to put it. */
export async function whatIsThere(
  file: string,
  wanted: string,
  { files }: Pick<Effects, 'files'>,
): Promise<string> {
  if ((await files.look(wanted))?.kind === 'folder') {
    return `That is a folder. Name a file in it: ${path.posix.join(file, 'name-of-the-file')}`;
  }
  const folder = path.dirname(wanted);
  if ((await files.look(folder))?.kind === 'folder') {
    const meant = nearest(path.basename(wanted), await files.list(folder));
    if (meant) return `Did you mean ${path.posix.join(path.posix.dirname(file), meant)}?`;
  }
  return 'Put the file in the profile’s folder, and name it as it is spelt there.';
}
