import { frameworkOn, latestInspection } from '../case/inspections.ts';
import { frameworks, overallGrades, reportCardGrades } from '../knowledge/ofsted.ts';
import {
  type CalendarDate,
  formatDate,
  isSurelyBefore,
  onDate,
  parseDate,
} from '../profile/formats/dates.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Path } from '../profile/yaml/values.ts';
import { ownSentences } from './prose.ts';
import { rule } from './rule.ts';

type School = NonNullable<ProfileData['schools']>[number];
type Inspection = NonNullable<School['inspections']>[number];

interface PlacedInspection {
  school: School;
  inspection: Inspection;
  path: Path;
}

function* inspectionsOf({ data }: Profile): Generator<PlacedInspection> {
  for (const [index, school] of (data.schools ?? []).entries()) {
    for (const [number, inspection] of (school.inspections ?? []).entries()) {
      yield { school, inspection, path: ['schools', index, 'inspections', number] };
    }
  }
}

const inspected = (lines: string) =>
  `schools:\n  - name: Tansy Row Primary School\n    inspections:\n${lines}`;

export const overallGradeWithdrawn = rule({
  code: 'overall-grade-withdrawn',
  severity: 'error',
  title: 'An overall grade from after there were none',
  why: 'Ofsted has given state-funded schools no overall grade since September 2024, so this one cannot be theirs.',
  remedy: 'Give the judgements of the report instead, or correct the date.',
  wrong: inspected('      - date: 14 May 2025\n        kind: graded\n        overall: good\n'),
  right: inspected('      - date: 14 May 2024\n        kind: graded\n        overall: good\n'),
  source: 'Domain rule 20; Ofsted’s methodology for inspections as at 31 August 2024',
  *check(profile) {
    for (const { inspection, path } of inspectionsOf(profile)) {
      const { overall, date, kind } = inspection;
      if (!overall || kind === 'section 48' || !certainlyAfter(date, 'four grades')) continue;
      yield {
        path: [...path, 'overall'],
        message: `An inspection ${onDate(date)} gave no overall grade: there has been none since September 2024.`,
        hint: 'Delete this line and give the grades of the report under “judgements” or “areas”.',
      };
    }
    for (const { text, path } of ownSentences(profile)) {
      const told = gradeTold(text);
      if (!told || !OLD_GRADE.test(told.grade) || !certainlyAfter(told.date, 'four grades'))
        continue;
      yield {
        path,
        message: `The text gives an overall grade of ${formatDate(told.date)}, but there has been none since September 2024.`,
        hint: 'Say what the report says of each area, or correct the date.',
      };
    }
  },
});

