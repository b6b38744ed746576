import type { MeasureId } from './measures.ts';
import type { Source } from './source.ts';

/** A year for which nobody could have published a measure, or only the nation’s figure. */
export interface NotPublished {
  measures: readonly MeasureId[];
  /** Words that all stand in the label of a metric that means one of these measures. */
  words: readonly RegExp[];
  /** The first calendar year of each academic year: 2024 is 2024/25. */
  years: readonly number[];
  /** Whether the nation’s figure was published all the same, so that a comparator may have it. */
  nationally: boolean;
  /** Why, as the end of the sentence “… for 2024/25, because”. */
  because: string;
  source: Source;
  /** What is not settled about it. */
  note?: string;
}

/** ISO month when this list was last compared with its sources. */
export const notPublishedAsOf = '2026-11';

const technicalGuide: Source = {
  title: 'Primary school accountability: technical guide',
  publisher: 'Department for Education',
  published: '2025',
  url: 'https://www.gov.uk/government/publications/primary-school-accountability/primary-school-accountability-in-2025-technical-guide',
};

export const notPublished: readonly NotPublished[] = [
  {
    measures: ['progress 8'],
    words: [/\bprogress 8\b/i],
    years: [2024, 2025],
    nationally: false,
    because: 'those pupils took no key stage 2 tests that it could start from',
    source: {
      title: 'Key stage 4 progress indicator, in Financial Benchmarking and Insights Tool',
      publisher: 'Department for Education',
      published: '2026-08-22',
    },
  },
  {
    measures: [
      'key stage 2 reading progress',
      'key stage 2 writing progress',
      'key stage 2 maths progress',
    ],
    words: [/\b(?:key stage 2|ks2|reading|writing|maths)\b/i, /\bprogress\b/i],
    years: [2023, 2024],
    nationally: false,
    because: 'those pupils took no key stage 1 tests that it could start from',
    source: technicalGuide,
    note: 'The Department’s draft School Profile names 2024/25 and 2025/26 instead. The two conflict; this list follows the technical guide, so a figure for 2025/26 is let pass.',
  },
  {
    measures: [
      'key stage 2 expected standard',
      'key stage 2 higher standard',
      'key stage 2 reading progress',
      'key stage 2 writing progress',
      'key stage 2 maths progress',
      'phonics standard',
    ],
    words: [/\b(?:key stage 2|ks2|phonics)\b/i],
    years: [2019, 2020],
    nationally: false,
    because: 'the tests were not held in the pandemic',
    source: technicalGuide,
  },
  {
    measures: ['attainment 8', 'progress 8', 'grade 5 english and maths'],
    words: [/\b(?:attainment 8|progress 8|grade [45]\b.*\b(?:english|maths)|gcse)/i],
    years: [2019, 2020],
    nationally: true,
    because: 'grades were given by schools in the pandemic, and nothing was published by school',
    source: {
      title: 'Key stage 4 performance, notes on 2019/20 and 2020/21',
      publisher: 'Department for Education',
      published: '2021',
    },
  },
];

/**
 * Years that a series may step over, whatever it counts about pupils: schools were closed to most of
 * them, and the Department advises against comparing these years with others.
 */
export const disruptedYears: readonly number[] = [2019, 2020];
