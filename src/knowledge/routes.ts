import { employerOf } from './law.ts';
import type { RouteId } from './route-ids.ts';
import type { Source } from './source.ts';

/** A step of the way in, for a school of any trust. */
export interface RouteStep {
  step: string;
  who: string;
  when?: string;
  you_can_stop: boolean;
  note?: string;
  source: Source;
}

export interface Route {
  id: RouteId;
  /** As in “These are the steps for …”. */
  inWords: string;
  /** Who decides in the end that the school joins. */
  decides: string;
  steps: readonly RouteStep[];
}

/** What is known of a school that might join, as far as its way in depends on it. */
export interface Joiner {
  type?: string | undefined;
  religious_character?: string | undefined;
  pfi?: boolean | undefined;
  route?: RouteId | undefined;
  current_trust?: string | undefined;
}

/** As in “These are the steps for …”. */
export const routesInWords: Readonly<Record<RouteId, string>> = {
  'maintained school': 'a school maintained by a council',
  'single-academy trust': 'a trust of one school that joins another trust',
  'academy moving between trusts': 'an academy that moves from another trust',
  'academy order': 'a school that the Secretary of State has ordered to become an academy',
};

/** When these routes were last compared with their sources. */
export const routesAsOf = '2026-11';

const act = (title: string, url: string): Source => ({
  title,
  publisher: 'UK Public General Acts',
  url,
});

const sources = {
  application: act(
    'Academies Act 2010, section 3',
    'https://www.legislation.gov.uk/ukpga/2010/32/section/3',
  ),
  orders: act(
    'Academies Act 2010, sections 4 to 6',
    'https://www.legislation.gov.uk/ukpga/2010/32/crossheading/conversion-of-schools-into-academies',
  ),
  consultation: act(
    'Academies Act 2010, section 5',
    'https://www.legislation.gov.uk/ukpga/2010/32/section/5',
  ),
  tupe: {
    title: 'Transfer of Undertakings (Protection of Employment) Regulations 2006, regulation 13',
    publisher: 'UK Statutory Instruments',
    published: '2006',
    url: 'https://www.legislation.gov.uk/uksi/2006/246/regulation/13',
  },
  dueDiligence: {
    title: 'Due diligence in academies and maintained schools',
    publisher: 'Department for Education',
    url: 'https://www.gov.uk/government/publications/due-diligence-in-academies-and-maintained-schools',
  },
  transfer: {
    title: 'Academy transfers: information for academy trusts',
    publisher: 'Department for Education',
    published: '2025-12-16',
    url: 'https://www.gov.uk/government/publications/academy-transfers-information-for-academy-trusts',
  },
  tasks: {
    title: 'Tasks of the service Complete conversions, transfers and changes',
    publisher: 'Department for Education',
    published: '2026-03-23',
    url: 'https://github.com/DFE-Digital/dfe-complete-conversions-transfers-and-changes',
  },
  pfi: {
    title: 'Private finance initiative (PFI): model documents for academies',
    publisher: 'Department for Education',
    url: 'https://www.gov.uk/government/publications/private-finance-initiative-pfi-model-documents-for-ap-academies',
  },
} satisfies Record<string, Source>;

/** Foundation and voluntary schools have a foundation, which must consent; its trustees mostly own the site. */
const hasFoundation = ({ type = '' }: Joiner) => /voluntary|foundation/i.test(type);

export function isChurch({
  religious_character: character,
}: Pick<Joiner, 'religious_character'>): boolean {
  return character !== undefined && !/^(?:none|does not apply|no\b)/i.test(character.trim());
}

export const isSpecial = ({ type = '' }: Pick<Joiner, 'type'>) => /special/i.test(type);
export const isAlternative = ({ type = '' }: Pick<Joiner, 'type'>) =>
  /alternative provision|pupil referral/i.test(type);

const ACADEMY = /academ|free school|studio school|technical college/i;
const MAINTAINED = /community|voluntary|foundation|pupil referral|maintained/i;

/**
 * The way in for a school: what it is said to be, else what follows from its type. An academy’s depends
 * on whether its trust has other schools, which its type does not tell. Undefined where it is not known.
 *
 * Source: domain E1; types as in Get Information About Schools.
 */
