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

/** A small profile without a problem, which may be released as it is. */
export const smallTrust = `example: yes
trust:
  name: Otterwick Learning Trust
  vision: Every child known by name, in every one of our schools.
standing:
  stage: exploring
  issued_by: The trustees
  invited_by: Nobody. It is for any school.
five_answers:
${['cost', 'leaving', 'promises', 'jobs', 'alternatives']
  .map(
    (name) =>
      `  ${name}:\n    answer: We say it here.\n    confirmed_by: Chief executive\n    confirmed_on: 1 June 2026\n`,
  )
  .join('')}answers:
  transfer_measures: None are proposed.
  taking_back: Only after an inspection that finds serious failings.
  surplus_or_deficit: Each school keeps its own.
finances:
  contribution:
    rate: 5%
    base: general annual grant
    excludes: pupil premium
    per_pupil: £236
    history:
      2025/26: 5%
  reserves:
    share_of_income: 6%
weaknesses:
  - what: Too few families answer us.
    action: We ask at the gate.
risks:
  - risk: We grow too fast.
alternatives:
  - option: Stay as you are.
not_shown:
  - measure: key stage 2 expected standard
    reason: No pupil has reached Year 6 yet.
  - measure: attendance
    reason: The school opened in September.
  - measure: staff turnover
    reason: The school opened in September.
schools:
  - name: Otterwick Primary School
    phase: primary
    pupils: 206
`;

/** A small profile with an error of meaning: a draft of it can be built, a release cannot. */
export const flawedTrust = `${smallTrust}evidence:
  log:
    title: Log of visits, checked by the council
    publisher: The council
    period: 2025/26
    kind: verifier
    independent: yes
principles:
  improvement:
    claims:
      - text: Our schools planned reading lessons together.
        evidence: [log, diary]
`;

/** Where the flaw stands, counted from 1. */
export const flaw = (() => {
  const before = flawedTrust.slice(0, flawedTrust.indexOf('diary]')).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
})();
