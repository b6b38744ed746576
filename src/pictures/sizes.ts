import type { Path } from '../profile/yaml/values.ts';

/** What a picture is for, which decides how large it is ever shown. */
export type PictureUse = 'logo' | 'cover' | 'portrait' | 'photo';

/**
 * The largest each is set on a page, in pixels, at about 220 to the inch: enough for paper, and small
 * enough that forty of them can be sent by email.
 */
export const sizes: Readonly<Record<PictureUse, { width: number; height: number }>> = {
  cover: { width: 1820, height: 1820 },
  photo: { width: 1400, height: 1050 },
  logo: { width: 900, height: 360 },
  portrait: { width: 360, height: 360 },
};

/**
 * How many bytes a photograph of each may have, where that can be had by compressing it more: forty of
 * them and the typefaces stay below the 10 MB that mail systems take, in the HTML too.
 */
export const byteBudgets: Readonly<Record<PictureUse, number>> = {
  cover: 400_000,
  photo: 160_000,
  logo: 80_000,
  portrait: 40_000,
};

/** Larger ones first: a file that is used twice is made ready for the larger use. */
const bySize = Object.keys(sizes) as PictureUse[];

/** What the picture at a path of the profile is for. */
export function useOf(path: Path): PictureUse {
  const [part, second] = path;
  if (part === 'trust') return second === 'logo' ? 'logo' : 'cover';
  return part === 'people' || part === 'voices' ? 'portrait' : 'photo';
}

export function largerUse(a: PictureUse, b: PictureUse): PictureUse {
  return bySize.indexOf(a) <= bySize.indexOf(b) ? a : b;
}
