/** What a profile may at most be: far more than a trust of 200 schools needs, and quick to refuse. */
export interface Limits {
  /** Of one file, in bytes. */
  bytes: number;
  /** How many groups may stand inside one another. */
  depth: number;
  /** How many values a profile may hold, counting what references repeat. */
  nodes: number;
  /** Of one picture, in bytes. */
  imageBytes: number;
}

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  bytes: 8 * MB,
  depth: 24,
  // Each could be a mistake, and Zod cannot carry more than about 100,000 of those.
  nodes: 80_000,
  imageBytes: 20 * MB,
};

/** `8 MB`, as the messages say it. */
export function inMegabytes(bytes: number): string {
  const size = bytes / MB;
  return `${size < 10 && size % 1 >= 0.05 ? size.toFixed(1) : Math.round(size)} MB`;
}
