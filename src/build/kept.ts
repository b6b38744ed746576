import type { Effects } from '../effects/effects.ts';
import type { Manifest, Provenance, RecordedDocument, RecordedFile } from '../record/manifest.ts';
import { stateOf } from '../record/state.ts';

/** What earlier builds recorded of one document, the latest first. */
export interface Remembered {
  made: Provenance;
  document: RecordedDocument;
}

/** Why a document is made. */
export const reasons = {
  new: 'it is new',
  text: 'what it says has changed',
  date: 'its date has changed',
  missing: 'a file of it is missing',
  altered: 'a file of it was altered',
  tool: 'another version of the tool made it',
  browser: 'another browser printed it',
  warned: 'there was a warning about it',
  forced: 'all were to be made anew',
} as const;

export type Reason = keyof typeof reasons;

/** What records say of each document, by its place. */
export function remember(records: readonly (Manifest | null)[]): Map<string, Remembered[]> {
  const all = new Map<string, Remembered[]>();
  for (const record of records) {
    if (!record) continue;
    for (const made of [record, ...record.earlier]) {
      for (const document of made.documents) {
        all.set(document.place, [...(all.get(document.place) ?? []), { made, document }]);
      }
    }
  }
  return all;
}

/** By what a document would be made now. */
export interface Making {
  tool: Provenance['tool'];
  date: string;
  /** The endings of its files. */
  formats: readonly string[];
  /** Whether a PDF that this browser printed can stay; asked only where there is one. */
  isSameBrowser(browser: Provenance['browser']): Promise<boolean>;
}

/**
 * The recorded files of a document that need not be made again: those whose key is the same, in every
 * format that is wanted, and which stand in the folder as they were written. Else why it must be made.
 */
export async function keepable(
  place: string,
  remembered: readonly Remembered[],
  key: Partial<Pick<RecordedDocument, 'inputs' | 'content'>>,
  making: Making,
  folder: string,
  effects: Pick<Effects, 'files'>,
): Promise<{ files: RecordedFile[] } | { why: Reason }> {
  const [latest] = remembered;
  if (!latest) return { why: 'new' };
  const same = remembered.filter(
    ({ document: { inputs, content } }) =>
      (key.inputs !== undefined && key.inputs === inputs) ||
      (key.content !== undefined && key.content === content),
  );
  if (same.length === 0) {
    if (!isSameTool(latest.made.tool, making.tool)) return { why: 'tool' };
    return { why: latest.made.date === making.date ? 'text' : 'date' };
  }
  if (same.some(({ document }) => document.diagnostics.length > 0)) return { why: 'warned' };
  const byTool = same.filter(({ made }) => isSameTool(made.tool, making.tool));
  if (byTool.length === 0) return { why: 'tool' };

  const files: RecordedFile[] = [];
  const pictures: RecordedFile[] = [];
  for (const format of making.formats) {
    const name = `${place}.${format}`;
    const holders = byTool.filter(({ document }) => has(document, name));
    if (holders.length === 0) return { why: 'missing' };
    let holder: Remembered | undefined;
    for (const candidate of holders) {
      if (format !== 'pdf' || (await making.isSameBrowser(candidate.made.browser))) {
        holder = candidate;
        break;
      }
    }
    if (!holder) return { why: 'browser' };
    for (const file of holder.document.files) {
      if (file.path === name) files.push(file);
      else if (format === 'md' && !file.path.startsWith(`${place}.`)) pictures.push(file);
    }
  }
  const all = [...files, ...pictures];
  for (const file of all) {
    const state = await stateOf(file, folder, effects);
    if (state !== 'whole') return { why: state };
  }
  return { files: all };
}

const has = ({ files }: RecordedDocument, name: string) => files.some(({ path }) => path === name);

const isSameTool = (a: Provenance['tool'], b: Provenance['tool']) =>
  a.name === b.name && a.version === b.version && a.code === b.code;
