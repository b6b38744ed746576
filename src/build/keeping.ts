import type { Effects } from '../effects/effects.ts';
import type { Failure } from '../pdf/failure.ts';
import type { Manifest, Provenance, RecordedDocument } from '../record/manifest.ts';
import { recordText, sealed } from '../record/record.ts';
import type { PlannedDocument } from './plan.ts';
import { bytesOf, type Written, writeFiles } from './write.ts';

/** How often a record is saved while documents are still being made, in milliseconds. */
const PAUSE = 1000;

/** All of a record but its documents. What was said of the profile may still be looked for. */
export type Heading = Omit<
  Manifest,
  'seal' | 'documents' | 'earlier' | 'browser' | 'diagnostics'
> & { diagnostics: () => Manifest['diagnostics'] };

export interface Keeping {
  add(document: RecordedDocument): void;
  /** Saves what is finished, so that a run that is killed can be gone on with; not at each document. */
  saveNowAndThen(): Promise<void>;
  save(): Promise<{ record: Manifest; files: Written['files']; failure: Failure | null }>;
}

/**
 * Keeps the record of a run in step with what it has finished. What it has not come to yet, or does not
 * make at all, stays on record with what it was made from.
 */
export function keepRecord(
  {
    heading,
    browser,
    plan,
    before,
  }: {
    heading: Heading;
    /** The browser that printed, or by which what is kept was printed. */
    browser: () => Provenance['browser'];
    plan: readonly Pick<PlannedDocument, 'place'>[];
    /** The record as it stands. */
    before: Manifest | null;
  },
  { folder, name }: { folder: string; name: string },
  effects: Effects,
): Keeping {
  const done = new Map<string, RecordedDocument>();
  let text = before && recordText(before);
  let saved = performance.now();
  let saving: ReturnType<Keeping['save']> | undefined;

  const current = (): Manifest => {
    const documents = plan.flatMap(({ place }) => done.get(place) ?? []);
    const { shard, diagnostics, settings, inputs, ...made } = heading;
    return sealed({
      ...{ format: made.format, tool: made.tool, date: made.date, status: made.status },
      ...{ profile: made.profile, browser: browser(), inputs, documents },
      ...{ diagnostics: diagnostics(), settings, shard, earlier: earlierThan(documents, before) },
    });
  };
  // A user who interrupts wants to go on later from what is finished.
  const undisturbed = { ...effects, interrupted: new AbortController().signal };
  const write = async () => {
    const record = current();
    const next = recordText(record);
    if (next === text) return { record, files: [], failure: null };
    const content = bytesOf(next);
    const { files, failure } = await writeFiles(folder, [{ path: name, content }], undisturbed);
    if (!failure) text = next;
    saved = performance.now();
    return { record, files, failure };
  };
  /** One at a time, so that none takes the place of a later one. */
  const save = () => {
    saving = saving ? saving.then(write) : write();
    return saving;
  };

  return {
    add: (document) => void done.set(document.place, document),
    async saveNowAndThen() {
      if (performance.now() - saved < PAUSE) return;
      saved = performance.now();
      // One that cannot be saved only costs time later; at the end it is tried again, and told.
      await save();
    },
    save,
  };
}

/** What a record holds beside the files of these documents. */
function earlierThan(
  documents: readonly RecordedDocument[],
  before: Manifest | null,
): Manifest['earlier'] {
  if (!before) return [];
  const taken = new Set(documents.flatMap(({ files }) => files.map(({ path }) => path)));
  const { tool, date, status, profile, browser } = before;
  const latest = { tool, date, status, profile, browser, documents: before.documents };
  return [latest, ...before.earlier].flatMap((made) => {
    const rest = made.documents.flatMap((document) => {
      const files = document.files.filter(({ path }) => !taken.has(path));
      // Of two that hold the same file, the later is what stands there.
      for (const { path } of files) taken.add(path);
      // Pictures of a page that is gone are of no more use.
      const isThere = files.some(({ path }) => path.startsWith(`${document.place}.`));
      return isThere ? [{ ...document, files }] : [];
    });
    return rest.length > 0 ? [{ ...made, documents: rest }] : [];
  });
}
