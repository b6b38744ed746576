/**
 * A table of so many invented schools.
 *
 * @param {number} count
 */
export function schoolTable(count) {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `${995_000 + index},Marlow Fold ${index + 1} Primary School,Primary,Community school,${100 + ((index * 37) % 300)},${440_000 + ((index * 911) % 20_000)},${310_000 + ((index * 577) % 20_000)},"The governing body, 6 October 2026",exploring,6 October 2026`,
  );
  return `URN,EstablishmentName,PhaseOfEducation (name),TypeOfEstablishment (name),NumberOfPupils,Easting,Northing,invited_by,stage,governors_agreed\n${rows.join('\n')}\n`;
}
