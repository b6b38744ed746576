import path from 'node:path';
import type { Files } from '../effects/files.ts';
import type { Sources, Typed } from '../profile/edit/sources.ts';
import { tool } from '../tool.ts';
import { hashOf } from './hash.ts';
import { FOLDER } from './journal.ts';

/** What the files of a profile held when they were last written, each by the hash of its text. */
interface Memory {
  version: string;
  values: { [hash: string]: Typed };
}

const fileIn = (folder: string) => path.join(folder, FOLDER, 'values.json');

/**
 * Remembers what the files of a profile hold, so that coming back need not parse them: that takes longer
 * than all the rest. They are parsed before anything is written to them, whatever is remembered.
 */
export async function remember({ folder, files: sources }: Sources, files: Files): Promise<void> {
  const memory: Memory = {
    version: tool().version,
    values: Object.fromEntries(sources.map(({ text, value }) => [hashOf(text), value])),
  };
  // Nothing is lost without it but a moment.
  await files.write(fileIn(folder), JSON.stringify(memory)).catch(() => {});
}

/** What a text is remembered to hold; undefined where it is another than was written. */
export async function recall(
  folder: string,
  files: Files,
): Promise<(text: string) => Typed | undefined> {
  const memory = await read(fileIn(folder), files);
  if (memory?.version !== tool().version) return () => undefined;
  return (text) => {
    const hash = hashOf(text);
    return Object.hasOwn(memory.values, hash) ? memory.values[hash] : undefined;
  };
}

async function read(file: string, files: Files): Promise<Memory | undefined> {
  try {
    return JSON.parse(new TextDecoder().decode(await files.read(file))) as Memory;
  } catch {
    return undefined;
  }
}
