/**
 * A text with everything that could drive a terminal, hide or turn round what stands beside it made
 * visible as a dot: control characters, direction marks, invisible characters. Tabs become two spaces.
 */
export function harmless(text: string): string {
  return (
    text
      .replaceAll('\t', '  ')
      // The joiner and the selectors stay: they make one picture of several, or choose how it looks.
      .replace(/(?![\u200d\ufe00-\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/gu, '·')
  );
}

/** The same on one line: what a profile says over several lines, quoted in a message. */
export function harmlessLine(text: string): string {
  return harmless(text.replace(/\s*[\r\n]\s*/g, ' '));
}
