import { isWord } from '../profile/formats/amounts.ts';
import { LINE, SIZE } from './style.ts';
import { paragraph } from './svg.ts';
import { wrap } from './text.ts';

/** What a picture measures, above it, so that it can be read without the text around it. */
export function drawSubtitle(text: string, width: number): { body: string; height: number } {
  const lines = wrap(text, SIZE.words, width, 3);
  const body = paragraph(lines, { class: 'quiet', x: 0, y: SIZE.words });
  return { body, height: lines.length * LINE + 8 };
}

/** A label with what its numbers are counted in, where that is a word it does not hold itself. */
export function withUnit(label: string, sign: string): string {
  const said = !isWord(sign) || label.toLowerCase().includes(sign.toLowerCase());
  return said ? label : `${label} (${sign})`;
}
