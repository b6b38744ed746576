import { formatQuantity, type Quantity } from '../profile/formats/amounts.ts';
import { type CalendarDate, formatDate } from '../profile/formats/dates.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { AgeRange } from '../profile/schema/scalars.ts';
import type { Series } from './figures.ts';
import { latestInspection } from './inspections.ts';
import { spendingInWords } from './spending.ts';

type School = NonNullable<ProfileData['schools']>[number];
type StayOrChange = NonNullable<ProfileData['stays_and_changes']>[number];

/** A school as its table says it. */
export function schoolInWords(school: School) {
  const inspection = latestInspection(school);
  const ages = school.ages && rangeInWords(school.ages);
  const joined = school.joined && formatDate(monthOf(school.joined));
  return {
    ...school,
    note: school.note?.text,
    agesInWords: ages,
    kindInWords: [kindOf(school), ages].filter((part) => part !== undefined).join(', '),
    joinedInWords: joinedInWords(school, joined),
    whereInWords: whereInWords(school),
    faithInWords: listed(school.religious_character, school.diocese),
    reportOfInspection: inspection?.report,
    inspectionInWords:
      inspection &&
      `${formatDate(monthOf(inspection.date))}${inspection.when ? `, ${inspection.when}` : ''}: ${inspection.finding}`,
  };
}

/** What is there of several words that say one thing together. */
const listed = (...parts: (string | undefined)[]) =>
  parts.filter((part) => part !== undefined).join(', ');

/** A place that names the council’s area has said it: `Ennermouth, the docks`. */
function whereInWords({ place, local_authority: area }: School): string {
  return listed(place, area && place?.split(', ').includes(area) ? undefined : area);
}

/** `Marlshire Community Health (health, Fennimore)`. */
export function partnerInWords({
  partner,
  sector,
  place,
}: NonNullable<ProfileData['partnerships']>[number]): string {
  const where = listed(sector, place);
  return where ? `${partner} (${where})` : partner;
}

function joinedInWords(school: School, joined: string | undefined): string | undefined {
  if (school.status === 'joining') return joined ? `Joining in ${joined}` : 'Joining';
  if (school.route === 'founder') return joined ? `Founder, ${joined}` : 'Founder';
  return joined;
}

/** The register gives special schools and alternative provision no phase: their type says what they are. */
function kindOf({ phase, type }: School): string | undefined {
  if (phase !== 'not applicable') return phase;
  if (/alternative provision|pupil referral/i.test(type ?? '')) return 'alternative provision';
  return /special/i.test(type ?? '') ? 'special' : type;
}

const rangeInWords = ({ from, to }: AgeRange) => `${from}\u00a0to\u00a0${to}`;

/** An answer, and in words who stands by it: `Confirmed by: Chief finance officer, 1 June 2026.` */
export function withConfirmation<T extends Confirmed>(answer: T | undefined) {
  const { confirmed_by, confirmed_on } = answer ?? {};
  const confirmed = listed(confirmed_by, confirmed_on && formatDate(confirmed_on));
  return {
    ...answer,
    ...(confirmed_by ? { confirmedInWords: `Confirmed by: ${confirmed}.` } : {}),
  };
}

interface Confirmed {
  confirmed_by?: string | undefined;
  confirmed_on?: CalendarDate | undefined;
}

export function monthOf({ year, month }: CalendarDate): CalendarDate {
  return { year, month };
}

const standings: Record<StayOrChange['standing'], string> = {
  'fixed by law or contract': 'Fixed by law or contract',
  intended: 'We intend',
  'school decides': 'You decide',
  changes: 'Changes',
  undecided: 'Not decided',
  'not ours to decide': 'Not ours to decide',
};

export function stayOrChangeInWords(item: StayOrChange) {
  return {
    ...item,
    standingInWords: standings[item.standing],
    whoCouldChange: [item.who_could_change, item.document && `Fixed by: ${item.document}`]
      .filter((part) => part !== undefined)
      .join('. '),
  };
}

export function financesInWords(finances: NonNullable<ProfileData['finances']>) {
  const { contribution, spending } = finances;
  return {
    ...finances,
    spending: spending && spendingInWords(spending),
    contribution: contribution && {
      ...contribution,
      history: historyOf(contribution.history),
    },
  };
}

function historyOf(history: Readonly<Record<string, Quantity>> | undefined): Series {
  const years = Object.entries(history ?? {});
  return {
    label: 'How the charge has changed',
    unit: undefined,
    evidence: [],
    periods: years.map(([year]) => year),
    rows: [
      {
        whose: 'what schools paid',
        values: years.map(([, rate]) => formatQuantity(rate.number, rate.decimals, '%')),
      },
    ],
  };
}

export function servicesByOffer(services: ProfileData['services']) {
  const offered = (offer: string) => (services ?? []).filter((service) => service.offer === offer);
  const included = offered('included');
  const optional = offered('optional');
  const notOffered = offered('not offered');
  const namesOf = (some: typeof included) => some.map(({ name }) => lowerFirst(name));
  return {
    included,
    optional,
    notOffered,
    /** What they are called, in the middle of a sentence. */
    names: { included: namesOf(included), notOffered: namesOf(notOffered) },
  };
}

/** As in the middle of a sentence, but for short forms such as “IT” and names of people or places. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}+(?: \p{Ll}|$)/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
