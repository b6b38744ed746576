import { type BuildOptions, type BuildResult, build, type Format } from '../../build/build.ts';
import { buildReport } from '../../build/report.ts';
import { wrap } from '../../diagnostics/wrap.ts';
import type { Effects } from '../../effects/effects.ts';
import type { ThemeName } from '../../knowledge/themes.ts';
import type { Limits } from '../../profile/limits.ts';
import type { Shard } from '../../record/record.ts';
import { githubAnnotations } from '../annotations.ts';
import { countLines, fileLines, planLines } from '../documents.ts';
import { type ExitCode, exitCodeFor, exitCodes } from '../exit-codes.ts';
import { printedJson } from '../json.ts';
import { progressLine } from '../progress.ts';
import { reportText } from '../report.ts';

export interface BuildFlags {
  edition?: string[];
  for?: string[];
  format: Format[];
  out?: string;
  release?: boolean;
  theme?: ThemeName;
  watch?: boolean;
  browser?: string;
  timeout: number;
  jobs?: number;
  force?: boolean;
  dryRun?: boolean;
  shard?: Shard;
  limit?: Limits;
  json?: boolean;
  annotate?: 'github';
}

/** `thriving-case build`: writes the documents. */
export async function buildCommand(
  profile: string | undefined,
  flags: BuildFlags,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  const options: BuildOptions = {
    profile,
    editions: flags.edition,
    schools: flags.for,
    formats: flags.format,
    out: flags.out,
    release: flags.release,
    theme: flags.theme,
    browser: flags.browser,
    timeout: flags.timeout,
    limits: flags.limit,
    jobs: flags.jobs,
    force: flags.force,
    dryRun: flags.dryRun,
    shard: flags.shard,
  };
  if (flags.watch) {
    const { watchCommand } = await import('./watch.ts');
    return watchCommand(options, flags, effects);
  }
  const progress = progressLine(terminal);
  const result = await build(options, effects, progress.show).finally(progress.clear);

  return conclude(result, flags, effects);
}

/** Prints what came of a build, and says how it ended. */
export async function conclude(
  result: BuildResult,
  flags: Pick<BuildFlags, 'annotate' | 'json'>,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  if (flags.annotate) terminal.err(githubAnnotations(result.diagnostics));
  if (flags.json) terminal.out(`${printedJson(buildReport(result, effects), 2)}\n`);
  else await print(result, effects);
  return exitCodeOf(result);
}

function exitCodeOf({ outcome, diagnostics }: BuildResult): ExitCode {
  switch (outcome) {
    case 'interrupted':
      return exitCodes.interrupted;
    case 'failed':
      return exitCodes.unfinished;
    default:
      return exitCodeFor(diagnostics);
  }
}

async function print(result: BuildResult, effects: Effects): Promise<void> {
  const { terminal } = effects;
  const report = await reportText(result.diagnostics, effects, terminal.colour.err);
  if (report) terminal.err(`${report}\n`);

  const lines = result.documents.some(({ state }) => state === 'due')
    ? planLines(result.documents)
    : fileLines(result.files, effects);
  for (const line of [...lines, ...countLines(result.documents)]) terminal.out(`${line}\n`);
  const words = closingWords(result);
  if (words) terminal.err(`${wrap(words, Math.min(terminal.columns, 100))}\n`);
}

function closingWords({ outcome, documents, manifest, diagnostics }: BuildResult): string {
  const errors = diagnostics.some(({ severity }) => severity === 'error');
  switch (outcome) {
    case 'done':
      if (manifest?.status !== 'draft') return '';
      return errors
        ? 'This is a draft with gaps: put the errors above right before anyone else sees it.'
        : 'This is a draft. When it is ready to leave the building: thriving-case build --release';
    case 'refused':
      return 'Nothing was written. Files from earlier builds are as they were.';
    case 'failed':
      return documents.length > 1
        ? 'Not finished. No file is half written. When the cause is gone, run the same command again: it makes only what is missing.'
        : 'Not finished. Files from earlier builds are whole; none is half written.';
    case 'interrupted':
      return '';
  }
}
