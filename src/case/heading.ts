import type { Edition } from '../knowledge/editions.ts';
import type { ProfileData } from '../profile/schema/profile.ts';

type School = NonNullable<ProfileData['prospective_schools']>[number];

/** What a document says of itself at its head: the reader’s question, and whom it is for. */
export function headingOf(
  { question, speaksTo }: Edition,
  trust: ProfileData['trust'],
  school: School | undefined,
): { title: string; forWhom: string | undefined } {
  const trustName = trust.short_name ?? trust.name;
  return {
    title: school
      ? question.named.replace('{school}', () => asOneName(school.short_name ?? school.name))
      : question.open.replace('{trust}', () => trustName),
    forWhom:
      speaksTo &&
      (school
        ? `For ${speaksTo} of ${school.name}`
        : `For ${speaksTo} of schools that might join ${trustName}`),
  };
}

/** A saint’s name is not parted from “St” at the end of a line. */
function asOneName(name: string): string {
  return name.replace(/\bSt (?=\p{Lu})/gu, 'St\u00a0');
}
