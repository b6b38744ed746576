import path from 'node:path';
import type { Status } from '../case/case.ts';
import { check } from '../check/check.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Effects } from '../effects/effects.ts';
import { isCode } from '../effects/files.ts';
import { type Edition, editions, prospectus } from '../knowledge/editions.ts';
import { Failure, interrupted } from '../pdf/failure.ts';
import type { Printer } from '../pdf/print.ts';
import { displayName } from '../profile/find.ts';
import type { CalendarDate } from '../profile/formats/dates.ts';
import type { Assets } from '../profile/images.ts';
import type { Profile } from '../profile/profile.ts';
import { tool } from '../tool.ts';
import { clocks } from './clock.ts';
import { type Manifest, manifestOf, type Written } from './manifest.ts';

export const formats = ['md', 'html', 'pdf'] as const;
export type Format = (typeof formats)[number];

export interface BuildOptions {
  /** A file or folder; left out, the nearest `trust.yaml`. */
  profile?: string | undefined;
  /** Editions by name; left out, the full prospectus. */
  editions?: readonly string[] | undefined;
  formats: readonly Format[];
  /** The folder to write to; left out, `output` beside the profile. */
  out?: string | undefined;
  /** Build as a release, whatever the profile says. */
  release?: boolean | undefined;
  browser?: string | undefined;
  /** How long the browser may take, in seconds. */
  timeout: number;
}

/** `done` where every document was written; `refused` where the profile kept that from happening; `failed` where the machine did. */
export interface BuildResult {
  outcome: 'done' | 'refused' | 'failed' | 'interrupted';
  profile: Profile | null;
  /** What was written, absolute paths. */
  files: { path: string; bytes: number }[];
  manifest: Manifest | null;
  diagnostics: Diagnostic[];
}

/** Told of each step as it begins, for a progress line. */
export type Progress = (step: string, done: number, total: number) => void;

/**
 * Builds documents from a profile: reads, argues, composes, typesets, prints, and only then writes.
 * A draft with errors of meaning is still built, its gaps shown; a release with any error is not.
 */
export async function build(
  options: BuildOptions,
  effects: Effects,
  progress: Progress = () => {},
): Promise<BuildResult> {
  const result: BuildResult = {
    outcome: 'refused',
    profile: null,
    files: [],
    manifest: null,
    diagnostics: [],
  };
  const wanted = editionsOf(options.editions);
  if (!wanted.value) return { ...result, diagnostics: wanted.diagnostics };

  // The browser starts while the profile is read; neither needs the other until there is a page.
  const abandoned = new AbortController();
  const starting = options.formats.includes('pdf')
    ? startPrinter(options, {
        ...effects,
        interrupted: AbortSignal.any([effects.interrupted, abandoned.signal]),
      })
    : null;
  try {
    progress('Reading the profile', 0, 3);
    const checked = await check(options.profile, effects);
    result.diagnostics.push(...checked.diagnostics);
    if (!checked.value) return result;
    const { profile, assets } = checked.value;
    result.profile = profile;
    const status: Status = options.release ? 'release' : (profile.data.status ?? 'draft');
    if (status === 'release' && hasErrors(result.diagnostics)) return result;

    progress('Writing', 1, 3);
    const { printed } = clocks(effects, profile.data.as_of);
    const drafts = await draft(profile, assets, wanted.value, { status, printed }, effects);
    result.diagnostics.push(...drafts.diagnostics);
    if (!drafts.value) return result;

    progress('Printing', 2, 3);
    const printer = await starting;
    result.diagnostics.push(...(printer?.notes ?? []));
    const documents: Written[] = [];
    for (const { edition, markdown, html } of drafts.value) {
      const made: Partial<Record<Format, string | Uint8Array>> = { md: markdown, html };
      if (printer) made.pdf = await printer.print(html);
      documents.push(written(edition, made, options.formats));
    }
    if (options.formats.includes('md')) documents.push(...picturesOf(assets));
    stopIfInterrupted(effects);

    const manifest = manifestOf(profile, {
      tool: tool(),
      date: printed,
      status,
      browser: printer?.browser ?? null,
      documents,
      diagnostics: result.diagnostics,
    });
    const out = path.resolve(effects.cwd, options.out ?? path.join(profile.folder, 'output'));
    result.files = await write(out, documents, manifest, effects);
    return { ...result, outcome: 'done', manifest };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    result.diagnostics.push(error.diagnostic);
    return { ...result, outcome: error.interrupted ? 'interrupted' : 'failed' };
  } finally {
    // A browser that is still starting for a profile that cannot be built is given up at once.
    abandoned.abort();
    await starting?.then(
      (printer) => printer.close(),
      () => {},
    );
  }
}

function startPrinter({ browser, timeout }: BuildOptions, effects: Effects): Promise<Printer> {
  const starting = import('../pdf/print.ts').then((pdf) =>
    pdf.startPrinter({ browser, seconds: timeout }, effects),
  );
  // It is awaited when there is something to print; until then a failure is not unhandled.
  starting.catch(() => {});
  return starting;
}

