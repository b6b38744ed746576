/**
 * A report as JSON whose characters a terminal does nothing with: `JSON.stringify` escapes some of
 * the control characters, this the rest, and the marks that turn round the order of a text. What a
 * program reads from it is the same.
 */
export function printedJson(report: unknown, indent?: number): string {
  return JSON.stringify(report, null, indent).replace(
    /[\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
