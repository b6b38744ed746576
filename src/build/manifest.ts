import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isoDate } from '../profile/formats/dates.ts';
import { tool } from '../tool.ts';
import type { Opened } from './open.ts';
import type { OutputFile } from './write.ts';

/**
 * What was built from what: the content of `build.json`. It holds codes, paths and hashes,
 * and the reasons for rules set otherwise, which the document prints too; no other value or text of
 * the profile, so that it can stand beside public documents.
 */
export interface Manifest {
  format: 1;
  tool: { name: string; version: string };
  /** The date that is printed, ISO. */
  date: string;
  status: 'draft' | 'review' | 'release';
  /** Relative to the profile’s folder, with forward slashes. */
  profile: { path: string; sha256: string }[];
  browser: { name: string; version: string } | null;
  /** `edition` is null for the pictures beside the Markdown. */
  documents: { edition: string | null; files: { path: string; bytes: number; sha256: string }[] }[];
  diagnostics: { code: string; severity: string; count: number }[];
  /** Rules the profile sets otherwise, with the reason the document prints. */
  settings: { rule: string; severity: string; reason: string }[];
}

/** A document as it will be written; the pictures beside the Markdown belong to no edition. */
export interface WrittenDocument {
  edition: string | null;
  files: OutputFile[];
}

export function manifestOf(
  { profile, date, status }: Pick<Opened, 'profile' | 'date' | 'status'>,
  made: {
    browser: Manifest['browser'];
    documents: readonly WrittenDocument[];
    diagnostics: readonly Diagnostic[];
  },
): Manifest {
  return {
    format: 1,
    tool: tool(),
    date: isoDate(date),
    status,
    profile: profile.files,
    browser: made.browser,
    documents: made.documents.map(({ edition, files }) => ({
      edition,
      files: files.map(({ path, content }) => ({
        path,
        bytes: content.byteLength,
        sha256: createHash('sha256').update(content).digest('hex'),
      })),
    })),
    diagnostics: counted(made.diagnostics),
    settings: profile.data.rules ?? [],
  };
}

function counted(diagnostics: readonly Diagnostic[]): Manifest['diagnostics'] {
  const counts = new Map<string, Manifest['diagnostics'][number]>();
  for (const { code, severity } of diagnostics) {
    const known = counts.get(code);
    if (known) known.count += 1;
    else counts.set(code, { code, severity, count: 1 });
  }
  return [...counts.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
