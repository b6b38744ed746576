import type { MapPlace, SchoolMap } from '../case/chart.ts';
import { milesInWords } from '../case/places.ts';
import type { Drawing } from '../charts/drawing.ts';
import { type Box, boxAround } from '../charts/geometry.ts';
import { lookOf, mark } from '../charts/marks.ts';
import { LINE, SIZE } from '../charts/style.ts';
import { across, down, element, short, words } from '../charts/svg.ts';
import { textWidth, wrap } from '../charts/text.ts';
import type { GridLines } from '../profile/map-base.ts';
import { type Ground, layGround, ringLabels } from './ground.ts';
import { type Placed, placeLabels, type Spot } from './place.ts';

/** What stands beside the mark of a school, from the most that can be said to the least. */
const modes = ['name and miles', 'name', 'number and name', 'number'] as const;
type Mode = (typeof modes)[number];

/** Schools on the same spot share a mark; where numbers find no room, so do near ones. */
const SAME_SPOT = 5;
const NEAR = [SAME_SPOT, 12, 20, 32, 48, 72, 108] as const;
/** A map with more names than this is a list. */
const MOST_NAMES = 24;
const WIDEST_NAME = 132;
/** Half of the cross at the middle of the trust. */
const CROSS = 6;
const RADIUS = { school: 6, you: 8 } as const;

interface Line {
  text: string;
  class: string | undefined;
}

/** A mark with what is written beside it. */
interface Cluster {
  x: number;
  y: number;
  radius: number;
  lines: Line[];
  you: boolean;
}

interface Layout {
  mode: Mode;
  ground: Ground;
  clusters: Cluster[];
  places: Placed[];
}

/**
 * The map for both widths. Where one of them has no room for names, schools carry the numbers of the
 * table, and so they do on the other, beside their names where it has room for them.
 */
export function drawMaps(
  map: SchoolMap,
  base: GridLines,
  widths: { page: number; phone: number },
): { page: Drawing; phone: Drawing; numbered: boolean } {
  const named: readonly Mode[] = map.places.length > MOST_NAMES ? [] : ['name and miles', 'name'];
  const page = layOut(map, base, widths.page, [...named, 'number']);
  const phone = layOut(map, base, widths.phone, [...named, 'number']);
  const numbered = page.mode === 'number' || phone.mode === 'number';
  const again =
    page.mode !== 'number' && numbered
      ? layOut(map, base, widths.page, ['number and name', 'number'])
      : page;
  const small =
    numbered && phone.mode !== 'number' ? layOut(map, base, widths.phone, ['number']) : phone;
  return {
    page: drawMap(map, again, widths.page),
    phone: drawMap(map, small, widths.phone),
    numbered,
  };
}

function layOut(map: SchoolMap, base: GridLines, width: number, wanted: readonly Mode[]): Layout {
  const ground = layGround(map, base, width);
  for (const mode of wanted) {
    for (const near of mode === 'number' ? NEAR : [SAME_SPOT]) {
      const clusters = clustersOf(map, ground, mode, near);
      const places = placeLabels(clusters.map(spotOf), inner(ground.frame), takenBy(map, ground));
      if (places) return { mode, ground, clusters, places };
    }
  }
  // Nothing has room: the marks alone, and the table says the rest.
  const clusters = clustersOf(map, ground, 'number', SAME_SPOT).map((cluster) => ({
    ...cluster,
    lines: [],
  }));
  return { mode: 'number', ground, clusters, places: [] };
}

const inner = ({ left, top, right, bottom }: Box): Box => ({
  left: left + 4,
  top: top + 4,
  right: right - 4,
  bottom: bottom - 4,
});

/** What no words may cover: the arrow, the bar and, where it is no school, the middle. */
function takenBy({ centre }: SchoolMap, ground: Ground): Box[] {
  const { x, y } = ground.at(centre);
  return centre.addressee ? ground.taken : [...ground.taken, boxAround(x, y, CROSS + 2, CROSS + 2)];
}

function spotOf({ x, y, radius, lines }: Cluster): Spot {
  const width = Math.max(...lines.map(({ text }) => textWidth(text, SIZE.words)), 0);
  return { x, y, radius, width, height: lines.length * LINE };
}

