import { type Drafted, draftDocument } from '../../src/build/draft.ts';
import { type Opened, openProfile } from '../../src/build/open.ts';
import { planOf } from '../../src/build/plan.ts';
import { editionsOf } from '../../src/case/editions.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { testEffects } from './effects.ts';

/** Every edition of the profile in a folder, drafted as a build does, by its name. */
export async function draftsOf(folder: string): Promise<{
  opened: Opened;
  drafts: Map<string, Drafted>;
  diagnostics: Diagnostic[];
}> {
  const effects = testEffects(folder);
  const { value: opened, diagnostics } = await openProfile(
    { profile: folder, release: false },
    effects,
  );
  if (!opened) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const drafts = new Map<string, Drafted>();
  for (const planned of planOf(editionsOf(opened.profile.data))) {
    const { value, diagnostics: met } = await draftDocument(opened, planned, effects);
    diagnostics.push(...met);
    if (value) drafts.set(planned.edition.id, value);
  }
  return { opened, drafts, diagnostics };
}

/** All that a draft would write, as text: the documents, the pictures beside them and their names. */
export function textOf({ planned, markdown, html, pictures }: Drafted): string {
  const files = pictures.map(({ path, content }) => `${path}\n${Buffer.from(content).toString()}`);
  return [planned.place, markdown, html, ...files].join('\n');
}
