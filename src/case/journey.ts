import type { Reader } from '../knowledge/readers.ts';
import type { RouteId } from '../knowledge/route-ids.ts';
import {
  type Route,
  type RouteStep,
  routeOf,
  routesAsOf,
  routesInWords,
  stepsFor,
} from '../knowledge/routes.ts';
import type { Source } from '../knowledge/source.ts';
import { formatDate, onDate, parseDate } from '../profile/formats/dates.ts';
import type { ProfileData } from '../profile/schema/profile.ts';

type Journey = NonNullable<ProfileData['journey']>;
type Addressee = NonNullable<ProfileData['prospective_schools']>[number];
type Step = NonNullable<Journey['steps']>[number] | RouteStep;

/**
 * The way in for the school that a document is for. The trust’s own steps come first where they are of
 * that school’s route; otherwise the steps are those that every school of its kind takes, with the dates
 * the trust gives for that route. Undefined where nothing is known of either.
 */
export function journeyFor(journey: Journey | undefined, school: Addressee | undefined) {
  const told = school && (school.type !== undefined || school.route !== undefined);
  const route = told ? routeOf(school) : ((school && routeOf(school)) ?? journey?.route);
  const isTheirs = (of: RouteId | undefined) => of === undefined || !told || of === route;
  const own = isTheirs(journey?.route) ? journey : undefined;
  const ownSteps = (journey?.steps ?? []).filter((step) => isTheirs(step.route ?? journey?.route));
  const ours = told && route && ownSteps.length === 0 ? stepsFor(route, school) : undefined;
  const steps: readonly Step[] = ours ? ours.steps : ownSteps;
  if (!own && steps.length === 0 && !told) return undefined;
  const { steps: _, ...rest } = own ?? {};
  const numbered = steps.map((step, index) => {
    const { done, ...told } = { done: undefined, ...step };
    const whenInWords = done ? `Done ${onDate(done)}` : told.when;
    return { ...told, done, number: String(index + 1), whenInWords };
  });
  return {
    ...rest,
    route,
    routeInWords: ours?.inWords ?? (route && routesInWords[route]),
    /** Who decides, where the steps are those of every such school. */
    decides: ours?.decides,
    /** The type is known, and does not tell how the school would join. */
    unknown: told && route === undefined,
    steps: numbered,
    /** The first that has not been done. */
    next: numbered.find(({ done }) => done === undefined),
    basis: ours && basisOf(ours),
  };
}

/** The steps at which some readers are asked what they think. */
export function hearingsOf<T extends { step: string }>(
  steps: readonly T[],
  readers: readonly Reader[],
): T[] {
  return steps.filter(
    ({ step }) =>
      /consulted/i.test(step) && (readers.includes('staff') || !/unions|transfer/i.test(step)),
  );
}

/** Who decides on a route, as the cover and the way in say it. */
const deciders: Readonly<Record<RouteId, { who: string; until: string }>> = {
  'maintained school': {
    who: 'Your governing body decides, not us.',
    until:
      'Nothing is decided until your governing body and the Department for Education have both agreed.',
  },
  'single-academy trust': {
    who: 'Your trustees decide, not us.',
    until:
      'Nothing is decided until your trustees, ours and the Department for Education have all agreed.',
  },
  'academy moving between trusts': {
    who: 'The trust you are in decides, not us.',
    until:
      'Nothing is decided until the trust you are in, ours and the Department for Education have all agreed.',
  },
  'academy order': {
    who: 'The Secretary of State for Education decides, not us.',
    until:
      'Nothing is decided until the Secretary of State has chosen a trust and signed an agreement with it.',
  },
};

/** Without a school, or where its route is not known, as for most schools that could join. */
export const decidersFor = (school: Addressee | undefined) =>
  deciders[(school && routeOf(school)) ?? 'maintained school'];

/** What the general steps rest on, each source once. */
function basisOf({ steps }: Route) {
  const sources = new Map(steps.map(({ source }) => [source.title, source]));
  return { sources: [...sources.values()].map(sourceInWords), asOf: monthInWords(routesAsOf) };
}

function sourceInWords({ title, publisher, published, url }: Source) {
  const date = published ? monthInWords(published) : undefined;
  return { title, url, from: date ? `${publisher}, ${date}` : publisher };
}

function monthInWords(iso: string): string | undefined {
  const date = parseDate(iso);
  return date && formatDate(date);
}
