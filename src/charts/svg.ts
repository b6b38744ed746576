import { escapeXml } from '../xml.ts';
/* Just enough to write SVG: elements, escaped words and numbers that are always numbers. */

import { LINE } from './style.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with what stands inside it. An attribute that is undefined is left out. */
export function element(name: string, attributes: Attributes, ...inside: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(value ?? '')}"`,
    )
    .join('');
  return inside.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${inside.join('')}</${name}>`;
}

/** Words at a point. `anchor` says which end of them stands there. */
export function words(
  text: string,
  at: { x: number; y: number; class?: string | undefined; anchor?: 'middle' | 'end' | undefined },
): string {
  const { anchor, ...rest } = at;
  return element('text', { ...rest, 'text-anchor': anchor }, escapeXml(text));
}

/** Lines of words, the foot of the first at `y`. */
export function paragraph(lines: readonly string[], at: Parameters<typeof words>[1]): string {
  return lines.map((line, index) => words(line, { ...at, y: at.y + index * LINE })).join('');
}

/** A level line at a height. */
export function across(look: string, y: number, [from, to]: readonly [number, number]): string {
  return element('path', { class: look, d: `M${short(from)},${short(y)}H${short(to)}` });
}

/** An upright line. */
export function down(look: string, x: number, [from, to]: readonly [number, number]): string {
  return element('path', { class: look, d: `M${short(x)},${short(from)}V${short(to)}` });
}

/** A part of a picture, moved. */
export function moved(part: string, { x = 0, y = 0 }: { x?: number; y?: number }): string {
  return part && element('g', { transform: `translate(${short(x)} ${short(y)})` }, part);
}

/**
 * A coordinate to a tenth of a unit, which no eye can tell from the exact one. Throws where it is
 * none, because a picture that silently lacks a number would lie.
 */
export function short(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be drawn.`);
  return String(Math.round(value * 10) / 10 || 0);
}
