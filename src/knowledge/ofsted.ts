import type { Source } from './source.ts';

/**
 * The frameworks Ofsted has inspected under, by the day they came in. Grades from different
 * frameworks cannot be compared.
 */
export interface Framework {
  id: 'four grades' | 'graded, no overall grade' | 'report card';
  /** ISO date of the first inspections under it. */
  from: string;
  source: Source;
}

export const frameworks: readonly Framework[] = [
  {
    id: 'four grades',
    from: '2005-09-01',
    source: {
      title: 'Education inspection framework',
      publisher: 'Ofsted',
      published: '2019-05-14',
    },
  },
  {
    id: 'graded, no overall grade',
    from: '2024-09-01',
    source: {
      title: 'State-funded schools inspections and outcomes as at 31 August 2024: methodology',
      publisher: 'Ofsted',
      published: '2024-08-31',
    },
  },
  {
    id: 'report card',
    from: '2025-11-10',
    source: {
      title: 'Find information about schools and trusts: how inspections are shown',
      publisher: 'Department for Education',
      published: '2026-08-21',
    },
  },
];

export const overallGrades = ['outstanding', 'good', 'requires improvement', 'inadequate'] as const;

export const reportCardGrades = [
  'exceptional',
  'strong standard',
  'expected standard',
  'needs attention',
  'urgent improvement',
] as const;

/** The grades that meet or pass what Ofsted expects. */
export const atLeastExpected: ReadonlySet<string> = new Set(reportCardGrades.slice(0, 3));

export const judgementAreas = [
  'quality of education',
  'behaviour and attitudes',
  'personal development',
  'leadership and management',
  'early years',
  'sixth form',
] as const;

export const reportCardAreas = [
  'inclusion',
  'curriculum and teaching',
  'achievement',
  'attendance and behaviour',
  'personal development and wellbeing',
  'leadership and governance',
  'early years',
  'post-16',
] as const;
