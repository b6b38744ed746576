import type { Counted } from './small-groups.ts';
import type { Source } from './source.ts';

/**
 * An official or usual measure that a metric can name, so that its label, unit and limits need not
 * be typed. The list is data: a measure that is missing here can be described in the profile.
 */
export interface Measure {
  /** How the document names it. */
  label: string;
  unit: string;
  /** The lowest and highest value it can take, where there are such. */
  least?: number;
  most?: number;
  /** Whom it counts. What counts pupils is called an outcome. */
  of?: Counted;
  /** The age by which pupils take it, where only one year group does. */
  age?: number;
  /** What its numbers come from, one set for each period. */
  sets?: 'tests' | 'exams' | 'surveys';
  /** The least range that a chart of it may show, so that a small change looks small. */
  span?: number;
  source: Source;
}

const performance: Source = {
  title: 'School and trust performance measures',
  publisher: 'Department for Education',
  published: '2026',
};
const workforce: Source = {
  title: 'School workforce in England',
  publisher: 'Department for Education',
  published: '2026',
};
const own: Source = { title: 'The trust’s own record', publisher: 'The trust' };
const energy: Source = {
  title: 'Streamlined energy and carbon reporting, in the trustees’ report',
  publisher: 'The trust',
};

/** As of November 2026. Attainment 8 runs from 0 to 90; shares of pupils or staff from 0 to 100. */
export const measures = {
  'key stage 2 expected standard': {
    label:
      'Pupils meeting the expected standard in reading, writing and maths at the end of key stage 2',
    unit: '%',
    least: 0,
    most: 100,
    of: 'pupils',
    age: 11,
    sets: 'tests',
    source: performance,
  },
  'key stage 2 higher standard': {
    label:
      'Pupils reaching the higher standard in reading, writing and maths at the end of key stage 2',
    unit: '%',
    least: 0,
    most: 100,
    of: 'pupils',
    age: 11,
    sets: 'tests',
    source: performance,
  },
  'key stage 2 reading progress': {
    label: 'Progress in reading from key stage 1 to key stage 2',
    unit: 'score',
    of: 'pupils',
    age: 11,
    source: performance,
  },
  'key stage 2 writing progress': {
    label: 'Progress in writing from key stage 1 to key stage 2',
    unit: 'score',
    of: 'pupils',
    age: 11,
    source: performance,
  },
  'key stage 2 maths progress': {
    label: 'Progress in maths from key stage 1 to key stage 2',
    unit: 'score',
    of: 'pupils',
    age: 11,
    sets: 'tests',
    source: performance,
  },
  'phonics standard': {
    label: 'Pupils meeting the phonics standard in Year 1',
    unit: '%',
    least: 0,
    most: 100,
    of: 'pupils',
    age: 6,
    sets: 'tests',
    source: performance,
  },
  'attainment 8': {
    label: 'Average Attainment 8 score',
    unit: 'points',
    least: 0,
    most: 90,
    of: 'pupils',
    age: 16,
    sets: 'exams',
    span: 10,
    source: performance,
  },
  'progress 8': {
    label: 'Progress 8 score',
    unit: 'score',
    of: 'pupils',
    age: 16,
    sets: 'exams',
    span: 1,
    source: performance,
  },
  'grade 5 english and maths': {
    label: 'Pupils with grade 5 or above in English and maths GCSEs',
    unit: '%',
    least: 0,
    most: 100,
    of: 'pupils',
    age: 16,
    sets: 'exams',
    source: performance,
  },
  attendance: {
    label: 'Attendance',
    unit: '%',
    least: 0,
    most: 100,
    of: 'pupils',
    source: { ...performance, title: 'Pupil attendance in schools' },
  },
  'persistent absence': {
    label: 'Pupils missing 10% or more of sessions',
    unit: '%',
    least: 0,
    most: 100,
    of: 'pupils',
    source: { ...performance, title: 'Pupil absence in schools' },
  },
  suspensions: {
    label: 'Suspensions for every 100 pupils',
    unit: 'per 100 pupils',
    least: 0,
    of: 'pupils',
    source: { ...performance, title: 'Suspensions and permanent exclusions' },
  },
  destinations: {
    label: 'Pupils staying in education, training or work',
    unit: '%',
    least: 0,
    most: 100,
    of: 'pupils',
    source: performance,
  },
  'staff turnover': {
    label: 'Staff turnover in a year',
    unit: '%',
    least: 0,
    most: 100,
    of: 'staff',
    source: workforce,
  },
  'teacher vacancies': {
    label: 'Teaching posts vacant in November',
    unit: '%',
    least: 0,
    most: 100,
    of: 'staff',
    source: workforce,
  },
  'staff sickness': {
    label: 'Days lost to sickness for each member of staff in a year',
    unit: 'days',
    least: 0,
    of: 'staff',
    source: workforce,
  },
  'staff survey': {
    label: 'Staff who would recommend their school as a place to work',
    unit: '%',
    least: 0,
    most: 100,
    of: 'staff',
    sets: 'surveys',
    source: own,
  },
  'days of support': {
    label: 'Days of school-to-school support in a year',
    unit: 'days',
    least: 0,
    source: own,
  },
  'central charge': {
    label: 'Contribution to shared services, as a share of core funding',
    unit: '%',
    least: 0,
    most: 100,
    source: own,
  },
  'revenue reserves': {
    label: 'Revenue reserves, as a share of income',
    unit: '%',
    source: own,
  },
  'energy use': {
    label: 'Energy used in a year',
    unit: 'kWh',
    least: 0,
    source: energy,
  },
  'carbon emissions': {
    label: 'Greenhouse gas emissions in a year',
    unit: 'tonnes CO2e',
    least: 0,
    source: energy,
  },
  'carbon intensity': {
    label: 'Greenhouse gas emissions for each pupil in a year',
    unit: 'tonnes CO2e',
    least: 0,
    source: energy,
  },
} satisfies Record<string, Measure>;

export type MeasureId = keyof typeof measures;
export const measureIds = Object.keys(measures) as MeasureId[];
export const measureOf = (id: MeasureId): Measure => measures[id];

/** What is counted one by one, so that there are never fewer than none. */
export const countedUnits: ReadonlySet<string> = new Set([
  'pupils',
  'children',
  'students',
  'staff',
  'teachers',
  'families',
  'schools',
  'places',
  'visits',
  'days',
  'hours',
  'weeks',
]);
