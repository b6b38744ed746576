/** What axe-core leaves undecided in our pages, and how it is decided instead. */
export interface LookedAt {
  rule: string;
  /** The elements of which this is true. */
  within: string;
  /** Only on a screen narrower than this, in CSS pixels: on a wider one axe-core does decide. */
  below?: number;
  /** Why axe-core cannot tell, and what shows that nothing is wrong. */
  reason: string;
}

/**
 * All that may be left undecided. An element that none of these covers fails the test, and so does an
 * entry that covers nothing any more.
 */
export const lookedAt: readonly LookedAt[] = [
  {
    rule: 'color-contrast',
    within: '.drawing text',
    reason:
      'axe-core cannot see what is painted behind words in an SVG drawing, and takes a number of one letter for a sign. Their contrast is measured on a picture of the page.',
  },
  {
    rule: 'color-contrast',
    within: '.table[tabindex] *',
    below: 640,
    reason:
      'On a phone these cells have a shade behind them at the edge, or are scrolled out of sight. At desk width axe-core decides the same cells, and the shade at its darkest is measured.',
  },
];
