import path from 'node:path';
import { Chalk } from 'chalk';
import type { BuildOptions } from '../../build/build.ts';
import { buildReport } from '../../build/report.ts';
import { type Rebuilt, watchProfile } from '../../build/watch.ts';
import { wrap } from '../../diagnostics/wrap.ts';
import { displayName } from '../../effects/display-name.ts';
import type { Effects } from '../../effects/effects.ts';
import { githubAnnotations } from '../annotations.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { printedJson } from '../json.ts';
import { progressLine } from '../progress.ts';
import { counted, reportText } from '../report.ts';
import { type BuildFlags, conclude } from './build.ts';

/** `thriving-case build --watch`: writes the documents again at each save, until Ctrl-C. */
export async function watchCommand(
  options: BuildOptions,
  flags: Pick<BuildFlags, 'annotate' | 'json'>,
  effects: Effects,
): Promise<ExitCode> {
  const { terminal } = effects;
  const line = progressLine(terminal);
  let first = true;
  const tell = async (rebuilt: Rebuilt) => {
    line.clear();
    if (flags.annotate) terminal.err(githubAnnotations(rebuilt.result.diagnostics));
    if (flags.json) terminal.out(`${printedJson(buildReport(rebuilt.result, effects))}\n`);
    else await print(rebuilt, effects);
    if (first && !flags.json) terminal.err('Save a file to build again. To stop, press Ctrl-C.\n');
    first = false;
  };
  const ended = await watchProfile(options, effects, { progress: line.show, tell });
  line.clear();
  if (ended) return conclude(ended, flags, effects);
  if (!flags.json) terminal.err('Stopped watching.\n');
  return exitCodes.interrupted;
}

/** What is new, and one line that says what became of the save. */
async function print({ result, at, took, fresh }: Rebuilt, effects: Effects): Promise<void> {
  const { terminal } = effects;
  const done = result.outcome === 'done';
  // What keeps a document from being written is said each time, until it is put right.
  const told = done ? fresh : result.diagnostics.filter(({ severity }) => severity === 'error');
  const report = await reportText(told, effects, terminal.colour.err);
  if (report) terminal.err(`${report}\n`);
  const paint = new Chalk({ level: terminal.colour.out ? 1 : 0 });
  const time = paint.dim(at.toLocaleTimeString('en-GB'));
  const words = done
    ? `${written(result, effects)} in ${(took / 1000).toFixed(1)} s; ${counted(result.diagnostics) || 'no problems'}`
    : `${counted(told)}. ${result.outcome === 'refused' ? 'The documents are as they were' : 'Not finished; no file is half written'}. Waiting for the next save …`;
  const text = wrap(`${time}  ${words}`, Math.min(terminal.columns, 100));
  if (done) terminal.out(`${text}\n`);
  else terminal.err(`${text}\n`);
}

function written({ files, documents }: Rebuilt['result'], effects: Effects): string {
  if (files.length === 0) return 'Nothing has changed; looked';
  const made = documents.filter(({ state }) => state === 'made').length;
  return documents.length === 1
    ? `Wrote ${documentNames(files, effects)}`
    : `Wrote ${made} of ${documents.length} documents`;
}

/** `output/prospectus.md, .html, .pdf`: the documents, and not what stands beside them. */
function documentNames(files: Rebuilt['result']['files'], effects: Effects): string {
  const folder = path.dirname(files.at(-1)?.path ?? '');
  const endings = new Map<string, string[]>();
  for (const { path: file } of files) {
    const { dir, name, ext } = path.parse(file);
    if (dir === folder && name !== 'build') endings.set(name, [...(endings.get(name) ?? []), ext]);
  }
  return [...endings]
    .map(([name, found]) => `${displayName(path.join(folder, name), effects)}${found.join(', ')}`)
    .join('; ');
}
