import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed tool, which holds its templates; found from wherever this code runs. */
export const toolFolder = findToolFolder(path.dirname(fileURLToPath(import.meta.url)));

interface Package {
  name: string;
  version: string;
}

/** Our own name and version, from the package. */
export function tool(): Package {
  const { name, version } = packageIn(toolFolder) as Package;
  return { name, version };
}

function findToolFolder(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (packageIn(folder)?.name === 'thriving-case') return folder;
    if (path.dirname(folder) === folder) throw new Error(`No package above ${from}`);
  }
}

function packageIn(folder: string): Package | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Package;
  } catch {
    return undefined;
  }
}

/**
 * A hash of the program as it was built, which names every part of it by its content; empty where it runs
 * from source. Two programs of one version that differ have different ones.
 */
export function toolCode(): string {
  const hash = createHash('sha256');
  try {
    for (const file of ['main.js', 'templates.js']) {
      hash.update(readFileSync(path.join(toolFolder, 'dist', file)));
    }
  } catch {
    return '';
  }
  return hash.digest('hex');
}
