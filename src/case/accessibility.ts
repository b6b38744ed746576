import {
  accessibilityChecks,
  accessibilityShortfalls,
  checked,
} from '../knowledge/accessibility.ts';
import { leastContrast, MINIMUM_CONTRAST, readableShade } from '../profile/colours.ts';
import { imagesOf } from '../profile/fields.ts';
import { type CalendarDate, parseDate } from '../profile/formats/dates.ts';
import type { Profile } from '../profile/profile.ts';

type Contact = NonNullable<Profile['data']['contacts']>[number];

/** What a document says of who can use it: of this copy, of the tool that made it, and whom to tell. */
export interface Accessibility {
  /** Whom to tell what cannot be used: the first of the trust’s own who can be written to or rung. */
  contact: Contact | undefined;
  /** Sentences about this very document. */
  ofThisCopy: string[];
  /** What the checks of the tool found, when, of which version and in which browser. */
  checks: string[];
  checkedOn: CalendarDate | undefined;
  checkedVersion: string;
  /** As in “Chromium 143”. */
  checkedBrowser: string;
  shortfalls: readonly string[];
}

/** The accessibility statement of a document; nothing in it rests on a check that was not made. */
export function accessibilityOf(profile: Profile, hasCharts: boolean): Accessibility {
  const { contacts = [], trust } = profile.data;
  return {
    contact: contacts.find(
      ({ chosen_by_us: ours, email, phone }) => ours !== false && (email ?? phone) !== undefined,
    ),
    ofThisCopy: [
      ...picturesInWords(profile),
      ...(hasCharts
        ? ['Every chart has words that say what it shows, and a table of its numbers.']
        : []),
      ...coloursInWords(trust.brand ?? {}),
    ],
    checks: Object.values(accessibilityChecks).map(
      ({ what, tool, found }) => `${what}: ${tool.name} ${tool.version} ${found}.`,
    ),
    checkedOn: parseDate(checked.on),
    checkedVersion: checked.version,
    checkedBrowser: `${checked.browser.name} ${checked.browser.version}`,
    shortfalls: accessibilityShortfalls,
  };
}

function picturesInWords(profile: Profile): string[] {
  const pictures = imagesOf(profile);
  const silent = pictures.filter(({ alt, decorative }) => !alt && !decorative).length;
  if (pictures.length === 0) return [];
  if (silent === 0) return ['Every picture that adds something has words that say what it shows.'];
  return [
    `${silent} of ${pictures.length} pictures ${silent === 1 ? 'has' : 'have'} no words yet.`,
  ];
}

function coloursInWords(brand: {
  colour?: string | undefined;
  accent?: string | undefined;
}): string[] {
  const own = [brand.colour, brand.accent].filter((colour) => colour !== undefined);
  if (own.length === 0) return [];
  const least = Math.min(...own.map((colour) => leastContrast(readableShade(colour))));
  // Rounded down, because a contrast just below a limit must not read as one that reaches it.
  const shown = (Math.floor(least * 10) / 10).toFixed(1);
  return [
    `Words in our colours have a contrast of at least ${shown} to 1, where ${MINIMUM_CONTRAST} is asked.`,
  ];
}
