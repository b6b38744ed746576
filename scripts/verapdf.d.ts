/** The version of veraPDF that checks. */
export const VERSION: string;

/** A rule of PDF/UA-1 that a file breaks. */
export interface BrokenRule {
  file: string;
  /** Clause and test, such as `7.1-3`. */
  rule: string;
  description: string;
  count: number;
  /** Where it is broken for the first time, as a path through the file. */
  where: string;
}

export function findVeraPdf(options: {
  fetch: boolean;
}): { validate(files: readonly string[]): BrokenRule[] } | { reason: string };
