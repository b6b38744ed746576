/** So many invented schools that asked for a copy, as a profile lists them; their URNs begin with 99. */
export function addressees(count: number): string {
  return `prospective_schools:\n${Array.from({ length: count }, (_, index) => schoolInYaml(index)).join('')}`;
}

/** The same schools as a table, under the headings of the register of schools. */
export function addresseeTable(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const { name, urn, pupils, easting, northing } = inventedSchool(index);
    return `${urn},${name},Primary,Community school,${pupils},${easting},${northing},"The governing body, 6 October 2026",exploring`;
  });
  return `URN,EstablishmentName,PhaseOfEducation (name),TypeOfEstablishment (name),NumberOfPupils,Easting,Northing,invited_by,stage\n${rows.join('\n')}\n`;
}

/** An invented school: each differs from the others in its name, URN, size and place. */
export function inventedSchool(index: number) {
  return {
    name: `Marlow Fold ${index + 1} Primary School`,
    short_name: `Marlow Fold ${index + 1}`,
    urn: String(995_000 + index),
    pupils: 100 + ((index * 37) % 300),
    easting: 440_000 + ((index * 911) % 20_000),
    northing: 310_000 + ((index * 577) % 20_000),
  };
}

function schoolInYaml(index: number): string {
  const { name, short_name, urn, pupils, easting, northing } = inventedSchool(index);
  return `  - name: ${name}
    short_name: ${short_name}
    urn: ${urn}
    phase: primary
    type: community school
    pupils: ${pupils}
    easting: ${easting}
    northing: ${northing}
    invited_by: The governing body of ${short_name}, 6 October 2026
    stage: exploring
    governors_agreed: 6 October 2026
    priorities:
      - Reading in year ${(index % 6) + 1}
`;
}
