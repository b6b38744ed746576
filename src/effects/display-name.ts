import path from 'node:path';
import type { Effects } from './effects.ts';

/**
 * How messages name a file: relative to where the command was run, with forward slashes; whole where it
 * is on another drive.
 */
export function displayName(
  file: string,
  { cwd }: Pick<Effects, 'cwd'>,
  paths: path.PlatformPath = path,
): string {
  return paths.relative(cwd, file).split(paths.sep).join('/') || paths.basename(file);
}
