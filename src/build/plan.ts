import { folderOf } from '../addressees/folders.ts';
import type { Addressee } from '../case/case.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { type Edition, editions, prospectus } from '../knowledge/editions.ts';

/** One document to be made: an edition, for one school or for whoever the profile is meant for. */
export interface PlannedDocument {
  edition: Edition;
  addressee: Addressee | null;
  /** Its place below the output folder, with forward slashes and without an ending. */
  place: string;
}

/**
 * Every edition for every addressee, one school after the other; where there is no school, for
 * whoever the profile is meant for, which null stands for. A school’s copies have a folder of their
 * own.
 */
export function planOf(
  wanted: readonly Edition[],
  addressees: readonly (Addressee | null)[] = [],
): PlannedDocument[] {
  return (addressees.length > 0 ? addressees : [null]).flatMap((addressee) =>
    wanted.map((edition) => ({
      edition,
      addressee,
      place: addressee ? `for/${folderOf(addressee)}/${edition.file}` : edition.file,
    })),
  );
}

/** The name that stands for every edition there is. */
const ALL = 'all';

/** The editions of these names, among those that a profile has; without any, the full prospectus. */
export function editionsNamed(
  names: readonly string[] | undefined,
  known: readonly Edition[] = editions,
): Outcome<Edition[]> {
  const diagnostics: Diagnostic[] = [];
  const found = new Set<Edition>();
  for (const name of new Set(names ?? [prospectus.id])) {
    const edition = known.find(({ id }) => id === name);
    if (edition) found.add(edition);
    else if (name === ALL) for (const each of known) found.add(each);
    else
      diagnostics.push(
        unknownEdition(
          name,
          known.map(({ id }) => id),
        ),
      );
  }
  return { value: diagnostics.length > 0 ? null : [...found], diagnostics };
}

function unknownEdition(name: string, known: readonly string[]): Diagnostic {
  const meant = nearest(name, known);
  return {
    code: 'unknown-edition',
    severity: 'error',
    message: `There is no edition called “${name}”.`,
    hint: meant ? `Did you mean ${meant}?` : `There are: ${[...known, ALL].join(', ')}.`,
    file: null,
    range: null,
  };
}
