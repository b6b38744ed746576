import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  colour,
  companiesHouse,
  email,
  link,
  phone,
  trustReference,
  uid,
  ukprn,
  urn,
} from '../../../src/profile/schema/patterned.ts';
import {
  ages,
  amount,
  type Complaint,
  choice,
  count,
  date,
  file,
  line,
  money,
  NAME,
  percent,
  period,
  periodKey,
  prose,
  reference,
  yesNo,
} from '../../../src/profile/schema/scalars.ts';
import { TEXT_LIMITS } from '../../../src/profile/text-limits.ts';

const stages = ['exploring', 'invited to talk', 'not decided'] as const;

const kinds = {
  ages: ages(''),
  amount: amount(''),
  choice: choice(stages, ''),
  colour: colour(''),
  companiesHouse: companiesHouse(''),
  count: count(''),
  date: date(''),
  email: email(''),
  file: file(''),
  line: line(''),
  link: link(''),
  money: money(''),
  percent: percent(''),
  period: period(''),
  periodKey,
  phone: phone(''),
  prose: prose(''),
  reference: reference(''),
  trustReference: trustReference(''),
  uid: uid(''),
  ukprn: ukprn(''),
  urn: urn(''),
  yesNo: yesNo(''),
} satisfies Record<string, z.ZodType>;

type Kind = keyof typeof kinds;

const readAs = (kind: Kind, typed: string) => kinds[kind].safeParse(typed);

function complaintOf(kind: Kind, typed: string): Complaint | undefined {
  const issue = readAs(kind, typed).error?.issues[0];
  return issue?.code === 'custom' ? (issue.params as Complaint) : undefined;
}

describe('what people type', () => {
  it.each<[Kind, string, unknown]>([
    ['line', 'A sentence.', 'A sentence.'],
    ['line', '2025', '2025'],
    ['line', '  set in  ', 'set in'],
    ['prose', 'One.\n\nTwo.\n', 'One.\n\nTwo.'],
    ['choice', 'invited to talk', 'invited to talk'],
    ['choice', 'Invited To Talk', 'invited to talk'],
    ['choice', 'invited_to-talk', 'invited to talk'],
    ['yesNo', 'yes', true],
    ['yesNo', 'Yes', true],
    ['yesNo', 'y', true],
    ['yesNo', 'true', true],
    ['yesNo', 'on', true],
    ['yesNo', 'no', false],
    ['yesNo', 'NO', false],
    ['yesNo', 'false', false],
    ['date', '1 Sept 2026', { year: 2026, month: 9, day: 1 }],
    ['date', '01/09/2026', { year: 2026, month: 9, day: 1 }],
    ['date', 'September 2026', { year: 2026, month: 9 }],
    ['period', '2024/25', { kind: 'academic year', start: 2024 }],
    ['period', '2024 to 2025', { kind: 'academic year', start: 2024 }],
    [
      'period',
      'year ended 31 August 2025',
      { kind: 'year ended', end: { year: 2025, month: 8, day: 31 } },
    ],
    ['periodKey', '2024/25', '2024/25'],
    ['amount', '68%', { number: 68, decimals: 0, unit: '%' }],
    ['amount', '£1.2m', { number: 1_200_000, decimals: 0, unit: '£' }],
    ['amount', 'SUPP', { code: 'SUPP' }],
    ['amount', 'c', { code: 'c' }],
    ['money', '£1,250', { number: 1250, decimals: 0, unit: '£' }],
    ['money', '1250', { number: 1250, decimals: 0, unit: null }],
    ['percent', '4.5%', { number: 4.5, decimals: 1, unit: '%' }],
    ['percent', '0.5%', { number: 0.5, decimals: 1, unit: '%' }],
    ['percent', '5', { number: 5, decimals: 0, unit: null }],
    ['count', '212', 212],
    ['count', '1,040', 1040],
    ['count', '0', 0],
    ['urn', '990001', '990001'],
    ['ukprn', '19999901', '19999901'],
    ['trustReference', 'TR99901', 'TR99901'],
    ['companiesHouse', '09999901', '09999901'],
    ['companiesHouse', 'OC999901', 'OC999901'],
    ['uid', '99901', '99901'],
    ['link', 'https://quillbrook.example/plan?a=1#b', 'https://quillbrook.example/plan?a=1#b'],
    ['link', 'http://quillbrook.example', 'http://quillbrook.example'],
    ['email', 'office@quillbrook.example', 'office@quillbrook.example'],
    ['phone', '01632 960 001', '01632 960 001'],
    ['phone', '+44 (0)1632 960-001', '+44 (0)1632 960-001'],
    ['colour', '#0b5351', '#0b5351'],
    ['colour', '#0B5', '#0B5'],
    ['ages', '4 to 11', { from: 4, to: 11 }],
    ['ages', '4-11', { from: 4, to: 11 }],
    ['ages', '4–11', { from: 4, to: 11 }],
    ['ages', '11 to 18', { from: 11, to: 18 }],
    ['file', 'images/logo.png', 'images/logo.png'],
    ['reference', 'accounts-2025', 'accounts-2025'],
  ])('is read as %s: %s', (kind, typed, value) => {
    expect(readAs(kind, typed)).toStrictEqual({ success: true, data: value });
  });
});

