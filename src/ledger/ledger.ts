import { type PrincipleId, principleIds } from '../knowledge/principles.ts';
import { freshMonths, strongKinds } from '../knowledge/support.ts';
import { type CalendarDate, compareDates, monthsBetween } from '../profile/formats/dates.ts';
import { periodEnd } from '../profile/formats/periods.ts';
import type { Profile } from '../profile/profile.ts';
import type { ClaimData } from '../profile/schema/principles.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import type { Path } from '../profile/yaml/values.ts';

type Evidence = NonNullable<ProfileData['evidence']>[string];

/**
 * How well a fact is supported. `strong`: at least two of headline metric, verifier and qualitative
 * source, one of them not the trust’s own, the newest no older than two years. `supported`: a source
 * with a publisher and a date, no older than that. `weak`: sources, but old, undated or without a
 * publisher. `unsupported`: none.
 */
export type Grade = 'strong' | 'supported' | 'weak' | 'unsupported';

export interface LedgerEntry {
  path: Path;
  principle: PrincipleId;
  claim: ClaimData;
  strength: 'fact' | 'intention' | 'aspiration';
  /** Null for what is not a fact. */
  grade: Grade | null;
  newest: CalendarDate | undefined;
  oldest: CalendarDate | undefined;
  /** Whether anything it rests on was made or checked by others. */
  independent: boolean;
}

/** Every claim of a profile with what it rests on, graded. */
export function ledgerOf({ data }: Profile, today: CalendarDate): LedgerEntry[] {
  return principleIds.flatMap((principle) =>
    (data.principles?.[principle]?.claims ?? []).map((claim, index) => ({
      path: ['principles', principle, 'claims', index],
      principle,
      ...entryOf(claim, data, today),
    })),
  );
}

function entryOf(claim: ClaimData, data: ProfileData, today: CalendarDate) {
  const strength = claim.strength ?? 'fact';
  const sources = sourcesOf(claim, data);
  const dates = sources
    .map(dateOf)
    .filter((date) => date !== undefined)
    .sort(compareDates);
  const newest = dates.at(-1);
  const independent = sources.some(({ independent, official }) => independent || official);
  const kinds = new Set(sources.map(({ kind }) => kind).filter((kind) => kind !== undefined));
  if ((claim.metrics ?? []).length > 0) kinds.add('headline metric');

  const fresh = newest !== undefined && monthsBetween(newest, today) <= freshMonths;
  const sound = sources.some((source) => source.publisher && dateOf(source)) && fresh;
  const grade: Grade =
    sources.length === 0
      ? 'unsupported'
      : !sound
        ? 'weak'
        : kinds.size >= strongKinds && independent
          ? 'strong'
          : 'supported';
  return {
    claim,
    strength,
    grade: strength === 'fact' ? grade : null,
    newest,
    oldest: dates[0],
    independent,
  };
}

/** What a claim rests on: its own sources and those of its metrics. */
export function sourcesOf(
  { evidence = [], metrics = [] }: ClaimData,
  data: ProfileData,
): Evidence[] {
  const names = new Set([
    ...evidence,
    ...metrics.flatMap((name) => data.metrics?.[name]?.evidence ?? []),
  ]);
  return [...names].flatMap((name) => {
    const found = data.evidence && Object.hasOwn(data.evidence, name) && data.evidence[name];
    return found ? [found] : [];
  });
}

/** When a source was published, else the end of the time it is about. */
function dateOf({ published, period }: Evidence): CalendarDate | undefined {
  return published ?? (period && periodEnd(period));
}

/** A principle in a line of `check`. */
export interface PrincipleSummary {
  principle: PrincipleId;
  claims: number;
  facts: number;
  grades: Record<Grade, number>;
  newest: CalendarDate | undefined;
  oldest: CalendarDate | undefined;
  voices: number;
}

export function summariesOf(profile: Profile, ledger: readonly LedgerEntry[]): PrincipleSummary[] {
  return principleIds.map((principle) => {
    const entries = ledger.filter((entry) => entry.principle === principle);
    const facts = entries.filter(({ grade }) => grade !== null);
    const dates = entries
      .flatMap(({ newest, oldest }) => [newest, oldest])
      .filter((date) => date !== undefined)
      .sort(compareDates);
    const graded = (grade: Grade) => facts.filter((entry) => entry.grade === grade).length;
    return {
      principle,
      claims: entries.length,
      facts: facts.length,
      grades: {
        strong: graded('strong'),
        supported: graded('supported'),
        weak: graded('weak'),
        unsupported: graded('unsupported'),
      },
      newest: dates.at(-1),
      oldest: dates[0],
      voices: (profile.data.voices ?? []).filter((voice) => voice.principle === principle).length,
    };
  });
}
