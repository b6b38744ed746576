import { namesOfMeasures, subgroups, subjectsOfTests } from '../knowledge/comparability.ts';
import { type MeasureId, measureIds, measureOf } from '../knowledge/measures.ts';
import type { Counted } from '../knowledge/small-groups.ts';
import { keywordsOf } from './keywords.ts';
import { labelOfMetric, type Metric, measure, unitOf } from './metrics.ts';
import type { ProfileData } from './schema/profile.ts';

/** The trust as a whole, or those of its schools that teach the pupils in question. */
export const WHOLE_TRUST = '';
/** Everyone, rather than a group such as pupils on free school meals. */
export const EVERYONE = 'all';

/** What a series of numbers is about. Two with the same subject are about the same people. */
export interface Subject {
  /** The measure, or the words of a label that no measure has. */
  outcome: string;
  /** A school of the trust by its name, the whole trust, or with “not ” before it the other schools. */
  holder: string;
  /** Everyone, a group, or with “not ” before it the rest. */
  group: string;
  /** Whom it counts; undefined where it counts no people, as with energy. */
  counted: Counted | undefined;
  unit: string | undefined;
}

/** Finds the subject of a metric or of one of its comparators. */
export interface Subjects {
  ofMetric(name: string): Subject | undefined;
  /** Undefined where it is about anybody but the trust’s own schools. */
  ofComparator(metric: string, comparator: string): Subject | undefined;
}

const known = new WeakMap<ProfileData, Subjects>();

/** The subjects of a profile’s numbers. Each profile is looked through once. */
export function subjectsOf(data: ProfileData): Subjects {
  const before = known.get(data);
  if (before) return before;
  const schoolIn = schoolFinder(data);
  const holders = holdersByList(data);
  const subjects = new Map<string, Subject>();
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const label = labelOfMetric(metric) ?? name;
    const scope = metric.scope ?? '';
    const outcome = outcomeOf(metric, label);
    subjects.set(name, {
      outcome,
      holder: holders.get(name) ?? schoolIn(scope) ?? schoolIn(label) ?? WHOLE_TRUST,
      group: groupOf(`${label}. ${scope}`) ?? unnamedGroup(metric, label, outcome),
      counted: countedBy(metric, label, scope),
      unit: unitOf(metric),
    });
  }
  const trustNames = [data.trust.name, data.trust.short_name, data.trust.legal_name]
    .filter((name) => name !== undefined)
    .map((name) => name.toLowerCase());
  const found: Subjects = {
    ofMetric: (name) => subjects.get(name),
    ofComparator(name, comparator) {
      const subject = subjects.get(name);
      if (!subject) return undefined;
      const { holder: own } = subject;
      if (OUR_OTHER_SCHOOLS.test(comparator)) {
        return own === WHOLE_TRUST ? undefined : { ...subject, holder: opposite(own) };
      }
      if (ELSEWHERE.test(comparator)) return undefined;
      if (subject.group === EVERYONE && THE_REST.test(comparator)) return undefined;
      const school = schoolIn(comparator);
      const group = relativeGroup(comparator, subject.group);
      const lower = comparator.toLowerCase();
      const ours = OURS.test(comparator) || trustNames.some((trust) => lower.includes(trust));
      if (school === undefined && !ours && group === undefined) return undefined;
      const holder = school ?? (ours && group === undefined ? WHOLE_TRUST : own);
      return { ...subject, holder, group: group ?? subject.group };
    },
  };
  known.set(data, found);
  return found;
}

const ELSEWHERE =
  /\b(?:national|nationally|england|english|county|council|council’s|borough|local authority|similar|other (?:schools|trusts)|regional?)\b/i;
const OUR_OTHER_SCHOOLS = /\bour other schools\b/i;
const OURS = /\b(?:our|ours|us|we|the trust|trust-wide|whole trust)\b/i;
const ALL =
  /\b(?:all|every) (?:(?:of )?(?:our|the|its) )?(?:pupils?|child|children|staff|students?)\b/i;
const THE_REST =
  /\b(?:other|remaining) (?:pupils|children|students|staff)\b|\ball others\b|\bthe rest\b/i;

/** The group a comparator names against that of its metric: the rest of the pupils, all of them, others. */
function relativeGroup(text: string, of: string): string | undefined {
  if (THE_REST.test(text)) return opposite(of);
  if (ALL.test(text)) return EVERYONE;
  return groupOf(text);
}

export const opposite = (group: string) =>
  group.startsWith('not ') ? group.slice('not '.length) : `not ${group}`;

/** The group of pupils a text names, if it names one of those we know. */
export function groupOf(text: string): string | undefined {
  const named = subgroups.flatMap(({ id, pattern, oppositeOf }) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const denied = /\b(?:not|non|without|no)\b[- ]?(?:\w+ ){0,2}$/i.test(before);
    const group = oppositeOf === undefined ? id : `not ${oppositeOf}`;
    return [denied ? opposite(group) : group];
  });
  return named.length === 0 ? undefined : named.join(' and ');
}

/** A label may name a group we do not know: then it is told by the words that its measure does not have. */
function unnamedGroup(metric: Metric, label: string, outcome: string): string {
  if (metric.measure || !isMeasure(outcome)) return EVERYONE;
  const words = keywordsOf(measureOf(outcome).label);
  const more = keywordsOf(label).filter((word) => !words.includes(word));
  return more.length === 0 ? EVERYONE : more.sort().join(' ');
}

