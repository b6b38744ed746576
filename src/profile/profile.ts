import type { Marked, Place } from '../diagnostics/diagnostic.ts';
import type { ProfileData } from './schema/profile.ts';
import type { Path, Value } from './yaml/values.ts';

/** A profile that could be read: what it says, and where each part of it stands. */
export interface Profile {
  data: ProfileData;
  /** The same, as it was typed. */
  typed: Value;
  /** The folder it lives in, absolute, with symbolic links resolved: nothing outside it is read. */
  folder: string;
  /** The files it was read from, the main one first. */
  files: ProfileFile[];
  /** Whether all of it could be read. */
  whole: boolean;
  /** The school it is the copy for, where it is one; never in a profile as it was read. */
  copyFor?: { name: string } | undefined;
  place(path: Path, at?: Marked): Place;
  /**
   * Whether a problem kept something at or below a path from being read. Never so in a profile that
   * is built from; rules ask before they say of one with problems that something is missing.
   */
  faulty(path: Path): boolean;
}

export interface ProfileFile {
  /** Relative to `folder`, with forward slashes. */
  path: string;
  sha256: string;
}
