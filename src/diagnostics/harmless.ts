import { INVISIBLE, SHAPELESS } from '../knowledge/invisible.ts';

// The joiner and the selectors stay: they make one picture of several, or choose how it looks.
const HARMFUL = new RegExp(`(?![\\u200d\\ufe00-\\ufe0f])[${INVISIBLE}${SHAPELESS}]`, 'gu');

/**
 * A text with everything that could drive a terminal, hide or turn round what stands beside it made
 * visible as a dot: control characters, direction marks, invisible characters. Tabs become two spaces.
 */
export function harmless(text: string): string {
  return text.replaceAll('\t', '  ').replace(HARMFUL, '·');
}

/** The same on one line: what a profile says over several lines, quoted in a message. */
export function harmlessLine(text: string): string {
  return harmless(text.replace(/\s*[\r\n]\s*/g, ' '));
}
