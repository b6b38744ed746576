import path from 'node:path';
import { editionsOf } from '../case/editions.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import type { ThemeName } from '../knowledge/themes.ts';
import { Failure } from '../pdf/failure.ts';
import type { Printer } from '../pdf/print.ts';
import { underway } from '../pdf/spawning.ts';
import type { Lender, Loan } from '../pdf/warm.ts';
import type { Limits } from '../profile/limits.ts';
import type { Drafted } from './draft.ts';
import { largeDocuments } from './large.ts';
import { longDocuments } from './long.ts';
import { type Manifest, manifestOf, type WrittenDocument } from './manifest.ts';
import { editionsNamed, planOf } from './plan.ts';
import { proveAll } from './proof.ts';
import { outputProblem } from './windows-names.ts';
import { bytesOf, type OutputFile, writeFiles } from './write.ts';

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
  /** How long the browser may take, in seconds. */
  timeout: number;
}

export interface BuildResult {
  /**
   * `done` where every document was written; `refused` where the profile kept that from happening;
   * `failed` where the machine did.
   */
  outcome: 'done' | 'refused' | 'failed' | 'interrupted';
  /** What was written, by absolute path. */
  files: { path: string; bytes: number }[];
  manifest: Manifest | null;
  diagnostics: Diagnostic[];
}

/** Told of each step as it begins, for a progress line. */
export type Progress = (step: string, done: number, total: number) => void;

/**
 * Builds documents from a profile: reads, argues, composes, typesets, prints, and only then writes.
 * A draft with errors of meaning is still built, its gaps shown; a release with any error is not.
 * Without a lender, it starts a browser of its own and ends it.
 */
export async function build(
  options: BuildOptions,
  effects: Effects,
  progress: Progress = () => {},
  lender?: Lender,
): Promise<BuildResult> {
  const diagnostics: Diagnostic[] = [];
  const refused: BuildResult = { outcome: 'refused', files: [], manifest: null, diagnostics };
  const unfinished = (failure: Failure, files: BuildResult['files']): BuildResult => ({
    outcome: failure.interrupted ? 'interrupted' : 'failed',
    files,
    manifest: null,
    diagnostics: [...diagnostics, failure.diagnostic],
  });
  const misnamed = outputProblem(options.out, effects);
  if (misnamed) diagnostics.push(misnamed);
  if (misnamed) return refused;

  const steps = options.formats.includes('pdf') ? 3 : 2;
  progress('Reading the profile', 0, steps);
  // The browser starts while the profile is read; neither needs the other until there is a page. Reading
  // leaves this thread no time for anything else, so the browser is sent on its way first.
  const browser = options.formats.includes('pdf')
    ? (lender?.lend({ browser: options.browser, seconds: options.timeout }) ??
      startBrowser(options, effects))
    : null;
  if (browser) await underway(browser.printer);
  try {
    const { openProfile } = await import('./open.ts');
    const { draftDocument } = await import('./draft.ts');
    const { profile, release = false, schools, theme, limits } = options;
    const { value: opened, diagnostics: met } = await openProfile(
      { profile, release, schools, theme, limits },
      effects,
    );
    diagnostics.push(...met);
    if (!opened) return refused;
    const wanted = editionsNamed(options.editions, editionsOf(opened.profile.data));
    diagnostics.push(...wanted.diagnostics);
    if (!wanted.value) return refused;
    const drafts: Drafted[] = [];
    const plan = planOf(wanted.value, opened.addressees);
    for (const planned of plan) {
      const { value: draft, diagnostics: met } = await draftDocument(opened, planned, effects);
      diagnostics.push(...met);
      if (draft) drafts.push(draft);
    }
    if (drafts.length < plan.length) return refused;

    if (browser) progress('Printing', 1, steps);
    const printer = await browser?.printer;
    diagnostics.push(...(printer?.notes ?? []));
    const documents = await finish(drafts, options.formats, printer);
    // It has printed all, and ends while the files are written.
    void browser?.giveBack();
    const proof = await proveAll(drafts, documents, opened);
    diagnostics.push(...proof);
    if (hasErrors(proof)) return refused;

    diagnostics.push(
      ...largeDocuments(documents),
      ...(await longDocuments(drafts, documents, opened.profile.data.pages)),
    );
    progress('Writing', steps - 1, steps);
    const manifest = manifestOf(opened, {
      browser: printer?.browser ?? null,
      documents,
      diagnostics,
    });
    const record = bytesOf(`${JSON.stringify(manifest, null, 2)}\n`);
    const { files, failure } = await writeFiles(
      path.resolve(effects.cwd, options.out ?? path.join(opened.profile.folder, 'output')),
      // The record comes last: while it is an old one, so may a document be.
      [...documents.flatMap((document) => document.files), { path: 'build.json', content: record }],
      effects,
    );
    return failure ? unfinished(failure, files) : { outcome: 'done', files, manifest, diagnostics };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return unfinished(error, []);
  } finally {
    await browser?.giveBack();
  }
}

/** A browser for one build. Given back before it has started, it is given up at once. */
function startBrowser({ browser, timeout }: BuildOptions, effects: Effects): Loan {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  if (effects.interrupted.aborted) interrupt();
  else effects.interrupted.addEventListener('abort', interrupt, { once: true });
  const printer = import('../pdf/print.ts').then((pdf) =>
    pdf.startPrinter({ browser, seconds: timeout }, { ...effects, interrupted: stop.signal }),
  );
  // It is awaited when there is something to print; until then a failure is not unhandled.
  printer.catch(() => {});
  return {
    printer,
    async giveBack() {
      effects.interrupted.removeEventListener('abort', interrupt);
      stop.abort();
      await printer.then(
        (started) => started.close(),
        () => {},
      );
    },
  };
}

/** Each document in the formats that were asked for, and the pictures that stand beside the Markdown. */
async function finish(
  drafts: readonly Drafted[],
  wanted: readonly Format[],
  printer: Printer | undefined,
): Promise<WrittenDocument[]> {
  const finished: WrittenDocument[] = [];
  const pictures = new Map<string, OutputFile>();
  for (const { planned, markdown, html, pictures: shown } of drafts) {
    const { edition, place } = planned;
    const files: OutputFile[] = [];
    const add = (format: Format, content: Uint8Array) =>
      files.push({ path: `${place}.${format}`, content });
    if (wanted.includes('md')) add('md', bytesOf(markdown));
    if (wanted.includes('html')) add('html', bytesOf(html));
    if (printer) add('pdf', await printer.print(html));
    finished.push({ edition: edition.id, files });
    for (const { path: beside, content } of shown) {
      const file = path.posix.join(path.posix.dirname(place), beside);
      pictures.set(file, { path: file, content });
    }
  }
  if (wanted.includes('md') && pictures.size > 0) {
    finished.push({ edition: null, files: [...pictures.values()] });
  }
  return finished;
}
