import { midtoneOf, readableShade, washOf } from '../profile/colours.ts';

/** The colours of a document. Every pair that meets on a page passes WCAG AA (4.5 to 1). */
export interface Palette {
  brand: string;
  'brand-wash': string;
  /** For what is drawn and is to stay behind the brand’s own colour: 3 to 1 on paper and on the wash. */
  'brand-mid': string;
  accent: string;
  'accent-wash': string;
}

const defaults = { colour: '#0b5351', accent: '#a83c18' };

/** Derives the palette from one or two colours of the trust; those too pale to read are darkened. */
export function paletteOf(own: {
  colour?: string | undefined;
  accent?: string | undefined;
}): Palette {
  const brand = readableShade(own.colour ?? defaults.colour);
  const accent = readableShade(own.accent ?? defaults.accent);
  return {
    brand,
    'brand-wash': washOf(brand),
    'brand-mid': midtoneOf(brand),
    accent,
    'accent-wash': washOf(accent),
  };
}
