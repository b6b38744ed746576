import type { PrintedDocument } from './document.ts';
import type { NumberSlot } from './facts.ts';
import type { Font } from './fonts.ts';
import { targetOfLink } from './links.ts';
import type { Line, Unit } from './painting.ts';
import { type Content, contentsOf, textOf, walk } from './tree.ts';

/** What stands in for the number of a page, and what is to stand there. */
export interface NumberToWrite {
  content: Content;
  unit: Unit;
  line: Line;
  number: string;
  /** How it is painted. */
  source: string;
}

/**
 * The numbers of pages, to be written where others stand in for them. Chromium cannot count pages
 * (`target-counter` does not work), and to print twice takes twice as long. Null where one of them cannot
 * be put there as the browser would have done it: one that is too long or must move its neighbours, or
 * whose stand-in is not painted on one line with nothing besides.
 */
export function numbersToWrite(
  { tree, objects, places }: Pick<PrintedDocument, 'tree' | 'objects' | 'places'>,
  slots: readonly NumberSlot[],
): NumberToWrite[] | null {
  const links = walk(tree.roots).filter(({ type }) => type === 'Link');
  const faces = new Map<Font, Digits>();
  const painted: { slot: NumberSlot; content: Content; text: StandIn }[] = [];
  // Both are in the order of the page.
  let next = 0;
  for (const slot of slots) {
    const leadsThere = (at: number) => targetOfLink(links[at], objects) === `#${slot.place}`;
    while (next < links.length && !leadsThere(next)) next += 1;
    const link = links[next];
    next += 1;
    const content = link && contentsOf(link).at(-1);
    const text = content && readStandIn(content, slot.standIn);
    if (!text) return null;
    painted.push({ slot, content, text });
    const digits = faces.get(text.font) ?? new Map<string, string>();
    faces.set(text.font, digits);
    [...slot.standIn].forEach((digit, at) => {
      digits.set(digit, text.codes[at] as string);
    });
  }
  const numbers = painted.map(({ slot, content, text }): NumberToWrite | null => {
    const number = String(places.get(slot.place) ?? '');
    const codes = [...number].map((digit) => faces.get(text.font)?.get(digit));
    const missing = slot.standIn.length - number.length;
    const fits = missing === 0 || (missing === 1 && slot.side !== null);
    if (number === '' || !fits || codes.includes(undefined)) return null;
    // A page’s text is set in its own pixels, whatever they become on paper.
    const room = missing === 1 && slot.side === 'right' ? `${slot.digit} 0 Td ` : '';
    return { content, ...text, number, source: `${text.place}${room}<${codes.join('')}> Tj` };
  });
  return numbers.every((number) => number !== null) ? numbers : null;
}

/** Writes a number in the place of its stand-in, for those who read and for those who are read to. */
export function writeNumber({ content, unit, line, number, source }: NumberToWrite): void {
  content.container.replaced.set(unit, source);
  line.text = number;
}

/** The codes of the digits that stand in, in one font: such as stand below each other in tables. */
type Digits = Map<string, string>;

interface StandIn {
  unit: Unit;
  line: Line;
  font: Font;
  /** The operations that choose the font and the place. */
  place: string;
  codes: string[];
}

const SHOWN =
  /^(\/[\w-]+ [-\d.]+ Tf\s+[-\d.]+ 0 0 [-\d.]+ [-\d.]+ [-\d.]+ Tm\s+)((?:[-\d.]+ 0 Td\s+|<[0-9a-fA-F]+> Tj\s*)+)$/;

function readStandIn(content: Content, standIn: string): StandIn | undefined {
  const [unit, ...others] = content.units;
  const [line] = unit?.lines ?? [];
  if (!unit || !line?.font || others.length > 0 || textOf(content) !== standIn) return undefined;
  const match = SHOWN.exec(content.container.painting.source.slice(unit.start, unit.end));
  if (!match) return undefined;
  const [, place = '', shows = ''] = match;
  const shown = [...shows.matchAll(/<(\w+)>/g)].map(([, codes]) => codes).join('');
  const width = shown.length / standIn.length;
  const codes = Array.from(standIn, (_, at) => shown.slice(at * width, (at + 1) * width));
  return { unit, line, font: line.font, place, codes };
}
