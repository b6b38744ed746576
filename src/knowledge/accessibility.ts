/**
 * What has been checked of the documents that this version of the tool makes, and what is known to
 * fall short: a document says it of itself in these words. A test holds the versions to those that
 * the checks run with, so that no statement outlives its check.
 */

/** A check by a machine, of the example documents. */
export interface AccessibilityCheck {
  what: string;
  /** The program that checked. */
  tool: { name: string; version: string };
  /** What it found, as the end of a sentence that begins with the program. */
  found: string;
}

/** The version of this tool that was checked, in which browser, and on which day. */
export const checked = {
  version: '0.1.0',
  browser: { name: 'Chromium', version: '143' },
  on: '2026-11-24',
} as const;

export const accessibilityChecks = {
  page: {
    what: 'The web page, as wide as a phone and as a desk',
    tool: { name: 'axe-core', version: '4.14.1' },
    found: 'found nothing wrong by WCAG 2.2, levels A and AA',
  },
  use: {
    what: 'The web page by keyboard alone, at twice the size, spaced out, in your own colours',
    tool: { name: 'thriving-case', version: checked.version },
    found: 'passes its own tests',
  },
  pdf: {
    what: 'The PDF, with its tags and titles',
    tool: { name: 'veraPDF', version: '1.28.2' },
    found: 'found no rule of PDF/UA-1 (ISO 14289-1) broken',
  },
} as const satisfies Record<string, AccessibilityCheck>;

/** What is known not to conform, or to be awkward, and what there is instead. */
export const accessibilityShortfalls: readonly string[] = [
  'Nobody who uses a screen reader has tried these documents.',
  'Words in other languages are not marked as such, and are read aloud as English.',
  'Words inside charts keep their own spacing. Their numbers stand in tables too.',
  'Wide tables scroll sideways on a phone, with a finger or the arrow keys.',
  'The PDF does not claim the newer standard, PDF/UA-2.',
];
