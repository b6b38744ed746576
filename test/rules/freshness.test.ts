import { describe, expect, it } from 'vitest';
import { codesOf } from '../support/codes.ts';

const voice = (lines: string) =>
  `schools: [{ name: Tansy Row Primary School, headteacher: Samira Oduya }]\nvoices:\n  - { quote: They listened., school: Tansy Row Primary School, ${lines} }\n`;

describe('what grows old', () => {
  const on = (year: number, month: number, day: number) => ({ today: { year, month, day } });

  it.each([
    ['as_of: 26 August 2026\nschools: [{ name: A, pupils: 9 }]\n', []],
    ['as_of: 25 August 2026\nschools: [{ name: A, pupils: 9 }]\n', ['register-facts-old']],
    ['as_of: 25 August 2020\n', []],
    ['journey: { law_as_of: 24 May 2026 }\n', []],
    ['journey: { law_as_of: 23 May 2026 }\n', ['law-old']],
    // A month alone counts as old only when the whole of it does.
    ['journey: { law_as_of: May 2026 }\n', []],
    ['journey: { law_as_of: April 2026 }\n', ['law-old']],
    [voice('role: Parent, said_on: 24 November 2023'), []],
    [voice('role: Parent, said_on: 23 November 2023'), ['quote-old']],
    [voice('role: Parent, consent: { given_on: 24 November 2024 }'), []],
    [voice('role: Parent, consent: { given_on: 23 November 2024 }'), ['consent-old']],
  ])('is told at its limit and not before: %s', async (yaml, codes) => {
    expect(await codesOf(yaml)).toEqual(codes);
  });

  const accounts = (ended: string) =>
    `evidence: { a: { title: Audited accounts, period: "year ended ${ended}" }, old: { title: Audited accounts, period: year ended 31 August 2019 } }\n`;
  it.each([
    ['31 August 2024', on(2026, 1, 31), []],
    ['31 August 2024', on(2026, 2, 1), ['accounts-old']],
    ['31 August 2025', on(2027, 1, 31), []],
    ['31 August 2025', on(2027, 2, 1), ['accounts-old']],
  ])('asks for newer accounts than %s after 31 January, on %o', async (ended, options, codes) => {
    expect(await codesOf(accounts(ended), options)).toEqual(codes);
  });

  it.each([
    ['speaker: Noel Carrick, role: Headteacher', ['speaker-moved']],
    ['speaker: Noel Carrick, role: Head teacher', ['speaker-moved']],
    ['speaker: Mrs S. Oduya, role: Headteacher', []],
    ['speaker: Noel Carrick, role: Former headteacher', []],
    ['speaker: Noel Carrick, role: Headteacher until 2025', []],
    ['speaker: Noel Carrick, role: Deputy headteacher', []],
    ['role: Headteacher', []],
  ])('notices a head who has left: %s', async (lines, codes) => {
    expect(await codesOf(voice(lines))).toEqual(codes);
  });

  it('notices a trustee whose term is over', async () => {
    const yaml = voice('speaker: Hester Calloway, role: Chair of trustees').concat(
      'people: [{ name: Hester Calloway, role: Chair, group: trustees, term_ends: August 2026 }]\n',
    );
    expect(await codesOf(yaml)).toEqual(['speaker-moved']);
  });

  it('keeps warnings as warnings in a release, but not for accounts', async () => {
    const { diagnosticsOf } = await import('../support/codes.ts');
    const severities = async (yaml: string) =>
      (await diagnosticsOf(yaml, { release: true })).map(({ severity }) => severity);
    expect(await severities('journey: { law_as_of: April 2026 }\n')).toEqual(['warning']);
    expect(await severities(accounts('31 August 2023'))).toEqual(['error']);
  });
});

describe('retired terms', () => {
  const said = (text: string) => codesOf(`growth: { why_us: "${text}" }\n`);

  it.each([
    'The Regional Schools Commissioner likes us.',
    'We report to the ESFA each term.',
    'The Education and Skills Funding Agency regulates us.',
    'You get the £25,000 grant when you convert.',
    'A conversion grant of £25,000 pays for it.',
    'The Trust Capacity Fund pays for it.',
    'We follow the academies financial handbook.',
  ])('are found: “%s”', async (text) => {
    expect(await said(text)).toEqual(['retired-term']);
  });

  it.each([
    'Until 2025 the ESFA regulated trusts.',
    'The £25,000 grant for schools that convert has ended.',
    'We won a grant of £25,000 for the playground.',
    'The trust’s capacity fund is small.',
  ])('are let pass in the past, or where something else is meant: “%s”', async (text) => {
    expect(await said(text)).toEqual([]);
  });

  it('are let pass in what somebody said word for word, and in the titles of sources', async () => {
    const quote = (verbatim: string) =>
      voice(`role: Parent${verbatim}`).replace('They listened.', 'I wrote to the ESFA.');
    expect(await codesOf(quote(''))).toEqual([]);
    expect(await codesOf(quote(', verbatim: no'))).toEqual(['retired-term']);
    expect(await codesOf('evidence: { a: { title: Letter to the ESFA } }\n')).toEqual([]);
  });
});
