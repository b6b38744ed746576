import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check } from '../../src/check/check.ts';
import type { Code } from '../../src/diagnostics/catalogue.ts';
import { example } from './cli.ts';
import { testEffects } from './effects.ts';
import { folderWith } from './folder.ts';

/** In this file of the example, this text becomes that. */
export interface Change {
  file: string;
  from: string | RegExp;
  to: string;
}

/** One small lie. */
export interface Mutation extends Change {
  lie: string;
  /** What else must change for it to be told. */
  also?: readonly Change[];
  /** The codes that belong to it, and no others. */
  codes: readonly Code[];
}

/** The codes that the example raises as a release once it tells a lie; without one, as it is. */
export async function codesAfter({ also = [], ...lie }: Partial<Mutation> = {}) {
  const folder = folderWith();
  cpSync(example, folder, { recursive: true, filter: (file) => path.basename(file) !== 'output' });
  const changes = lie.file === undefined ? [] : [lie as Change, ...also];
  for (const { file, from, to } of changes) {
    const name = path.join(folder, file);
    const before = readFileSync(name, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(name, after);
  }
  const { diagnostics } = await check(folder, testEffects(folder), { release: true });
  return [...new Set(diagnostics.map(({ code }) => code))].sort();
}
