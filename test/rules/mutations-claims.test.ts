import { describe, expect, it } from 'vitest';
import { candourRules } from '../../src/rules/candour.ts';
import { claimRules } from '../../src/rules/claims.ts';
import { consentRules } from '../../src/rules/consent.ts';
import { coreMeasureMissing } from '../../src/rules/core-measures.ts';
import { costRules } from '../../src/rules/costs.ts';
import { hardAnswerRules } from '../../src/rules/hard-answers.ts';
import { readabilityRules } from '../../src/rules/readability.ts';
import { standingRules } from '../../src/rules/standing.ts';
import { codesAfter, type Mutation } from '../support/mutation.ts';

const mutations: readonly Mutation[] = [
  {
    lie: 'a claim loses its source',
    file: 'principles.yaml',
    from: '        evidence: [health-review]\n',
    to: '',
    codes: ['claim-unsupported'],
  },
  {
    lie: 'a source loses its publisher',
    file: 'evidence.yaml',
    from: '    title: Scheme of delegation\n    publisher: Quillbrook Learning Trust\n',
    to: '    title: Scheme of delegation\n',
    codes: ['evidence-undated'],
  },
  {
    lie: 'nobody checked the count of goals after all',
    file: 'evidence.yaml',
    from: '    independent: yes # the partnership checked it\n',
    to: '',
    codes: ['only-own-evidence'],
  },
  {
    lie: 'a plan has no day',
    file: 'principles.yaml',
    from: '        owner: Chief executive\n        due: 30 June 2027\n',
    to: '        owner: Chief executive\n',
    codes: ['intention-open'],
  },
  {
    lie: 'facts about the vision become hopes',
    file: 'principles.yaml',
    from: /(?<=vision:[\s\S]*?claims:\n)[\s\S]*?(?= {4}for_you)/,
    to: '      - text: Every child will swim.\n        strength: aspiration\n',
    codes: ['only-plans'],
  },
  {
    lie: 'a principle has neither number nor check nor voice',
    file: 'principles.yaml',
    from: /(?<= {2}vision:\n)[\s\S]*?(?=\n {2}governance:)/,
    to: '    claims:\n      - text: We asked 312 people.\n        evidence: [plan-2025]\n',
    also: [
      { file: 'voices.yaml', from: '    principle: vision\n', to: '' },
      { file: 'evidence.yaml', from: /(?<= {2}plan-2025:\n(?: {4}.*\n)*) {4}kind: .*\n/, to: '' },
    ],
    codes: ['only-own-evidence', 'principle-thin'],
  },
  {
    lie: 'the turnover of staff is no longer a measure that readers know',
    file: 'metrics.yaml',
    from: '    measure: staff turnover\n',
    to: '    label: Staff who left\n    unit: "%"\n',
    codes: ['core-measure-missing'],
  },
  {
    lie: 'we are among the best',
    file: 'trust.yaml',
    from: 'so we know what it is to run a small school.',
    to: 'and we are among the best in the county.',
    codes: ['boast'],
  },
  {
    lie: 'we transformed a school',
    file: 'trust.yaml',
    from: 'so we know what it is to run a small school.',
    to: 'and we transformed one of them.',
    codes: ['cause-claimed'],
  },
  {
    lie: 'trusts raise results',
    file: 'trust.yaml',
    from: 'so we know what it is to run a small school.',
    to: 'and schools in trusts do better.',
    codes: ['generic-claim'],
  },
  {
    lie: 'nothing could go wrong',
    file: 'trust.yaml',
    from: /^risks:\n(?: .*\n)+/m,
    to: '',
    codes: ['candour-missing'],
  },
  {
    lie: 'a weakness that nobody measures or mends',
    file: 'trust.yaml',
    from: /^weaknesses:\n/m,
    to: 'weaknesses:\n  - what: Our website is slow.\n',
    codes: ['weakness-idle'],
  },
  {
    lie: 'no price',
    file: 'finances.yaml',
    from: /(?<= {2}contribution:\n)[\s\S]*?(?=\n {2}\w)/,
    to: '    review: Trustees set it each May.',
    codes: ['charge-missing'],
  },
  {
    lie: '5% of what',
    file: 'finances.yaml',
    from: /^ {4}base: .*\n/m,
    to: '',
    codes: ['charge-without-base'],
  },
  {
    lie: 'no word of what the price was before',
    file: 'finances.yaml',
    from: /^ {4}history:\n(?: {6}.*\n)+/m,
    to: '',
    codes: ['charge-incomplete'],
  },
  {
    lie: 'money is pooled, and that is that',
    file: 'finances.yaml',
    from: /^ {2}pooling:\n(?: {4}.*\n)+/m,
    to: '  pooling:\n    pooled: yes\n    formula: By pupils.\n',
    codes: ['pooling-without-appeal'],
  },
  {
    lie: 'not a word on jobs',
    file: 'trust.yaml',
    from: /^ {2}jobs:\n(?: {4}.*\n)+/m,
    to: '',
    codes: ['hard-answer-missing'],
  },
  {
    lie: 'nobody stands by the answer on leaving',
    file: 'trust.yaml',
    from: '    evidence: [transfer-note]\n    confirmed_by: Governance professional\n',
    to: '    evidence: [transfer-note]\n',
    codes: ['hard-answer-unconfirmed'],
  },
  {
    lie: 'not a word on whose the reserves are',
    file: 'finances.yaml',
    from: /^ {2}reserves:\n(?: {4}.*\n)+[\s\S]*? {2}deficits:[\s\S]*?(?=\n {2}\w)/m,
    to: '  reserves:\n    share_of_income: 6.9%',
    codes: ['must-answer-missing'],
  },
  {
    lie: 'you can stop until some day',
    file: 'prospective-schools.yaml',
    from: /^ {10}date: 16 August 2027\n/m,
    to: '',
    codes: ['stop-until-open'],
  },
  {
    lie: 'nobody invited us',
    file: 'trust.yaml',
    from: /^ {2}invited_by: .*\n/m,
    to: '',
    codes: ['standing-missing'],
  },
  {
    lie: 'when you join',
    file: 'trust.yaml',
    from: 'so we know what it is to run a small school.',
    to: 'and we will visit you when you join.',
    codes: ['outcome-presumed'],
  },
  {
    lie: 'a consultation that nobody can answer',
    file: 'trust.yaml',
    from: '  stage: invited to talk\n',
    to: '  stage: consulting\n',
    codes: ['consultation-open'],
  },
  {
    lie: 'the governors never agreed to talk',
    file: 'prospective-schools.yaml',
    from: /^ {4}governors_agreed: .*\n/m,
    to: '',
    codes: ['conversation-unagreed'],
  },
  {
    lie: 'a voice without permission',
    file: 'voices.yaml',
    from: /^ {4}consent:\n(?: {6}.*\n)+/m,
    to: '',
    codes: ['consent-missing'],
  },
  {
    lie: 'a permission that is over',
    file: 'voices.yaml',
    from: /until: .*/,
    to: 'until: 31 August 2026',
    codes: ['consent-over'],
  },
  {
    lie: 'a permission for anything',
    file: 'voices.yaml',
    from: /^ {6}scope: .*\n/m,
    to: '',
    codes: ['consent-open'],
  },
  {
    lie: 'a pupil with a name',
    file: 'voices.yaml',
    from: '    role: Parent of two children\n',
    to: '    role: Pupil in Year 5\n    speaker: Ada\n',
    codes: ['pupil-named'],
  },
  {
    lie: 'a photograph of who knows whom',
    file: 'trust.yaml',
    from: '  brand:\n',
    to: '  cover_photo:\n    file: images/logo.png\n    alt: Children at play\n  brand:\n',
    codes: ['picture-unsaid'],
  },
  {
    lie: 'a photograph of children, and no permission',
    file: 'trust.yaml',
    from: '  brand:\n',
    to: '  cover_photo:\n    file: images/logo.png\n    alt: Children at play\n    shows: children\n  brand:\n',
    codes: ['consent-missing'],
  },
  {
    lie: 'a sentence without end',
    file: 'trust.yaml',
    from: 'so we know what it is to run a small school.',
    to: 'so we know what it is to run a small school and to keep its doors open in a winter when the boiler fails and the roof leaks and nobody comes to mend them.',
    codes: ['sentence-long'],
  },
  {
    lie: 'words that nobody uses at home',
    file: 'trust.yaml',
    from: /(?<= {2}why_now: >-\n)[\s\S]*?(?=\n {2}\w)/,
    to: `    ${'Organisational sustainability necessitates collaborative institutional transformation. Interdisciplinary methodologies facilitate comprehensive developmental opportunities. '.repeat(12)}`,
    codes: ['hard-to-read'],
  },
  {
    lie: 'a short form that nobody explains',
    file: 'trust.yaml',
    from: 'so we know what it is to run a small school.',
    to: 'and each has a SENCO.',
    codes: ['abbreviation-unexplained'],
  },
  {
    lie: 'a bare web address',
    file: 'trust.yaml',
    from: 'so we know what it is to run a small school.',
    to: 'as https://quillbrook.example/schools shows.',
    codes: ['bare-address'],
  },
];

describe('the rules about claims, costs, candour, consent and standing', () => {
  it('find nothing in the example as it is', async () => {
    expect(await codesAfter()).toEqual([]);
  });

  it.each(mutations)('find $codes where $lie', async (mutation) => {
    expect(await codesAfter(mutation)).toEqual([...mutation.codes].sort());
  });

  it('have a lie each that they find', () => {
    const found = new Set(mutations.flatMap(({ codes }) => codes));
    const rules = [
      ...claimRules,
      ...candourRules,
      ...consentRules,
      coreMeasureMissing,
      ...costRules,
      ...hardAnswerRules,
      ...readabilityRules,
      ...standingRules,
    ];
    expect(rules.map(({ code }) => code).filter((code) => !found.has(code))).toEqual([]);
  });
});
