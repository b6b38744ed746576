import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Section } from '../knowledge/sections.ts';
import type { Template } from './templates.ts';
import { plainText } from './text.ts';

/** A heading of our Markdown, in a callout or out of it; its words may be missing. */
const HEADING = /^(?:> )?(#{1,6})(?:[^\S\n]+(.*))?$/gm;

/**
 * Headings that leave a level out or say nothing, each with the section it stands in. Ours do not, so
 * a template of the user’s is at fault, or words of a profile that have neither a letter nor a digit.
 */
export function headingProblems(
  sections: readonly Section[],
  written: ReadonlyMap<string, string>,
  templates: readonly Template[],
  effects: { cwd: string },
): Diagnostic[] {
  let above = 0;
  return sections.flatMap(({ id, template: name, title }) => {
    const template = templates.find((one) => one.name === name);
    const file = template?.own ? displayName(template.file, effects) : null;
    const where = title ? `under “${title}”` : `in “${name}”`;
    return [...(written.get(id) ?? '').matchAll(HEADING)].flatMap(([, marks = '', typed = '']) => {
      const words = plainText(typed);
      const level = marks.length;
      const problems: Diagnostic[] = [];
      if (!/[\p{L}\p{N}]/u.test(words)) {
        problems.push({
          code: 'heading-empty',
          severity: 'warning',
          message: `A heading ${where} has no words.`,
          hint: 'Give it words that say what follows, or take it out.',
          file,
          range: null,
        });
      }
      if (level > above + 1) {
        problems.push({
          code: 'heading-skipped',
          severity: 'warning',
          message: `The heading “${words}” ${where} is of level ${level}, and the one before it of level ${above}.`,
          hint: `Begin it with ${'#'.repeat(above + 1)} in the template.`,
          file,
          range: null,
        });
      }
      above = level;
      return problems;
    });
  });
}
