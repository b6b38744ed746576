import { ticks } from 'd3-array';
import { geoIdentity, geoPath } from 'd3-geo';
import type { SchoolMap } from '../case/chart.ts';
import { type Box, boxAround, isInside, overlap } from '../charts/geometry.ts';
import { LINE, SIZE } from '../charts/style.ts';
import { element, short, words } from '../charts/svg.ts';
import { textWidth } from '../charts/text.ts';
import { type GridPoint, METRES_IN_A_MILE } from '../profile/formats/grid.ts';
import type { GridLines } from '../profile/map-base.ts';

/** What lies under the schools: how places become points of the picture, the rings, the lines. */
export interface Ground {
  frame: Box;
  at: (place: GridPoint) => { x: number; y: number };
  /** How many units of the picture a mile is. */
  mile: number;
  /** What is drawn below the marks. */
  body: string;
  /** What the arrow and the bar take. */
  taken: Box[];
}

/** Schools nearer together than this are not drawn as if they were miles apart. */
const LEAST_METRES = 1200;
/** Room for words at the edges. */
const EDGE = { side: 84, end: 44 } as const;

export function layGround(map: SchoolMap, base: GridLines, width: number): Ground {
  const phone = width < 400;
  const all: GridPoint[] = [...map.places, ...(map.centre.addressee ? [map.centre] : [])];
  const [west, east] = stretch(all.map(({ easting }) => easting));
  const [south, north] = stretch(all.map(({ northing }) => northing));
  const side = phone ? EDGE.side * 0.6 : EDGE.side;
  const shape = (north - south) / (east - west);
  const height = Math.round(
    Math.max(
      width * 0.55,
      Math.min(width * (phone ? 1.1 : 0.8), (width - 2 * side) * shape + 2 * EDGE.end),
    ),
  );
  const frame: Box = { left: 0, top: 0, right: width, bottom: height };
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [side, EDGE.end],
        [width - side, height - EDGE.end],
      ],
      {
        type: 'MultiPoint',
        coordinates: [
          [west, south],
          [east, north],
        ],
      },
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
  const path = geoPath(projection).digits(1);
  const at = ({ easting, northing }: GridPoint) => {
    // The clip is for lines; a place is always inside.
    const [x = 0, y = 0] = projection([easting, northing]) ?? [];
    return { x, y };
  };
  const mile = METRES_IN_A_MILE * projection.scale();

  const arrow = boxAround(width - 22, 30, 14, 26);
  const bar = scaleBar(mile, { x: 14, y: height - 14, most: width / 3 });
  const lines = path({
    type: 'MultiLineString',
    coordinates: base.map((line) => thinned(line, FINEST / projection.scale())),
  });
  return {
    frame,
    at,
    mile,
    taken: [arrow, bar.box],
    body: [
      element('rect', { class: 'ground', width, height }),
      lines ? element('path', { class: 'border', d: lines }) : '',
      ...ringsOf(map).map((miles) => {
        const d = path({ type: 'LineString', coordinates: circle(map.centre, miles) });
        return d ? element('path', { class: 'ring', d }) : '';
      }),
      northArrow(arrow),
      bar.body,
    ].join(''),
  };
}

/** Of the detail of a line, what can be seen, in units of the picture. */
const FINEST = 0.8;

/** A line without the positions that are nearer to the last than `metres`. */
function thinned(line: GridLines[number], metres: number): [number, number][] {
  const kept: [number, number][] = [];
  for (const [index, [easting, northing]] of line.entries()) {
    const [lastEasting, lastNorthing] = kept.at(-1) ?? [Number.NaN, Number.NaN];
    const near = Math.hypot(easting - lastEasting, northing - lastNorthing) < metres;
    // The end stays, so that an area is closed.
    if (!near || index === line.length - 1) kept.push([easting, northing]);
  }
  return kept;
}

/** A stretch that holds all the numbers and is not too short to draw on. */
function stretch(numbers: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const more = Math.max(0, LEAST_METRES - (high - low)) / 2;
  return [low - more, high + more];
}

/** How many miles the rings are from the centre: a few round numbers up to the furthest school. */
export function ringsOf({ places }: SchoolMap): number[] {
  const furthest = Math.max(
    ...places.map(({ miles }) => miles),
    LEAST_METRES / METRES_IN_A_MILE / 2,
  );
  return ticks(0, furthest * 1.05, 3).filter((miles) => miles > 0);
}

function circle({ easting, northing }: GridPoint, miles: number): [number, number][] {
  const radius = miles * METRES_IN_A_MILE;
  return Array.from({ length: 121 }, (_, step) => {
    const angle = (step / 120) * 2 * Math.PI;
    return [easting + radius * Math.sin(angle), northing + radius * Math.cos(angle)];
  });
}

/** The words of the rings, each at the first place on its ring that is free. */
export function ringLabels(map: SchoolMap, ground: Ground, taken: readonly Box[]): string {
  const placed: Box[] = [];
  const { x, y } = ground.at(map.centre);
  return ringsOf(map)
    .map((miles) => {
      const text = distance(miles);
      const [half, high] = [textWidth(text, SIZE.words) / 2 + 3, LINE / 2];
      // From the north-east on, a sixteenth of the ring at a time.
      for (let step = 0; step < 16; step += 1) {
        const angle = Math.PI / 4 + (step * Math.PI) / 8;
        const box = boxAround(
          x + Math.sin(angle) * miles * ground.mile,
          y - Math.cos(angle) * miles * ground.mile,
          half,
          high,
        );
        const free = [...taken, ...placed].every((other) => !overlap(box, other));
        if (!free || !isInside(box, ground.frame)) continue;
        placed.push(box);
        const patch = element('rect', {
          ...{ class: 'ground', x: box.left, y: box.top },
          ...{ width: half * 2, height: high * 2 },
        });
        return (
          patch +
          words(text, {
            class: 'quiet',
            x: (box.left + box.right) / 2,
            y: box.bottom - 4,
            anchor: 'middle',
          })
        );
      }
      return '';
    })
    .join('');
}

function northArrow({ left, right, top, bottom }: Box): string {
  const x = (left + right) / 2;
  const [tip, tail] = [short(top + 2), short(bottom - 18)];
  return (
    element('path', {
      class: 'base',
      d: `M${short(x)},${tail}V${tip}M${short(x - 5)},${short(top + 9)}L${short(x)},${tip}L${short(x + 5)},${short(top + 9)}`,
    }) + words('N', { class: 'strong', x, y: bottom - 3, anchor: 'middle' })
  );
}

function scaleBar(
  mile: number,
  { x, y, most }: { x: number; y: number; most: number },
): { body: string; box: Box } {
  const [, first = 1, second] = ticks(0, most / mile, 2);
  const miles = second !== undefined && second * mile <= most ? second : first;
  const long = miles * mile;
  const text = distance(miles);
  const body =
    element('path', {
      class: 'base',
      d: `M${short(x)},${short(y - 6)}v6h${short(long)}v-6`,
    }) + words(text, { x: x + long + 8, y: y + 1 });
  const wide = long + 8 + textWidth(text, SIZE.words);
  return { body, box: { left: x - 4, top: y - LINE, right: x + wide + 4, bottom: y + 8 } };
}

const distance = (miles: number) => `${miles} ${miles === 1 ? 'mile' : 'miles'}`;
