import { frameworks } from '../knowledge/crosswalk.ts';
import type { Edition } from '../knowledge/editions.ts';
import { employerOf, notConsultation } from '../knowledge/law.ts';
import { measureOf } from '../knowledge/measures.ts';
import {
  type Principle,
  type PrincipleId,
  principleIds,
  principles,
  principlesSource,
} from '../knowledge/principles.ts';
import { sourcesOf } from '../ledger/ledger.ts';
import {
  type CalendarDate,
  compareDates,
  formatDate,
  parseDate,
} from '../profile/formats/dates.ts';
import { periodInTable } from '../profile/formats/periods.ts';
import type { Profile } from '../profile/profile.ts';
import type { ChapterData, ClaimData } from '../profile/schema/principles.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { findSchool } from '../profile/schools.ts';
import { shownMessage } from '../profile/suppression.ts';
import { rules } from '../rules/index.ts';
import { accessibilityOf } from './accessibility.ts';
import { askedOf } from './asked.ts';
import { type Figure, figureOf } from './figures.ts';
import { goalsOf } from './goals.ts';
import { hardAnswersIn } from './hard-answers.ts';
import { headingOf } from './heading.ts';
import { decidersFor, hearingsOf, journeyFor } from './journey.ts';
import { placesOf } from './places.ts';
import { isThereFor, questionsByReader } from './questions.ts';
import { schoolInCopy } from './school.ts';
import { schoolOfMetric, schoolResults } from './school-results.ts';
import { shownCopy } from './shown-copy.ts';
import {
  financesInWords,
  partnerInWords,
  schoolInWords,
  servicesByOffer,
  stayOrChangeInWords,
  withConfirmation,
} from './terms.ts';

type Item<K extends keyof ProfileData> =
  NonNullable<ProfileData[K]> extends readonly (infer T)[] ? T : never;

/** A school that a document is made for. */
export type Addressee = Item<'prospective_schools'>;

/** How final a document is. */
export type Status = 'draft' | 'review' | 'release';

export interface CaseOptions {
  edition: Edition;
  /** The school it is for; without one, the school that the profile’s standing names, if any. */
  addressee: Addressee | null;
  status: Status;
  /** The date to print. */
  date: CalendarDate;
  /** What still keeps the document from being released, for a draft or review copy to show. */
  gaps: readonly string[];
}

/** One principle, argued: every part that has something to say, with its references followed. */
export interface Chapter {
  principle: Principle;
  inALine: string | undefined;
  belief: string | undefined;
  /** Facts about what the trust does. */
  practice: Fact[];
  /** Facts that rest on a number: the difference it makes. */
  difference: Fact[];
  intentions: ClaimData[];
  aspirations: ClaimData[];
  headline: Figure | undefined;
  figures: Figure[];
  voices: Voice[];
  caseStudies: CaseStudy[];
  forYou: string | undefined;
  askOfYou: string | undefined;
  learnFromYou: string | undefined;
  workingOn: string | undefined;
  weaknesses: Weakness[];
}

/** A fact; outside a release it says so where nothing supports it yet. */
export type Fact = ClaimData & { unsupported: boolean };
export type School = Item<'schools'>;
export type Voice = Omit<Item<'voices'>, 'school'> & { school: School | undefined };
export type CaseStudy = Omit<Item<'case_studies'>, 'school' | 'metrics'> & {
  school: School | undefined;
  figures: Figure[];
};
export type Weakness = Omit<Item<'weaknesses'>, 'metric'> & { figure: Figure | undefined };

const statusInWords: Record<Status, string> = {
  draft: 'Draft: not for publication',
  review: 'Review copy for trustees: not for publication',
  release: 'Released',
};

/**
 * The argument for one edition: the profile with its references followed and its parts in the
 * places where the document wants them. Templates read this and nothing else.
 */
export type Case = ReturnType<typeof argue>;