/** Schools as marks, those nearer to one another than `near` as one; the reader’s own school first. */
function clustersOf(map: SchoolMap, ground: Ground, mode: Mode, near: number): Cluster[] {
  const groups: { x: number; y: number; members: { place: MapPlace; number: number }[] }[] = [];
  for (const [index, place] of map.places.entries()) {
    const { x, y } = ground.at(place);
    const member = { place, number: index + 1 };
    const group = groups.find((other) => Math.hypot(other.x - x, other.y - y) <= near);
    if (group) group.members.push(member);
    else groups.push({ x, y, members: [member] });
  }
  const schools = groups.map(
    ({ x, y, members }): Cluster => ({
      ...{ x, y, radius: RADIUS.school, you: false },
      lines: linesOf(members, mode),
    }),
  );
  if (!map.centre.addressee) return schools;
  const { x, y } = ground.at(map.centre);
  const name = wrap(`${map.centre.name} (you)`, SIZE.words, WIDEST_NAME, 3);
  const you: Cluster = {
    ...{ x, y, radius: RADIUS.you, you: true },
    lines: name.map((text) => ({ text, class: 'strong you' })),
  };
  return [you, ...schools];
}

function linesOf(members: readonly { place: MapPlace; number: number }[], mode: Mode): Line[] {
  if (mode === 'number') {
    return [{ text: numbersInWords(members.map(({ number }) => number)), class: 'strong' }];
  }
  return members.flatMap(({ place, number }) => {
    const name = mode === 'number and name' ? `${number} ${place.label}` : place.label;
    const lines: Line[] = wrap(name, SIZE.words, WIDEST_NAME, 3).map((text) => ({
      text,
      class: 'strong',
    }));
    if (mode === 'name and miles') lines.push({ text: milesInWords(place.miles), class: 'quiet' });
    return lines;
  });
}

/** `3, 5 to 8`. */
export function numbersInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) =>
      from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`,
    )
    .join(', ');
}

function drawMap(map: SchoolMap, { ground, clusters, places }: Layout, width: number): Drawing {
  const boxes = places.map(({ box }) => box);
  const marks = clusters.map(({ x, y, radius }) => boxAround(x, y, radius, radius));
  const { x, y } = ground.at(map.centre);
  const middle = map.centre.addressee
    ? ''
    : across('base', y, [x - CROSS, x + CROSS]) + down('base', x, [y - CROSS, y + CROSS]);
  const body = [
    ground.body,
    ringLabels(map, ground, [...boxes, ...marks, ...ground.taken]),
    middle,
    ...places.map(patchOf),
    ...places.map(leaderOf),
    ...clusters.map(({ x, y, radius, you }) =>
      mark(x, y, { ...lookOf(0), mark: you ? 'mark-you' : 'mark-ours' }, radius),
    ),
    ...clusters.map((cluster, index) => labelOf(cluster, places[index])),
  ];
  return { width, height: ground.frame.bottom, body: body.join('') };
}

function leaderOf(place: Placed | undefined): string {
  if (!place?.leader) return '';
  const { from, to } = place.leader;
  const d = `M${short(from.x)},${short(from.y)}L${short(to.x)},${short(to.y)}`;
  return element('path', { class: 'leader', d });
}

/** Keeps rings and borders from running through words. */
function patchOf(place: Placed | undefined): string {
  if (!place) return '';
  const { left: x, top: y, right, bottom } = place.box;
  return element('rect', { class: 'ground', x, y, width: right - x, height: bottom - y });
}

function labelOf({ x, lines }: Cluster, place: Placed | undefined): string {
  if (!place) return '';
  const { left, right, top } = place.box;
  // Words to the left of their mark end at it; those above and below are centred on it.
  const [at, anchor] =
    right <= x
      ? ([right, 'end'] as const)
      : left >= x
        ? ([left, undefined] as const)
        : ([(left + right) / 2, 'middle'] as const);
  return lines
    .map(({ text, class: look }, index) =>
      words(text, { class: look, x: at, y: top + SIZE.words + index * LINE, anchor }),
    )
    .join('');
}
