import { line } from 'd3-shape';
import { type Look, mark } from './marks.ts';
import { element } from './svg.ts';
import { runsOf } from './time.ts';

/** Where the numbers of a row stand in a picture, by their index. */
export interface Plot {
  at: (index: number) => number;
  y: (number: number) => number;
  /** Between which neighbours a period is missing. */
  gaps: readonly boolean[];
  /** Which are from before the school joined; of ours alone. */
  before: readonly boolean[];
}

interface RowStyle {
  look: Look;
  radius: number;
  /** Marks at all numbers, at the ends of the row, or only where no line leads to a number. */
  marks: 'all' | 'ends' | 'alone';
}

/** The lines and marks of a row, drawn across no missing number. What was before joining is paler and open. */
export function drawRow(
  numbers: readonly (number | undefined)[],
  { at, y, gaps, before }: Plot,
  { look, radius, marks }: RowStyle,
): { lines: string; marks: string } {
  const path = line<number>()
    .x(at)
    .y((index) => y(numbers[index] ?? 0))
    .digits(1);
  const stroke = (indexes: readonly number[], className: string) =>
    indexes.length > 1 ? element('path', { class: className, d: path([...indexes]) ?? '' }) : '';
  const runs = runsOf(numbers, gaps);
  const lines = runs.map((run) => {
    const earlier = run.filter((index) => before[index]);
    const later = run.slice(earlier.length);
    // The way from one to the other is drawn as before.
    const bridged = earlier.length > 0 ? [...earlier, ...later.slice(0, 1)] : [];
    return stroke(bridged, 'line-past') + stroke(later, look.line);
  });
  const indexes = runs.flat();
  const alone = new Set(runs.flatMap((run) => (run.length === 1 ? run : [])));
  const ends = new Set([indexes[0], indexes.at(-1)]);
  const marked = indexes.filter(
    (index) => marks === 'all' || alone.has(index) || (marks === 'ends' && ends.has(index)),
  );
  return {
    lines: lines.join(''),
    marks: marked
      .map((index) => {
        const past = before[index] ? { ...look, mark: 'mark-past' } : look;
        return mark(at(index), y(numbers[index] ?? 0), past, radius);
      })
      .join(''),
  };
}
