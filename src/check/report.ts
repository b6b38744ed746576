import { hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { isoDate } from '../profile/formats/dates.ts';
import type { CheckReport } from '../reports.ts';
import { type Checked, countsOf } from './check.ts';
import type { Summary } from './summary.ts';

export function checkReport(
  { value, diagnostics }: Outcome<Checked>,
  summary: Summary | null,
): CheckReport {
  return {
    format: 1,
    command: 'check',
    ok: !hasErrors(diagnostics),
    status: value?.status ?? null,
    counts: value ? countsOf(value.profile) : null,
    summary: summary && {
      blockers: summary.blockers,
      settings: summary.settings,
      next: summary.next,
      principles: summary.principles.map(({ newest, oldest, ...principle }) => ({
        ...principle,
        newest: newest ? isoDate(newest) : null,
        oldest: oldest ? isoDate(oldest) : null,
      })),
      coverage: summary.coverage.map(({ id, question, state, by, missing }) => ({
        id,
        question: question.question,
        readers: [...question.readers],
        principle: question.principle,
        state,
        by: by.map((path) => path.join('.')),
        missing: [...missing],
      })),
    },
    diagnostics,
  };
}
