import { cite, compared } from '../knowledge/citation.ts';
import { accountsDue, accountsSource, freshness, freshnessAsOf } from '../knowledge/freshness.ts';
import { lawAsOf } from '../knowledge/law.ts';
import {
  type CalendarDate,
  compareDates,
  daysLater,
  formatDate,
  isSurelyBefore,
  monthsLater,
  onDate,
} from '../profile/formats/dates.ts';
import { periodEnd } from '../profile/formats/periods.ts';
import { latest } from '../profile/metrics.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { findSchool } from '../profile/schools.ts';
import type { Path } from '../profile/yaml/values.ts';
import { rule } from './rule.ts';

export const accountsOld = rule({
  code: 'accounts-old',
  severity: 'warning',
  inRelease: 'error',
  title: 'Accounts of a year that newer ones have followed',
  why: 'By 31 January a trust’s accounts for the year to August are on its website, and readers will look at those.',
  remedy: 'Name the newest audited accounts, and bring the numbers taken from them up to date.',
  wrong:
    'evidence:\n  accounts:\n    title: Trustees’ report and audited accounts\n    period: year ended 31 August 2024\nfinances:\n  reserves:\n    amount: £612,000\n    evidence: [accounts]\n',
  right:
    'evidence:\n  accounts:\n    title: Trustees’ report and audited accounts\n    period: year ended 31 August 2025\nfinances:\n  reserves:\n    amount: £612,000\n    evidence: [accounts]\n',
  source: `Domain rule 10; ${cite(accountsSource, freshnessAsOf)}`,
  *check({ data, faulty }, { today }) {
    if (faulty(['evidence'])) return;
    const accounts = Object.entries(data.evidence ?? {}).flatMap(([name, { title, period }]) =>
      period?.kind === 'year ended' && /\baccounts\b|\bfinancial statements\b/i.test(title)
        ? [{ name, end: period.end }]
        : [],
    );
    const newest = accounts.sort((a, b) => compareDates(a.end, b.end)).at(-1);
    if (!newest) return;
    const due = lastYearEnd(today);
    if (!isSurelyBefore(newest.end, due)) return;
    yield {
      path: ['evidence', newest.name, 'period'],
      message: `These are the accounts of the year ended ${formatDate(newest.end)}; those of the year ended ${formatDate(due)} have been due since 31 January ${due.year + 1}.`,
      hint: 'Name the newest accounts, and check every number that rests on them.',
    };
  },
});

/** The end of the last year whose accounts should be there. */
function lastYearEnd(today: CalendarDate): CalendarDate {
  const { month, day, yearEnd } = accountsDue;
  const passed = compareDates({ year: today.year, month, day }, today) < 0;
  return { year: passed ? today.year - 1 : today.year - 2, ...yearEnd };
}

const olderThan = (date: CalendarDate, months: number, today: CalendarDate) =>
  isSurelyBefore(monthsLater(date, months), today);

export const surveyOld = rule({
  code: 'survey-old',
  severity: 'warning',
  title: 'A survey that was long ago',
  why: 'People have come and gone since, and those who are here now were not asked.',
  remedy: 'Ask again, or say in the text how old the answers are.',
  wrong:
    'metrics:\n  families:\n    label: Families who would recommend their school\n    unit: "%"\n    pupils: 120\n    response_rate: 40%\n    series:\n      June 2024: 81%\n',
  right:
    'metrics:\n  families:\n    label: Families who would recommend their school\n    unit: "%"\n    pupils: 120\n    response_rate: 40%\n    series:\n      June 2026: 81%\n',
  source: 'Domain rule 11: 18 months, a proposed default',
  *check({ data }, { today }) {
    const { months } = freshness.survey;
    const hint = 'Ask again. If you keep it, say in the text when people were asked.';
    const told = new Set<string>();
    for (const [name, metric] of Object.entries(data.metrics ?? {})) {
      if (!metric.response_rate && metric.measure !== 'staff survey') continue;
      const newest = latest(metric);
      for (const ref of metric.evidence ?? []) told.add(ref);
      if (!newest || !olderThan(periodEnd(newest.period), months, today)) continue;
      yield {
        path: ['metrics', name, 'series', newest.key],
        at: 'key',
        message: `The newest answers are of ${newest.key}: over ${months} months ago.`,
        hint,
      };
    }
    for (const [name, { title, period, published }] of Object.entries(data.evidence ?? {})) {
      const date = period ? periodEnd(period) : published;
      if (told.has(name) || !/\bsurvey\b/i.test(title) || !date) continue;
      if (!olderThan(date, months, today)) continue;
      yield {
        path: ['evidence', name, period ? 'period' : 'published'],
        message: `This survey is of ${formatDate(date)} or before: over ${months} months ago.`,
        hint,
      };
    }
  },
});

