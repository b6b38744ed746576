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
  /** Of one picture, in pixels: width times height. */
  imagePixels: number;
  /** Of the lines behind the map, in bytes. */
  mapBytes: number;
}

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  bytes: 8 * MB,
  depth: 24,
  // Each could be a mistake, and Zod cannot carry more than about 100,000 of those.
  nodes: 80_000,
  imageBytes: 40 * MB,
  imagePixels: 200_000_000,
  mapBytes: 5 * MB,
};

/** The limits a person may move, by the names of `--limit`; the others keep the program safe. */
export const movableLimits = {
  'file-mb': {
    key: 'bytes',
    unit: MB,
    most: 256,
    about: 'the size of a file of the profile, in MB',
  },
  values: { key: 'nodes', unit: 1, most: 20_000_000, about: 'how many values a profile holds' },
  'picture-mb': { key: 'imageBytes', unit: MB, most: 512, about: 'the size of a picture, in MB' },
  'picture-megapixels': {
    key: 'imagePixels',
    unit: 1_000_000,
    most: 1_000,
    about: 'the width of a picture times its height, in millions',
  },
} as const satisfies Record<
  string,
  { key: keyof Limits; unit: number; most: number; about: string }
>;

export type MovableLimit = keyof typeof movableLimits;

/** `8 MB`, or `22 kB` where it is little, as the messages say it. */
export function inMegabytes(bytes: number): string {
  if (bytes < MB / 10) return `${Math.ceil(bytes / 1024)} kB`;
  const size = bytes / MB;
  return `${size < 10 && size % 1 >= 0.05 ? size.toFixed(1) : Math.round(size)} MB`;
}
