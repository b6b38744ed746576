import { listOf, nearest } from '../diagnostics/suggest.ts';
import type { Section } from './question.ts';

/** The parts of an interview of these names: their own, or those of what they are about. */
export function sectionsNamed(
  names: readonly string[],
  sections: readonly Section[],
): { value: Section[] } | { problem: string } {
  const known = new Set(sections.flatMap(({ id, themes }) => [id, ...themes]));
  const wanted = names.map((name) => name.trim().toLowerCase());
  const unknown = wanted.find((name) => !known.has(name));
  if (unknown !== undefined || wanted.length === 0) {
    const meant = nearest(unknown ?? '', known);
    const hint = meant ? `Did you mean ${meant}? ` : '';
    return {
      problem: `There is no part called “${unknown ?? ''}”. ${hint}There are: ${listOf([...known].sort(), 60)}.`,
    };
  }
  return {
    value: sections.filter(({ id, themes }) =>
      wanted.some((name) => name === id || themes.includes(name)),
    ),
  };
}
