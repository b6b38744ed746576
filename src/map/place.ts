/** A rectangle of a picture. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A mark, and how much room its words need. */
export interface Spot {
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
}

/** Where the words of a mark stand. */
export interface Placed {
  box: Box;
  /** Whether they are so far from their mark that a line must lead to them. */
  far: boolean;
}

/** Room between a mark and its words, for those beside it and those led to by a line. */
const DISTANCES = [4, 14, 26, 40, 58] as const;
const FIRST_FAR = 1;
/** In this order: to the right, to the left, then above and below, as map makers do. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [0, -1],
  [0, 1],
] as const;
/** How often those that found no room may be put before the others. */
const ATTEMPTS = 24;

/**
 * Places words beside their marks so that none lies over other words, a mark, the edge or anything
 * else that is taken; the first spots come first. Undefined where not all find room. The same spots
 * give the same places.
 */
export function placeLabels(
  spots: readonly Spot[],
  frame: Box,
  taken: readonly Box[],
): Placed[] | undefined {
  const marks = spots.map(({ x, y, radius }) => boxAround(x, y, radius + 1, radius + 1));
  const order = spots.map((_, index) => index);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const placed = new Map<number, Placed>();
    let homeless: number | undefined;
    for (const index of order) {
      const others = [...taken, ...marks, ...[...placed.values()].map(({ box }) => box)];
      const spot = spots[index];
      const place = spot && firstFree(spot, frame, others);
      if (place) placed.set(index, place);
      else homeless ??= index;
    }
    if (homeless === undefined) {
      return spots.flatMap((_, index) => placed.get(index) ?? []);
    }
    order.splice(order.indexOf(homeless), 1);
    order.unshift(homeless);
  }
  return undefined;
}

function firstFree(spot: Spot, frame: Box, others: readonly Box[]): Placed | undefined {
  for (const [step, distance] of DISTANCES.entries()) {
    for (const direction of DIRECTIONS) {
      const box = boxAt(spot, direction, distance);
      const far = step >= FIRST_FAR;
      if (isInside(box, frame) && others.every((other) => !overlap(box, other)))
        return { box, far };
    }
  }
  return undefined;
}

function boxAt(
  { x, y, radius, width, height }: Spot,
  [right, down]: readonly [number, number],
  distance: number,
): Box {
  // On a slant the same distance is split between the two ways.
  const away = radius + (right !== 0 && down !== 0 ? distance * 0.6 : distance);
  const left = right > 0 ? x + away : right < 0 ? x - away - width : x - width / 2;
  const shift = right === 0 ? away : distance > DISTANCES[0] ? away : radius - 2;
  const top = down > 0 ? y + shift : down < 0 ? y - shift - height : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

export function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom
  );
}