const isMeasure = (outcome: string): outcome is MeasureId =>
  (measureIds as readonly string[]).includes(outcome);

let measureWords: Map<MeasureId, ReadonlySet<string>> | undefined;

/**
 * The measure a metric is of: the one it names, else one of the same unit with which its label shares
 * three quarters of its own words and half of the measure’s, the words for groups aside; else its own
 * words. Other subjects, or a figure that the measure does not have, as in “grade 4”, make it another.
 */
function outcomeOf(metric: Metric, label: string): string {
  if (metric.measure) return metric.measure;
  const bare = subgroups.reduce((text, { pattern }) => text.replace(pattern, ' '), label);
  const words = keywordsOf(bare);
  const unit = unitOf(metric);
  measureWords ??= new Map(measureIds.map((id) => [id, new Set(keywordsOf(measureOf(id).label))]));
  let best: { id: MeasureId; share: number } | undefined;
  for (const [id, known] of measureWords) {
    if (measureOf(id).unit !== unit || words.length === 0) continue;
    const shared = words.filter((word) => known.has(word)).length;
    const share = shared / words.length;
    const otherSubjects = testsIn(label) !== testsIn(measureOf(id).label);
    const otherFigure = words.some((word) => /\d/.test(word) && !known.has(word));
    if (otherSubjects || otherFigure || share < 0.75 || shared / known.size < 0.5) continue;
    if (share > (best?.share ?? 0)) best = { id, share };
  }
  return best?.id ?? words.sort().join(' ');
}

/** The subjects that were tested, in one order. */
const testsIn = (label: string) =>
  keywordsOf((label.match(subjectsOfTests) ?? []).join(' '))
    .sort()
    .join(' ');

/** The measure that a subject is of, where it is one we know. */
export function measureOfSubject({ outcome }: Subject) {
  return isMeasure(outcome) ? measureOf(outcome) : undefined;
}

/** The measures a text can only mean, such as that of “England (grade 4)”; undefined where it names none. */
export function measuresNamed(text: string): readonly string[] | undefined {
  return namesOfMeasures.find(({ pattern }) => pattern.test(text))?.measures;
}

const PEOPLE_WHO_WORK_OR_ANSWER =
  /\b(?:staff|teachers?|employees|parents?|carers?|famil(?:y|ies)|survey(?:ed)?|answered|respond(?:ed|ents?)|governors|trustees)\b/i;
const PUPILS = /\b(?:pupils?|children|students?|boys|girls)\b/i;
const THINGS = new Set(['£', 'kWh', 'tonnes CO2e']);

/** A measure says whom it counts. Otherwise the words do, where a number of people or a share is given. */
function countedBy(metric: Metric, label: string, scope: string): Counted | undefined {
  const known = measure(metric);
  if (known) return known.of;
  const unit = unitOf(metric);
  if (unit !== undefined && THINGS.has(unit)) return undefined;
  const text = `${label} ${scope}`;
  const numbered =
    metric.pupils !== undefined || metric.series.some(({ pupils }) => pupils !== undefined);
  if (metric.response_rate || PEOPLE_WHO_WORK_OR_ANSWER.test(text)) {
    return numbered || unit === '%' ? 'staff' : undefined;
  }
  return numbered || (unit === '%' && PUPILS.test(text)) ? 'pupils' : undefined;
}

/** A metric that one school alone lists as its own is about that school. */
function holdersByList(data: ProfileData): Map<string, string> {
  const holders = new Map<string, string>();
  const shared = new Set<string>();
  for (const school of data.schools ?? []) {
    for (const name of school.metrics ?? []) {
      if (holders.has(name)) shared.add(name);
      holders.set(name, school.name);
    }
  }
  for (const name of shared) holders.delete(name);
  return holders;
}

/**
 * Finds the schools of the trust that a text names, by name, short name or URN. It looks up runs of
 * words, so that the time it takes does not grow with the number of schools.
 */
export function schoolsIn({ schools, trust }: ProfileData): (text: string) => Set<string> {
  const names = new Map<string, string>();
  let longest = 0;
  const add = (name: string | undefined, school: string) => {
    const words = spoken(name ?? '');
    // A short name that is also the trust’s does not tell which is meant.
    if (words.length === 0 || same(name, trust.short_name) || same(name, trust.name)) return;
    longest = Math.max(longest, words.length);
    names.set(words.join(' '), school);
  };
  for (const school of schools ?? []) {
    add(school.name, school.name);
    add(school.short_name, school.name);
    add(school.urn, school.name);
  }
  return (text) => {
    const found = new Set<string>();
    const words = names.size === 0 ? [] : spoken(text);
    for (let from = 0; from < words.length; from++) {
      for (let length = Math.min(longest, words.length - from); length > 0; length--) {
        const school = names.get(words.slice(from, from + length).join(' '));
        if (school === undefined) continue;
        found.add(school);
        from += length - 1;
        break;
      }
    }
    return found;
  };
}

/** Finds the one school a text names; none where it names several. */
function schoolFinder(data: ProfileData): (text: string) => string | undefined {
  let named: ReturnType<typeof schoolsIn> | undefined;
  return (text) => {
    named ??= schoolsIn(data);
    const found = named(text);
    return found.size === 1 ? [...found][0] : undefined;
  };
}

const same = (a: string | undefined, b: string | undefined) =>
  a !== undefined && a.toLowerCase() === b?.toLowerCase();

const spoken = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