export const wrongFramework = rule({
  code: 'wrong-framework',
  severity: 'error',
  title: 'An inspection in the words of another framework',
  why: 'Report cards and the grades before them are different scales; the wrong words make the one look like the other.',
  remedy: 'Use the words of the report: “areas” from 10 November 2025, “judgements” before.',
  wrong: inspected(
    '      - date: 20 January 2026\n        judgements:\n          quality_of_education: good\n',
  ),
  right: inspected(
    '      - date: 20 January 2026\n        areas:\n          achievement: strong standard\n',
  ),
  source: 'Domain rule 20; frameworks by date, in src/knowledge/ofsted.ts',
  *check(profile) {
    for (const { inspection, path } of inspectionsOf(profile)) {
      const { date, kind, judgements, areas, outcome, safeguarding } = inspection;
      const day = onDate(date);
      if (kind === 'section 48') continue;
      const card = certainlyAfter(date, 'graded, no overall grade');
      const earlier = certainlyBefore(date, 'report card');
      if (card && judgements) {
        yield {
          path: [...path, 'judgements'],
          at: 'key',
          message: `An inspection ${day} made a report card, which has areas and not these judgements.`,
          hint: 'Give the areas of the report card under “areas”, or correct the date.',
        };
      }
      if (earlier && areas) {
        yield {
          path: [...path, 'areas'],
          at: 'key',
          message: `There were no report cards yet ${day}: they began on 10 November 2025.`,
          hint: 'Give the grades of the report under “judgements”, or correct the date.',
        };
      } else if (earlier && kind === 'report card') {
        yield {
          path: [...path, 'kind'],
          message: `There were no report cards yet ${day}: they began on 10 November 2025.`,
          hint: 'Correct the kind of inspection or its date.',
        };
      }
      const words = [
        { key: 'safeguarding', text: safeguarding },
        { key: 'outcome', text: outcome },
      ];
      for (const { key, text = '' } of words) {
        const old = key === 'outcome' ? OLD_OUTCOME.test(text) : /effective/.test(text);
        const fresh = key === 'outcome' ? CARD_GRADE.test(text) : /\bmet\b/.test(text);
        if (!(card && kind !== 'monitoring' && old) && !(earlier && fresh)) continue;
        yield {
          path: [...path, key],
          message: `“${text}” is not in the words of an inspection ${day}.`,
          hint: card
            ? 'A report card says that safeguarding is met or not met, and grades areas from “urgent improvement” to “exceptional”.'
            : 'Before November 2025 safeguarding was effective or not, and grades ran from “inadequate” to “outstanding”.',
        };
      }
    }
    for (const { text, path } of ownSentences(profile)) {
      const told = gradeTold(text);
      if (!told || !CARD_GRADE.test(told.grade) || !certainlyBefore(told.date, 'report card'))
        continue;
      yield {
        path,
        message: `The text uses words of a report card for ${formatDate(told.date)}, before there were any.`,
        hint: 'Use the words of the report of that time, or correct the date.',
      };
    }
  },
});

/** Whether a day lies after a framework’s last; a month alone must lie wholly after it. */
function certainlyAfter(date: CalendarDate, id: (typeof frameworks)[number]['id']): boolean {
  const order = frameworks.map((framework) => framework.id);
  const on = frameworkOn({ ...date, day: date.day ?? 1 });
  return on !== undefined && order.indexOf(on) > order.indexOf(id);
}

/** Whether a day lies before a framework’s first. */
function certainlyBefore(date: CalendarDate, id: (typeof frameworks)[number]['id']): boolean {
  const from = parseDate(frameworks.find((framework) => framework.id === id)?.from ?? '');
  return from !== undefined && isSurelyBefore(date, from);
}

const oneOf = (words: readonly string[]) => words.join('|');
const OLD_GRADE = new RegExp(`^(?:${oneOf(overallGrades)})$`, 'i');
const OLD_OUTCOME = new RegExp(`\\b(?:${oneOf(overallGrades)})\\b`, 'i');
/** “Exceptional” alone is too common a word to tell. */
const CARD_GRADE = new RegExp(`\\b(?:${oneOf(reportCardGrades.slice(1))})\\b`, 'i');
const TOLD = new RegExp(
  `\\b(?:rated|judged|graded|awarded|overall grade (?:of|was))\\b.{0,60}?\\b(${oneOf([...overallGrades, ...reportCardGrades.slice(1)])})\\b`,
  'i',
);
/** A grade of one area is no overall grade. */
const AREA =
  /\b(?:quality|teaching|curriculum|achievement|behaviour|attitudes|attendance|personal development|leadership|early years|sixth form|post-16|inclusion)\b/i;
const DATED =
  /\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\b/;

/** A sentence about Ofsted that gives a grade and a date. */
function gradeTold(sentence: string): { grade: string; date: CalendarDate } | undefined {
  if (!/\bofsted\b|\binspect|\b(?:judged|rated|graded)\b/i.test(sentence) || AREA.test(sentence))
    return undefined;
  const grade = TOLD.exec(sentence)?.[1];
  const date = parseDate(DATED.exec(sentence)?.[0] ?? '');
  return grade && date ? { grade, date } : undefined;
}