export function routeOf(school: Joiner): RouteId | undefined {
  const { type = '', route, current_trust } = school;
  if (route) return route;
  if (ACADEMY.test(type)) return current_trust ? 'academy moving between trusts' : undefined;
  return MAINTAINED.test(type) && !/non-maintained/i.test(type) ? 'maintained school' : undefined;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const talks = (who: string): RouteStep => ({
  step: 'Visits and talks, with any of our schools',
  who,
  when: 'As long as you need',
  you_can_stop: true,
  source: sources.dueDiligence,
});

const dueDiligence: RouteStep = {
  step: 'Each side looks into the other: teaching, money, buildings and people',
  who: 'Both',
  you_can_stop: true,
  source: sources.dueDiligence,
};

const transferOfStaff = (school: Joiner): RouteStep => ({
  step: 'Staff and unions are told and consulted about the transfer (TUPE)',
  who: sentence(employerOf(school)),
  when: 'No fixed time, but enough of it',
  you_can_stop: true,
  source: sources.tupe,
});

const joins = (urn: string): RouteStep => ({
  step: 'The school joins',
  who: 'All',
  when: 'The first day of a month',
  you_can_stop: false,
  note: urn,
  source: sources.tasks,
});

const consent = (school: Joiner): RouteStep[] =>
  hasFoundation(school)
    ? [
        {
          step: isChurch(school)
            ? 'The diocese or other church body, and the trustees of the site, say whether they consent'
            : 'Where the school has a foundation, it is consulted, and its trustees say whether they consent',
          who: 'Trustees of the school, and whoever appoints its foundation governors',
          you_can_stop: true,
          note: 'without their consent the governing body cannot apply',
          source: sources.application,
        },
      ]
    : [];

const privateFinance = (school: Joiner): RouteStep[] =>
  school.pfi
    ? [
        {
          step: 'The private finance contract is changed, and who pays what for the building is agreed',
          who: 'Council, contractor and its lenders, trust, Department for Education',
          when: 'Often the longest step',
          you_can_stop: true,
          note: 'a school agreement takes the place of that between governing body and council, and a principal agreement secures it',
          source: sources.pfi,
        },
      ]
    : [];

const churchAgreement = (school: Joiner) =>
  isChurch(school) ? ', and the church supplemental agreement' : '';

const highNeeds = (school: Joiner): RouteStep[] =>
  isSpecial(school) || isAlternative(school)
    ? [
        {
          step: 'The number of places for pupils with high needs is agreed',
          who: 'Council, school, Department for Education',
          you_can_stop: true,
          note: 'an academy’s places are paid for by the department, a maintained school’s by the council',
          source: sources.tasks,
        },
      ]
    : [];

function maintained(school: Joiner): Route {
  return {
    id: 'maintained school',
    inWords: `${kindOf(school)} maintained by a council`,
    decides: 'Your governing body applies; the Secretary of State for Education decides.',
    steps: [
      talks('Governing body'),
      dueDiligence,
      {
        step: 'Governors decide whether to consult',
        who: 'Governing body',
        you_can_stop: true,
        source: sources.consultation,
      },
      {
        step: 'Staff, families and neighbours are consulted on whether the school should become an academy',
        who: 'Governing body',
        when: 'No set length; about six weeks is advised',
        you_can_stop: true,
        note: 'the law asks the governing body, not the trust, to consult whom it thinks right',
        source: sources.consultation,
      },
      ...consent(school),
      {
        step: 'Governors decide whether to apply',
        who: 'Governing body',
        you_can_stop: true,
        source: sources.application,
      },
      {
        step: 'The Department for Education decides whether to make an academy order',
        who: 'Regional director, for the Secretary of State',
        you_can_stop: true,
        source: sources.orders,
      },
      transferOfStaff(school),
      ...highNeeds(school),
      ...privateFinance(school),
      {
        step: `The funding agreement, land and transfer documents are signed${churchAgreement(school)}`,
        who: `Governing body, council, trust, Department for Education${isChurch(school) ? ', diocese or other church body' : ''}`,
        you_can_stop: false,
        ...(hasFoundation(school) && {
          note: 'land that the governing body, a foundation or its trustees own needs a direction or order of its own',
        }),
        source: sources.tasks,
      },
      joins('it gets a new number (URN) in the register of schools'),
    ],
  };
}

function transferred(school: Joiner, id: RouteId): Route {
  const alone = id === 'single-academy trust';
  const own = alone ? 'Trustees of your trust' : 'Trustees of the trust you are in';
  return {
    id,
    inWords: routesInWords[id],
    decides: alone
      ? 'The trustees of both trusts agree; the Secretary of State for Education must consent.'
      : 'The trust you are in decides, not the school alone. Both trusts must agree and the Secretary of State for Education must consent.',
    steps: [
      talks(alone ? own : 'Local board, with the trust you are in'),
      dueDiligence,
      {
        step: alone
          ? 'Trustees decide whether to go on'
          : 'The trust you are in decides whether it would let the school move',
        who: own,
        you_can_stop: true,
        source: sources.transfer,
      },
      {
        step: 'Staff, families and neighbours are asked what they think',
        who: 'Both trusts',
        when: 'No set length',
        you_can_stop: true,
        note: 'the department expects it, though no Act asks for it as it does of maintained schools',
        source: sources.transfer,
      },
      ...(isChurch(school)
        ? [
            {
              step: 'The diocese or other church body says whether it consents',
              who: 'Diocese or other church body, trustees of the site',
              you_can_stop: true,
              source: sources.tasks,
            },
          ]
        : []),
      {
        step: 'Both trusts apply to the Department for Education',
        who: 'Our trust leads; the chairs of trustees of both sign',
        you_can_stop: true,
        source: sources.transfer,
      },
      {
        step: 'The Department for Education decides',
        who: 'Regions Group, for the Secretary of State',
        you_can_stop: true,
        source: sources.transfer,
      },
      transferOfStaff({ ...school, type: 'academy' }),
      ...privateFinance(school),
      {
        step: `The funding agreement is passed on and the transfer agreement signed${churchAgreement(school)}`,
        who: 'Both trusts, Department for Education',
        when: 'In the last month',
        you_can_stop: false,
        ...(alone && { note: 'the trust of one school is then wound up, as a rule' }),
        source: sources.tasks,
      },
      joins('it keeps its number (URN) in the register of schools, as a rule'),
    ],
  };
}

function ordered(school: Joiner): Route {
  return {
    id: 'academy order',
    inWords: routesInWords['academy order'],
    decides:
      'The Secretary of State for Education decides, because the school causes concern. The governing body does not, and cannot stop it.',
    steps: [
      {
        step: 'The Secretary of State makes an academy order',
        who: 'Secretary of State for Education',
        you_can_stop: false,
        note: 'when one must be made is changing with the Act of 2026: ask the department what holds for your school',
        source: sources.orders,
      },
      ...(hasFoundation(school)
        ? [
            {
              step: 'The trustees, whoever appoints the foundation governors and the church body are asked about the choice of trust',
              who: 'Secretary of State for Education',
              you_can_stop: false,
              source: sources.orders,
            },
          ]
        : []),
      {
        step: 'The department chooses a trust',
        who: 'Regional director',
        you_can_stop: false,
        note: 'the law does not ask the governing body to consult on whether to convert; it can still tell families and hear them',
        source: sources.consultation,
      },
      { ...dueDiligence, you_can_stop: false },
      { ...transferOfStaff(school), you_can_stop: false },
      ...highNeeds(school).map((step) => ({ ...step, you_can_stop: false })),
      ...privateFinance(school).map((step) => ({ ...step, you_can_stop: false })),
      {
        step: `The funding agreement, land and transfer documents are signed${churchAgreement(school)}`,
        who: 'Governing body, council, trust, Department for Education',
        you_can_stop: false,
        source: sources.tasks,
      },
      joins('it gets a new number (URN) in the register of schools'),
    ],
  };
}

function kindOf({ type }: Joiner): string {
  const kind = type
    ?.trim()
    .replace(/\bschools?$/i, '')
    .trim()
    .toLowerCase();
  return kind && MAINTAINED.test(kind) && !/referral/.test(kind) ? `a ${kind} school` : 'a school';
}

/**
 * The steps of a route for a school of its kind: who decides, who consults whom, and where the school
 * can still stop. A trust’s own steps, with their dates, take precedence over these.
 */
export function stepsFor(id: RouteId, school: Joiner): Route {
  if (id === 'maintained school') return maintained(school);
  return id === 'academy order' ? ordered(school) : transferred(school, id);
}
