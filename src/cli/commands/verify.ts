import path from 'node:path';
import { wrap } from '../../diagnostics/wrap.ts';
import { displayName } from '../../effects/display-name.ts';
import type { Effects } from '../../effects/effects.ts';
import { formatDate, parseDate } from '../../profile/formats/dates.ts';
import { hashOf } from '../../record/hash.ts';
import { type Verdict, verifyFile } from '../../record/verify.ts';
import type { VerifyReport } from '../../reports.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { printedJson } from '../json.ts';

export interface VerifyFlags {
  record?: string;
  json?: boolean;
}

/** `thriving-case verify`: what made a document, and whether it was altered since. */
export async function verifyCommand(
  files: readonly string[],
  flags: VerifyFlags,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal, cwd } = effects;
  const paths = files.map((file) => path.resolve(cwd, file));
  const record = flags.record === undefined ? undefined : path.resolve(cwd, flags.record);
  for (const file of record ? [...paths, record] : paths) {
    if ((await effects.files.look(file).catch(() => null))?.kind === 'file') continue;
    terminal.err(`There is no file at ${displayName(file, effects)}.\n`);
    return exitCodes.usage;
  }
  const verdicts: Verdict[] = [];
  for (const file of paths) {
    try {
      verdicts.push(await verifyFile(file, record, effects));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      terminal.err(`${displayName(file, effects)} could not be read: ${reason}.\n`);
      return exitCodes.unfinished;
    }
  }
  const ok = verdicts.every(({ state }) => state === 'unaltered');
  if (flags.json) {
    const report: VerifyReport = {
      ...{ format: 1, command: 'verify', ok },
      files: verdicts.map((verdict) => reported(verdict, effects)),
    };
    terminal.out(`${printedJson(report, 2)}\n`);
  } else {
    const width = Math.min(terminal.columns, 100);
    const texts = verdicts.map((verdict) => textOf(verdict, width, effects));
    terminal.out(`${texts.join('\n\n')}\n`);
  }
  return ok ? exitCodes.done : exitCodes.problems;
}

function textOf(verdict: Verdict, width: number, effects: Effects): string {
  const { file, state, found, damaged } = verdict;
  const indented = (text: string) =>
    wrap(text, width - 2)
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n');
  const name = displayName(file, effects);
  if (!found) {
    const broken = damaged.map((record) => displayName(record, effects)).join(', ');
    return [
      `${name}: unknown`,
      indented(
        broken
          ? `No record names it. ${broken} was damaged or altered, or is of another version of the tool; build again to make it anew.`
          : 'No record names it. Where it was moved away from the others, name their record: --record output/build.json',
      ),
    ].join('\n');
  }
  const { made, as, record } = found;
  const [main, ...others] = made.profile;
  const day = parseDate(made.date);
  const which = `${main?.path}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  const by = `${made.tool.name} ${made.tool.version}`;
  const printed = /\.pdf$/.test(as.path) && made.browser;
  const moved = path.resolve(path.dirname(record), as.path) === file ? '' : ` as ${as.path}`;
  return [
    `${name}: ${state}${state === 'altered' ? ' since it was made' : ''}`,
    indented(
      `Made${moved} as a ${statusNames[made.status]}, dated ${day ? formatDate(day) : made.date}, by ${by}${printed ? ` with ${printed.name} ${printed.version}` : ''}.`,
    ),
    indented(`Profile: ${which}, together ${hashOf(made.profile).slice(0, 16)}.`),
    indented(`Record: ${displayName(record, effects)}`),
  ].join('\n');
}

const statusNames = { draft: 'draft', review: 'review copy', release: 'release' } as const;

function reported(
  { file, state, sha256, found }: Verdict,
  effects: Effects,
): VerifyReport['files'][number] {
  const made = found && {
    record: displayName(found.record, effects),
    place: found.as.path,
    edition: found.document.edition,
    status: found.made.status,
    date: found.made.date,
    tool: { name: found.made.tool.name, version: found.made.tool.version },
    browser: found.made.browser && {
      name: found.made.browser.name,
      version: found.made.browser.version,
    },
    profile: found.made.profile,
  };
  return { path: displayName(file, effects), state, sha256, made };
}
