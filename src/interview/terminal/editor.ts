import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Effects } from '../../effects/effects.ts';
import { FOLDER } from '../journal.ts';

/** The editors that are there where a person has chosen none. */
const USUAL: Partial<Record<NodeJS.Platform, string>> = { win32: 'notepad' };

/**
 * Opens a text in the person’s own editor and returns what they made of it; undefined where no editor
 * could be opened. The file stands beside the journal, and is removed afterwards.
 */
export async function writeInEditor(
  text: string,
  folder: string,
  { env, platform, files }: Pick<Effects, 'env' | 'platform' | 'files'>,
): Promise<string | undefined> {
  const editor = env.VISUAL || env.EDITOR || USUAL[platform] || 'nano';
  const file = path.join(folder, FOLDER, 'answer.txt');
  await files.write(file, text === '' ? '' : `${text}\n`);
  try {
    // The variable may hold options, as in “code --wait”: a shell takes it apart, as it does for git.
    const opened = await run(`${editor} "${file}"`);
    return opened ? new TextDecoder().decode(await files.read(file)) : undefined;
  } finally {
    await files.remove(file);
  }
}

function run(command: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
