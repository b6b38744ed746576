import path from 'node:path';
import type { Effects } from '../effects/effects.ts';
import { isInside } from '../profile/inside.ts';
import { sha256 } from '../record/hash.ts';
import type { Manifest } from '../record/manifest.ts';
import { inFolder, recordName } from '../record/record.ts';
import { tool, toolCode } from '../tool.ts';
import type { BuildOptions } from './build.ts';

/**
 * Whether it is plain, before a profile is read, that something will have to be printed: then a browser
 * starts at once, which takes as long as reading. Where this is wrong it only costs that time.
 */
export async function willSurelyPrint(
  { profile, out, shard = null, force, formats }: BuildOptions,
  effects: Effects,
): Promise<boolean> {
  if (force) return true;
  try {
    const folder = await profileFolder(profile, effects);
    const output = path.resolve(effects.cwd, out ?? path.join(folder, 'output'));
    const text = await fileIn(output, recordName(shard), effects);
    const made = JSON.parse(new TextDecoder().decode(text ?? undefined)) as Manifest;
    if (made.tool.version !== tool().version || made.tool.code !== toolCode()) return true;
    // A list of schools may stand elsewhere; whether that has changed is seen later.
    for (const file of made.profile.filter(({ path: name }) => !name.startsWith('..'))) {
      const bytes = await fileIn(folder, file.path, effects);
      if (!bytes || sha256(bytes) !== file.sha256) return true;
    }
    const files = made.documents[0]?.files.map((file) => file.path) ?? [];
    if (!formats.every((format) => files.some((file) => file.endsWith(`.${format}`)))) return true;
    const there = await Promise.all(
      files.map((file) => effects.files.look(inFolder(output, file))),
    );
    return there.includes(null);
  } catch {
    return true;
  }
}

/** More than a profile or a record has. */
const LARGEST = 64 * 1024 * 1024;

/** What a file in a folder holds; null where there is none, or what is named is not in it. */
async function fileIn(
  folder: string,
  name: string,
  { files }: Effects,
): Promise<Uint8Array | null> {
  const file = inFolder(folder, name);
  const entry = isInside(folder, file) ? await files.look(file) : null;
  return entry?.kind === 'file' && entry.bytes <= LARGEST ? files.read(file) : null;
}

/** Where the profile will probably be found. */
async function profileFolder(wanted: string | undefined, { cwd, files }: Effects): Promise<string> {
  if (wanted !== undefined) {
    const given = path.resolve(cwd, wanted);
    return (await files.look(given))?.kind === 'folder' ? given : path.dirname(given);
  }
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (await files.look(path.join(folder, 'trust.yaml'))) return folder;
    if (path.dirname(folder) === folder) return cwd;
  }
}
