/*
 * The objects that `--json` prints and the programming interface returns. They are documented in the
 * README; `format` goes up when a field changes its meaning or goes away, not when one is added.
 */

export interface ReportedDiagnostic {
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  hint: string;
  /** Relative to the folder the command was run in, with forward slashes; null where no file is at fault. */
  file: string | null;
  /** Lines and columns count from 1, offsets from 0; `end` is the first position after the range. */
  range: { start: ReportedPosition; end: ReportedPosition } | null;
}

export interface ReportedPosition {
  line: number;
  column: number;
  offset: number;
}

export interface CheckReport {
  format: 1;
  command: 'check';
  /** Whether there is no error. */
  ok: boolean;
  status: 'draft' | 'review' | 'release' | null;
  /** What was read; null where the profile could not be. */
  counts: {
    schools: number;
    claims: number;
    metrics: number;
    evidence: number;
    voices: number;
  } | null;
  /** How the case stands; null where the profile could not be read. */
  summary: {
    /** What would keep it from being released. */
    blockers: ReportedDiagnostic[];
    /** Rules the profile sets otherwise, each with its reason. */
    settings: { rule: string; severity: string; reason: string }[];
    /** What to do next, at most three things, and where. */
    next: { what: string; where: string | null }[];
    principles: {
      principle: string;
      claims: number;
      facts: number;
      /** How many facts are supported, and how well. */
      grades: { strong: number; supported: number; weak: number; unsupported: number };
      /** ISO dates of its evidence. */
      newest: string | null;
      oldest: string | null;
      voices: number;
    }[];
    /** Every question of the bank. */
    coverage: {
      id: string;
      question: string;
      readers: string[];
      principle: string;
      state: 'answered' | 'partly' | 'not yet';
      /** The keys of the profile that answer it. */
      by: string[];
      /** What is missing for the rest of the answer. */
      missing: string[];
    }[];
  } | null;
  diagnostics: ReportedDiagnostic[];
}

export interface BuildReport {
  format: 1;
  command: 'build';
  /**
   * `done` where every document was written (drafts with errors too); `refused` where the profile kept
   * that from happening; `failed` where the machine did; `interrupted` where the user did.
   */
  outcome: 'done' | 'refused' | 'failed' | 'interrupted';
  status: 'draft' | 'review' | 'release' | null;
  /** What was written, relative to the folder the command was run in. */
  files: { path: string; bytes: number }[];
  diagnostics: ReportedDiagnostic[];
}

export interface DoctorReport {
  format: 1;
  command: 'doctor';
  /** Whether files can be written and a PDF printed. */
  ready: boolean;
  /** What was tried, in this order; `browser` once for each that was found. */
  checks: {
    id: 'node' | 'folder' | 'temporary' | 'cache' | 'templates' | 'pictures' | 'browser' | 'page';
    /** `weak` where documents can be made in spite of it. */
    state: 'good' | 'weak' | 'bad';
    what: string;
    /** What to do about it; null where nothing need be done. */
    remedy: string | null;
  }[];
}