interface Draft {
  edition: Edition;
  markdown: string;
  html: string;
}

/** Argues, composes and typesets each edition. */
async function draft(
  profile: Profile,
  assets: Assets,
  wanted: readonly Edition[],
  { status, printed }: { status: Status; printed: CalendarDate },
  effects: Effects,
): Promise<{ value: Draft[] | null; diagnostics: Diagnostic[] }> {
  const [{ argue }, { compose }, { readTemplates }, { typeset }, themes] = await Promise.all([
    import('../case/case.ts'),
    import('../compose/compose.ts'),
    import('../compose/templates.ts'),
    import('../typeset/page.ts'),
    import('../typeset/theme.ts'),
  ]);
  const [templates, theme] = await Promise.all([
    readTemplates(profile.folder, effects),
    themes.readTheme(themes.DEFAULT_THEME, profile.folder, effects),
  ]);
  const pictures = new Map([...assets].map(([file, { name }]) => [file, `assets/${name}`]));
  const drafts: Draft[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const edition of wanted) {
    const theCase = argue(profile, { edition, status, date: printed });
    const composed = compose(theCase, templates, pictures, effects);
    diagnostics.push(...composed.diagnostics);
    if (composed.value === null) continue;
    const markdown = composed.value;
    drafts.push({ edition, markdown, html: typeset(markdown, theme, assets) });
  }
  return { value: drafts.length === wanted.length ? drafts : null, diagnostics };
}

function written(
  edition: Edition,
  made: Partial<Record<Format, string | Uint8Array>>,
  wanted: readonly Format[],
): Written {
  return {
    edition: edition.id,
    files: formats.flatMap((format) => {
      const content = made[format];
      if (content === undefined || !wanted.includes(format)) return [];
      return [{ path: `${edition.file}.${format}`, content: bytesOf(content) }];
    }),
  };
}

/** The pictures that stand beside the Markdown. HTML and PDF have them inside. */
function picturesOf(assets: Assets): Written[] {
  const files = new Map([...assets.values()].map(({ name, bytes }) => [`assets/${name}`, bytes]));
  if (files.size === 0) return [];
  return [
    { edition: 'assets', files: [...files].map(([file, content]) => ({ path: file, content })) },
  ];
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Writes every file whole, the record of them last. */
async function write(
  out: string,
  documents: readonly Written[],
  manifest: Manifest,
  effects: Effects,
): Promise<{ path: string; bytes: number }[]> {
  const record = bytesOf(`${JSON.stringify(manifest, null, 2)}\n`);
  const files = [
    ...documents.flatMap((document) => document.files),
    { path: 'build.json', content: record },
  ].map((file) => ({ path: path.join(out, file.path), content: file.content }));
  for (const { path: file, content } of files) {
    stopIfInterrupted(effects);
    await effects.files.write(file, content).catch((error: unknown) => {
      throw cannotWrite(file, error, effects);
    });
  }
  return files.map(({ path: file, content }) => ({ path: file, bytes: content.byteLength }));
}

function stopIfInterrupted({ interrupted: signal }: Effects): void {
  if (signal.aborted) throw interrupted();
}

function cannotWrite(file: string, error: unknown, effects: Effects): Failure {
  const name = displayName(file, effects);
  const reasons: [string[], string, string][] = [
    [
      ['EACCES', 'EPERM', 'EROFS'],
      'you do not have permission to write there',
      'Choose another folder with --out, or ask whoever owns this one. If the file is open in another program, close it.',
    ],
    [['EBUSY'], 'another program has it open', 'Close it there and run the command again.'],
    [['ENOSPC', 'EDQUOT'], 'the disk is full', 'Make room, or choose another disk with --out.'],
    [
      ['ENOTDIR', 'EEXIST', 'EISDIR'],
      'a file stands where a folder should be, or the other way round',
      'Move it away, or choose another folder with --out.',
    ],
  ];
  const known = reasons.find(([codes]) => isCode(error, ...codes));
  return new Failure(
    {
      code: 'cannot-write',
      message: `${name} could not be written: ${known?.[1] ?? (error instanceof Error ? error.message : String(error))}.`,
      hint: known?.[2] ?? 'Choose another folder with --out.',
    },
    { cause: error },
  );
}

function editionsOf(names: readonly string[] | undefined): {
  value: Edition[] | null;
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const found: Edition[] = [];
  for (const name of new Set(names ?? [prospectus.id])) {
    const edition = editions.find(({ id }) => id === name);
    if (edition) found.push(edition);
    else {
      const known = editions.map(({ id }) => id);
      const meant = nearest(name, known);
      diagnostics.push({
        code: 'unknown-edition',
        severity: 'error',
        message: `There is no edition called “${name}”.`,
        hint: meant ? `Did you mean ${meant}?` : `There are: ${known.join(', ')}.`,
        file: null,
        range: null,
      });
    }
  }
  return { value: diagnostics.length > 0 ? null : found, diagnostics };
}
