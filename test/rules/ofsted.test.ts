import { describe, expect, it } from 'vitest';
import { codesOf } from '../support/codes.ts';

const school = (lines: string, inspection: string) =>
  `schools:\n  - name: Tansy Row Primary School\n    note: Ofsted has not inspected it.\n${lines}    inspections: [${inspection}]\n`;
const inspected = (inspection: string) => codesOf(school('', inspection));

describe('inspections', () => {
  it.each([
    ['{ date: 31 August 2024, overall: good }', []],
    ['{ date: 1 September 2024, overall: good }', ['overall-grade-withdrawn']],
    ['{ date: September 2024, overall: good }', ['overall-grade-withdrawn']],
    [
      '{ date: 9 November 2025, kind: report card, areas: { achievement: strong standard } }',
      ['wrong-framework'],
    ],
    ['{ date: 10 November 2025, kind: report card, areas: { achievement: strong standard } }', []],
    ['{ date: 9 November 2025, judgements: { quality_of_education: good } }', []],
    ['{ date: 10 November 2025, judgements: { quality_of_education: good } }', ['wrong-framework']],
    ['{ date: 3 March 2025, kind: report card }', ['wrong-framework']],
    ['{ date: 3 March 2025, safeguarding: met }', ['wrong-framework']],
    ['{ date: 3 March 2026, safeguarding: effective }', ['wrong-framework']],
    ['{ date: 3 March 2026, safeguarding: not met }', []],
    ['{ date: 3 March 2025, kind: ungraded, outcome: remains good }', []],
    ['{ date: 3 March 2026, kind: report card, outcome: good }', ['wrong-framework']],
    ['{ date: 3 March 2026, kind: section 48, outcome: good }', []],
    // The month alone may lie on either side of the day that report cards began.
    ['{ date: November 2025, judgements: { quality_of_education: good } }', []],
    ['{ date: November 2025, areas: { achievement: strong standard } }', []],
  ])('are in the words of their framework: %s', async (inspection, codes) => {
    expect(await inspected(inspection)).toEqual(codes);
  });

  const was = '{ date: 14 May 2018, overall: good';
  it.each([
    [
      '    joined: 1 September 2019\n    route: converted\n',
      `${was} }`,
      ['predecessor-unlabelled'],
    ],
    ['    joined: 1 September 2019\n    route: sponsored\n', `${was}, predecessor: yes }`, []],
    [
      '    joined: 1 September 2017\n    route: converted\n',
      `${was}, predecessor: yes }`,
      ['predecessor-unlabelled'],
    ],
    // It was an academy before, and kept its number, unless it says that it had another.
    ['    joined: 1 September 2019\n    route: transferred\n', `${was} }`, []],
    [
      '    joined: 1 September 2019\n    predecessor_urn: 990104\n',
      `${was} }`,
      ['predecessor-unlabelled'],
    ],
    ['    joined: 1 September 2019\n', `${was} }`, []],
  ])('are marked where they were of the school before: %s%s', async (lines, inspection, codes) => {
    expect(await codesOf(school(lines, inspection))).toEqual(codes);
  });
});

describe('what texts say of Ofsted', () => {
  const said = (text: string) => codesOf(`growth: { why_us: "${text}" }\n`);

  it.each([
    'Ofsted rated our trust outstanding.',
    'The trust was judged good by Ofsted.',
    'Ofsted inspected our trust in May 2026.',
    'We are an outstanding trust, says Ofsted.',
    'The Ofsted inspection of our trust went well.',
  ])('gives the trust a grade: “%s”', async (text) => {
    expect(await said(text)).toEqual(['trust-graded']);
  });

  it.each([
    'Ofsted has not inspected our trust.',
    'Two schools in our trust were rated good by Ofsted in March 2023.',
    'Ofsted inspections of the trust’s schools are listed below.',
    'Ofsted found that pupils trust the staff.',
    'Trust between us is good.',
  ])('gives the trust none: “%s”', async (text) => {
    expect(await said(text)).toEqual([]);
  });

  it('knows the trust by its full name', async () => {
    const yaml =
      'trust: { name: Otterwick Learning Trust, vision: Ofsted judged Otterwick Learning Trust good. }\n';
    expect(await codesOf(yaml)).toEqual(['trust-graded']);
  });

  it.each([
    ['Ofsted rated it good in March 2025.', ['overall-grade-withdrawn']],
    ['Ofsted rated it good in March 2024.', []],
    ['Ofsted judged teaching good in March 2025.', []],
    ['Inspectors were here in March 2025 and saw good things.', []],
    ['Ofsted graded it as expected standard in March 2025.', ['wrong-framework']],
    ['Ofsted graded it as expected standard in March 2026.', []],
  ])('has the grades of its time: “%s”', async (text, codes) => {
    expect(await said(text)).toEqual(codes);
  });

  const counted = (inspections: string) =>
    codesOf(
      `schools:\n  - { name: North, joined: 1 May 2015, note: Ofsted has not inspected it., inspections: [${inspections}] }\ngrowth: { why_us: All our schools are good or outstanding. }\n`,
    );
  it.each([
    ['{ date: 14 May 2023, overall: good }', []],
    ['{ date: 14 May 2012, overall: good }', ['grades-mixed']],
    [
      '{ date: 14 May 2023, overall: good }, { date: 1 May 2025, judgements: { quality_of_education: good } }',
      ['grades-mixed'],
    ],
  ])(
    'counts good schools only under one framework, since joining: %s',
    async (inspections, codes) => {
      expect(await counted(inspections)).toEqual(codes);
    },
  );

  it('does not take what pupils do for what schools are', async () => {
    expect(await said('Behaviour is good or better in every lesson we saw.')).toEqual([]);
  });
});
