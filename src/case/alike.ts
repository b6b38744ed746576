import { isAlternative, isChurch, isSpecial } from '../knowledge/routes.ts';
import { grouped } from '../profile/formats/amounts.ts';
import { gridPointOf, milesBetween } from '../profile/formats/grid.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { milesInWords } from './places.ts';

type School = NonNullable<ProfileData['schools']>[number];
type Addressee = NonNullable<ProfileData['prospective_schools']>[number];

/** Schools of the trust that can be compared with the one a document is for. */
export interface Alike {
  /** How they were chosen, or that there is none. */
  how: string;
  rows: { name: string; alike: string }[];
}

const MOST = 3;
/** No more than half as many pupils again, and no fewer than two thirds. */
const LIKE_SIZE = 1.5;
const NEAR = 10;

/**
 * The schools of the trust that are most like a school: of its kind, and then of like size, of its
 * religious character and near. Undefined where its kind is not known.
 */
export function alikeTo(school: Addressee, schools: readonly School[]): Alike | undefined {
  const kind = kindOf(school);
  if (kind === undefined) return undefined;
  const place = gridPointOf(school);
  const compared = schools
    .filter((own) => own.status !== 'joining' && kindOf(own) === kind)
    .map((own) => {
      const at = gridPointOf(own);
      const miles = place && at ? milesBetween(place, at) : undefined;
      const sized = isLikeSize(school.pupils, own.pupils);
      const ofFaith = isChurch(school) && isChurch(own) && faithOf(own) === faithOf(school);
      const near = miles !== undefined && miles <= NEAR;
      return { own, miles, shared: Number(sized) + Number(ofFaith) + Number(near) };
    })
    .sort((a, b) => b.shared - a.shared || (a.miles ?? Infinity) - (b.miles ?? Infinity))
    .slice(0, MOST);
  if (compared.length === 0) {
    return { how: `None of our schools is a ${kind} school, as yours is.`, rows: [] };
  }
  const by = [
    school.pupils !== undefined && 'size (up to half as large again)',
    isChurch(school) && 'religious character',
    place && `distance (within ${NEAR} miles)`,
  ].filter((part): part is string => typeof part === 'string');
  return {
    how: `Of our ${kind} schools these have most in common with yours${by.length > 0 ? ` in ${listed(by)}` : ''}. We did not choose them by their results.`,
    rows: compared.map(({ own, miles }) => ({
      name: own.name,
      alike: [
        own.pupils !== undefined && `${grouped(own.pupils)} pupils`,
        isChurch(own) && own.religious_character,
        miles !== undefined && milesInWords(miles),
      ]
        .filter((part) => part !== false && part !== undefined)
        .join(', '),
    })),
  };
}

function kindOf({ phase, type }: Pick<Addressee, 'phase' | 'type'>): string | undefined {
  if (isAlternative({ type })) return 'alternative provision';
  if (isSpecial({ type })) return 'special';
  return phase === 'not applicable' ? undefined : phase;
}

const isLikeSize = (a: number | undefined, b: number | undefined) =>
  a !== undefined && b !== undefined && Math.max(a, b) <= LIKE_SIZE * Math.min(a, b);

/** Roman Catholic and Catholic are one, and so are the ways to write Church of England. */
const faithOf = ({ religious_character: character = '' }: Pick<School, 'religious_character'>) =>
  /catholic/i.test(character)
    ? 'catholic'
    : /church of england|anglican/i.test(character)
      ? 'church of england'
      : character.toLowerCase();

const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
