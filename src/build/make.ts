import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { Failure, interrupted } from '../pdf/failure.ts';
import type { Press } from '../pdf/press.ts';
import { sha256 } from '../record/hash.ts';
import { countsOf, type RecordedDocument } from '../record/manifest.ts';
import { stateOf } from '../record/state.ts';
import type { Format } from './build.ts';
import { draftDocument } from './draft.ts';
import { finishExamined } from './examined.ts';
import { type Finished, finishDocument } from './finished.ts';
import { keepable, type Making, type Reason, type Remembered } from './kept.ts';
import { documentInputs, draftedContent } from './keys.ts';
import type { Opened } from './open.ts';
import type { PlannedDocument } from './plan.ts';
import { type Written, writeFiles } from './write.ts';

/** What became of one document. */
export type Made =
  | { state: 'made' | 'unchanged'; why: Reason | null; document: RecordedDocument }
  /** It would be made, were this no dry run. */
  | { state: 'due'; why: Reason }
  /** The profile or a template keeps it from being made. */
  | { state: 'refused'; why: Reason }
  /** The machine did. */
  | { state: 'failed'; why: Reason; failure: Failure };

/** Told and written meanwhile. */
export interface MadeWith {
  made: Made;
  diagnostics: Diagnostic[];
  written: Written['files'];
}

export interface Workshop {
  opened: Opened;
  /** A hash of what all documents share. */
  shared: string;
  remembered: ReadonlyMap<string, readonly Remembered[]>;
  making: Making & { formats: readonly Format[] };
  force: boolean;
  dryRun: boolean;
  out: string;
  print: Press['print'];
  /** Told when the files of a document are about to be written. */
  writing(): void;
  effects: Effects;
}

/**
 * Makes one document, or finds that it stands already as it would be made: drafted only where what it
 * is drafted from has changed, printed and written only where its draft has.
 */
export async function makeDocument(planned: PlannedDocument, shop: Workshop): Promise<MadeWith> {
  const { opened, making, out, effects, force } = shop;
  const { place, edition } = planned;
  const remembered = shop.remembered.get(place) ?? [];
  const inputs = documentInputs(shop.shared, opened, planned);
  const kept = (key: Parameters<typeof keepable>[2]) =>
    force ? { why: 'forced' as const } : keepable(place, remembered, key, making, out, effects);
  const unchanged = (content: string, files: RecordedDocument['files']): MadeWith => ({
    made: {
      state: 'unchanged',
      why: null,
      document: { place, edition: edition.id, inputs, content, files, diagnostics: [] },
    },
    diagnostics: [],
    written: [],
  });

  const before = await kept({ inputs });
  const known = remembered.find(({ document }) => document.inputs === inputs);
  if ('files' in before && known) return unchanged(known.document.content, before.files);

  const { value: drafted, diagnostics } = await draftDocument(opened, planned, effects);
  if (!drafted) {
    const why = 'why' in before ? before.why : 'text';
    return { made: { state: 'refused', why }, diagnostics, written: [] };
  }
  const content = draftedContent(drafted);
  const after = await kept({ inputs, content });
  if ('files' in after) return unchanged(content, after.files);
  const { why } = after;
  if (shop.dryRun) return { made: { state: 'due', why }, diagnostics, written: [] };

  try {
    const { finished, said } = await finishExamined(drafted, opened, (meanwhile) =>
      finishDocument(drafted, making.formats, (html) => shop.print(html, meanwhile)),
    );
    diagnostics.push(...said);
    if (hasErrors(said)) {
      return { made: { state: 'refused', why }, diagnostics, written: [] };
    }
    if (effects.interrupted.aborted) throw interrupted();
    shop.writing();
    const files = recorded(finished);
    const all = [...finished.files, ...(await missing(finished.pictures, files, shop))];
    const { files: written, failure } = await writeFiles(out, all, toTheEnd(effects));
    if (failure) return { made: { state: 'failed', why, failure }, diagnostics, written };
    const document: RecordedDocument = {
      ...{ place, edition: edition.id, inputs, content, files },
      diagnostics: countsOf(said),
    };
    return { made: { state: 'made', why, document }, diagnostics, written };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { made: { state: 'failed', why, failure: error }, diagnostics, written: [] };
  }
}

function recorded({ files, pictures }: Finished): RecordedDocument['files'] {
  return [...files, ...pictures].map(({ path, content }) => ({
    path,
    bytes: content.byteLength,
    sha256: sha256(content),
  }));
}

/** A document whose first file is written is written whole, also for a user who interrupts. */
const toTheEnd = (effects: Effects): Effects => ({
  ...effects,
  interrupted: new AbortController().signal,
});

/** The documents of a school share their pictures, which are written once. */
async function missing(
  pictures: Finished['pictures'],
  files: RecordedDocument['files'],
  { out, effects }: Workshop,
): Promise<Finished['pictures']> {
  const states = await Promise.all(
    pictures.map(async ({ path }) => {
      const file = files.find((recorded) => recorded.path === path);
      return file && stateOf(file, out, effects);
    }),
  );
  return pictures.filter((_, index) => states[index] !== 'whole');
}
