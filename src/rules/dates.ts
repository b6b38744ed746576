import { type CalendarDate, formatDate, isSurelyBefore, onDate } from '../profile/formats/dates.ts';
import { periodInProse, periodKnownFrom } from '../profile/formats/periods.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Path } from '../profile/yaml/values.ts';
import { rule } from './rule.ts';

interface PlacedDate {
  date: CalendarDate | undefined;
  path: Path;
  /** As in “the evidence was published”. */
  what: string;
}

export const futureDate = rule({
  code: 'future-date',
  severity: 'error',
  title: 'Something that happened, on a day that has not come',
  why: 'A source, a visit or a promise to print somebody’s words cannot date from tomorrow, so the date is wrong.',
  remedy: 'Correct the date. What is still to come belongs in a commitment or an intention.',
  wrong:
    'evidence:\n  accounts:\n    title: Audited accounts\n    published: 28 January 2090\nprinciples:\n  resources:\n    claims:\n      - text: The auditors gave our accounts a clean opinion.\n        evidence: [accounts]\n',
  right:
    'evidence:\n  accounts:\n    title: Audited accounts\n    published: 28 January 2026\nprinciples:\n  resources:\n    claims:\n      - text: The auditors gave our accounts a clean opinion.\n        evidence: [accounts]\n',
  source: 'Domain G2, 7: no result before its time; bad input, evidence dated in the future',
  *check({ data }, { today }) {
    for (const [name, { period }] of Object.entries(data.evidence ?? {})) {
      if (!period || !isSurelyBefore(today, periodKnownFrom(period))) continue;
      yield {
        path: ['evidence', name, 'period'],
        message: `This source is about ${periodInProse(period)}, which has not come yet on ${formatDate(today)}.`,
        hint: 'Look the period up and correct it. Check the year first.',
      };
    }
    for (const { date, path, what } of datesOfThingsDone(data)) {
      if (!date || !isSurelyBefore(today, date)) continue;
      yield {
        path,
        message: `${what} ${onDate(date)}, which has not come yet on ${formatDate(today)}.`,
        hint: 'Look the date up and correct it. Check the year first.',
      };
    }
  },
});

function* datesOfThingsDone(data: ProfileData): Generator<PlacedDate> {
  for (const [name, { published, accessed }] of Object.entries(data.evidence ?? {})) {
    const root = ['evidence', name];
    yield { date: published, path: [...root, 'published'], what: 'This source was published' };
    yield { date: accessed, path: [...root, 'accessed'], what: 'This source was looked at' };
  }
  yield { date: data.trust.founded, path: ['trust', 'founded'], what: 'The trust was founded' };
  for (const [index, school] of (data.schools ?? []).entries()) {
    const root = ['schools', index];
    if (school.status !== 'joining') {
      yield { date: school.joined, path: [...root, 'joined'], what: `${school.name} joined` };
    }
    for (const [number, { date }] of (school.inspections ?? []).entries()) {
      const path = [...root, 'inspections', number, 'date'];
      yield { date, path, what: `${school.name} was inspected` };
    }
  }
  for (const [index, { said_on, consent }] of (data.voices ?? []).entries()) {
    const root = ['voices', index];
    yield { date: said_on, path: [...root, 'said_on'], what: 'This was said' };
    const path = [...root, 'consent', 'given_on'];
    yield { date: consent?.given_on, path, what: 'Consent was given' };
  }
  for (const [index, { consent }] of (data.people ?? []).entries()) {
    const path = ['people', index, 'consent', 'given_on'];
    yield { date: consent?.given_on, path, what: 'Consent was given' };
  }
  for (const [index, { from, to }] of (data.case_studies ?? []).entries()) {
    yield { date: from, path: ['case_studies', index, 'from'], what: 'This story began' };
    yield { date: to, path: ['case_studies', index, 'to'], what: 'This story ended' };
  }
  for (const [index, { since }] of (data.partnerships ?? []).entries()) {
    yield { date: since, path: ['partnerships', index, 'since'], what: 'This work began' };
  }
  for (const [key, answer] of Object.entries(data.five_answers ?? {})) {
    const path = ['five_answers', key, 'confirmed_on'];
    yield { date: answer?.confirmed_on, path, what: 'This answer was confirmed' };
  }
  const approved = data.standing?.approved_on;
  yield { date: approved, path: ['standing', 'approved_on'], what: 'This paper was approved' };
  for (const [index, { done }] of (data.journey?.steps ?? []).entries()) {
    yield { date: done, path: ['journey', 'steps', index, 'done'], what: 'This step was done' };
  }
  const { law_as_of } = data.journey ?? {};
  yield { date: law_as_of, path: ['journey', 'law_as_of'], what: 'The law was last checked' };
}