export const predecessorUnlabelled = rule({
  code: 'predecessor-unlabelled',
  severity: 'error',
  title: 'An inspection of the school before, not marked as such',
  why: 'A school that becomes an academy is a new school in law; what Ofsted found before was found of another.',
  remedy: 'Add “predecessor: yes” to the inspection, or correct its date or the school’s.',
  wrong: `schools:\n  - name: Tansy Row Primary School\n    joined: 1 September 2019\n    route: converted\n    note: Ofsted has not inspected it since it joined.\n    inspections:\n      - date: 14 May 2015\n        overall: good\n`,
  right: `schools:\n  - name: Tansy Row Primary School\n    joined: 1 September 2019\n    route: converted\n    note: Ofsted has not inspected it since it joined.\n    inspections:\n      - date: 14 May 2015\n        overall: good\n        predecessor: yes\n`,
  source: 'Domain D3; Ofsted carries a predecessor’s outcome until the new academy is inspected',
  *check(profile) {
    for (const { school, inspection, path } of inspectionsOf(profile)) {
      const { joined, route, predecessor_urn, name } = school;
      const { date, predecessor } = inspection;
      // A school that moved from another trust keeps its number, unless it says that it had another.
      const opened =
        route === 'converted' || route === 'sponsored' || predecessor_urn !== undefined;
      if (!joined || !opened || route === 'founder') continue;
      const before = isSurelyBefore(date, joined);
      if (before && !predecessor) {
        yield {
          path: [...path, 'date'],
          message: `${name} was still the school before ${onDate(date)}: it opened as an academy ${onDate(joined)}.`,
          hint: 'Add a line “predecessor: yes” to this inspection, or correct the date.',
        };
      } else if (predecessor && isSurelyBefore(joined, date)) {
        yield {
          path: [...path, 'predecessor'],
          message: `This inspection ${onDate(date)} is marked as of the school before, but ${name} had been an academy since ${formatDate(joined)}.`,
          hint: 'Delete this line, or correct the date.',
        };
      }
    }
  },
});

const joinedAfter = (note: string) =>
  `schools:\n  - name: Tansy Row Primary School\n    joined: 1 September 2024\n${note}    inspections:\n      - date: 14 May 2024\n        kind: graded\n        overall: good\n`;

export const notInspectedYet = rule({
  code: 'not-inspected-yet',
  severity: 'info',
  title: 'A school that Ofsted has not inspected in the trust',
  why: 'Readers will look for what Ofsted says of the trust’s work there, and should be told that there is nothing yet.',
  remedy: 'Say so in the school’s “note”, or add the inspection if there has been one.',
  wrong: joinedAfter(''),
  right: joinedAfter('    note: Ofsted has not inspected it since it joined.\n'),
  source: 'Domain rule 22: schools not yet inspected are listed',
  *check({ data, faulty }, { today }) {
    const schools = data.schools ?? [];
    // A profile that tells of no inspection at all has not come to them yet.
    if (!schools.some(({ inspections }) => inspections) || faulty(['schools'])) return;
    for (const [index, school] of schools.entries()) {
      const { joined, status, name, note } = school;
      if (!joined || status === 'joining' || isSurelyBefore(today, joined)) continue;
      if (latestInspection(school)?.when === 'since joining' || SAYS_SO.test(note?.text ?? ''))
        continue;
      yield {
        path: ['schools', index, 'name'],
        message: `${name} has no full inspection here since it joined in ${formatDate({ year: joined.year, month: joined.month })}.`,
        hint: 'If there was one, add it. If not, say so in “note”: Ofsted has not inspected it since it joined.',
      };
    }
  },
});

const SAYS_SO =
  /\bnot (?:yet )?(?:been )?(?:fully )?inspected\b|\b(?:no|first) (?:full )?inspection\b/i;
