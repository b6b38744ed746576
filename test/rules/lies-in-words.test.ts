import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/catalogue.ts';
import { rules } from '../../src/rules/index.ts';
import { paths } from '../support/rules.ts';

const told = (code: Code, yaml: string) => {
  const found = rules.find((rule) => rule.code === code);
  if (!found) throw new Error(`No rule ${code}`);
  return paths(found, yaml);
};
const said = (sentence: string) => `growth:\n  why_us: ${JSON.stringify(sentence)}\n`;

describe('what brochures say without support', () => {
  it.each<[Code, string]>([
    ['boast', 'We are a leading trust in the north.'],
    ['boast', 'One of the leading multi-academy trusts.'],
    ['boast', 'We give every child an outstanding education.'],
    ['boast', 'Our results are exceptional.'],
    ['boast', 'We’re a leading MAT!'],
    ['grades-mixed', 'Our Ofsted ratings are all Good or Outstanding.'],
    ['abbreviation-unexplained', 'GAG'],
    ['cause-claimed', 'Joining us led to better results at Tansy Row.'],
    ['cause-claimed', 'We improved attendance.'],
    ['cause-claimed', 'Attendance rose due to our work.'],
    ['cause-claimed', 'Our help has had a significant impact on results.'],
    ['cause-claimed', 'Results rose as a result of being in the trust.'],
    ['outcome-presumed', 'By joining us you will gain a family of schools.'],
    ['outcome-presumed', 'We look forward to welcoming you.'],
    ['outcome-presumed', 'Upon joining, your staff will transfer to us.'],
    ['outcome-presumed', 'Following conversion, you keep your name.'],
    ['small-group-in-text', 'Of four pupils with plans at Tansy Row, three met the standard.'],
    ['overall-grade-withdrawn', 'The school was judged outstanding overall in March 2025.'],
    ['not-published', 'Our reading progress score was 1.2 in 2023/24.'],
  ])('is found by %s: %s', async (code, sentence) => {
    expect(await told(code, said(sentence))).toEqual(['growth.why_us']);
  });

  it.each<[Code, string]>([
    ['boast', 'Our leading practitioners visit each school, and our reading lead leads them.'],
    ['boast', 'Families told us that outstanding bills worried them.'],
    ['cause-claimed', 'Pupils who read at home lead lessons, and that leads to noise.'],
    ['cause-claimed', 'We ask what impact each visit had, and write it down.'],
    ['cause-claimed', 'Trains were late due to snow.'],
    ['outcome-presumed', 'If you joined, your staff would keep their contracts.'],
    ['outcome-presumed', 'We welcome visitors to our schools.'],
    ['small-group-in-text', 'Of four schools that asked for help, three had a new head.'],
    ['small-group-in-text', 'Of 40 pupils with plans, three in four met the standard.'],
    ['overall-grade-withdrawn', 'The school was judged good in May 2019.'],
    ['not-published', 'Our reading progress score was 1.2 in 2018/19.'],
  ])('is not seen by %s where it is not: %s', async (code, sentence) => {
    expect(await told(code, said(sentence))).toEqual([]);
  });
});

describe('a number of schools in a text', () => {
  const two = 'schools:\n  - name: Tansy Row\n  - name: Marsh End\n';

  it.each([
    'We are three primary schools.',
    'All of our 12 schools do so.',
    'We run four schools.',
  ])('is more than the profile lists: %s', async (sentence) => {
    expect(await told('more-schools-than-listed', two + said(sentence))).toEqual(['growth.why_us']);
  });

  it.each([
    'We are two primary schools.',
    'One of our schools has a pool.',
    'We hope to be ten schools.',
    'Other trusts have 30 schools.',
    'All our schools do so.',
  ])('is no more than that: %s', async (sentence) => {
    expect(await told('more-schools-than-listed', two + said(sentence))).toEqual([]);
  });
});

describe('a sum for each pupil in a text', () => {
  const pays = 'finances:\n  contribution:\n    per_pupil: £263\n';

  it('contradicts the one that schools pay', async () => {
    const sentence = 'The charge comes to about £236 for each pupil.';
    expect(await told('figure-contradicted', pays + said(sentence))).toEqual(['growth.why_us']);
  });

  it.each(['The charge comes to about £260 per pupil.', 'We spend £90 per pupil on books.'])(
    'may be rounded, or of something else: %s',
    async (sentence) => {
      expect(await told('figure-contradicted', pays + said(sentence))).toEqual([]);
    },
  );
});

describe('a share in words', () => {
  const turnover =
    'metrics:\n  staff-turnover:\n    measure: staff turnover\n    series:\n      2023/24: 16%\n      2024/25: 13%\n';

  it('is read as one in figures is', async () => {
    const contradicted = (share: string) =>
      told('figure-contradicted', `${turnover}${said(`Our staff turnover is ${share} per cent.`)}`);
    expect(await contradicted('twenty-one')).toEqual(['growth.why_us']);
    expect(await contradicted('Ten')).toEqual(['growth.why_us']);
    expect(await contradicted('13')).toEqual([]);
  });
});

describe('a plan whose day is past', () => {
  const plan = (due: string) =>
    `principles:\n  vision:\n    claims:\n      - text: We will ask again.\n        strength: intention\n        owner: Chief executive\n        due: ${due}\n`;

  it('is found at its day', async () => {
    expect(await told('intention-open', plan('30 June 2025'))).toEqual([
      'principles.vision.claims.0.due',
    ]);
    expect(await told('intention-open', plan('30 June 2027'))).toEqual([]);
  });
});

describe('a permission for something else', () => {
  const voice = (scope: string) =>
    `voices:\n  - quote: It works.\n    role: Headteacher\n    consent:\n      given_on: 1 June 2026\n      until: 1 June 2028\n      basis: consent\n      scope: ${scope}\n`;

  it.each(['our newsletter', 'press and social media', 'displays in school'])(
    'is none for this document: %s',
    async (scope) => {
      expect(await told('consent-open', voice(scope))).toEqual(['voices.0.consent.scope']);
    },
  );

  it.each(['this prospectus and the press', 'our website', 'all publications, newsletters too'])(
    'may be for this too: %s',
    async (scope) => {
      expect(await told('consent-open', voice(scope))).toEqual([]);
    },
  );
});

describe('a short form in a name', () => {
  it('is not the writer’s to explain', async () => {
    const schools = 'schools:\n  - name: Marsh End AP Academy\n    short_name: MEAP\n';
    expect(await told('abbreviation-unexplained', schools)).toEqual([]);
    const noted = `${schools}    note: It offers AP.\n`;
    expect(await told('abbreviation-unexplained', noted)).toEqual(['schools.0.note']);
  });
});
