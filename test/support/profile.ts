import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { type Reading, readProfile } from '../../src/profile/read.ts';
import { testEffects } from './effects.ts';
import { folderWith } from './folder.ts';

type Files = string | Readonly<Record<string, string | Uint8Array>>;

const filesOf = (files: Files) => (typeof files === 'string' ? { 'trust.yaml': files } : files);

/** Reads a profile from its text, or from several files by name. */
export async function read(files: Files): Promise<Reading & { folder: string }> {
  const folder = folderWith(filesOf(files));
  const outcome = await readProfile(folder, testEffects(folder));
  return { ...outcome, folder };
}

/** Reads a profile that must be readable. */
export async function profileOf(files: Files): Promise<Profile> {
  const { value, diagnostics } = await read(files);
  if (!value)
    throw new Error(`Not readable: ${diagnostics.map(({ message }) => message).join(' ')}`);
  return value;
}

/** What `check` says of a profile, from its text or from several files by name. */
export async function checked(files: Files, options: { release?: boolean } = {}) {
  const folder = folderWith(filesOf(files));
  return check(folder, testEffects(folder), options);
}

/**
 * Diagnostics as `code file:line:column “what is marked”`, given the texts they point into; the mark
 * says at once whether the place is right.
 */
export function told(diagnostics: readonly Diagnostic[], files: Files): string[] {
  const texts = filesOf(files);
  return diagnostics.map(({ code, file, range }) => {
    if (!range) return file === null ? code : `${code} ${file}`;
    const { start, end } = range;
    const text = texts[file ?? ''];
    // Offsets are into the text without its byte order mark.
    const shown = typeof text === 'string' ? text.replace(/^\ufeff/, '') : '';
    return `${code} ${file}:${start.line}:${start.column} “${shown.slice(start.offset, end.offset)}”`;
  });
}
