import { CsvError, parse } from 'csv-parse/sync';
import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import { SourceText } from '../diagnostics/source-text.ts';
import { listOf } from '../diagnostics/suggest.ts';
import type { Limits } from '../profile/limits.ts';
import type { Value } from '../profile/yaml/values.ts';
import { type Column, cellValue, columnOf } from './columns.ts';
import type { SchoolList } from './list.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** A record of the table: its cells and where each of them stands. */
interface Row {
  cells: readonly { text: string; range: Range }[];
  range: Range;
}

/** Reads a table of schools, one to a row, under a row of headings in any order. */
export function parseCsv(file: string, text: string, limits: Limits): SchoolList {
  const source = new SourceText(text);
  const problem = (
    code: Diagnostic['code'],
    severity: Diagnostic['severity'],
    range: Range | null,
    message: string,
    hint: string,
  ): Diagnostic => ({ code, severity, message, hint, file, range });
  const nothing = (why: Diagnostic): SchoolList => ({
    schools: [],
    place: () => ({ file, range: null }),
    diagnostics: [why],
  });

  let rows: Row[];
  try {
    rows = rowsOf(text, source);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const at = source.range(0, 0);
    at.start = { ...at.start, line, column: 1 };
    at.end = at.start;
    return nothing(
      problem(
        'bad-table',
        'error',
        at,
        'From here on the table cannot be read: a quotation mark is not closed, or stands where none can.',
        'Open the file in a spreadsheet program and save it again as CSV.',
      ),
    );
  }
  const [headings, ...records] = rows;
  const columns = (headings?.cells ?? []).map(({ text: heading }) => columnOf(heading));
  if (!headings || records.length === 0) {
    return nothing(
      problem(
        'empty-list',
        'error',
        null,
        headings ? 'This table has headings and no school.' : 'This file is empty.',
        'It needs a row of headings, such as Name, URN and Phase, and a row for each school.',
      ),
    );
  }
  if (!columns.includes('name') && !columns.includes('urn')) {
    return nothing(
      problem(
        'bad-table',
        'error',
        headings.range,
        'None of the headings is a school’s name or URN.',
        'The first row must hold the headings: Name (or EstablishmentName), URN and any others.',
      ),
    );
  }
  const used = columns.filter((column) => column !== undefined).length;
  if (records.length * used > limits.nodes) {
    return nothing(
      problem(
        'profile-too-large',
        'error',
        null,
        `This table has ${records.length.toLocaleString('en-GB')} rows, more than can be read.`,
        'Keep only the schools that have asked you. To allow it: --limit values=1000000',
      ),
    );
  }

  const unused = (headings.cells ?? []).filter((_, index) => columns[index] === undefined);
  const repeated = headings.cells.filter((_, index) => {
    const column = columns[index];
    return column !== undefined && columns.indexOf(column) !== index;
  });
  const notes = [
    ...(unused.length > 0
      ? [
          problem(
            'unused-column',
            'info',
            unused[0]?.range ?? null,
            `Nothing is taken from ${unused.length === 1 ? 'this column' : 'these columns'}: ${listOf(
              unused.map(({ text: heading }) => `“${heading}”`),
              6,
            )}.`,
            'That is fine if you meant it. A misspelt heading counts as a column of another kind.',
          ),
        ]
      : []),
    ...repeated.map(({ text: heading, range }) =>
      problem(
        'bad-table',
        'error',
        range,
        `The column “${heading}” holds the same as one before it; only one of them would count.`,
        'Delete or rename one of the two.',
      ),
    ),
  ];
  return {
    schools: records.map(({ cells }) => schoolOf(cells, columns)),
    place([row, key]) {
      const record = records[Number(row)];
      const cell = key === undefined ? undefined : record?.cells[columns.indexOf(key as Column)];
      return { file, range: cell && cell.text !== '' ? cell.range : (record?.range ?? null) };
    },
    diagnostics: notes,
  };
}

function schoolOf(
  cells: Row['cells'],
  columns: readonly (Column | undefined)[],
): { [key: string]: Value } {
  const school: { [key: string]: Value } = {};
  let flag: string | undefined;
  for (const [index, column] of columns.entries()) {
    const value = column && cellValue(column, cells[index]?.text ?? '');
    if (value === undefined) continue;
    if (column === 'trust_flag') flag = String(value);
    else school[String(column)] ??= value;
  }
  // “Supported by a trust” is a foundation school with a charity behind it, not an academy.
  if (flag !== undefined && !/multi-academy|single-academy/i.test(flag))
    delete school.current_trust;
  if (flag !== undefined && /single-academy/i.test(flag)) school.route ??= 'single-academy trust';
  return school;
}

/** The rows of a table, by whichever delimiter makes the most of its headings. */
function rowsOf(text: string, source: SourceText): Row[] {
  const known = (delimiter: string) => {
    const trial = { delimiter, to: 1, bom: true, relax_column_count: true, relax_quotes: true };
    const [headings = []]: string[][] = parse(text, trial);
    return headings.filter((heading) => columnOf(heading.trim())).length;
  };
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: known(delimiter) }));
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
  const records = parse(text, {
    delimiter: best.delimiter,
    bom: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  }) as unknown as { record: string[]; raw: string }[];
  let from = 0;
  return records.map(({ record, raw }) => {
    const start = Math.max(from, text.indexOf(raw.trim(), from));
    from = start;
    const cells = record.map((typed) => {
      const cell = typed.replaceAll('"', '""').trim();
      const at = Math.max(from, text.indexOf(cell, from));
      from = at + cell.length;
      return { text: typed.trim(), range: source.range(at, at + cell.length) };
    });
    return { cells, range: source.range(start, from) };
  });
}
