import {
  type Box,
  boxAround,
  cross,
  isInside,
  overlap,
  type Point,
  runsThrough,
  type Segment,
} from '../charts/geometry.ts';

/** A mark, and how much room its words need. */
export interface Spot {
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
}

/** Where the words of a mark stand, and the line that leads to them where they are far from it. */
export interface Placed {
  box: Box;
  leader: Segment | undefined;
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
const ATTEMPTS = 12;

/**
 * Places words beside their marks so that none lies over other words, a mark, the edge or anything
 * else that is taken, and no leading line runs through any of them; the first spots come first.
 * Undefined where not all find room. The same spots give the same places.
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
    for (const [index, spot] of order.flatMap((at) =>
      spots[at] ? [[at, spots[at]] as const] : [],
    )) {
      const before = [...placed.values()];
      const place = firstFree(spot, {
        frame,
        boxes: [...taken, ...before.map(({ box }) => box)],
        marks,
        own: index,
        leaders: before.flatMap(({ leader }) => leader ?? []),
      });
      if (place) placed.set(index, place);
      else homeless ??= index;
    }
    if (homeless === undefined) return spots.flatMap((_, index) => placed.get(index) ?? []);
    order.splice(order.indexOf(homeless), 1);
    order.unshift(homeless);
  }
  return undefined;
}

/** What is there already when words look for a place. */
interface Around {
  frame: Box;
  boxes: readonly Box[];
  marks: readonly Box[];
  /** Which of the marks is their own. */
  own: number;
  leaders: readonly Segment[];
}

function firstFree(spot: Spot, around: Around): Placed | undefined {
  const { frame, boxes, marks, own, leaders } = around;
  for (const [step, distance] of DISTANCES.entries()) {
    for (const direction of DIRECTIONS) {
      const box = boxAt(spot, direction, distance);
      if (!isInside(box, frame)) continue;
      if (boxes.some((other) => overlap(box, other))) continue;
      if (marks.some((other) => overlap(box, other))) continue;
      if (leaders.some((leader) => runsThrough(leader, box))) continue;
      if (step < FIRST_FAR) return { box, leader: undefined };
      const leader = { from: { x: spot.x, y: spot.y }, to: nearestIn(box, spot) };
      if (boxes.some((other) => runsThrough(leader, other))) continue;
      if (marks.some((other, index) => index !== own && runsThrough(leader, other))) continue;
      if (leaders.some((other) => cross(leader, other))) continue;
      return { box, leader };
    }
  }
  return undefined;
}

/** Where a leading line meets words: the point of them nearest to their mark. */
function nearestIn({ left, right, top, bottom }: Box, { x, y }: Point): Point {
  return { x: Math.max(left, Math.min(x, right)), y: Math.max(top + 3, Math.min(y, bottom - 3)) };
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
