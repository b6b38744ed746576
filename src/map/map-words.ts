import type { MapPlace, SchoolMap } from '../case/chart.ts';
import { milesInWords } from '../case/places.ts';
import { countOf } from '../charts/words.ts';
import { sentenceList } from '../compose/words.ts';

/** How near and how far, in a sentence without a full stop. */
export function mapFinding({ centre, places }: SchoolMap): string {
  const [nearest, furthest] = [places[0], places.at(-1)];
  if (!nearest || !furthest) return '';
  const far = milesInWords(furthest.miles);
  if (!centre.addressee) return `Every school shown is within ${far} of ${centre.name}`;
  const near = milesInWords(nearest.miles);
  if (near === far) return `${near} from ${centre.name}, in a straight line`;
  const short = far.endsWith(' miles') ? near.replace(/ miles$/, '') : near;
  return `From ${short} to ${far} from ${centre.name}, in a straight line`;
}

/** More schools than these are for the table. */
const MOST_IN_WORDS = 12;

export function mapAlt({ centre, places }: SchoolMap): string {
  const shown = places.slice(0, MOST_IN_WORDS);
  const more = places.length - shown.length;
  const each = shown.map((place) => `${place.label}, ${whereFrom(centre, place)}`).join('; ');
  return [
    `Map of ${countOf(places.length, 'school', 'schools')} around ${centre.name}. ${each}.`,
    more > 0 && `${more} more are in the table.`,
  ]
    .filter((part) => part)
    .join(' ');
}

const COMPASS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;

/** “2.1 miles to the south-east”. */
function whereFrom(centre: SchoolMap['centre'], place: MapPlace): string {
  const distance = milesInWords(place.miles);
  if (place.miles < 0.05) return distance;
  const angle = Math.atan2(place.easting - centre.easting, place.northing - centre.northing);
  const point = COMPASS[(Math.round((angle / Math.PI) * 4) + 8) % 8];
  return `${distance} to the ${point}`;
}

export function mapNotes(
  { missing }: SchoolMap,
  { numbered, credit }: { numbered: boolean; credit: string | undefined },
): string[] {
  return [
    'Distances are in a straight line, not by road.',
    ...(numbered ? ['The numbers are those in the table.'] : []),
    ...(missing.length > 0
      ? [`Not on the map, because their place is not known: ${sentenceList(missing)}.`]
      : []),
    ...(credit ? [`${credit.replace(/\.$/, '')}.`] : []),
  ];
}
