import { type Drafted, draftDocument } from '../../src/build/draft.ts';
import { type Opened, openProfile } from '../../src/build/open.ts';
import { planOf } from '../../src/build/plan.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { prospectus } from '../../src/knowledge/editions.ts';
import { testEffects } from './effects.ts';

/** The prospectus of the profile in a folder, drafted as a build does. */
export async function draftOf(
  folder: string,
  { release = false, env = {} }: { release?: boolean; env?: Record<string, string> } = {},
): Promise<{ opened: Opened | null; document: Drafted | null; diagnostics: Diagnostic[] }> {
  const effects = testEffects(folder, { env });
  const { value: opened, diagnostics } = await openProfile({ profile: folder, release }, effects);
  const [planned] = planOf([prospectus]);
  if (!opened || !planned) return { opened, document: null, diagnostics };
  const { value: document, diagnostics: met } = await draftDocument(opened, planned, effects);
  return { opened, document, diagnostics: [...diagnostics, ...met] };
}
