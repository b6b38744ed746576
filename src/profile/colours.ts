import Color from 'color';

const PAPER = '#ffffff';

/** WCAG 2.2, 1.4.3: the contrast that words of ordinary size need. */
export const MINIMUM_CONTRAST = 4.5;

/** WCAG 2.2, 1.4.11: the contrast that lines and marks need. */
const MINIMUM_GRAPHIC_CONTRAST = 3;

/** How much of a colour is in the quiet background derived from it. */
const WASH = 0.09;

/** How clearly a colour stands out on white paper: from 1 (not at all) to 21. */
export function contrastOnPaper(colour: string): number {
  return Color(colour).contrast(Color(PAPER));
}

/** The quiet background that belongs to a colour. */
export function washOf(colour: string): string {
  return Color(PAPER).mix(Color(colour), WASH).hex().toLowerCase();
}

/** The contrast of words in this colour, on white or on its own wash, whichever is less. */
export function leastContrast(colour: string): number {
  return Math.min(contrastOnPaper(colour), Color(colour).contrast(Color(washOf(colour))));
}

/** Whether words in this colour can be read on white and on its own wash. */
export function isReadable(colour: string): boolean {
  return leastContrast(colour) >= MINIMUM_CONTRAST;
}

/** The nearest darker shade of a colour whose words can be read; the colour itself where it passes. */
export function readableShade(colour: string): string {
  let shade = Color(colour).lch();
  while (!isReadable(shade.hex()) && shade.l() > 0) shade = shade.l(shade.l() - 1);
  return shade.hex().toLowerCase();
}

/** The palest tint of a readable colour whose lines and marks can be seen on white and on its wash. */
export function midtoneOf(colour: string): string {
  const wash = Color(washOf(colour));
  const tint = (share: number) => Color(PAPER).mix(Color(colour), share);
  let percent = 100;
  while (percent > 0 && tint((percent - 1) / 100).contrast(wash) >= MINIMUM_GRAPHIC_CONTRAST) {
    percent -= 1;
  }
  return tint(percent / 100)
    .hex()
    .toLowerCase();
}
