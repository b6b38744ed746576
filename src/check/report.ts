import { hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { CheckReport } from '../reports.ts';
import { type Checked, countsOf } from './check.ts';

export function checkReport({ value, diagnostics }: Outcome<Checked>): CheckReport {
  return {
    format: 1,
    command: 'check',
    ok: !hasErrors(diagnostics),
    counts: value ? countsOf(value.profile) : null,
    diagnostics,
  };
}
