import {
  contrastOnPaper,
  isReadable,
  MINIMUM_CONTRAST,
  readableShade,
} from '../profile/colours.ts';
import { rule } from './rule.ts';

export const colourTooPale = rule({
  code: 'colour-too-pale',
  severity: 'error',
  title: 'A colour too pale for words',
  why: 'Many readers could not read headings in it; the law asks for enough contrast.',
  remedy: 'Use the darker shade the message names, or another of the trust’s colours.',
  wrong: 'trust:\n  name: Quillbrook Learning Trust\n  brand:\n    colour: "#ffcc00"\n',
  right: 'trust:\n  name: Quillbrook Learning Trust\n  brand:\n    colour: "#0b5351"\n',
  source: 'WCAG 2.2, 1.4.3: a contrast of 4.5 to 1',
  *check({ data }) {
    const { brand } = data.trust;
    for (const key of ['colour', 'accent'] as const) {
      const colour = brand?.[key];
      if (colour === undefined || isReadable(colour)) continue;
      yield {
        path: ['trust', 'brand', key],
        message: `Words in ${colour} have a contrast of ${contrastOnPaper(colour).toFixed(1)} to 1 on white; they need a little over ${MINIMUM_CONTRAST} to 1.`,
        hint: `The nearest shade that can be read is "${readableShade(colour)}". Drafts use it.`,
      };
    }
  },
});
