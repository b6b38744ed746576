import type { Reader } from '../knowledge/readers.ts';
import { copyOf, schoolOf } from '../profile/copy.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { viewOf } from './readers-view.ts';

type Addressee = NonNullable<ProfileData['prospective_schools']>[number];

/** What of a profile the document for a school and for these readers may show. */
export function shownCopy(
  profile: Profile,
  addressee: Addressee | null,
  readers: readonly Reader[],
): Profile {
  const { prospective_schools = [] } = profile.data;
  const school = schoolOf(profile.data, addressee);
  const shown = { ...profile, ...viewOf(profile, readers) };
  return copyOf(shown, school && prospective_schools.indexOf(school));
}
