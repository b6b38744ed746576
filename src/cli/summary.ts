import { Chalk } from 'chalk';
import type { Summary } from '../check/summary.ts';
import type { Coverage, Tally } from '../coverage/coverage.ts';
import { harmlessLine } from '../diagnostics/harmless.ts';
import { wrap } from '../diagnostics/wrap.ts';
import { principles } from '../knowledge/principles.ts';
import type { Reader } from '../knowledge/readers.ts';
import { type CalendarDate, formatDate } from '../profile/formats/dates.ts';
import { indent } from './report.ts';

interface Look {
  columns: number;
  colour: boolean;
}

const readerNames: Record<Reader, string> = {
  governors: 'Governors',
  headteachers: 'Headteachers',
  staff: 'Staff',
  families: 'Families',
  community: 'Community',
};

/** A summary as a person reads it. */
export function summaryText(summary: Summary, { columns, colour }: Look): string {
  const paint = new Chalk({ level: colour ? 1 : 0 });
  const width = Math.min(columns, 80);
  return [
    wrap(`${paint.bold(harmlessLine(summary.trust))}: ${verdict(summary)}`, width),
    ...(summary.next.length > 0
      ? [
          `${paint.bold('Next')}\n${summary.next.map((step, index) => stepText(step, index, width)).join('\n')}`,
        ]
      : []),
    ...(summary.settings.length > 0
      ? [
          `${paint.bold('Rules set otherwise')}\n${summary.settings.map(settingText(width)).join('\n')}`,
        ]
      : []),
    `${paint.bold('The six principles')}\n${principleTable(summary, width)}`,
    `${paint.bold('Questions readers ask')}\n${readerTable(summary)}`,
  ].join('\n\n');
}

function verdict({ status, blockers }: Summary): string {
  const standing = { draft: 'a draft', review: 'a review copy', release: 'a release' }[status];
  if (blockers.length === 0) return `${standing}. Nothing stands in the way of a release.`;
  const things = blockers.length === 1 ? 'One thing stands' : `${blockers.length} things stand`;
  return `${standing}. ${things} in the way of a release.`;
}

function stepText({ what, where }: Summary['next'][number], index: number, width: number): string {
  const words = wrap(harmlessLine(where ? `${what} (${where})` : what), width - 5);
  return `  ${index + 1}. ${indent(words).trimStart().replaceAll('\n  ', '\n     ')}`;
}

const settingText =
  (width: number) =>
  ({ rule, severity, reason }: Summary['settings'][number]) =>
    indent(wrap(harmlessLine(`${rule}: ${severity}. ${reason}`), width - 2));

function principleTable({ principles: rows }: Summary, width: number): string {
  const cells = rows.map((row) => ({
    name: principles[row.principle].name,
    claims: String(row.claims),
    supported: `${row.grades.strong + row.grades.supported} of ${row.facts}`,
    voices: String(row.voices),
    oldest: monthOf(row.oldest),
    newest: monthOf(row.newest),
  }));
  if (width < TABLE_WIDTH) {
    return cells
      .map(
        ({ name, claims, supported, voices, oldest, newest }) =>
          `${indent(name)}\n${indent(indent(wrap(`claims ${claims}, facts supported ${supported}, voices ${voices}, evidence ${oldest} to ${newest}`, width - 4)))}`,
      )
      .join('\n');
  }
  return table(
    ['', 'Claims', 'Supported', 'Voices', 'Oldest', 'Newest'],
    cells.map((row) => Object.values(row)),
  );
}

/** The columns of the table of principles need so much; on less they are said in words. */
const TABLE_WIDTH = 78;

/** `Sep 2026`: of evidence, the month is enough. */
function monthOf(date: CalendarDate | undefined): string {
  if (!date) return 'none';
  return formatDate({ year: date.year, month: date.month }).replace(/^(\w{3})\w*/, '$1');
}

function readerTable({ readers }: Summary): string {
  return table(
    ['', 'Answered', 'Partly', 'Not yet'],
    [...readers].map(([reader, tally]) => [readerNames[reader], ...tallied(tally)]),
  );
}

const tallied = (tally: Tally) => [tally.answered, tally.partly, tally['not yet']].map(String);

/** Columns lined up by spaces, numbers to the right; words of more than a column's room are cut. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')}`.trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
}

const states = ['not yet', 'partly', 'answered'] as const;
const stateNames = { 'not yet': 'Not yet answered', partly: 'Partly', answered: 'Answered' };

/** Every question of the bank by reader, with the key to fill in. */
export function coverageText(coverage: readonly Coverage[], { columns, colour }: Look): string {
  const paint = new Chalk({ level: colour ? 1 : 0 });
  const width = Math.min(columns, 80);
  return (Object.keys(readerNames) as Reader[])
    .map((reader) => {
      const asked = coverage.filter(({ question }) =>
        (question.readers as readonly Reader[]).includes(reader),
      );
      const groups = states.flatMap((state) => {
        const found = asked.filter((entry) => entry.state === state);
        if (found.length === 0) return [];
        return [
          `  ${stateNames[state]}\n${found.map((entry) => questionText(entry, width)).join('\n')}`,
        ];
      });
      return `${paint.bold(`${readerNames[reader]} ask`)}\n${groups.join('\n')}`;
    })
    .join('\n\n');
}

function questionText({ id, question, state, by, missing }: Coverage, width: number): string {
  const words = indent(indent(wrap(question.question, width - 4)));
  const key =
    state === 'answered'
      ? `by ${by.map((path) => path.join('.')).join(', ')}`
      : `fill in answers: ${id}${missing.length > 0 && state === 'partly' ? `, or ${missing.map(partInWords).join(' and ')}` : ''}`;
  return `${words}\n${indent(indent(indent(wrap(key, width - 6))))}`;
}

const partInWords = (part: string) => part.replace(' ~ ', ' about ').replaceAll('|', ' or ');
