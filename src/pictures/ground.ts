import type { Sharp } from 'sharp';

/*
 * Many trusts have their logo twice, and the one in white, for a dark ground, is the one on their
 * website. On paper it would vanish. It gets the trust’s colour as a ground.
 */

/** Raw dots of red, green, blue and how opaque each is, from 0 to 255. */
type Dots = Uint8Array;

/** A dot with less than this is not seen. */
const SEEN = 32;
/** How clearly a dot must stand out on white to be seen well: from 1 (not at all) to 21, as in WCAG 2.2. */
const CLEAR = 1.5;
/** Of a logo on a transparent ground, the share of seen dots that must be pale, and of unseen ones. */
const PALE_SHARE = 0.9;
const OPEN_SHARE = 0.05;

/** Whether a logo with a transparent ground would hardly be seen on white. */
export function isPale(dots: Dots): boolean {
  let [seen, pale] = [0, 0];
  for (let at = 0; at < dots.length; at += 4) {
    const opacity = dots[at + 3] ?? 0;
    if (opacity < SEEN) continue;
    seen += 1;
    const onWhite = (part: number) => 255 - ((255 - (dots[at + part] ?? 0)) * opacity) / 255;
    if (1.05 / (luminance(onWhite(0), onWhite(1), onWhite(2)) + 0.05) < CLEAR) pale += 1;
  }
  const all = dots.length / 4;
  return seen > 0 && pale / seen >= PALE_SHARE && 1 - seen / all >= OPEN_SHARE;
}

/** WCAG 2.2, relative luminance: from 0 to 1. */
function luminance(red: number, green: number, blue: number): number {
  const linear = (part: number) =>
    part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Some room around the drawing, as a share of its height. */
const ROOM = 0.15;

/** Puts a picture of this height on a ground of the colour. */
export function onGround(picture: Sharp, height: number, colour: string): Sharp {
  const room = Math.round(height * ROOM);
  const sides = { top: room, bottom: room, left: room, right: room };
  return picture.flatten({ background: colour }).extend({ ...sides, background: colour });
}

/** The same for an SVG; without a viewBox, the ground ends where the drawing does. */
export function svgOnGround(svg: string, colour: string): string {
  const numbers = /^<svg[^>]*\sviewBox="([^"]*)"/
    .exec(svg)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x, y, width, height] = numbers ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    return svg.replace(/^<svg[^>]*>/, `$&<rect width="100%" height="100%" fill="${colour}"/>`);
  }
  const room = height * ROOM;
  const box = [x - room, y - room, width + 2 * room, height + 2 * room];
  const [left, top, wide, high] = box;
  const ground = `<rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="${colour}"/>`;
  return svg.replace(/^<svg[^>]*>/, (start) => {
    const open = start
      .replace(/\s(?:width|height)="[^"]*"/g, '')
      .replace(/\sviewBox="[^"]*"/, ` viewBox="${box.join(' ')}"`);
    return `${open}${ground}`;
  });
}
