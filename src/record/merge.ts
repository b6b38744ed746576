import type { Manifest, RecordedDocument } from './manifest.ts';
import { sealed } from './record.ts';

/** So many places are named in a message; of the others only how many there are. */
const NAMED = 5;

/**
 * Joins the records of all parts of a plan into that of the whole. The value is null, with the reasons in
 * words, where a part or a document is missing or there twice, or the parts were not made from the same.
 */
export function mergeRecords(parts: readonly Manifest[]): {
  value: Manifest | null;
  problems: string[];
} {
  const [first] = parts;
  if (!first?.shard) return { value: null, problems: ['There is no part of a build to join.'] };
  const problems = [...differences(first, parts), ...gapsIn(first.shard.of, parts)];
  if (problems.length > 0) return { value: null, problems };

  const documents = new Map<string, RecordedDocument[]>();
  for (const document of parts.flatMap((part) => part.documents)) {
    documents.set(document.place, [...(documents.get(document.place) ?? []), document]);
  }
  const { plan } = first.shard;
  const having = (count: (number: number) => boolean) =>
    plan.filter((place) => count(documents.get(place)?.length ?? 0));
  const missing = having((number) => number === 0);
  const doubled = having((number) => number > 1);
  const foreign = [...documents.keys()].filter((place) => !plan.includes(place));
  if (missing.length > 0) problems.push(`Not made: ${listed(missing)}.`);
  if (doubled.length > 0) problems.push(`In more than one part: ${listed(doubled)}.`);
  if (foreign.length > 0) problems.push(`In no plan: ${listed(foreign)}.`);
  if (problems.length > 0) return { value: null, problems };

  const { seal: _, ...rest } = first;
  const value = sealed({
    ...rest,
    browser: browserOf(parts),
    documents: plan.flatMap((place) => documents.get(place) ?? []),
    shard: null,
    earlier: [],
  });
  return { value, problems };
}

/** What must be the same in all parts, and what it is called. */
const sameInAll: readonly [string, (part: Manifest) => unknown][] = [
  ['number of parts', ({ shard }) => shard?.of ?? null],
  ['list of documents', ({ shard }) => shard?.plan],
  ['version of the tool', ({ tool }) => tool],
  ['profile', ({ profile }) => profile],
  ['date', ({ date }) => date],
  ['status', ({ status }) => status],
  ['pictures, templates or other inputs', ({ inputs }) => inputs],
];

function differences(first: Manifest, parts: readonly Manifest[]): string[] {
  const differs = (of: (part: Manifest) => unknown) =>
    parts.some((part) => JSON.stringify(of(part)) !== JSON.stringify(of(first)));
  const names = sameInAll.filter(([, of]) => differs(of)).map(([name]) => name);
  const browsers = new Set(
    parts.flatMap(({ browser }) => (browser ? [`${browser.name} ${browser.version}`] : [])),
  );
  return [
    ...names.map((name) => `The parts do not have the same ${name}.`),
    ...(browsers.size > 1
      ? [`The parts were not printed by the same browser: ${[...browsers].sort().join(', ')}.`]
      : []),
  ];
}

function gapsIn(of: number, parts: readonly Manifest[]): string[] {
  const numbers = parts.map(({ shard }) => shard?.number);
  return Array.from({ length: of }, (_, index) => index + 1).flatMap((number) => {
    const times = numbers.filter((there) => there === number).length;
    if (times === 1) return [];
    return [times === 0 ? `Part ${number} of ${of} is missing.` : `Part ${number} is there twice.`];
  });
}

/** A part that had nothing to print has none. */
function browserOf(parts: readonly Manifest[]): Manifest['browser'] {
  const all = parts.flatMap(({ browser }) => browser ?? []);
  const [first] = all;
  if (!first) return null;
  return { ...first, found: all.every(({ found }) => found === first.found) ? first.found : null };
}

function listed(places: readonly string[]): string {
  const more = places.length - NAMED;
  return places.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
