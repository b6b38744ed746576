import { draftDocument } from '../../src/build/draft.ts';
import { openProfile } from '../../src/build/open.ts';
import { planOf } from '../../src/build/plan.ts';
import { prospectus } from '../../src/knowledge/editions.ts';
import { testEffects } from './effects.ts';

/** The prospectuses of the profile in a folder for the schools that `--for` names, as a build drafts them. */
export async function copiesOf(folder: string, schools: readonly string[], release = false) {
  const effects = testEffects(folder);
  const { value: opened, diagnostics } = await openProfile(
    { profile: folder, release, schools },
    effects,
  );
  const copies: { place: string; markdown: string; html: string }[] = [];
  for (const planned of opened ? planOf([prospectus], opened.addressees) : []) {
    if (!opened) break;
    const { value, diagnostics: met } = await draftDocument(opened, planned, effects);
    diagnostics.push(...met);
    if (value) copies.push({ place: planned.place, markdown: value.markdown, html: value.html });
  }
  return { copies, diagnostics };
}
