import { slug } from 'github-slugger';
import { windowsRefusal } from '../build/windows-names.ts';
import type { Addressee } from '../case/case.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Profile } from '../profile/profile.ts';

/** The longest name that every file system allows, with room for what stands in the folder. */
const LONGEST = 100;

/** The folder of a school’s copies: its URN where that is known, else its name in small letters. */
export const folderOf = ({ urn, name }: Addressee): string => urn ?? slug(name);

/**
 * Schools whose copies would have the same folder, or one that no system or only some could have. The
 * same on every platform, so that a profile that builds here builds on a colleague’s laptop.
 */
export function folderProblems(
  addressees: readonly Addressee[],
  profile: Pick<Profile, 'data' | 'place'>,
): Diagnostic[] {
  const owners = new Map<string, Addressee>();
  return addressees.flatMap((school) => {
    const folder = folderOf(school);
    const owner = owners.get(folder.toLowerCase());
    owners.set(folder.toLowerCase(), school);
    const refusal = refusalOf(folder);
    if (!owner && refusal === null) return [];
    const index = profile.data.prospective_schools?.indexOf(school) ?? -1;
    return [
      {
        code: 'copy-folder',
        severity: 'error',
        message: owner
          ? `The copy for ${school.name} would take the place of that for ${owner.name}: both would be in for/${folder}.`
          : `The copy for ${school.name} can have no folder: ${refusal}.`,
        hint: owner?.urn
          ? 'Two schools cannot have one URN: correct the wrong one.'
          : 'Add “urn:” with its URN, and the folder is named by that.',
        ...profile.place(['prospective_schools', index, school.urn ? 'urn' : 'name']),
      } as const,
    ];
  });
}

function refusalOf(folder: string): string | null {
  if (folder === '') return 'its name has no letter or figure in it';
  if (folder.length > LONGEST) return 'its name is too long to name a folder by';
  return windowsRefusal(folder);
}
