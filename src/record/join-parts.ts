import path from 'node:path';
import { type OutputFile, writeFiles } from '../build/write.ts';
import { displayName } from '../effects/display-name.ts';
import type { Effects } from '../effects/effects.ts';
import type { Manifest, RecordedFile } from './manifest.ts';
import { mergeRecords } from './merge.ts';
import { inFolder, readRecord, recordName, recordNames, recordText } from './record.ts';
import { stateOf } from './state.ts';

/** What came of joining the parts of a build. */
export interface JoinedParts {
  /** The record of the whole, absolute; null where it was not written. */
  record: string | null;
  documents: number;
  /** What keeps the parts from being joined, in words. */
  problems: string[];
}

/**
 * Joins the parts of a build that are in these folders, or have these records: their documents are
 * brought into one folder, unless they are there, and get one record. Nothing else is taken from the
 * folders of the parts, so that what is left there of earlier builds does no harm. No record is written
 * where a document is missing, doubled or altered.
 */
export async function joinParts(
  paths: readonly string[],
  out: string | undefined,
  effects: Effects,
): Promise<JoinedParts> {
  const files = (await Promise.all(paths.map((place) => recordsAt(place, effects)))).flat();
  const folders = new Set(files.map((file) => path.dirname(file)));
  const failed = (...problems: string[]) => ({ record: null, documents: 0, problems });
  const [folder] = folders;
  if (folder === undefined) {
    return failed(
      'There is no part of a build there: they are called build-1-of-8.json and so on.',
    );
  }
  if (folders.size > 1 && out === undefined) {
    return failed('The parts are in several folders. Name the one to bring them into, with --out.');
  }
  const target = out === undefined ? folder : path.resolve(effects.cwd, out);

  const parts: { folder: string; record: Manifest }[] = [];
  const problems: string[] = [];
  for (const file of new Set(files)) {
    const { record } = await readRecord(file, effects);
    if (record) parts.push({ folder: path.dirname(file), record });
    else problems.push(`${displayName(file, effects)} is missing, damaged, or was altered.`);
  }
  if (problems.length > 0) return failed(...problems);
  const { value, problems: found } = mergeRecords(parts.map(({ record }) => record));
  if (!value) return failed(...found);

  const all = parts.flatMap(({ folder: from, record }) =>
    record.documents.flatMap(({ files: made }) => made.map((file) => ({ file, from }))),
  );
  // Before anything is brought, so that what is there of an earlier build stays whole.
  for (const { file, from } of all) {
    const state = await stateOf(file, from, effects);
    if (state !== 'whole') problems.push(`${file.path} ${inWords[state]}.`);
  }
  if (problems.length > 0) return failed(...problems);
  for (const { file, from } of all) {
    const problem = from === target ? null : await bring(file, from, target, effects);
    if (problem) return failed(problem);
  }
  const content = new TextEncoder().encode(recordText(value));
  const failure = await write(target, { path: recordName(null), content }, effects);
  if (failure) return failed(failure);
  return {
    record: path.join(target, recordName(null)),
    documents: value.documents.length,
    problems: [],
  };
}

const inWords = { missing: 'is missing', altered: 'was altered' } as const;

/** Brings a file of a part to where all are. Returns what keeps it from being brought, in words. */
async function bring(
  { path: name }: RecordedFile,
  from: string,
  to: string,
  effects: Effects,
): Promise<string | null> {
  const content = await effects.files.read(inFolder(from, name)).catch(() => null);
  return content ? write(to, { path: name, content }, effects) : `${name} ${inWords.missing}.`;
}

async function write(folder: string, file: OutputFile, effects: Effects): Promise<string | null> {
  const { failure } = await writeFiles(folder, [file], effects);
  return failure?.diagnostic.message ?? null;
}

/** The records of the parts in a folder; or the file that was named. */
async function recordsAt(place: string, { cwd, files }: Effects): Promise<string[]> {
  const given = path.resolve(cwd, place);
  if ((await files.look(given).catch(() => null))?.kind !== 'folder') return [given];
  return recordNames(await files.list(given))
    .filter((name) => name !== recordName(null))
    .map((name) => path.join(given, name));
}
