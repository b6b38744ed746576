import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Effects } from '../effects/effects.ts';
import { isCode } from '../effects/files.ts';
import { cacheFolder } from '../effects/folders.ts';
import { bad, type Finding, good, weak } from './finding.ts';

/** Whether files can be written where the command was run, where browsers work, and where work is kept. */
export async function tryPlaces(
  effects: Pick<Effects, 'cwd' | 'env' | 'platform'>,
): Promise<Finding[]> {
  const { cwd, platform } = effects;
  const temporary = tmpdir();
  return [
    await tryFolder(
      cwd,
      () => good('folder', `Files can be written in this folder: ${cwd}`),
      (reason) =>
        bad(
          'folder',
          `Files cannot be written in this folder (${cwd}): ${reason}.`,
          'Go to a folder of your own, such as Documents, and run the command there; or name one when you build, with --out.',
        ),
    ),
    await tryFolder(
      temporary,
      () => good('temporary', `The folder for temporary files works: ${temporary}`),
      (reason) =>
        bad(
          'temporary',
          `The folder for temporary files (${temporary}) cannot be used: ${reason}. Browsers need it.`,
          `Set the variable ${platform === 'win32' ? 'TEMP' : 'TMPDIR'} to a folder of your own, or ask your IT team to.`,
        ),
    ),
    await tryCache(effects),
  ];
}

async function tryCache(effects: Pick<Effects, 'env' | 'platform'>): Promise<Finding> {
  const remedy =
    'To make builds quicker, set the variable THRIVING_CASE_CACHE to a folder of your own.';
  const cache = cacheFolder(effects);
  if (cache === null) {
    return weak(
      'cache',
      'There is no home folder to keep prepared pictures in between builds.',
      remedy,
    );
  }
  return tryFolder(
    cache,
    () => good('cache', `Prepared pictures are kept between builds: ${cache}`),
    (reason) => weak('cache', `Prepared pictures cannot be kept in ${cache}: ${reason}.`, remedy),
    () => mkdir(cache, { recursive: true }),
  );
}

/** Writes a file in the folder and removes it. */
async function tryFolder(
  folder: string,
  works: () => Finding,
  fails: (reason: string) => Finding,
  prepare: () => Promise<unknown> = async () => {},
): Promise<Finding> {
  try {
    await prepare();
    const trial = await mkdtemp(path.join(folder, '.thriving-case-'));
    try {
      await writeFile(path.join(trial, 'trial.txt'), 'This may be deleted.\n');
    } finally {
      await rm(trial, { recursive: true, force: true });
    }
    return works();
  } catch (error) {
    return fails(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  if (isCode(error, 'EACCES', 'EPERM', 'EROFS')) return 'you do not have permission';
  if (isCode(error, 'ENOSPC', 'EDQUOT')) return 'the disk is full';
  if (isCode(error, 'ENOENT')) return 'it is not there';
  if (isCode(error, 'ENOTDIR', 'EEXIST')) return 'a file stands where the folder should be';
  return error instanceof Error ? error.message : String(error);
}
