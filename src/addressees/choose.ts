import path from 'node:path';
import type { Addressee } from '../case/case.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { listOf, nearest } from '../diagnostics/suggest.ts';
import type { Effects } from '../effects/effects.ts';
import { isInside } from '../profile/inside.ts';
import type { Limits } from '../profile/limits.ts';
import type { Profile } from '../profile/profile.ts';
import { folderProblems } from './folders.ts';
import { isListFile, readList } from './list.ts';
import { withSchools } from './with-schools.ts';

/** The schools that copies are made for, and the profile with those that a file added. */
export interface Chosen {
  profile: Profile;
  addressees: Addressee[];
}

/**
 * Finds the schools that `--for` names: a school of the profile by name or URN, all of them, or those
 * of a file. The value is null where one of them cannot be found or read.
 */
export async function chooseSchools(
  wanted: readonly string[],
  profile: Profile,
  effects: Effects,
  limits: Limits,
): Promise<Outcome<Chosen>> {
  const diagnostics: Diagnostic[] = [];
  const chosen = new Set<number>();
  let all = profile;
  for (const file of wanted.filter(isListFile)) {
    const list = await readList(file, effects, limits);
    diagnostics.push(...list.diagnostics);
    if (hasErrors(list.diagnostics)) continue;
    const { value, diagnostics: met } = withSchools(all, list);
    diagnostics.push(...met);
    if (!value) continue;
    all = {
      ...value.profile,
      files: [
        ...value.profile.files,
        {
          path: nameFrom(profile.folder, list.file),
          sha256: list.sha256,
        },
      ],
    };
    for (const index of value.indexes) chosen.add(index);
  }
  const schools = all.data.prospective_schools ?? [];
  for (const name of wanted.filter((name) => !isListFile(name))) {
    if (/^all$/i.test(name.trim())) {
      if (schools.length === 0) diagnostics.push(noSchools());
      for (const index of schools.keys()) chosen.add(index);
      continue;
    }
    const index = schools.findIndex((school) => isCalled(school, name));
    if (index === -1) diagnostics.push(unknownSchool(name, schools));
    else chosen.add(index);
  }
  const addressees = [...chosen].sort((a, b) => a - b).flatMap((index) => schools[index] ?? []);
  diagnostics.push(...folderProblems(addressees, all));
  if (hasErrors(diagnostics)) return { value: null, diagnostics };
  return { value: { profile: all, addressees }, diagnostics };
}

/** Whether a school is meant: by its name or short name in any case, or its URN. */
export function isCalled({ name, short_name, urn }: Addressee, wanted: string): boolean {
  const plain = (text: string) =>
    text.trim().toLowerCase().replaceAll("'", '’').replace(/\s+/g, ' ');
  return [name, short_name, urn].some((own) => own !== undefined && plain(own) === plain(wanted));
}

function unknownSchool(wanted: string, schools: readonly Addressee[]): Diagnostic {
  const names = schools.map(({ name }) => name);
  const short = schools.flatMap(({ short_name, urn }) => [short_name, urn]);
  const meant = nearest(wanted, [...names, ...short.filter((name) => name !== undefined)]);
  return {
    code: 'unknown-addressee',
    severity: 'error',
    message: `No school called “${wanted}” has asked for this document.`,
    hint: meant
      ? `Did you mean “${meant}”?`
      : names.length > 0
        ? `In “prospective_schools” there are: ${listOf(names)}. The name of a file must end in .csv or .yaml.`
        : 'Add it to the profile under “prospective_schools”, or name a file that ends in .csv or .yaml.',
    file: null,
    range: null,
  };
}

const noSchools = (): Diagnostic => ({
  code: 'unknown-addressee',
  severity: 'error',
  message: 'The profile names no school that has asked for this document.',
  hint: 'Add the schools under “prospective_schools”, or name a file of them: --for schools.csv',
  file: null,
  range: null,
});

/**
 * How the record of a build names a list: from the profile’s folder, with forward slashes; where it
 * stands elsewhere, without the folders of the user’s that lead to it.
 */
function nameFrom(folder: string, file: string): string {
  const name = path.relative(folder, file).split(path.sep).join('/');
  return isInside(folder, file) ? name : `../${path.basename(file)}`;
}
