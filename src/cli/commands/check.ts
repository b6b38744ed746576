import { check, countsOf } from '../../check/check.ts';
import { checkReport } from '../../check/report.ts';
import { summarise } from '../../check/summary.ts';
import { wrap } from '../../diagnostics/wrap.ts';
import type { Effects } from '../../effects/effects.ts';
import type { Limits } from '../../profile/limits.ts';
import { githubAnnotations } from '../annotations.ts';
import { countedFiles, countedParts } from '../counts.ts';
import { type ExitCode, exitCodeFor } from '../exit-codes.ts';
import { printedJson } from '../json.ts';
import { reportText } from '../report.ts';

export interface CheckFlags {
  release?: boolean;
  coverage?: boolean;
  for?: string[];
  limit?: Limits;
  json?: boolean;
  annotate?: 'github';
}

/** `thriving-case check`: whether a profile is ready, what to do next, and what is wrong with it. */
export async function checkCommand(
  wanted: string | undefined,
  flags: CheckFlags,
  effects: Effects,
): Promise<ExitCode> {
  const checked = await check(wanted, effects, {
    release: flags.release ?? false,
    schools: flags.for ?? [],
    ...(flags.limit ? { limits: flags.limit } : {}),
  });
  const { value, diagnostics } = checked;
  const { terminal } = effects;
  const summary = summarise(checked, effects);
  if (flags.annotate) terminal.err(githubAnnotations(diagnostics));
  if (flags.json) {
    terminal.out(`${printedJson(checkReport(checked, summary), 2)}\n`);
    return exitCodeFor(diagnostics);
  }
  if (value && summary) {
    const { summaryText, coverageText } = await import('../summary.ts');
    const look = { columns: terminal.columns, colour: terminal.colour.out };
    const read = `Read ${countedFiles(value.profile)}: ${countedParts(countsOf(value.profile))}.`;
    terminal.out(
      `${wrap(read, Math.min(terminal.columns, 80))}\n\n${summaryText(summary, look)}\n\n`,
    );
    if (flags.coverage) terminal.out(`${coverageText(summary.coverage, look)}\n\n`);
  }
  const report = await reportText(diagnostics, effects, terminal.colour.out);
  terminal.out(report === '' ? 'No problems found.\n' : report);
  return exitCodeFor(diagnostics);
}
