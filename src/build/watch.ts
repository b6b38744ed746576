import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import { isCode } from '../effects/files.ts';
import { Failure } from '../pdf/failure.ts';
import { warmLender } from '../pdf/warm.ts';
import { findProfile } from '../profile/find.ts';
import { isInside } from '../profile/inside.ts';
import { type BuildOptions, type BuildResult, build, type Progress } from './build.ts';
import { epochProblem } from './clock.ts';
import { outputProblem } from './windows-names.ts';

/** One build of a watch. */
export interface Rebuilt {
  result: BuildResult;
  /** When it began. */
  at: Date;
  /** How long it took, in milliseconds. */
  took: number;
  /** The problems that the build before it did not have. */
  fresh: Diagnostic[];
}

type Tell = (rebuilt: Rebuilt) => void | Promise<void>;

/** A save is several changes, and some editors write several files: all is quiet for so long first. */
const QUIET = 80;
/** Where it never gets quiet, a build comes all the same. */
const PATIENCE = 2000;

/**
 * Builds a profile, and again whenever something in its folder changes, until the user interrupts;
 * then it returns null. Returns a result at once where no later save could help: something was typed
 * wrong, or the folder cannot be watched.
 */
export async function watchProfile(
  options: BuildOptions,
  effects: Effects,
  { progress, tell }: { progress: Progress; tell: Tell },
): Promise<BuildResult | null> {
  const found = await findProfile(options.profile, effects).catch(() => null);
  const typedWrong = epochProblem(effects) || outputProblem(options.out, effects);
  if (!found?.value || typedWrong) return build(options, effects, progress);
  const folder = await effects.files.resolve(found.value.folder);
  const out = path.resolve(effects.cwd, options.out ?? path.join(folder, 'output'));
  const browsers = warmLender(effects);
  try {
    return await keepBuilding(
      () => build(options, effects, progress, browsers),
      folder,
      (file) => isPassing(file) || (isInside(folder, out) && isWithin(out, file)),
      effects,
      tell,
    );
  } finally {
    await browsers.close();
  }
}

/**
 * Builds once, and again after every change in a folder: one build at a time, and one for all the
 * changes that come together or while another runs. Returns null when the user interrupts, and the
 * result where an edition was asked for that there is none of.
 */
export async function keepBuilding(
  once: () => Promise<BuildResult>,
  folder: string,
  ignored: (file: string) => boolean,
  effects: Pick<Effects, 'watch' | 'now' | 'interrupted' | 'cwd'>,
  tell: Tell,
): Promise<BuildResult | null> {
  const changes = new Set<string | null>();
  let heard = 0;
  /** What builds wrote, which may be in the folder that is watched. */
  const written = new Set<string | null>();
  let failure: Failure | undefined;
  let wake = () => {};
  const isDirty = () => [...changes].some((file) => !written.has(file));
  const isOver = () => effects.interrupted.aborted || failure !== undefined;
  const interrupt = () => wake();

  const watching = effects.watch(folder, {
    ignored,
    changed(file) {
      heard += 1;
      changes.add(file);
      wake();
    },
    failed(error) {
      failure = cannotWatch(folder, error, effects);
      wake();
    },
  });
  effects.interrupted.addEventListener('abort', interrupt, { once: true });
  const nextSave = async () => {
    while (!isDirty() && !isOver()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    for (let waited = 0; waited < PATIENCE && !isOver(); waited += QUIET) {
      const before = heard;
      await pause(QUIET);
      if (heard === before) return;
    }
  };
  try {
    let known = new Set<string>();
    while (!isOver()) {
      changes.clear();
      const at = effects.now();
      const result = await once();
      if (result.outcome === 'interrupted') break;
      if (result.diagnostics.some(({ code }) => code === 'unknown-edition')) return result;
      for (const { path: file } of result.files) written.add(file).add(path.dirname(file));
      const fresh = result.diagnostics.filter((problem) => !known.has(keyOf(problem)));
      known = new Set(result.diagnostics.map(keyOf));
      await tell({ result, at, took: effects.now().getTime() - at.getTime(), fresh });
      await nextSave();
    }
  } finally {
    watching.close();
    effects.interrupted.removeEventListener('abort', interrupt);
  }
  if (!failure || effects.interrupted.aborted) return null;
  return {
    ...{ outcome: 'failed', files: [], documents: [], manifest: null },
    diagnostics: [failure.diagnostic],
  };
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** As `isInside`, or the folder itself, however its letters are written where that is all one. */
const isWithin = (folder: string, file: string) =>
  path.relative(folder, file) === '' || isInside(folder, file);

/** The same problem, though its line may have moved. */
const keyOf = ({ code, file, message }: Diagnostic) => `${code} ${file} ${message}`;

/** What editors, Word and we ourselves keep beside a file for a moment; and folders of tools. */
export function isPassing(file: string): boolean {
  const name = path.basename(file);
  return /^\.|^~\$|~$|\.(tmp|sw[a-z]|part|crdownload)$|^4913$|^node_modules$/i.test(name);
}

function cannotWatch(folder: string, error: unknown, effects: Pick<Effects, 'cwd'>): Failure {
  const many = isCode(error, 'ENOSPC', 'EMFILE');
  const gone = isCode(error, 'ENOENT');
  const reason = many
    ? 'it holds more folders than this system can watch'
    : gone
      ? 'it is no longer there'
      : error instanceof Error
        ? error.message
        : String(error);
  return new Failure(
    {
      code: 'cannot-watch',
      message: `The folder ${displayName(folder, effects)} cannot be watched: ${reason}.`,
      hint: many
        ? 'Put the profile and its pictures into a folder of their own, or build without --watch.'
        : 'Run the command again when the folder is there, or build without --watch.',
    },
    { cause: error },
  );
}
