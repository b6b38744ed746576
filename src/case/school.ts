import { routeOf } from '../knowledge/routes.ts';
import { formatQuantity } from '../profile/formats/amounts.ts';
import { gridPointOf } from '../profile/formats/grid.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { alikeTo } from './alike.ts';
import { prioritiesOf } from './priorities.ts';

type Addressee = NonNullable<ProfileData['prospective_schools']>[number];

/** The school that a document is for, as the document says it. */
export function schoolInCopy(school: Addressee, data: ProfileData) {
  return {
    ...school,
    short: school.short_name ?? school.name,
    priorities: prioritiesOf(school, data),
    alike: alikeTo(school, data.schools ?? []),
    notKnown: [...(school.not_known ?? []), ...missingFacts(school)],
    charge: chargeFor(school, data),
  };
}

/** Facts that the copy would have used. */
function missingFacts(school: Addressee): string[] {
  const missing: [boolean, string][] = [
    [
      school.type === undefined && !school.route,
      'what type of school you are, and so how you would join',
    ],
    [
      school.type !== undefined && !routeOf(school),
      'whether the trust you are in has other schools, and so how you would join',
    ],
    [school.pupils === undefined, 'how many pupils you have'],
    [!gridPointOf(school), 'exactly where you are, and so how far each of our schools is from you'],
    [school.pfi === undefined, 'whether your building is under a private finance contract'],
  ];
  return missing.flatMap(([isMissing, what]) => (isMissing ? [what] : []));
}

/** What the charge would come to for a school in a year, and how that was worked out. */
export interface Charge {
  about: string;
  how: string;
  evidence: string[];
}

/**
 * Only from numbers with sources: the rate and the school’s core funding, else the sum for each pupil
 * and its pupils. Rounded to £100, because the number of pupils changes each year.
 */
function chargeFor(school: Addressee, { finances, evidence }: ProfileData): Charge | undefined {
  const { rate, per_pupil, base, evidence: ofCharge = [] } = finances?.contribution ?? {};
  const known = (ids: readonly string[]) => ids.filter((id) => Object.hasOwn(evidence ?? {}, id));
  const [charged, theirs] = [known(ofCharge), known(school.evidence ?? [])];
  if (charged.length === 0 || theirs.length === 0) return undefined;
  const pounds = (sum: number) => formatQuantity(Math.round(sum / 100) * 100, 0, '£');
  if (rate && school.core_funding) {
    const funding = formatQuantity(school.core_funding.number, 0, '£');
    return {
      about: pounds((rate.number / 100) * school.core_funding.number),
      how: `${formatQuantity(rate.number, rate.decimals, '%')} of your ${base ?? 'core funding'} of ${funding}`,
      evidence: [...charged, ...theirs],
    };
  }
  if (!per_pupil || school.pupils === undefined) return undefined;
  const each = formatQuantity(per_pupil.number, per_pupil.decimals, '£');
  return {
    about: pounds(per_pupil.number * school.pupils),
    how: `${each} for each of your ${school.pupils.toLocaleString('en-GB')} pupils`,
    evidence: [...charged, ...theirs],
  };
}
