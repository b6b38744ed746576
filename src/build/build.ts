import { availableParallelism } from 'node:os';
import path from 'node:path';
import { editionsOf } from '../case/editions.ts';
import { type Diagnostic, inReadingOrder } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import type { ThemeName } from '../knowledge/themes.ts';
import { Failure } from '../pdf/failure.ts';
import { openPress, ownBrowsers, type Press } from '../pdf/press.ts';
import type { Lender } from '../pdf/warm.ts';
import type { Limits } from '../profile/limits.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Manifest } from '../record/manifest.ts';
import type { Shard } from '../record/record.ts';
import { willSurelyPrint } from './early.ts';
import type { Reason } from './kept.ts';
import { editionsNamed } from './plan.ts';
import { outputProblem } from './windows-names.ts';

export const formats = ['md', 'html', 'pdf'] as const;
export type Format = (typeof formats)[number];

export interface BuildOptions {
  /** A file or folder; left out, the nearest `trust.yaml`. */
  profile?: string | undefined;
  /** Editions by name; left out, the full prospectus. */
  editions?: readonly string[] | undefined;
  /** The schools to make copies for: names, URNs, `all` or files; left out, one document for whoever the profile is meant for. */
  schools?: readonly string[] | undefined;
  formats: readonly Format[];
  /** The folder to write to; left out, `output` beside the profile. */
  out?: string | undefined;
  /** Build as a release, whatever the profile says. */
  release?: boolean | undefined;
  /** How the documents are dressed, whatever the profile says. */
  theme?: ThemeName | undefined;
  browser?: string | undefined;
  limits?: Limits | undefined;
  /** How long the browser may take for a document, in seconds. */
  timeout: number;
  /** How many documents are in hand at a time; left out, one for each core. */
  jobs?: number | undefined;
  /** Make all documents anew, whatever the record says. */
  force?: boolean | undefined;
  /** Write nothing; say what would be made, and why. */
  dryRun?: boolean | undefined;
  /** The part of the plan to make; left out, the whole. */
  shard?: Shard | null | undefined;
}

/** What became of a planned document; one that was not come to is `left`, one of a dry run `due`. */
export interface DocumentOutcome {
  place: string;
  edition: string;
  state: 'made' | 'unchanged' | 'refused' | 'failed' | 'left' | 'due';
  /** Why it was to be made; null where it was not, or that was not come to. */
  why: Reason | null;
}

export interface BuildResult {
  /**
   * `done` where every document is as it should be; `refused` where the profile kept that from
   * happening; `failed` where the machine did.
   */
  outcome: 'done' | 'refused' | 'failed' | 'interrupted';
  /** What was written, by absolute path. */
  files: { path: string; bytes: number }[];
  /** Every document of the plan, or of this part of it; none where it was not come to. */
  documents: DocumentOutcome[];
  manifest: Manifest | null;
  diagnostics: Diagnostic[];
}

/**
 * Told of each step as it begins, for a progress line; with a unit, of so many of these that are done.
 */
export type Progress = (step: string, done: number, total: number, unit?: 'documents') => void;

/**
 * Builds documents from a profile: reads it, plans, and drafts, prints and writes one document after
 * another, several at a time, leaving those that would be the same as they stand. A draft with errors of
 * meaning is still built, its gaps shown; a release with any error is not. Without a lender, it starts
 * browsers of its own and ends them.
 */
export async function build(
  options: BuildOptions,
  effects: Effects,
  progress: Progress = () => {},
  lender?: Lender,
): Promise<BuildResult> {
  const nothing = { files: [], documents: [], manifest: null };
  const misnamed = outputProblem(options.out, effects);
  if (misnamed) return { outcome: 'refused', ...nothing, diagnostics: [misnamed] };

  let said: () => Diagnostic[] = () => [];
  progress('Reading the profile', 0, options.formats.includes('pdf') ? 3 : 2);
  const press = await pressFor(options, effects, lender);
  try {
    const [{ openProfile }, { makeAll }] = await Promise.all([
      import('./open.ts'),
      import('./make-all.ts'),
    ]);
    const { profile, release = false, schools, theme, limits } = options;
    const { jobs = availableParallelism() } = options;
    const editionsIn = (data: ProfileData) => editionsNamed(options.editions, editionsOf(data));
    const readers = (data: ProfileData) => [
      ...new Set(editionsIn(data).value?.flatMap((edition) => edition.readers)),
    ];
    const { value: opened, diagnostics: met } = await openProfile(
      { profile, release, schools, theme, limits, readers },
      effects,
    );
    if (!opened) return { outcome: 'refused', ...nothing, diagnostics: met };
    const wanted = editionsIn(opened.profile.data);
    said = () => inReadingOrder([...met, ...opened.remarks()]).concat(wanted.diagnostics);
    if (!wanted.value) return { outcome: 'refused', ...nothing, diagnostics: said() };
    const out = path.resolve(
      effects.cwd,
      options.out ?? path.join(opened.profile.folder, 'output'),
    );
    const made = await makeAll(opened, wanted.value, { ...options, jobs, out }, effects, {
      ...{ press, progress, told: met },
    });
    return { ...made, diagnostics: [...said(), ...made.diagnostics] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const outcome = error.interrupted ? 'interrupted' : 'failed';
    return { ...nothing, outcome, diagnostics: [...said(), error.diagnostic] };
  } finally {
    await press?.close();
  }
}

/** What prints; null where nothing is to be printed. */
async function pressFor(
  options: BuildOptions,
  effects: Effects,
  lender: Lender | undefined,
): Promise<Press | null> {
  const { formats, browser, timeout, dryRun } = options;
  if (!formats.includes('pdf') || dryRun) return null;
  const lend = lender?.lend ?? ownBrowsers(effects);
  const press = openPress({ browser, seconds: timeout }, { lend });
  if (await willSurelyPrint(options, effects)) {
    // The browser starts while the profile is read; neither needs the other until there is a page. Reading
    // leaves this thread no time for anything else, so the browser is sent on its way first.
    await press.start();
  }
  return press;
}
