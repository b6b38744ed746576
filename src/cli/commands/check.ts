import { check, countsOf } from '../../check/check.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import type { Effects } from '../../effects/effects.ts';
import { githubAnnotations } from '../annotations.ts';
import { countedFiles, countedParts } from '../counts.ts';
import { type ExitCode, exitCodeFor } from '../exit-codes.ts';
import { reportText } from '../report.ts';

export interface CheckFlags {
  json?: boolean;
  annotate?: 'github';
}

/** `thriving-case check`: what is wrong with a profile. */
export async function checkCommand(
  wanted: string | undefined,
  flags: CheckFlags,
  effects: Effects,
): Promise<ExitCode> {
  const { value, diagnostics } = await check(wanted, effects);
  const { terminal } = effects;
  if (flags.annotate) terminal.err(githubAnnotations(diagnostics));
  if (flags.json) {
    const report = {
      format: 1,
      command: 'check',
      ok: !hasErrors(diagnostics),
      counts: value ? countsOf(value.profile) : null,
      diagnostics,
    };
    terminal.out(`${JSON.stringify(report, null, 2)}\n`);
    return exitCodeFor(diagnostics);
  }
  if (value) {
    terminal.out(
      `Read ${countedFiles(value.profile)}: ${countedParts(countsOf(value.profile))}.\n`,
    );
  }
  const report = await reportText(diagnostics, effects, terminal.colour.out);
  terminal.out(report === '' ? 'No problems found.\n' : `${value ? '\n' : ''}${report}`);
  return exitCodeFor(diagnostics);
}
