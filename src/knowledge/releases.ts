import type { MeasureId } from './measures.ts';
import type { Source } from './source.ts';

/**
 * When the figures for an academic year are published: a day of the calendar, so many years after
 * the one the academic year began in. The day is the last on which they have come out in recent
 * years, so that nobody is called late before the figures are there.
 */
export interface Release {
  /** For 2024/25, 1 means 2025 and 2 means 2026. */
  yearsAfterStart: 1 | 2;
  month: number;
  day: number;
  source: Source;
}

/** ISO month when these dates were last compared with the calendars of their publishers. */
export const releasesAsOf = '2026-11';

const statistics = (title: string): Source => ({
  title,
  publisher: 'Department for Education',
  published: '2026',
});

const keyStage2: Release = {
  yearsAfterStart: 1,
  month: 12,
  day: 31,
  source: statistics('School performance tables, key stage 2: published each December'),
};
const keyStage4: Release = {
  yearsAfterStart: 2,
  month: 2,
  day: 28,
  source: statistics('School performance tables, key stage 4: revised each February'),
};
const absence: Release = {
  yearsAfterStart: 2,
  month: 3,
  day: 31,
  source: statistics('Pupil absence in schools in England: full year, published each March'),
};
const workforce = (yearsAfterStart: Release['yearsAfterStart']): Release => ({
  yearsAfterStart,
  month: 6,
  day: 30,
  source: statistics('School workforce in England: the census of November, published each June'),
});
const accounts: Release = {
  yearsAfterStart: 2,
  month: 1,
  day: 31,
  source: {
    title: 'Academy trust handbook: audited accounts on the website by 31 January',
    publisher: 'Department for Education',
    published: '2025-09-01',
  },
};

/**
 * A measure that is not here has no calendar we know of, or none that fits the year a trust would
 * type: destinations are published under the year pupils left and under the year after.
 */
export const releases: Partial<Record<MeasureId, Release>> = {
  'key stage 2 expected standard': keyStage2,
  'key stage 2 higher standard': keyStage2,
  'key stage 2 reading progress': keyStage2,
  'key stage 2 writing progress': keyStage2,
  'key stage 2 maths progress': keyStage2,
  'phonics standard': {
    yearsAfterStart: 1,
    month: 12,
    day: 31,
    source: statistics('Phonics screening check attainment: published each autumn'),
  },
  'attainment 8': keyStage4,
  'progress 8': keyStage4,
  'grade 5 english and maths': keyStage4,
  attendance: absence,
  'persistent absence': absence,
  suspensions: {
    yearsAfterStart: 2,
    month: 7,
    day: 31,
    source: statistics('Suspensions and permanent exclusions in England: published each July'),
  },
  'teacher vacancies': workforce(1),
  'staff turnover': workforce(2),
  'staff sickness': workforce(2),
  'energy use': accounts,
  'carbon emissions': accounts,
  'carbon intensity': accounts,
  'revenue reserves': accounts,
};
