/**
 * A text with everything that could drive a terminal, hide or turn round what stands beside it made
 * visible as a dot: control characters, direction marks, invisible characters. Tabs become two spaces.
 */
export function harmless(text: string): string {
  return (
    text
      .replaceAll('\t', '  ')
      // The joiner (U+200D) stays: it makes one picture of several.
      .replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '·')
  );
}
