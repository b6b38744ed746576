import type { Source } from './source.ts';

/**
 * What makes a claim well supported: the Department for Education’s own evidence about trusts combines
 * headline metrics, verifiers and qualitative sources.
 */
export const supportSource: Source & { asOf: string } = {
  title: 'Commissioning high-quality trusts: evidence of trust quality',
  publisher: 'Department for Education',
  published: '2023-07',
  url: 'https://www.gov.uk/government/publications/regional-directors-decision-making-framework/regional-directors-decision-making-framework',
  asOf: '2026-11',
};

/** Proposed defaults, not rules of the sector: how old the newest evidence of a claim may be, in months. */
export const freshMonths = 24;

/** How many of the three kinds strong support has. */
export const strongKinds = 2;
