import type { Palette } from '../typeset/palette.ts';

/**
 * How drawings look. The page takes these rules once, with the theme's own colours; a drawing that
 * stands alone carries them with the colours written in. Sizes belong to the drawing, because its
 * words were given their places for them.
 */
export const SIZE = { words: 13.5, value: 15 } as const;

/** How much room a line of words takes. */
export const LINE = 17;

type Colour = keyof Palette | 'ink' | 'soft' | 'rule' | 'paper';

/** What differs between a drawing in a page and one that stands alone. */
interface Dress {
  face: string;
  colour: (name: Colour) => string;
}

/** The greys of a drawing that stands alone. */
const greys = { ink: '#17212b', soft: '#4a5763', rule: '#d5dbe0', paper: '#ffffff' } as const;

const inPage: Dress = { face: 'inherit', colour: (name) => `var(--${name})` };

export const pageStyle = (): string => rulesIn(inPage);

/** Ours, where it is installed, and faces that are about as wide. */
const FACES =
  'Figtree, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", sans-serif';

/** Of Figtree, as a share of its size: another face is set as large as ours looks, so that it fits. */
const X_HEIGHT = 0.5;

/** For a drawing beside the Markdown, which can see neither the page's faces nor its colours. */
export function fileStyle(palette: Palette): string {
  const all: Record<Colour, string> = { ...greys, ...palette };
  const dress: Dress = { face: FACES, colour: (name) => all[name] };
  return `.drawing text { font-size-adjust: ${X_HEIGHT}; }\n${rulesIn(dress)}`;
}

function rulesIn({ face, colour }: Dress): string {
  const [brand, past, wash] = [colour('brand'), colour('brand-mid'), colour('brand-wash')];
  const [ink, soft, rule, paper] = [colour('ink'), colour('soft'), colour('rule'), colour('paper')];
  const accent = colour('accent');
  const rules: Record<string, string> = {
    text: `font-family: ${face}; font-size: ${SIZE.words}px; font-weight: 400; font-variant-numeric: lining-nums; fill: ${ink}`,
    '.quiet': `fill: ${soft}`,
    '.strong': 'font-weight: 600',
    '.value': `font-size: ${SIZE.value}px; font-weight: 700`,
    '.ours': `fill: ${brand}`,
    '.you': `fill: ${accent}`,
    '.on-brand': `fill: ${paper}; font-weight: 700`,
    '.sheet': `fill: ${paper}`,
    '.ground': `fill: ${wash}`,
    '.grid': `stroke: ${rule}; stroke-width: 1; fill: none`,
    '.base': `stroke: ${ink}; stroke-width: 1.25; fill: none`,
    '.leader': `stroke: ${soft}; stroke-width: 1; fill: none`,
    '.event': `stroke: ${ink}; stroke-width: 1.25; stroke-dasharray: 2 3; fill: none`,
    '.line': `stroke: ${soft}; stroke-width: 1.75; fill: none; stroke-linejoin: round; stroke-linecap: round`,
    '.line-ours': `stroke: ${brand}; stroke-width: 3; fill: none; stroke-linejoin: round; stroke-linecap: round`,
    '.line-past': `stroke: ${past}; stroke-width: 2.25; fill: none; stroke-linejoin: round; stroke-linecap: round`,
    '.casing': `stroke: ${paper}; stroke-width: 5; fill: none`,
    '.mark': `fill: ${paper}; stroke: ${soft}; stroke-width: 1.75`,
    '.mark-ours': `fill: ${brand}; stroke: ${paper}; stroke-width: 1.5`,
    '.mark-past': `fill: ${paper}; stroke: ${brand}; stroke-width: 1.75`,
    '.mark-you': `fill: ${accent}; stroke: ${paper}; stroke-width: 1.5`,
    '.bar': `fill: ${brand}`,
    '.bar-past': `fill: ${past}`,
    '.dash-1': 'stroke-dasharray: 6 5',
    '.dash-2': 'stroke-dasharray: 1 5',
    '.dash-3': 'stroke-dasharray: 11 4 2 4',
    '.ring': `stroke: ${soft}; stroke-width: 1; stroke-dasharray: 1 4; stroke-linecap: round; fill: none`,
    '.border': `stroke: ${past}; stroke-width: 1; fill: none`,
  };
  return Object.entries(rules)
    .map(([selector, declarations]) => `.drawing ${selector} { ${declarations}; }`)
    .join('\n');
}
