import path from 'node:path';
import type { Effects } from '../effects/effects.ts';
import { sha256 } from './hash.ts';
import type { Manifest, Provenance, RecordedDocument, RecordedFile } from './manifest.ts';
import { readRecord, recordNames } from './record.ts';

/** What is known of a file. */
export interface Verdict {
  /** Absolute. */
  file: string;
  /** `unknown` where no record names it, nor a file of the same content. */
  state: 'unaltered' | 'altered' | 'unknown';
  sha256: string;
  found: {
    /** The record, absolute. */
    record: string;
    document: RecordedDocument;
    as: RecordedFile;
    made: Provenance;
  } | null;
  /** Records that were looked at and cannot be believed, absolute. */
  damaged: string[];
}

/**
 * Says of a file which record has it: the one that is named, else the nearest in its folder or one above
 * it. A file is known by its place, or wherever it went by its content. Rejects where the file cannot be
 * read.
 */
export async function verifyFile(
  file: string,
  named: string | undefined,
  effects: Pick<Effects, 'files'>,
): Promise<Verdict> {
  const hash = sha256(await effects.files.read(file));
  const damaged: string[] = [];
  for await (const where of named ? [named] : recordsAbove(path.dirname(file), effects)) {
    const read = await readRecord(where, effects);
    if (!read.record) {
      damaged.push(where);
      continue;
    }
    const place = path.relative(path.dirname(where), file).split(path.sep).join('/');
    const entry = entryOf(read.record, place, hash);
    if (!entry) continue;
    const state = entry.as.sha256 === hash ? 'unaltered' : 'altered';
    return { file, state, sha256: hash, found: { record: where, ...entry }, damaged };
  }
  return { file, state: 'unknown', sha256: hash, found: null, damaged };
}

async function* recordsAbove(
  folder: string,
  { files }: Pick<Effects, 'files'>,
): AsyncGenerator<string> {
  const names = await files.list(folder).catch(() => []);
  for (const name of recordNames(names).reverse()) yield path.join(folder, name);
  const above = path.dirname(folder);
  if (above !== folder) yield* recordsAbove(above, { files });
}

function entryOf(record: Manifest, place: string, hash: string) {
  const all = [record, ...record.earlier].flatMap((made) =>
    made.documents.flatMap((document) => document.files.map((as) => ({ made, document, as }))),
  );
  return all.find(({ as }) => as.path === place) ?? all.find(({ as }) => as.sha256 === hash);
}
