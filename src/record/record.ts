import path from 'node:path';
import type { Effects } from '../effects/effects.ts';
import { hashOf } from './hash.ts';
import { type Manifest, manifestSchema } from './manifest.ts';

/** Which part of a plan to make, from 1. */
export interface Shard {
  number: number;
  of: number;
}

/** The name of a record: each part of a plan has its own, so that all can be made in one folder. */
export function recordName(shard: Shard | null): string {
  return shard ? `build-${shard.number}-of-${shard.of}.json` : 'build.json';
}

/** The names of records among these. */
export const recordNames = (names: readonly string[]): string[] =>
  names.filter((name) => /^build(?:-\d+-of-\d+)?\.json$/.test(name));

/** More than a record of ten thousand documents needs. */
const LARGEST = 64 * 1024 * 1024;

export type RecordTrouble = 'missing' | 'unreadable' | 'damaged' | 'other-format';

/**
 * Reads a record. One that is not there, is cut short, was changed by hand, or is of another format
 * counts as none: it only costs time.
 */
export async function readRecord(
  file: string,
  { files }: Pick<Effects, 'files'>,
): Promise<{ record: Manifest } | { record: null; trouble: RecordTrouble }> {
  const nothing = (trouble: RecordTrouble) => ({ record: null, trouble });
  try {
    const found = await files.look(file);
    if (found === null) return nothing('missing');
    if (found.kind !== 'file' || found.bytes > LARGEST) return nothing('damaged');
    return parsed(new TextDecoder().decode(await files.read(file)));
  } catch {
    return nothing('unreadable');
  }
}

function parsed(text: string): { record: Manifest } | { record: null; trouble: RecordTrouble } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { record: null, trouble: 'damaged' };
  }
  if (typeof raw !== 'object' || raw === null) return { record: null, trouble: 'damaged' };
  const { format, seal, ...rest } = raw as Partial<Manifest>;
  if (format !== 2) return { record: null, trouble: 'other-format' };
  const { success, data } = manifestSchema.safeParse(raw);
  const isWhole = success && seal === hashOf({ format, ...rest });
  return isWhole ? { record: data } : { record: null, trouble: 'damaged' };
}

/** A record with its seal. */
export function sealed(record: Omit<Manifest, 'seal'>): Manifest {
  return { ...record, seal: hashOf(record) };
}

/** A record as it is written: the same text for the same content. */
export const recordText = (record: Manifest): string => `${JSON.stringify(record, null, 2)}\n`;

/** A file of a record, by absolute path. */
export const inFolder = (folder: string, place: string): string =>
  path.join(folder, ...place.split('/'));
