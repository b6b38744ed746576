/** Nobody would write this by chance: where it turns up, a text of the profile has. */
export const CANARY = 'Zanzibarquine';

/** A profile in which every text holds the canary, and every number is one nobody would write by chance. */
export const canaryTrust = `example: yes
trust:
  name: ${CANARY} Learning Trust
  vision: Every child known by name at ${CANARY}.
schools:
  - name: ${CANARY} Primary School
    phase: primary
    pupils: 7531
metrics:
  ${CANARY.toLowerCase()}-days:
    label: Days of ${CANARY} training
    unit: number
    series:
      2025/26: 8642
    evidence: [diary]
principles:
  improvement:
    claims:
      - text: Our schools planned ${CANARY} lessons together.
        evidence: [diary]
evidence:
  diary:
    title: Diary of ${CANARY} days
    publisher: ${CANARY} Learning Trust
    period: 2025/26
`;

/** A small profile without a problem. */
export const smallTrust = `example: yes
trust:
  name: Otterwick Learning Trust
  vision: Every child known by name, in every one of our schools.
schools:
  - name: Otterwick Primary School
    phase: primary
    pupils: 206
`;

/** A small profile with an error of meaning: a draft of it can be built, a release cannot. */
export const flawedTrust = `${smallTrust}principles:
  improvement:
    claims:
      - text: Our schools planned reading lessons together.
        evidence: [diary]
`;
