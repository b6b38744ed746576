import type { MeasureId } from './measures.ts';

/**
 * The measures that a reader of each kind of school looks for first. One that is neither shown nor
 * explained looks as if it were hidden.
 *
 * Source: domain rule 39, as of November 2026.
 */
export const coreMeasures: Readonly<
  Record<'primary' | 'secondary' | 'special', readonly MeasureId[]>
> = {
  primary: ['key stage 2 expected standard', 'attendance'],
  secondary: ['attainment 8', 'grade 5 english and maths', 'attendance', 'suspensions'],
  special: ['attendance', 'destinations'],
};

/** For every trust, whatever its schools. */
export const coreForAll: readonly MeasureId[] = ['staff turnover'];
