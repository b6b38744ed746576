import path from 'node:path';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { topLevelKeys } from './schema/profile.ts';

export interface ProfileFiles {
  /** The profile's folder, absolute. */
  folder: string;
  /** The main file, absolute. */
  main: string;
  /** Files beside `trust.yaml` that hold one part each, by the key they hold. */
  parts: Map<string, string>;
}

const MAIN = ['trust.yaml', 'trust.yml'];
const EXTENSION = /\.ya?ml$/i;

/**
 * Finds the files of a profile: the one given, the `trust.yaml` of the folder given, or else the
 * nearest `trust.yaml` in this folder or one above it.
 */
export async function findProfile(
  wanted: string | undefined,
  effects: Effects,
): Promise<Outcome<ProfileFiles>> {
  const { files, cwd } = effects;
  if (wanted === undefined) {
    for (let folder = cwd; ; folder = path.dirname(folder)) {
      const main = await mainIn(folder, effects);
      if (main) return withParts(folder, main, effects);
      if (path.dirname(folder) === folder) break;
    }
    return missing(
      'There is no trust.yaml in this folder or any folder above it.',
      'Go to the folder that holds your profile, or name it: thriving-case build path/to/folder',
    );
  }

  const given = path.resolve(cwd, wanted);
  const entry = await files.look(given);
  if (entry?.kind === 'folder') {
    const main = await mainIn(given, effects);
    if (main) return withParts(given, main, effects);
    const names = await files.list(given);
    const message = `The folder ${wanted} has no trust.yaml.`;
    const textFile = names.find((name) => /^trust(\.ya?ml)?\.txt$/i.test(name));
    if (textFile) {
      return missing(
        message,
        `It holds ${textFile}: rename it to trust.yaml. Windows hides the end of a name unless “File name extensions” is ticked under “View”.`,
      );
    }
    const yaml = names.filter((name) => EXTENSION.test(name));
    return missing(
      message,
      yaml.length > 0
        ? `It holds ${yaml.slice(0, 5).join(', ')}: rename the main one to trust.yaml, or name the file itself.`
        : 'Name the folder that holds your profile, or begin one: thriving-case init my-trust',
    );
  }
  if (entry?.kind === 'file') {
    return isMain(path.basename(given))
      ? withParts(path.dirname(given), given, effects)
      : found({ folder: path.dirname(given), main: given, parts: new Map() });
  }
  if (entry) return missing(`${wanted} is neither a file nor a folder.`, 'Name a YAML file.');
  return missing(`There is nothing at ${wanted}.`, await whatIsThere(given, effects));
}

function isMain(name: string): boolean {
  return MAIN.includes(name.toLowerCase());
}

async function mainIn(folder: string, { files }: Effects): Promise<string | undefined> {
  for (const name of MAIN) {
    const file = path.join(folder, name);
    if ((await files.look(file))?.kind === 'file') return file;
  }
  return undefined;
}

/** `schools.yaml`, `case-studies.yaml` …: each may hold the key of its name. */
async function withParts(
  folder: string,
  main: string,
  effects: Effects,
): Promise<Outcome<ProfileFiles>> {
  const parts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const names = await effects.files.list(folder);
  const own = path.basename(main);
  // On most laptops trust.yaml is found whether it is called so or Trust.yaml.
  const ownAsListed = names.includes(own) ? own : names.find(isMain);
  for (const name of names) {
    if (!EXTENSION.test(name) || name === ownAsListed) continue;
    const stem = name.replace(EXTENSION, '');
    const key = stem.toLowerCase().replaceAll('-', '_');
    const file = path.join(folder, name);
    const before = isMain(name) ? main : parts.get(key);
    if (before) {
      diagnostics.push({
        code: 'misplaced-part',
        severity: 'error',
        message: `${name} is not read, because ${path.basename(before)} is there too.`,
        hint: 'Keep one of the two, and move what is only in the other into it.',
        file: displayName(file, effects),
        range: null,
      });
      continue;
    }
    if ((topLevelKeys as string[]).includes(key)) {
      parts.set(key, file);
      continue;
    }
    const meant = nearest(key, topLevelKeys as string[]);
    if (meant) {
      diagnostics.push({
        code: 'unused-file',
        severity: 'warning',
        message: `${name} is not read: no part of a profile is called “${stem}”.`,
        hint: `If it is meant to hold “${meant}”, rename it to ${meant.replaceAll('_', '-')}.yaml.`,
        file: displayName(file, effects),
        range: null,
      });
    }
  }
  return { value: { folder, main, parts }, diagnostics };
}

function found(value: ProfileFiles): Outcome<ProfileFiles> {
  return { value, diagnostics: [] };
}

function missing(message: string, hint: string): Outcome<ProfileFiles> {
  return {
    value: null,
    diagnostics: [
      { code: 'no-profile', severity: 'error', message, hint, file: null, range: null },
    ],
  };
}

async function whatIsThere(given: string, { files }: Effects): Promise<string> {
  const folder = path.dirname(given);
  if ((await files.look(folder))?.kind !== 'folder') {
    return 'Check the spelling of the path; the folder it is in does not exist either.';
  }
  const meant = nearest(path.basename(given), await files.list(folder));
  return meant ? `Did you mean ${meant}?` : 'Check the spelling of the path.';
}
