import type { Source } from './source.ts';

/**
 * How old a thing may be before a reader should be warned. These are our own proposals, not rules of
 * the sector; a profile may set the rules that use them otherwise, with a reason.
 */
export const freshness = {
  survey: { months: 18 },
  quotation: { months: 36 },
  consent: { months: 24 },
  registerFacts: { days: 90 },
  law: { months: 6 },
} as const;

export const freshnessAsOf = '2026-11';

/** By this day, each year, a trust’s audited accounts for the year to 31 August stand on its website. */
export const accountsDue = { month: 1, day: 31, yearEnd: { month: 8, day: 31 } } as const;

export const accountsSource: Source = {
  title: 'Academy trust handbook',
  publisher: 'Department for Education',
  published: '2025-09-01',
  url: 'https://www.gov.uk/government/publications/academy-trust-handbook/academy-trust-handbook-2025-effective-from-1-september-2025',
};