export const datesOutOfOrder = rule({
  code: 'dates-out-of-order',
  severity: 'error',
  title: 'Two dates that cannot both be right',
  why: 'A school cannot join a trust that is not there yet, nor a term end before it begins: one of the dates is wrong.',
  remedy: 'Look both dates up and correct the wrong one.',
  wrong:
    'people:\n  - name: Hester Calloway\n    role: Chair of trustees\n    group: trustees\n    since: September 2025\n    term_ends: August 2021\n',
  right:
    'people:\n  - name: Hester Calloway\n    role: Chair of trustees\n    group: trustees\n    since: September 2021\n    term_ends: August 2025\n',
  source: 'Bad input: dates in order',
  *check({ data }, { today }) {
    // A thing done on a day to come is wrong by itself, and told as such.
    const reported = new Set(
      [...datesOfThingsDone(data)].flatMap(({ date }) =>
        date && isSurelyBefore(today, date) ? [date] : [],
      ),
    );
    for (const { earlier, later, path } of pairsOfDates(data)) {
      if (!earlier.date || !later.date || !isSurelyBefore(later.date, earlier.date)) continue;
      if (reported.has(earlier.date)) continue;
      yield {
        path,
        message: `${later.what} ${onDate(later.date)}, but ${earlier.what} ${onDate(earlier.date)}.`,
        hint: 'Look both dates up and correct the wrong one.',
      };
    }
  },
});

interface PairOfDates {
  earlier: { date: CalendarDate | undefined; what: string };
  later: { date: CalendarDate | undefined; what: string };
  /** Of the later one. */
  path: Path;
}

function* pairsOfDates(data: ProfileData): Generator<PairOfDates> {
  const { founded } = data.trust;
  for (const [index, { name, joined }] of (data.schools ?? []).entries()) {
    yield {
      earlier: { date: founded, what: 'the trust was founded' },
      later: { date: joined, what: `${name} joined` },
      path: ['schools', index, 'joined'],
    };
  }
  for (const [index, { since, term_ends, consent }] of (data.people ?? []).entries()) {
    const root = ['people', index];
    yield {
      earlier: { date: since, what: 'it began' },
      later: { date: term_ends, what: 'This term ends' },
      path: [...root, 'term_ends'],
    };
    yield consentPair(consent, [...root, 'consent']);
  }
  for (const [index, { consent }] of (data.voices ?? []).entries()) {
    yield consentPair(consent, ['voices', index, 'consent']);
  }
  for (const [index, { from, to }] of (data.case_studies ?? []).entries()) {
    yield {
      earlier: { date: from, what: 'it began' },
      later: { date: to, what: 'This story ended' },
      path: ['case_studies', index, 'to'],
    };
  }
  for (const [name, { published, accessed }] of Object.entries(data.evidence ?? {})) {
    yield {
      earlier: { date: published, what: 'it was published' },
      later: { date: accessed, what: 'This source was looked at' },
      path: ['evidence', name, 'accessed'],
    };
  }
  const { stop_until, target_date } = data.journey ?? {};
  yield {
    earlier: { date: stop_until?.date, what: 'it can stop until then' },
    later: { date: target_date, what: 'The school would join' },
    path: ['journey', 'target_date'],
  };
  yield {
    earlier: { date: data.standing?.consultation?.closes, what: 'the consultation closes' },
    later: { date: target_date, what: 'The school would join' },
    path: ['journey', 'target_date'],
  };
}

function consentPair(
  consent: { given_on: CalendarDate; until?: CalendarDate | undefined } | undefined,
  root: Path,
): PairOfDates {
  return {
    earlier: { date: consent?.given_on, what: 'it was given' },
    later: { date: consent?.until, what: 'Consent ends' },
    path: [...root, 'until'],
  };
}
