import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';

/** The folder as it is typed behind a command, where it is another than this one. */
export function argumentFor(folder: string, effects: Pick<Effects, 'cwd'>): string {
  if (folder === effects.cwd) return '';
  const name = displayName(folder, effects);
  return /^[\w./\\:-]+$/.test(name) ? ` ${name}` : ` "${name}"`;
}