export function argue(whole: Profile, { edition, addressee, status, date, gaps }: CaseOptions) {
  const profile = shownCopy(whole, addressee, edition.readers);
  const { data } = profile;
  const figures = new Map<string, Figure>();
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const joined = schoolOfMetric(data.schools ?? [], name)?.joined;
    const found = figureOf(name, metric, data.evidence ?? {}, joined);
    if (found) figures.set(name, found);
  }
  const figuresOf = (names: readonly (string | undefined)[]) =>
    names.map((name) => figures.get(name ?? '')).filter((found) => found !== undefined);
  const schoolOf = (reference: string | undefined) =>
    reference === undefined ? undefined : findSchool(data.schools, reference);

  const known = (ids: readonly string[] | undefined) =>
    ids?.filter((id) => Object.hasOwn(data.evidence ?? {}, id));

  const voices = (data.voices ?? []).map(
    (voice): Voice => ({ ...voice, school: schoolOf(voice.school) }),
  );
  const caseStudies = (data.case_studies ?? []).map(
    ({ school, metrics, ...study }): CaseStudy => ({
      ...study,
      school: schoolOf(school),
      figures: figuresOf(metrics ?? []),
    }),
  );
  const weaknesses = (data.weaknesses ?? []).map(
    ({ metric, ...weakness }): Weakness => ({ ...weakness, figure: figures.get(metric ?? '') }),
  );
  const { environment } = data;
  const energy = figuresOf([environment?.energy, environment?.carbon, environment?.intensity]);

  const withGap = (claim: ClaimData): Fact => ({
    ...claim,
    unsupported: status !== 'release' && sourcesOf(claim, data).length === 0,
  });
  const chapterOf = (id: PrincipleId, chapter: ChapterData): Chapter => {
    const claims = chapter.claims ?? [];
    const facts = claims.filter((claim) => (claim.strength ?? 'fact') === 'fact');
    const headline = figures.get(chapter.headline ?? '');
    const shown = [...figuresOf(chapter.metrics ?? []), ...(id === 'resources' ? energy : [])];
    return {
      principle: principles[id],
      inALine: chapter.in_a_line,
      belief: chapter.belief,
      practice: facts.filter((claim) => !claim.metrics).map(withGap),
      difference: facts.filter((claim) => claim.metrics).map(withGap),
      intentions: claims.filter((claim) => claim.strength === 'intention'),
      aspirations: claims.filter((claim) => claim.strength === 'aspiration'),
      headline,
      figures: [...new Set(shown)].filter((found) => found !== headline),
      voices: voices.filter((voice) => voice.principle === id),
      caseStudies: caseStudies.filter((study) => study.principle === id),
      forYou: chapter.for_you,
      askOfYou: chapter.ask_of_you,
      learnFromYou: chapter.learn_from_you,
      workingOn: chapter.working_on,
      weaknesses: weaknesses.filter((weakness) => weakness.principle === id),
    };
  };

  const chapters = Object.fromEntries(
    principleIds.map((id) => [id, chapterOf(id, data.principles?.[id] ?? {})]),
  ) as Record<PrincipleId, Chapter>;
  const allSix = Object.values(chapters).every(({ inALine }) => inALine !== undefined);

  const { standing, trust } = data;
  const school = data.prospective_schools?.[0];
  const schools = [...(data.schools ?? [])]
    .sort((a, b) => order(a.joined, b.joined))
    .map(schoolInWords);

  const asked = askedOf(profile, edition, status === 'draft');
  const journey = journeyFor(data.journey, school);
  const places = placesOf(data.schools ?? [], school, trust.short_name ?? trust.name);
  const results = schoolResults(data.schools ?? [], data.metrics ?? {}, figures);
  const finances = data.finances && financesInWords(data.finances);
  const goals = goalsOf(data.commitments ?? [], figures);
  const charts = [
    ...[...figures.values()].map(({ chart }) => chart),
    ...results.flatMap(({ charts }) => charts),
    ...(goals?.charts ?? []),
    finances?.spending?.chart,
    places?.chart,
  ].filter((chart) => chart !== undefined);
  const tabled = new Set([
    ...Object.values(chapters).flatMap(({ headline, figures }) =>
      [...(headline ? [headline] : []), ...figures].map(({ name }) => name),
    ),
    ...caseStudies.flatMap(({ figures }) => figures.map(({ name }) => name)),
    ...results.flatMap(({ names }) => names),
  ]);

  return {
    edition,
    status,
    statusInWords: statusInWords[status],
    date,
    example: data.example ?? false,
    trust,
    ...headingOf(edition, trust, school),
    /** The school it is made for, where there is one. */
    school: school && schoolInCopy(school, data),
    standing,
    decided: standing?.stage === 'decided',
    answers: Object.fromEntries(
      Object.entries(data.five_answers ?? {}).map(([key, answer]) => [
        key,
        withConfirmation(answer),
      ]),
    ),
    /** The five hard answers, or those that touch the readers, but for what `asked` tells. */
    hardAnswers: hardAnswersIn(data, edition.readers, asked),
    /** What the sections of questions say, by section. */
    asked,
    /** What a paper for staff says of itself. */
    notConsultation: notConsultation(employerOf(school)).text,
    growth: data.growth && { ...data.growth, evidence: known(data.growth.evidence) },
    chapters,
    reasonsHeading: allSix ? 'Six reasons to talk' : 'Reasons to talk',
    /** Whether everyone who is quoted has agreed to it. */
    quotedWithConsent: voices.length > 0 && voices.every(({ consent }) => consent !== undefined),
    /** What no chapter has taken. */
    otherVoices: voices.filter((voice) => !voice.principle),
    otherCaseStudies: caseStudies.filter((study) => !study.principle),
    schools,
    places,
    schoolResults: results,
    schoolsCaption: `Our schools, in the order they joined, as at ${formatDate(date)}`,
    people: data.people ?? [],
    services: servicesByOffer(data.services),
    finances,
    delegation: data.delegation ?? [],
    staysAndChanges: (data.stays_and_changes ?? []).map(stayOrChangeInWords),
    commitments: data.commitments ?? [],
    goals,
    expectations: (data.expectations ?? []).map(({ text }) => text),
    heard: data.what_we_heard ?? [],
    environment,
    notShown: (data.not_shown ?? []).map(({ measure, reason }) => ({
      label: measure === 'finances' ? 'The trust’s finances' : measureOf(measure).label,
      reason,
    })),
    partnerships: (data.partnerships ?? []).map((partnership) => ({
      ...partnership,
      partnerInWords: partnerInWords(partnership),
      evidence: known(partnership.evidence),
    })),
    journey,
    /** The steps at which the readers are asked what they think. */
    hearings: hearingsOf(journey?.steps ?? [], edition.readers),
    /** Who decides whether the school joins. */
    deciders: decidersFor(school),
    weaknesses,
    risks: data.risks ?? [],
    alternatives: data.alternatives ?? [],
    questionsByReader: questionsByReader(profile, {
      isDraft: status === 'draft',
      school,
      hasSteps: (journey?.steps ?? []).length > 0,
    }),
    /** What is still to be found out: for those who write the document, not for its readers. */
    toFindOut: status === 'release' ? [] : (data.gaps ?? []),
    contacts: data.contacts ?? [],
    /** Those who are there for these readers, or for anyone. */
    contactsForYou: (data.contacts ?? []).filter(({ readers: whom }) =>
      isThereFor(whom, edition.readers),
    ),
    figures: [...figures.values()],
    /** Each principle in a line, with the number at the head of its chapter. */
    inShort: Object.values(chapters).flatMap(inShort),
    /** Those that no other part prints with all their years. */
    otherFigures: [...figures.values()].filter(({ name }) => !tabled.has(name)),
    /** Whom to name for the lines behind the map. */
    mapCredit: data.map?.credit,
    /** Every picture that a template may ask for. */
    charts,
    /** What the document says of who can use it. */
    accessibility: accessibilityOf(profile, charts.length > 0),
    metrics: data.metrics ?? none,
    evidence: data.evidence ?? {},
    credit: creditLine(),
    /** Rules the trust has set otherwise, each with its reason. */
    setAside: (data.rules ?? []).map(({ rule: code, severity, reason }) => ({
      title: rules.find((rule) => rule.code === code)?.title ?? code,
      severity,
      reason,
    })),
    /** The same case in the frames that others use, where the trust asks for them. */
    frameworks: frameworks
      .filter(({ id }) => data.frameworks?.includes(id))
      .map((frame) => ({
        ...frame,
        asOf: parseDate(frame.asOf),
        parts: frame.parts.map(({ name, principles: ids }) => ({
          name,
          sections: ids.map((id) => `principle-${id}`),
        })),
      })),
    gaps: status === 'release' ? [] : gaps.map((gap) => shownMessage(whole.data, gap)),
  };
}

/** A principle as a row of a table; nothing where it says nothing. */
function inShort({ principle, inALine, headline }: Chapter) {
  if (inALine === undefined && !headline) return [];
  const compared = headline?.comparators.map(({ name, value }) => `${name}: ${value}`) ?? [];
  return {
    name: principle.name,
    inALine,
    measure: headline?.label,
    number:
      headline &&
      [`${headline.value} in ${periodInTable(headline.period)}`, ...compared].join('. '),
    evidence: headline?.evidence,
  };
}

/** One object, so that what is kept by it can be found again. */
const none = {};

function creditLine(): string {
  const { title, publisher, published, url } = principlesSource;
  const month = parseDate(published ?? '');
  const source = `[${title}](${url})${month ? `, ${formatDate(month)}` : ''}`;
  return `The six principles are those ${publisher} set out in ${source}. The wording here is ours. ${publisher} has not seen or endorsed this document.`;
}

/** Earliest first; what has no date comes last. */
function order(a: CalendarDate | undefined, b: CalendarDate | undefined): number {
  if (a && b) return compareDates(a, b);
  return a ? -1 : b ? 1 : 0;
}