describe('what cannot be read', () => {
  it.each<[Kind, string, string, string]>([
    ['choice', 'invited to tlak', 'not-a-choice', 'exploring, invited to talk, not decided'],
    ['yesNo', 'maybe', 'not-a-choice', 'Type yes or no.'],
    ['date', '31 November 2026', 'bad-date', '1 September 2026'],
    ['date', 'next summer', 'bad-date', '1 September 2026'],
    ['period', '2024/26', 'bad-period', '2024/25'],
    ['period', 'last year', 'bad-period', '2024/25'],
    ['period', 'year ended August', 'bad-period', 'year ended 31 August 2025'],
    ['periodKey', '2024/26', 'bad-period', '2024/25'],
    ['periodKey', 'banana', 'bad-period', '2024/25'],
    ['amount', 'about 200', 'bad-number', '£1.2 million'],
    ['amount', 'SUPPRESSED', 'bad-number', 'SUPP or NP'],
    ['money', '5%', 'bad-number', '£120'],
    ['money', 'SUPP', 'bad-number', '£120'],
    ['percent', '£5', 'bad-number', '5% or 4.5%'],
    ['percent', '0.05', 'bad-number', '5%, or 0.05%'],
    ['count', '12.5', 'bad-number', '212 or 1,040'],
    ['count', '-3', 'bad-number', '212 or 1,040'],
    ['count', '20%', 'bad-number', '212 or 1,040'],
    ['count', 'twelve', 'bad-number', '212 or 1,040'],
    ['urn', '99001', 'bad-urn', 'Get Information About Schools'],
    ['urn', '9900010', 'bad-urn', 'Get Information About Schools'],
    ['ukprn', '29999901', 'bad-ukprn', 'Get Information About Schools'],
    ['ukprn', '1999990', 'bad-ukprn', 'Get Information About Schools'],
    ['trustReference', 'tr99901', 'bad-trust-reference', 'group ID'],
    ['trustReference', '99901', 'bad-trust-reference', 'group ID'],
    ['companiesHouse', '9999901', 'bad-companies-house-number', '09999901'],
    ['companiesHouse', '999990123', 'bad-companies-house-number', 'all 8 characters'],
    ['uid', '099', 'bad-number', 'Get Information About Schools'],
    ['link', 'www.quillbrook.example', 'bad-link', 'https://www.quillbrook.example'],
    ['link', 'quillbrook', 'bad-link', 'from https:// on'],
    ['link', 'javascript:alert(1)', 'bad-link', 'from https:// on'],
    ['link', 'https://quillbrook.example/a b', 'bad-link', 'from https:// on'],
    ['link', 'https://x.example/"><script>', 'bad-link', 'from https:// on'],
    ['email', 'office at quillbrook.example', 'bad-email', 'name@example.org'],
    ['email', 'office@quillbrook', 'bad-email', 'name@example.org'],
    ['phone', 'ask at the office', 'bad-phone', '01632 960 001'],
    ['phone', '12345', 'bad-phone', '01632 960 001'],
    ['colour', 'forest green', 'bad-colour', '"#0b5351"'],
    ['colour', '0b5351', 'bad-colour', '"#0b5351"'],
    ['colour', '#0b535', 'bad-colour', '"#0b5351"'],
    ['ages', '11 to 4', 'bad-ages', '4 to 11'],
    ['ages', '4', 'bad-ages', '4 to 11'],
    ['ages', '4 to 111', 'bad-ages', '4 to 11'],
  ])('as %s is refused, and said how to type it: %s', (kind, typed, code, hint) => {
    const complaint = complaintOf(kind, typed);
    expect(complaint).toMatchObject({ code });
    expect(complaint?.hint).toContain(hint);
    expect(complaint?.message).toContain(`“${typed}”`);
  });

  it('is not quoted at length', () => {
    const { message = '' } = complaintOf('date', 'x'.repeat(500)) ?? {};
    expect(message.length).toBeLessThan(150);
    expect(message).toContain('…”');
  });

  it.each(['line', 'prose'] as const)('is a %s that is too long', (kind) => {
    const limit = TEXT_LIMITS[kind];
    expect(readAs(kind, 'x'.repeat(limit)).success).toBe(true);
    expect(complaintOf(kind, 'x'.repeat(limit + 1))).toMatchObject({ code: 'text-too-long' });
  });

  it('is never met with an exception', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(kinds) as Kind[])),
        fc.string({ unit: 'binary', maxLength: 500 }),
        (kind, typed) => {
          const { success } = readAs(kind, typed);
          expect(success || complaintOf(kind, typed)?.hint).toBeTruthy();
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what an editor is told of a value', () => {
  const entries = Object.entries(kinds).flatMap(([name, schema]) => {
    const { examples, pattern } = (schema.meta() ?? {}) as {
      examples?: unknown[];
      pattern?: string;
    };
    return (examples ?? []).map((example) => [name as Kind, String(example), pattern] as const);
  });

  it.each(entries)('has examples of %s that can be typed: %s', (kind, example, pattern) => {
    expect(readAs(kind, example).success).toBe(true);
    if (pattern) expect(example).toMatch(new RegExp(pattern, 'u'));
  });
});

describe('the names of metrics and evidence', () => {
  it.each(['a', 'ks2', 'accounts-2025', 'england-ks2-2025'])('may be %s', (name) => {
    expect(name).toMatch(NAME);
  });

  it.each(['', '2025', 'Accounts', 'accounts 2025', 'accounts_2025', 'a--b', 'a-', '-a', 'ämter'])(
    'may not be “%s”',
    (name) => {
      expect(name).not.toMatch(NAME);
    },
  );
});
