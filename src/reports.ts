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
   * `done` where every document is as it should be (drafts with errors too); `refused` where the profile
   * kept that from happening; `failed` where the machine did; `interrupted` where the user did.
   */
  outcome: 'done' | 'refused' | 'failed' | 'interrupted';
  status: 'draft' | 'review' | 'release' | null;
  /** What was written, relative to the folder the command was run in. */
  files: { path: string; bytes: number }[];
  /** Every document of the plan, or of the part of it that was asked for. */
  documents: {
    /** Below the output folder, without an ending: `for/990101/prospectus`. */
    place: string;
    edition: string;
    /**
     * `due` in a dry run, where it would be made; `left` where the build ended before it came to it;
     * `refused` where the profile or a template kept it from being made, `failed` where the machine did.
     */
    state: 'made' | 'unchanged' | 'due' | 'refused' | 'failed' | 'left';
    /**
     * Why it was to be made: nothing was there before; what it says or its date has changed; a file of it
     * is missing or was altered; another version of the tool or another browser made it; something was
     * said of it, which is to be said again; or all were to be made.
     */
    why:
      | 'new'
      | 'text'
      | 'date'
      | 'missing'
      | 'altered'
      | 'tool'
      | 'browser'
      | 'warned'
      | 'forced'
      | null;
  }[];
  diagnostics: ReportedDiagnostic[];
}

export interface VerifyReport {
  format: 1;
  command: 'verify';
  /** Whether every file is as it was made. */
  ok: boolean;
  files: {
    /** Relative to the folder the command was run in. */
    path: string;
    /** `unknown` where no record names the file, nor any of the same content. */
    state: 'unaltered' | 'altered' | 'unknown';
    sha256: string;
    /** What it was made from, and by what; null where it is unknown. */
    made: {
      /** The record that says so. */
      record: string;
      /** Its place when it was made, below the folder of the record. */
      place: string;
      edition: string;
      status: 'draft' | 'review' | 'release';
      /** The date that is printed, ISO. */
      date: string;
      tool: { name: string; version: string };
      /** Null where none was needed. */
      browser: { name: string; version: string } | null;
      /** Relative to the profile’s folder. */
      profile: { path: string; sha256: string }[];
    } | null;
  }[];
}

export interface MergeReport {
  format: 1;
  command: 'merge';
  /** Whether the parts were joined. */
  ok: boolean;
  /** The record that was written. */
  record: string | null;
  documents: number;
  /** What keeps the parts from being joined, in words. */
  problems: string[];
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
