import type { Severity } from './diagnostic.ts';

/** What `explain` says of a code. */
export interface Explanation {
  severity: Severity;
  /** In a release, where it weighs more there than in a draft or a review copy. */
  inRelease?: Severity;
  /** A short name for the problem. */
  title: string;
  /** Why it matters, in one sentence. */
  why: string;
  /** What to do about it. */
  remedy: string;
  /** A piece of a profile that has the problem, and the same piece put right. */
  wrong?: string;
  right?: string;
  /** Where the rule comes from, if not from us. */
  source?: string;
}
