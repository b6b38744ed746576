import type { Series } from '../case/figures.ts';
import { citation } from './citations.ts';
import { boldMarkdown, cellMarkdown, type FillFigures } from './text.ts';
import { upperFirst } from './words.ts';

/**
 * A table of a metric's numbers: a column for each period, or a row where there are many, with the
 * sources in its caption. Many rows of many periods become several tables.
 */
export function seriesTable(series: Series, fillIn: FillFigures): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (text: string | undefined) => cellMarkdown(text ?? 'no figure', fillIn);
  const { rows, label, evidence } = series;
  const long = series.periods.length > MOST_COLUMNS;
  if (long && rows.length > MOST_COLUMNS) {
    return inTurns(series)
      .map((part) => seriesTable(part, fillIn))
      .join('\n\n');
  }
  const { periods } = series;
  const heads = long ? rows.map(({ whose }) => upperFirst(whose)) : periods;
  const lines = long
    ? periods.map((period, index) => [period, ...rows.map(({ values }) => values[index])])
    : rows.map(({ whose, values }) => [upperFirst(whose), ...values]);
  const unit = series.unit && !label.toLowerCase().includes(series.unit.toLowerCase());
  return [
    `${boldMarkdown(label + (unit ? ` (${series.unit})` : ''), fillIn)}${evidence.map(citation).join('')}`,
    '',
    line(['Year', ...heads].map(cell)),
    line(['---', ...heads.map(() => '---:')]),
    ...lines.map((cells) => line(cells.map(cell))),
  ].join('\n');
}

/** A series in stretches of as many periods as fit side by side. */
function inTurns(series: Series): Series[] {
  const starts = series.periods.flatMap((_, index) => (index % MOST_COLUMNS === 0 ? [index] : []));
  return starts.map((start) => {
    const end = start + MOST_COLUMNS;
    const periods = series.periods.slice(start, end);
    const stretch = `${periods[0]} to ${periods.at(-1)}`;
    return {
      ...series,
      label: `${series.label}, ${periods.length > 1 ? stretch : periods[0]}`,
      periods,
      rows: series.rows.map((row) => ({ ...row, values: row.values.slice(start, end) })),
    };
  });
}

/** As many periods as fit side by side on a page. */
const MOST_COLUMNS = 6;
