import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { KnownFacts } from '../../src/interview/ask.ts';
import { converse } from '../../src/interview/converse.ts';
import { openInterview } from '../../src/interview/open.ts';
import type { Section } from '../../src/interview/question.ts';
import { sections as all } from '../../src/interview/questions/index.ts';
import { dialogueWith, type Person } from './dialogue.ts';
import { testEffects } from './effects.ts';

export interface SittingOptions {
  /** The ids of the parts to ask about; left out, all of them. */
  only?: readonly string[];
  editor?: (text: string) => string;
  knownFacts?: KnownFacts;
  build?: () => Promise<{ text: string }[]>;
  /** Left out, the lock is given back, as by a process that ended or died. */
  keepLock?: boolean;
}

/** One sitting of an interview, with a person who is a function. */
export async function sit(folder: string, person: Person, options: SittingOptions = {}) {
  const effects = testEffects(folder);
  const opened = await openInterview('.', all, effects);
  if ('refused' in opened) throw new Error(opened.refused);
  const { only, editor, knownFacts, build = async () => [{ text: 'Made.' }] } = options;
  const sections: readonly Section[] = only ? all.filter(({ id }) => only.includes(id)) : all;
  const dialogue = dialogueWith(person, editor);
  try {
    const ending = await converse({
      ...opened,
      dialogue,
      effects,
      sections,
      chosen: only !== undefined,
      inWords: async (diagnostics) => diagnostics.map(({ message }) => message).join('\n'),
      build,
      ...(knownFacts ? { knownFacts } : {}),
    });
    return { ending, transcript: dialogue.transcript(), screens: dialogue.screens };
  } finally {
    if (!options.keepLock) await opened.lock.release();
  }
}

/** The profile of a folder, or nothing. */
export function profileIn(folder: string, name = 'trust.yaml'): string {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

export function journalIn(folder: string): string {
  return profileIn(folder, path.join('.thriving-case', 'interview.jsonl'));
}
