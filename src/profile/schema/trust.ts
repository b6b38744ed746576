import { phases } from '../../knowledge/phases.ts';
import { routeIds } from '../../knowledge/route-ids.ts';
import { themeNames, themes } from '../../knowledge/themes.ts';
import * as z from '../../zod.ts';
import { answers } from './answers.ts';
import { answer, contact, evidenceRefs, image, list, part } from './parts.ts';
import { colour, companiesHouse, link, trustReference, uid, ukprn, urn } from './patterned.ts';
import { principlesForOne } from './principles.ts';
import { choice, count, date, line, money, prose, reference, yesNo } from './scalars.ts';
import { alternatives, heard, journey, questions, staysAndChanges } from './terms.ts';

export const trust = part('Who you are.', {
  name: line('The trust’s name, as the document should print it.'),
  short_name: line('What people call it, if the name is long.').optional(),
  legal_name: line('The company’s name, if it differs.').optional(),
  reference: trustReference('The trust’s reference: TR and 5 digits.').optional(),
  ukprn: ukprn('The trust’s UK provider reference number.').optional(),
  uid: uid('The trust’s group UID in the register of schools.').optional(),
  companies_house: companiesHouse('The trust’s company number.').optional(),
  founded: date('When the trust was set up.').optional(),
  type: choice(
    ['multi-academy trust', 'single-academy trust', 'umbrella trust'],
    'What kind of trust it is.',
  ).optional(),
  region: line('Where it works.').optional(),
  religious_character: line('Its religious character, if it has one.').optional(),
  website: link('The trust’s website.').optional(),
  vision: prose('What the trust is for, in a sentence or two.').optional(),
  logo: image.optional(),
  cover_photo: image.optional(),
  brand: part(
    'How the document looks: the trust’s colours, from which the rest follows, and a theme.',
    {
      colour: colour('The main colour, as in your brand guide: "#0b5351"').optional(),
      accent: colour('A second colour, for what is still being worked on.').optional(),
      theme: choice(
        themeNames,
        `How it is dressed: ${themeNames.map((name) => `${name} (${themes[name].look})`).join(', ')}.`,
      ).optional(),
    },
  ).optional(),
});

const stages = ['exploring', 'invited to talk', 'due diligence', 'consulting', 'decided'] as const;

const consultation = part('If a consultation is under way.', {
  run_by: line('Who consults and decides: the school’s governing body.'),
  closes: date('The last day to answer.').optional(),
  how_to_respond: prose('How to answer.').optional(),
});

export const standing = part(
  'Where this document stands: who sends it, who asked for it, and that nothing is decided until it is.',
  {
    stage: choice(stages, 'How far the conversation has come.').optional(),
    issued_by: line('Who issues it: “The trustees of Quillbrook Learning Trust”.').optional(),
    invited_by: line('Who asked you for it, or that it is an open invitation.').optional(),
    school: reference(
      'The school it is for: a name or URN from “prospective_schools”. Leave out for any school.',
    ).optional(),
    prepared_by: line('The role of the person who wrote it.').optional(),
    approved_by: line('The role or board that approved it.').optional(),
    approved_on: date('When they approved it.').optional(),
    licence: line('How others may use it.').optional(),
    consultation: consultation.optional(),
  },
);

export const fiveAnswers = part('The five questions every reader asks first.', {
  cost: answer('What would it cost us?').optional(),
  leaving: answer('Could we leave later?').optional(),
  promises: answer('Who can change a promise?').optional(),
  jobs: answer('What happens to jobs?').optional(),
  alternatives: answer('What else could we do, including staying as we are?').optional(),
});

export const growth = part('Why you, why now, and when you say no. Size is never the lead.', {
  why_us: prose('Why a school might choose you rather than another trust, or none.').optional(),
  why_now: prose('Why you are inviting schools now.').optional(),
  capacity: prose('What people and time you have for a new school.').optional(),
  pace: prose('How many schools you take in a year, and why.').optional(),
  limit: prose('How large you mean to become.').optional(),
  we_say_no_when: list('When you would turn a school down.', line('One reason.')).optional(),
  evidence: evidenceRefs.optional(),
});

export const contacts = list(
  'Whom readers can talk to, including people you did not choose for them.',
  contact,
);

const inItsCopy = part(
  'What stands in the copy for this school alone. A key stands in place of the general one. Items of a list stand before the general ones, or in place of one about the same thing.',
  {
    five_answers: fiveAnswers.optional(),
    answers: answers.optional(),
    growth: growth.optional(),
    principles: principlesForOne.optional(),
    stays_and_changes: staysAndChanges.optional(),
    what_we_heard: heard.optional(),
    journey: journey.optional(),
    alternatives: alternatives.optional(),
    questions: questions.optional(),
    contacts: contacts.optional(),
  },
);

const priority = z
  .union([
    line('One priority.'),
    part('A priority, with your answer to it.', {
      priority: line('What it says matters most to it.'),
      answer: prose('What you can say to that.').optional(),
      evidence: evidenceRefs.optional(),
    }),
  ])
  .transform((typed): { priority: string; answer?: string; evidence?: string[] } =>
    typeof typed === 'string' ? { priority: typed } : (typed as { priority: string }),
  )
  .register(z.globalRegistry, { description: 'One priority, alone or with your answer to it.' });

export const prospectiveSchool = part('A school that is considering joining.', {
  name: line('The school’s name.'),
  short_name: line('What people call it: “Marsh End”.').optional(),
  urn: urn('Its unique reference number.').optional(),
  phase: choice(
    phases,
    'Its phase in the register of schools. For a special school it is “not applicable”; its type says what it is.',
  ).optional(),
  type: line(
    'Its type, as the register of schools has it: community school, voluntary aided school, academy converter …',
  ).optional(),
  local_authority: line('Its local council.').optional(),
  pupils: count('How many pupils it has.').optional(),
  religious_character: line(
    'Its religious character, if it has one; “none” if it has none.',
  ).optional(),
  diocese: line('Its diocese, for a church school.').optional(),
  pfi: yesNo('Whether its building is under a private finance contract.').optional(),
  route: choice(
    routeIds,
    'How it would join. Left out, it follows from the type and the trust it is in.',
  ).optional(),
  current_trust: line('For an academy: the trust that it is in.').optional(),
  core_funding: money(
    'Its core funding in a year (general annual grant or budget share).',
  ).optional(),
  evidence: evidenceRefs.optional(),
  invited_by: line('Who at the school asked you for this, and when.').optional(),
  stage: choice(stages, 'How far the conversation with this school has come.').optional(),
  consultation: consultation.optional(),
  governors_agreed: date(
    'The day its governing body agreed to this conversation. Until then nothing goes to its staff or families.',
  ).optional(),
  easting: count('Its easting on the national grid, in metres.').optional(),
  northing: count('Its northing on the national grid, in metres.').optional(),
  drive_times: list(
    'How long it takes to drive from it to your schools.',
    part('The drive to a school.', {
      school: reference('The school: a name or URN from “schools”.'),
      minutes: count('How many minutes it takes.'),
    }),
  ).optional(),
  priorities: list('What it says matters most to it.', priority).optional(),
  not_known: list('What you do not know about it yet.', line('One thing.')).optional(),
  in_its_copy: inItsCopy.optional(),
});

export const prospectiveSchools = list(
  'Schools that have asked you for this document.',
  prospectiveSchool,
);
