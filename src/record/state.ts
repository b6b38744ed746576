import type { Effects } from '../effects/effects.ts';
import { sha256 } from './hash.ts';
import type { RecordedFile } from './manifest.ts';
import { inFolder } from './record.ts';

/** Whether a file stands in its folder as it was written. */
export async function stateOf(
  { path, bytes, sha256: hash }: RecordedFile,
  folder: string,
  { files }: Pick<Effects, 'files'>,
): Promise<'whole' | 'missing' | 'altered'> {
  const file = inFolder(folder, path);
  const entry = await files.look(file).catch(() => null);
  if (entry === null) return 'missing';
  if (entry.kind !== 'file' || entry.bytes !== bytes) return 'altered';
  const content = await files.read(file).catch(() => null);
  return content !== null && sha256(content) === hash ? 'whole' : 'altered';
}
