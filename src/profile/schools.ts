/** The school of a list that a name or URN refers to. Names match in any case. */
export function findSchool<T extends { name: string; urn?: string | undefined }>(
  schools: readonly T[] | undefined,
  reference: string,
): T | undefined {
  const name = reference.toLowerCase();
  return schools?.find((school) => school.urn === reference || school.name.toLowerCase() === name);
}
