import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { readProfile } from '../../src/profile/read.ts';
import { testEffects } from './effects.ts';
import { folderWith } from './folder.ts';

/** Reads a profile from its text, or from several files by name. */
export async function read(
  files: string | Readonly<Record<string, string | Uint8Array>>,
): Promise<{ value: Profile | null; diagnostics: Diagnostic[]; folder: string }> {
  const folder = folderWith(typeof files === 'string' ? { 'trust.yaml': files } : files);
  const outcome = await readProfile(folder, testEffects(folder));
  return { ...outcome, folder };
}

/** Reads a profile that must be readable. */
export async function profileOf(
  files: string | Readonly<Record<string, string | Uint8Array>>,
): Promise<Profile> {
  const { value, diagnostics } = await read(files);
  if (!value)
    throw new Error(`Not readable: ${diagnostics.map(({ message }) => message).join(' ')}`);
  return value;
}