export const quoteOld = rule({
  code: 'quote-old',
  severity: 'warning',
  title: 'A quotation from long ago',
  why: 'The trust that was spoken of then may not be the one that is asking now.',
  remedy: 'Ask the same person again, or somebody else.',
  wrong:
    'schools:\n  - name: Tansy Row Primary School\nvoices:\n  - quote: They listened.\n    role: Parent\n    said_on: 3 June 2022\n    consent:\n      given_on: 3 June 2026\n',
  right:
    'schools:\n  - name: Tansy Row Primary School\nvoices:\n  - quote: They listened.\n    role: Parent\n    said_on: 3 June 2026\n    consent:\n      given_on: 3 June 2026\n',
  source: 'Domain rule 11: 36 months, a proposed default',
  *check({ data }, { today }) {
    const { months } = freshness.quotation;
    for (const [index, { said_on }] of (data.voices ?? []).entries()) {
      if (!said_on || !olderThan(said_on, months, today)) continue;
      yield {
        path: ['voices', index, 'said_on'],
        message: `This was said ${onDate(said_on)}, over ${months} months ago.`,
        hint: 'Ask them again, or ask somebody else.',
      };
    }
  },
});

export const speakerMoved = rule({
  code: 'speaker-moved',
  severity: 'warning',
  title: 'A quotation of someone who has moved on',
  why: 'Readers take a role for a present one, and would ask for somebody who is no longer there.',
  remedy: 'Say so in the role, as in “Headteacher until 2025”, or ask whoever has the role now.',
  wrong:
    'schools:\n  - name: Tansy Row Primary School\n    headteacher: Samira Oduya\nvoices:\n  - quote: They listened.\n    speaker: Noel Carrick\n    role: Headteacher\n    school: Tansy Row Primary School\n    consent:\n      given_on: 3 June 2026\n',
  right:
    'schools:\n  - name: Tansy Row Primary School\n    headteacher: Samira Oduya\nvoices:\n  - quote: They listened.\n    speaker: Noel Carrick\n    role: Headteacher until July 2026\n    school: Tansy Row Primary School\n    consent:\n      given_on: 3 June 2026\n',
  source: 'Domain rule 11: speaker moved',
  *check({ data }, { today }) {
    const ended = new Map(
      (data.people ?? []).flatMap(({ name, term_ends }) =>
        term_ends && isSurelyBefore(term_ends, today) ? [[name.toLowerCase(), term_ends]] : [],
      ),
    );
    for (const [index, { speaker, role, school }] of (data.voices ?? []).entries()) {
      if (!speaker || /\b(?:former|formerly|until|retired|then|ex)\b/i.test(role)) continue;
      const path = ['voices', index, 'speaker'];
      const head = school && findSchool(data.schools, school)?.headteacher;
      const term = ended.get(speaker.toLowerCase());
      const isHead = /^(?:executive |acting )?head ?teacher\b|^principal\b/i.test(role);
      if (isHead && head && !sameName(head, speaker)) {
        yield {
          path,
          message: `${speaker} is quoted as headteacher, but the profile names another headteacher of that school.`,
          hint: 'If they have left, say so in “role”: Headteacher until 2025.',
        };
      } else if (term) {
        yield {
          path,
          message: `${speaker} is quoted in a role that ended ${onDate(term)}.`,
          hint: 'Say so in “role”, or ask whoever has the role now.',
        };
      }
    }
  },
});

/** Titles and first names vary; a family name that is the same is the same person. */
const sameName = (a: string, b: string) => family(a) === family(b);
const family = (name: string) => name.trim().toLowerCase().split(/\s+/).at(-1);

