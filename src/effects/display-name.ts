import path from 'node:path';
import type { Effects } from './effects.ts';

/** How messages name a file: relative to where the command was run, with forward slashes. */
export function displayName(file: string, { cwd }: Pick<Effects, 'cwd'>): string {
  return path.relative(cwd, file).split(path.sep).join('/') || path.basename(file);
}
