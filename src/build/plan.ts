import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { type Edition, editions, prospectus } from '../knowledge/editions.ts';

/** The editions of these names; without any, the full prospectus. */
export function editionsNamed(names: readonly string[] | undefined): Outcome<Edition[]> {
  const diagnostics: Diagnostic[] = [];
  const found: Edition[] = [];
  for (const name of new Set(names ?? [prospectus.id])) {
    const edition = editions.find(({ id }) => id === name);
    if (edition) found.push(edition);
    else diagnostics.push(unknownEdition(name));
  }
  return { value: diagnostics.length > 0 ? null : found, diagnostics };
}

function unknownEdition(name: string): Diagnostic {
  const known = editions.map(({ id }) => id);
  const meant = nearest(name, known);
  return {
    code: 'unknown-edition',
    severity: 'error',
    message: `There is no edition called “${name}”.`,
    hint: meant ? `Did you mean ${meant}?` : `There are: ${known.join(', ')}.`,
    file: null,
    range: null,
  };
}