export const consentOld = rule({
  code: 'consent-old',
  severity: 'warning',
  adjustable: 'never',
  title: 'Permission that was given long ago',
  why: 'Whoever gave it may have forgotten, moved on or changed their mind.',
  remedy: 'Ask again, and type the new date.',
  wrong:
    'voices:\n  - quote: They listened.\n    role: Parent\n    said_on: 3 June 2024\n    consent:\n      given_on: 3 June 2024\n',
  right:
    'voices:\n  - quote: They listened.\n    role: Parent\n    said_on: 3 June 2024\n    consent:\n      given_on: 3 June 2026\n',
  source: 'Domain rule 11: 24 months, a proposed default',
  *check({ data }, { today }) {
    const { months } = freshness.consent;
    for (const { given, path } of consentsOf(data)) {
      if (!olderThan(given, months, today)) continue;
      yield {
        path,
        message: `This permission was given ${onDate(given)}, over ${months} months ago.`,
        hint: 'Ask again before this is printed, and type the new date.',
      };
    }
  },
});

function* consentsOf(data: ProfileData): Generator<{ given: CalendarDate; path: Path }> {
  for (const key of ['voices', 'people'] as const) {
    for (const [index, { consent }] of (data[key] ?? []).entries()) {
      if (consent) yield { given: consent.given_on, path: [key, index, 'consent', 'given_on'] };
    }
  }
}

export const registerFactsOld = rule({
  code: 'register-facts-old',
  severity: 'warning',
  title: 'Facts from the register that may have changed',
  why: 'Numbers of pupils, heads and schools change each term, and anyone can look up what they are today.',
  remedy: 'Check the schools against Get Information About Schools and bring “as_of” up to date.',
  wrong:
    'as_of: 1 May 2026\nschools:\n  - name: Tansy Row Primary School\n    urn: 990004\n    pupils: 204\n',
  right:
    'as_of: 1 November 2026\nschools:\n  - name: Tansy Row Primary School\n    urn: 990004\n    pupils: 204\n',
  source: 'Domain rule 11: 90 days, a proposed default',
  *check({ data }, { today }) {
    const { days } = freshness.registerFacts;
    const old = (date: CalendarDate | undefined) =>
      date !== undefined && isSurelyBefore(daysLater(date, days), today);
    const hint = 'Check them against Get Information About Schools, then type today’s date here.';
    const fromRegister = (data.schools ?? []).some(
      ({ urn, pupils, capacity }) => (urn ?? pupils ?? capacity) !== undefined,
    );
    if (data.as_of && fromRegister && old(data.as_of)) {
      yield {
        path: ['as_of'],
        message: `The facts about your schools are as at ${formatDate(data.as_of)}: over ${days} days ago.`,
        hint,
      };
    }
    for (const [name, { title, accessed }] of Object.entries(data.evidence ?? {})) {
      if (!accessed || !old(accessed) || !REGISTER.test(title)) continue;
      yield {
        path: ['evidence', name, 'accessed'],
        message: `The register was last looked at ${onDate(accessed)}: over ${days} days ago.`,
        hint,
      };
    }
  },
});

const REGISTER = /\bget information about schools\b|\bGIAS\b|\bregister of schools\b/i;

export const lawOld = rule({
  code: 'law-old',
  severity: 'warning',
  title: 'Law that was last checked long ago',
  why: 'The law on schools is changing, and what was true then may mislead a governing body now.',
  remedy: 'Have the route and the legal answers checked, and type the new date.',
  wrong: 'journey:\n  law_as_of: March 2026\n',
  right: 'journey:\n  law_as_of: November 2026\n',
  source: `Domain rule 11 and E2: 6 months, a proposed default; ${compared(lawAsOf)}`,
  *check({ data }, { today }) {
    const { months } = freshness.law;
    const checked = data.journey?.law_as_of;
    if (!checked || !olderThan(checked, months, today)) return;
    yield {
      path: ['journey', 'law_as_of'],
      message: `The legal position was last checked ${onDate(checked)}, over ${months} months ago.`,
      hint: 'Have it checked again, and type the new date.',
    };
  },
});
