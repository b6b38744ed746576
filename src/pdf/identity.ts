import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Effects } from '../effects/effects.ts';
import { bundledPackage } from './bundled.ts';
import { findBrowsers } from './candidates.ts';

/** As much of a program as holds the number that its maker gave to this build of it. */
const HEAD = 64 * 1024;

/** What Linux packages start through a script. */
const behindScripts = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/usr/lib64/chromium-browser/chromium-browser',
];

/**
 * A hash of the browsers that would be tried, told without starting one: of each program its size and
 * its first bytes, which hold its build, and the versions that stand beside it. Neither paths nor times
 * are in it. Null where one of them is a script and the program behind it is not known: then only
 * starting it would tell.
 */
export async function browsersFound(
  wanted: string | undefined,
  effects: Effects,
): Promise<string | null> {
  const hash = createHash('sha256');
  const found = await findBrowsers(wanted, effects);
  for (const { path: file } of found) {
    const told = await tell(file, effects).catch(() => null);
    if (told === null) return null;
    hash.update(told);
  }
  const bundled = found[0]?.configured ? null : bundledPackage(effects);
  if (bundled !== null) hash.update(await readFile(path.join(bundled, 'package.json'), 'utf8'));
  return hash.digest('hex');
}

async function tell(file: string, { files }: Effects): Promise<string | null> {
  const real = await realpath(file);
  const own = await sampleOf(real, files);
  const beside = await versionsBeside(real, files);
  if (!own.script) return own.hash + beside;
  const folder = path.dirname(real);
  const programs = [
    ...['chrome', 'chromium', 'msedge'].map((name) => path.join(folder, name)),
    ...(path.basename(file).startsWith('chromium') ? behindScripts : []),
  ];
  for (const program of programs) {
    const sample = program === real ? null : await sampleOf(program, files).catch(() => null);
    if (sample && !sample.script) return own.hash + sample.hash + beside;
  }
  return null;
}

async function sampleOf(
  file: string,
  files: Effects['files'],
): Promise<{ hash: string; script: boolean }> {
  const [entry, head] = await Promise.all([files.look(file), files.readStart(file, HEAD)]);
  const hash = createHash('sha256').update(`${entry?.bytes} `).update(head).digest('hex');
  return { hash, script: head[0] === 0x23 && head[1] === 0x21 };
}

/** On Windows a folder named by the version; on a Mac the list of properties of the app. */
async function versionsBeside(file: string, files: Effects['files']): Promise<string> {
  const folder = path.dirname(file);
  const names = await files.list(folder).catch(() => []);
  const versions = names.filter((name) => /^\d+(?:\.\d+){3}$/.test(name)).join(' ');
  const properties = path.join(path.dirname(folder), 'Info.plist');
  const app = await files.read(properties).catch(() => null);
  return versions + (app ? createHash('sha256').update(app).digest('hex') : '');
}
