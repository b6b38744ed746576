import { frameworkOn, latestInspection } from '../case/inspections.ts';
import { overallGrades, reportCardGrades } from '../knowledge/ofsted.ts';
import { labelOfMetric } from '../profile/metrics.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Path } from '../profile/yaml/values.ts';
import { ownSentences } from './prose.ts';
import { rule } from './rule.ts';

const schools = (joined: string) =>
  `schools:\n  - name: Tansy Row Primary School\n    joined: ${joined}\n    note: Ofsted has not inspected it since it joined.\n    inspections:\n      - date: 14 May 2024\n        kind: graded\n        overall: good\ngrowth:\n  why_us: All our schools are good or outstanding.\n`;

export const gradesMixed = rule({
  code: 'grades-mixed',
  severity: 'warning',
  inRelease: 'error',
  title: 'A count of good or outstanding schools that cannot be made',
  why: 'It puts grades of different frameworks together, or counts what a school was given before the trust had any part in it.',
  remedy: 'Let each school’s own inspection speak, with its date, in the table of schools.',
  wrong: schools('1 September 2025'),
  right: schools('1 September 2019'),
  source: 'Domain rule 21; there is no overall grade since September 2024',
  *check(profile) {
    const because = whyNoCount(profile.data);
    const hint = 'Take the count out. The table of schools gives each inspection with its date.';
    for (const { text, path } of ownSentences(profile)) {
      const counts =
        GOOD_OR_BETTER.test(text) && SEVERAL_SCHOOLS.test(text) && path[0] !== 'metrics';
      if (counts && because)
        yield { path, message: `“Good or outstanding” cannot be counted here: ${because}.`, hint };
      else if (ABOUT_OFSTED.test(text) && OLD.test(text) && CARD.test(text)) {
        yield {
          path,
          message:
            'This puts grades of before November 2025 and words of report cards together; they cannot be compared.',
          hint: 'Say each on its own, with its date.',
        };
      }
    }
    for (const [name, metric] of Object.entries(profile.data.metrics ?? {})) {
      if (!GOOD_OR_BETTER.test(labelOfMetric(metric) ?? '') || !because) continue;
      yield {
        path: ['metrics', name],
        at: 'key',
        message: `“Good or outstanding” cannot be counted here: ${because}.`,
        hint,
      };
    }
  },
});

const GOOD_OR_BETTER =
  /\bgood or (?:outstanding|better)\b|\boutstanding or good\b|\bgood (?:and|\/) outstanding\b/i;
const SEVERAL_SCHOOLS =
  /\b(?:all|every|each|most|both)\b.{0,40}\bschools?\b|\d ?%|\bper cent\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:out )?of\b|\bour schools\b|\b(?:ratings|grades|judgements) (?:are|were) all\b/i;
const ABOUT_OFSTED = /\bofsted\b|\binspect|\breport cards?\b/i;
const OLD = new RegExp(`\\b(?:${overallGrades.join('|')})\\b`, 'i');
const CARD = new RegExp(`\\b(?:${reportCardGrades.slice(1).join('|')})\\b`, 'i');

/** Why the schools’ newest inspections cannot be counted together; undefined where they can. */
function whyNoCount({ schools = [] }: ProfileData): string | undefined {
  const own = schools.filter(({ status }) => status !== 'joining');
  const inspected = own.flatMap((school) => {
    const newest = latestInspection(school);
    return newest ? [{ school, newest }] : [];
  });
  if (inspected.length === 0) return 'the profile gives no inspections';
  const later = inspected.find(({ newest }) => frameworkOn(newest.date) !== 'four grades');
  if (later) return `the newest inspection of ${later.school.name} has no overall grade`;
  const earlier = inspected.find(({ newest }) => newest.when && newest.when !== 'since joining');
  if (earlier) return `${earlier.school.name} was last inspected before it joined`;
  if (inspected.length < own.length) return 'not every school has been inspected';
  return undefined;
}

export const trustGraded = rule({
  code: 'trust-graded',
  severity: 'error',
  title: 'A grade for the trust itself',
  why: 'Ofsted does not inspect trusts yet, so no trust has a grade; its summary evaluations are no inspections.',
  remedy: 'Take it out. What Ofsted found at each school stands in the table of schools.',
  wrong: 'growth:\n  why_us: Ofsted rated our trust outstanding.\n',
  right: 'growth:\n  why_us: Ofsted has not inspected our trust, nor any other yet.\n',
  source:
    'Domain rule 22; Children’s Wellbeing and Schools Act 2026, section 57, not expected to be in use before 2027/28',
  *check(profile) {
    for (const { path, text } of trustsGraded(profile)) {
      yield {
        path,
        message: `This gives the trust itself a grade or an inspection (“${text}”), and no trust has one yet.`,
        hint: 'Take it out. Grades belong to schools, each with its date.',
      };
    }
  },
});

const GRADE = [...overallGrades, 'exceptional', ...reportCardGrades.slice(1)].join('|');
/** The trust, and not what is the trust’s. */
const TRUST = "(?:the|our|this|whole|entire) (?:whole )?trust\\b(?![’'])";
const OF_TRUST = [
  `\\b(?:rated|judged|graded|found|named|called|gave|awarded) ${TRUST}.{0,40}\\b(?:${GRADE})\\b`,
  `(?<!\\b(?:in|of|across|within|by|from|join(?:s|ed|ing)?|with|to) )\\b${TRUST} (?:is|was|has been|were)\\b.{0,30}\\b(?:rated|judged|graded|awarded)\\b.{0,30}\\b(?:${GRADE})\\b`,
  '\\b(?:outstanding|good|exceptional)(?:[- ]rated)? trust\\b',
  `\\b(?:grades?|ratings?|judgements?|inspections?|report card) (?:of|for) ${TRUST}\\b`,
  `\\binspected ${TRUST}\\b`,
].map((pattern) => new RegExp(pattern, 'i'));
const DENIED = /\b(?:no|not|never|nor|neither|none|cannot|yet|nobody)\b/i;

function* trustsGraded(profile: Profile): Generator<{ path: Path; text: string }> {
  const { name } = profile.data.trust;
  for (const { path, text } of ownSentences(profile)) {
    if (!/\bofsted\b/i.test(text) || DENIED.test(text)) continue;
    // A name of one word may be that of a school, or an ordinary word.
    const plain = name.includes(' ') ? text.replaceAll(name, 'the trust') : text;
    const found = OF_TRUST.map((pattern) => pattern.exec(plain)?.[0]).find((match) => match);
    if (found) yield { path, text: found };
  }
}
