import { wrap } from '../../diagnostics/wrap.ts';
import { displayName } from '../../effects/display-name.ts';
import type { Effects } from '../../effects/effects.ts';
import { joinParts } from '../../record/join-parts.ts';
import type { MergeReport } from '../../reports.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { printedJson } from '../json.ts';

export interface MergeFlags {
  out?: string;
  json?: boolean;
}

/** `thriving-case merge`: one folder and one record of all parts of a build, once every document is there. */
export async function mergeCommand(
  paths: readonly string[],
  flags: MergeFlags,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  const { record: file, documents, problems } = await joinParts(paths, flags.out, effects);
  const record = file && displayName(file, effects);
  if (flags.json) {
    const ok = record !== null;
    const report: MergeReport = {
      ...{ format: 1, command: 'merge', ok, record, documents, problems },
    };
    terminal.out(`${printedJson(report, 2)}\n`);
  } else if (record) {
    terminal.out(`${record}: ${documents} documents, each there once\n`);
  } else {
    const width = Math.min(terminal.columns, 100);
    const advice = 'Not joined. Run again what is missing, and then this command.';
    for (const text of [...problems, advice]) terminal.err(`${wrap(text, width)}\n`);
  }
  return record === null ? exitCodes.unfinished : exitCodes.done;
}
