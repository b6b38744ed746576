import type { Source } from './source.ts';

/** A body, scheme or book that is gone, and what to say instead. */
export interface RetiredTerm {
  name: string;
  /** Linear: no part of it can match the same characters in two ways. */
  pattern: RegExp;
  /** What else a sentence must have, where the name alone could mean something that is still there. */
  with?: RegExp;
  /** What became of it. */
  became: string;
  say: string;
  source: Source;
}

export const retiredTermsAsOf = '2026-11';

export const retiredTerms: readonly RetiredTerm[] = [
  {
    name: 'regional schools commissioner',
    pattern: /\bregional schools? commissioners?\b/i,
    became: 'Since September 2022 regional directors do this work.',
    say: 'Write “the regional director”, or “the Department for Education”.',
    source: {
      title: 'Regional directors’ decision-making framework',
      publisher: 'Department for Education',
      url: 'https://www.gov.uk/government/publications/regional-directors-decision-making-framework/regional-directors-decision-making-framework',
    },
  },
  {
    name: 'the ESFA',
    pattern: /\bESFA\b|\beducation (?:and|&) skills funding agency\b/i,
    became: 'It closed on 31 March 2025; the Department for Education regulates trusts.',
    say: 'Write “the Department for Education”.',
    source: {
      title: 'Academy trust handbook 2025, which names the Department as regulator',
      publisher: 'Department for Education',
      published: '2025-09-01',
    },
  },
  {
    name: 'the £25,000 conversion grant',
    pattern: /£25,?000\b.{0,60}\bgrants?\b|\bgrants?\b.{0,60}£25,?000\b|£25k\b.{0,40}\bgrants?\b/i,
    with: /\b(?:conver(?:t|ts|ting|sion)|join(?:s|ing)?|academ(?:y|ies|isation)|DfE|Department for Education|government)\b/i,
    became: 'It ended on 1 January 2025.',
    say: 'Say who pays the costs of joining now.',
    source: {
      title: 'Funding withdrawn for trusts and academy conversions',
      publisher: 'Browne Jacobson',
      url: 'https://brownejacobson.com/insights/funding-withdrawn-for-trusts-and-academy-conversions',
    },
  },
  {
    name: 'the Trust Capacity Fund',
    pattern: /\b[Tt]rust [Cc]apacity [Ff]und\b|\bTCaF\b/,
    became: 'It ended on 1 January 2025.',
    say: 'Say what pays for the help now.',
    source: {
      title: 'Funding withdrawn for trusts and academy conversions',
      publisher: 'Browne Jacobson',
      url: 'https://brownejacobson.com/insights/funding-withdrawn-for-trusts-and-academy-conversions',
    },
  },
  {
    name: 'the academies financial handbook',
    pattern: /\bacadem(?:y|ies) financial handbook\b/i,
    became: 'Since September 2021 it is the academy trust handbook.',
    say: 'Write “the academy trust handbook”.',
    source: {
      title: 'Academy trust handbook',
      publisher: 'Department for Education',
      published: '2025-09-01',
    },
  },
];

/** Words that put a sentence in the past, where a retired name is in its place. */
export const inThePast =
  /\b(?:was|were|had|did|former|formerly|then|until|before|closed|ended|used to|no longer|replaced|in (?:19|20)\d\d|since (?:19|20)\d\d)\b/i;
