import type { Edition } from '../knowledge/editions.ts';
import {
  type Principle,
  type PrincipleId,
  principleIds,
  principles,
  principlesSource,
} from '../knowledge/principles.ts';
import {
  type CalendarDate,
  compareDates,
  formatDate,
  parseDate,
} from '../profile/formats/dates.ts';
import type { Profile } from '../profile/profile.ts';
import type { ChapterData, ClaimData } from '../profile/schema/principles.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { findSchool } from '../profile/schools.ts';
import { type Figure, figureOf } from './figures.ts';
import {
  financesInWords,
  journeyInWords,
  questionsByReader,
  schoolInWords,
  servicesByOffer,
  stayOrChangeInWords,
} from './terms.ts';

type Item<K extends keyof ProfileData> =
  NonNullable<ProfileData[K]> extends readonly (infer T)[] ? T : never;

/** How final a document is. */
export type Status = 'draft' | 'review' | 'release';

export interface CaseOptions {
  edition: Edition;
  status: Status;
  /** The date to print. */
  date: CalendarDate;
}

/** One principle, argued: every part that has something to say, with its references followed. */
export interface Chapter {
  principle: Principle;
  inALine: string | undefined;
  belief: string | undefined;
  /** Facts about what the trust does. */
  practice: ClaimData[];
  /** Facts that rest on a number: the difference it makes. */
  difference: ClaimData[];
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

export function argue(profile: Profile, { edition, status, date }: CaseOptions) {
  const { data } = profile;
  const figures = new Map<string, Figure>();
  for (const [name, metric] of Object.entries(data.metrics ?? {})) {
    const found = figureOf(name, metric, data.evidence ?? {});
    if (found) figures.set(name, found);
  }
  const figuresOf = (names: readonly (string | undefined)[]) =>
    names.map((name) => figures.get(name ?? '')).filter((found) => found !== undefined);
  const schoolOf = (reference: string | undefined) =>
    reference === undefined ? undefined : findSchool(data.schools, reference);

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

  const chapterOf = (id: PrincipleId, chapter: ChapterData): Chapter => {
    const claims = chapter.claims ?? [];
    const facts = claims.filter((claim) => (claim.strength ?? 'fact') === 'fact');
    const headline = figures.get(chapter.headline ?? '');
    const shown = [...figuresOf(chapter.metrics ?? []), ...(id === 'resources' ? energy : [])];
    return {
      principle: principles[id],
      inALine: chapter.in_a_line,
      belief: chapter.belief,
      practice: facts.filter((claim) => !claim.metrics),
      difference: facts.filter((claim) => claim.metrics),
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
  const school =
    standing?.school === undefined
      ? undefined
      : findSchool(data.prospective_schools, standing.school);
  const schools = [...(data.schools ?? [])]
    .sort((a, b) => order(a.joined, b.joined))
    .map(schoolInWords);

  return {
    edition,
    status,
    statusInWords: statusInWords[status],
    date,
    example: data.example ?? false,
    trust,
    /** The cover asks the reader’s question. */
    title: school
      ? `Should ${school.short_name ?? school.name} join us?`
      : `Should your school join ${trust.short_name ?? trust.name}?`,
    /** The school it is made for, where there is one. */
    school,
    standing,
    decided: standing?.stage === 'decided',
    answers: data.five_answers ?? {},
    growth: data.growth,
    chapters,
    reasonsHeading: allSix ? 'Six reasons to talk' : 'Reasons to talk',
    /** What no chapter has taken. */
    otherVoices: voices.filter((voice) => !voice.principle),
    otherCaseStudies: caseStudies.filter((study) => !study.principle),
    schools,
    schoolsCaption: `Our schools, in the order they joined, as at ${formatDate(date)}`,
    people: data.people ?? [],
    services: servicesByOffer(data.services),
    finances: data.finances && financesInWords(data.finances),
    delegation: data.delegation ?? [],
    staysAndChanges: (data.stays_and_changes ?? []).map(stayOrChangeInWords),
    commitments: data.commitments ?? [],
    expectations: data.expectations ?? [],
    heard: data.what_we_heard ?? [],
    environment,
    partnerships: data.partnerships ?? [],
    journey: data.journey && journeyInWords(data.journey),
    weaknesses,
    risks: data.risks ?? [],
    alternatives: data.alternatives ?? [],
    /** What is still to be found out: for those who write the document, not for its readers. */
    gaps: status === 'release' ? [] : (data.gaps ?? []),
    questionsByReader: questionsByReader(data.questions ?? []),
    contacts: data.contacts ?? [],
    figures: [...figures.values()],
    metrics: data.metrics ?? {},
    evidence: data.evidence ?? {},
    credit: creditLine(),
  };
}

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
