import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import {
  changesTo,
  readSources,
  type Sources,
  sourcesAfter,
  type Typed,
} from '../profile/edit/sources.ts';
import { hashOf } from './hash.ts';
import type { Ledger } from './ledger.ts';
import { isDone, valueAt } from './place.ts';
import type { Section } from './question.ts';
import { editsOf, type Progress, replay, type Step } from './steps.ts';

/** What became of putting the replies into the profile. */
export type Saved =
  | {
      outcome: 'saved';
      /** The files that changed, as messages name them. */
      files: string[];
      /** Copies of what they were, where somebody else had written them. */
      copies: string[];
      /** Answers that wait for others, because a part of the profile would not be whole. */
      waiting: Step[];
      hashes: { [file: string]: string };
      sources: Sources;
    }
  /** Answers and the files say different things. */
  | { outcome: 'disputed'; steps: Step[]; sources: Sources }
  /** The files cannot be read, or not be changed safely; they are as they were. */
  | { outcome: 'unreadable'; diagnostics: Diagnostic[] }
  | { outcome: 'unsafe'; profile: Typed };

/**
 * Puts what was replied into the files of a profile: reads them anew, since somebody may have changed them
 * meanwhile, keeps a copy of each that was written by other hands, and replaces each as a whole.
 */
export async function save(
  sections: readonly Section[],
  ledger: Ledger,
  folder: string,
  effects: Effects,
): Promise<Saved> {
  const { value: sources, diagnostics } = await readSources(folder, effects);
  if (!sources) return { outcome: 'unreadable', diagnostics };
  const progress = replay(sections, ledger, sources.value);
  const disputed = progress.steps.filter(({ standing }) => standing === 'disputed');
  if (disputed.length > 0) return { outcome: 'disputed', steps: disputed, sources };

  const [{ withoutBegun }, { freshProfile, freshValue }] = await Promise.all([
    import('./complete.ts'),
    import('./fresh-profile.ts'),
  ]);
  const { typed: whole } = withoutBegun(progress.profile, sources.value);
  const isNew = sources.files.length === 0;
  const after = isNew ? { ...freshValue, ...whole } : whole;
  const changes = await changesTo(sources, after, freshProfile, effects);
  if (!changes) return { outcome: 'unsafe', profile: after };

  const copies: string[] = [];
  for (const { path: file, before } of changes) {
    const known = ledger.hashes.get(nameIn(folder, file));
    if (before === null || hashOf(before) === known) continue;
    copies.push(displayName(await copyOf(file, before, effects), effects));
  }
  for (const { path: file, before, after: text } of changes) {
    // What a link leads to is written, not the link.
    await effects.files.write(before === null ? file : await effects.files.resolve(file), text);
  }
  return {
    outcome: 'saved',
    files: changes.map(({ name }) => name),
    copies,
    waiting: waitingIn(progress, whole, ledger),
    hashes: Object.fromEntries(
      changes.map(({ path: file, after: text }) => [nameIn(folder, file), hashOf(text)]),
    ),
    sources: sourcesAfter(sources, changes),
  };
}

/** Replies that are not in the profile, because what they belong to is not whole. */
function waitingIn({ steps }: Progress, whole: Typed, { written }: Ledger): Step[] {
  return steps.filter((step) => {
    const { reply, standing, question, given, inside } = step;
    if (standing !== 'answered' || !reply || !('answer' in reply) || written.has(step.key))
      return false;
    return editsOf(question, reply.answer, given, inside).some((edit) =>
      edit.among ? !isDone(whole, edit) : valueAt(whole, edit.at) === undefined,
    );
  });
}

const nameIn = (folder: string, file: string) =>
  path.relative(folder, file).split(path.sep).join('/');

/** Writes a copy beside a file, under its name, the day and `.bak`; never over another copy. */
async function copyOf(file: string, text: string, { files, now }: Effects): Promise<string> {
  const day = now().toISOString().slice(0, 10);
  for (let count = 1; ; count += 1) {
    const name = `${path.basename(file)}.${day}${count > 1 ? `-${count}` : ''}.bak`;
    const copy = path.join(path.dirname(file), name);
    if (await files.look(copy)) continue;
    await files.write(copy, text);
    return copy;
  }
}
