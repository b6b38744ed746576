import {
  judgementAreas,
  overallGrades,
  reportCardAreas,
  reportCardGrades,
} from '../../knowledge/ofsted.ts';
import { phases } from '../../knowledge/phases.ts';
import type * as z from '../../zod.ts';
import {
  consent,
  evidenceRefs,
  image,
  list,
  metricRefs,
  part,
  tagged,
  taggedLine,
} from './parts.ts';
import { link, urn } from './patterned.ts';
import { principleChoice } from './principles.ts';
import { ages, choice, count, date, file, line, prose, reference, yesNo } from './scalars.ts';

const grades = (areas: readonly string[], given: readonly string[], description: string) =>
  part(
    description,
    Object.fromEntries(
      areas.map((area) => [
        area.replaceAll(' ', '_'),
        choice(given, `The judgement on ${area}.`).optional(),
      ]),
    ) as Record<string, z.ZodOptional<ReturnType<typeof choice<string[]>>>>,
  );

/** Which framework an inspection was under follows from its date; whether it was before or after joining, from the school's. */
const inspection = part('An Ofsted inspection.', {
  date: date('The first day of the inspection.'),
  kind: choice(
    ['graded', 'ungraded', 'report card', 'monitoring', 'section 48'],
    'What kind of inspection it was.',
  ).optional(),
  overall: choice(
    overallGrades,
    'The overall grade; there is none since September 2024.',
  ).optional(),
  judgements: grades(
    judgementAreas,
    overallGrades,
    'The judgements of a graded inspection before November 2025.',
  ).optional(),
  areas: grades(
    reportCardAreas,
    reportCardGrades,
    'The areas of a report card, from 10 November 2025.',
  ).optional(),
  safeguarding: choice(
    ['effective', 'not effective', 'met', 'not met'],
    'Effective or not; on a report card, met or not met.',
  ).optional(),
  outcome: line(
    'For an ungraded inspection: what it found, such as “school remains good”.',
  ).optional(),
  predecessor: yesNo('yes if it was of the school this one replaced.').optional(),
  report: link('Where the report is.').optional(),
});

export const schools = list(
  'The trust’s schools.',
  part('A school of the trust.', {
    name: line('The school’s name.'),
    short_name: line('What people call it.').optional(),
    urn: urn('Its unique reference number.').optional(),
    predecessor_urn: urn(
      'The number of the school it replaced when it became an academy.',
    ).optional(),
    phase: choice(phases, 'Its phase in the register of schools.').optional(),
    type: line('Its type: academy converter, special academy, alternative provision …').optional(),
    ages: ages('The ages it teaches: 4 to 11.').optional(),
    local_authority: line('Its local council.').optional(),
    place: line('The town or village it serves.').optional(),
    religious_character: line('Its religious character, if it has one.').optional(),
    diocese: line('Its diocese, for a church school.').optional(),
    pfi: yesNo('Whether its building is under a private finance contract.').optional(),
    status: choice(['in the trust', 'joining'], 'Left out, it is in the trust.').optional(),
    joined: date('When it joined the trust, or will.').optional(),
    route: choice(
      ['founder', 'converted', 'sponsored', 'transferred', 'new school'],
      'How it came to the trust.',
    ).optional(),
    pupils: count('How many pupils it has.').optional(),
    capacity: count('How many it has room for.').optional(),
    easting: count('Its easting on the national grid, in metres.').optional(),
    northing: count('Its northing on the national grid, in metres.').optional(),
    website: link('Its website.').optional(),
    headteacher: line('Its headteacher’s name.').optional(),
    inspections: list('Its inspections, newest first.', inspection).optional(),
    metrics: metricRefs.optional(),
    photo: image.optional(),
    note: taggedLine('One thing a reader should know about it.').optional(),
  }),
);

export const map = part('The map of where your schools are.', {
  base: file(
    'A GeoJSON file in the profile’s folder, drawn faintly behind the schools: boundaries or coast, as longitude and latitude or as easting and northing.',
    'maps/marlshire.geojson',
  ).optional(),
  credit: line(
    'Whom to name for it: “Contains OS data © Crown copyright and database right 2026”.',
  ).optional(),
});

export const people = list(
  'Who governs and leads the trust.',
  tagged('A person.', {
    name: line('Their name.'),
    role: line('What they do: “Chair of trustees”.'),
    group: choice(
      ['members', 'trustees', 'executive', 'school leaders'],
      'Which group they are in.',
    ),
    since: date('Since when.').optional(),
    term_ends: date('When their term ends.').optional(),
    appointed_by: line('Who appointed them.').optional(),
    brings: line('What they bring.').optional(),
    interests: link('Where their interests are declared.').optional(),
    photo: image.optional(),
    consent: consent.optional(),
  }),
);

export const voices = list(
  'What people say, in their own words and with their permission.',
  tagged('A quotation.', {
    quote: prose('Their words.'),
    speaker: line('Their name, if they agreed to it. Pupils are never named.').optional(),
    role: line('Who they are: “Headteacher”, “Year 4 parent”, “Pupil”.'),
    school: reference('Their school: a name or URN from “schools”.').optional(),
    principle: principleChoice.optional(),
    said_on: date('When they said it.').optional(),
    verbatim: yesNo('no if the words were shortened or tidied.').optional(),
    interest: line('Any interest to declare: “employed by the trust”.').optional(),
    consent: consent.optional(),
    photo: image.optional(),
  }),
);

export const caseStudies = list(
  'What happened at one school, from start to finish.',
  tagged('A case study.', {
    title: line('What it is about.'),
    school: reference('The school: a name or URN from “schools”.').optional(),
    principle: principleChoice.optional(),
    starting_point: prose('How things stood.'),
    action: prose('What was done, and by whom.'),
    from: date('When it began.').optional(),
    to: date('When it ended, or the latest it is told to.').optional(),
    result: prose('What came of it.').optional(),
    metrics: metricRefs.optional(),
    what_did_not_work: prose('What did not work.').optional(),
    photo: image.optional(),
    evidence: evidenceRefs.optional(),
    approved_by: line(
      'Who at the school agreed to the telling: “Headteacher, June 2026”.',
    ).optional(),
  }),
);
