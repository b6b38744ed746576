import type { Root } from '../../src/compose/helpers.ts';
import { prepareTemplates } from '../../src/compose/renderer.ts';
import { caseOf } from './document.ts';
import { profileOf } from './profile.ts';

const NAME = 'sections/cover';

/**
 * Renders a template of a test’s own. `values` stand beside the case of the profile, and `root` is
 * what a template knows of the document besides.
 */
export async function render(
  source: string,
  values: Readonly<Record<string, unknown>> = {},
  { profile = '', ...root }: Partial<Omit<Root, 'case'>> & { profile?: string } = {},
): Promise<string> {
  const theCase = caseOf(await profileOf(`trust:\n  name: Otterwick Learning Trust\n${profile}`));
  const run = await prepareTemplates([{ name: NAME, source, file: NAME, own: true }]);
  return run(NAME, {
    case: { ...theCase, ...values },
    section: { id: 'cover', kind: 'cover', template: NAME, title: null },
    outline: new Map(),
    pictures: new Map(),
    sources: [],
    draw: undefined,
    ...root,
  });
}
