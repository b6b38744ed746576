import { check, countsOf } from '../../check/check.ts';
import { checkReport } from '../../check/report.ts';
import type { Effects } from '../../effects/effects.ts';
import type { Limits } from '../../profile/limits.ts';
import { githubAnnotations } from '../annotations.ts';
import { countedFiles, countedParts } from '../counts.ts';
import { type ExitCode, exitCodeFor } from '../exit-codes.ts';
import { reportText } from '../report.ts';

export interface CheckFlags {
  release?: boolean;
  limit?: Limits;
  json?: boolean;
  annotate?: 'github';
}

/** `thriving-case check`: what is wrong with a profile. */
export async function checkCommand(
  wanted: string | undefined,
  flags: CheckFlags,
  effects: Effects,
): Promise<ExitCode> {
  const checked = await check(wanted, effects, {
    release: flags.release ?? false,
    ...(flags.limit ? { limits: flags.limit } : {}),
  });
  const { value, diagnostics } = checked;
  const { terminal } = effects;
  if (flags.annotate) terminal.err(githubAnnotations(diagnostics));
  if (flags.json) {
    terminal.out(`${JSON.stringify(checkReport(checked), null, 2)}\n`);
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
