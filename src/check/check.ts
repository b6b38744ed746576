import { clocks, epochProblem } from '../build/clock.ts';
import type { Status } from '../case/case.ts';
import { inReadingOrder, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { findPictures, type PictureFiles } from '../pictures/find.ts';
import type { Limits } from '../profile/limits.ts';
import { type GridLines, readMapBase } from '../profile/map-base.ts';
import type { Profile } from '../profile/profile.ts';
import { readProfile } from '../profile/read.ts';
import { type Judgement, judge } from '../rules/index.ts';

/** A profile that could be read, with its pictures. */
export interface Checked {
  profile: Profile;
  pictures: PictureFiles;
  /** What lies behind the map. */
  mapLines: GridLines;
  /** What the rules say of it. */
  judgement: Judgement;
  /** How final the document is to be: what the profile says, unless a release was asked for. */
  status: Status;
}

/**
 * Reads a profile, finds its pictures and applies every rule, as for a release where that is asked
 * for, to as much of it as can be read. The value is null only where the profile cannot be read whole;
 * one that breaks a rule can still be drafted from.
 */
export async function check(
  wanted: string | undefined,
  effects: Effects,
  { release = false, limits }: { release?: boolean; limits?: Limits } = {},
): Promise<Outcome<Checked>> {
  const wrongClock = epochProblem(effects);
  if (wrongClock) return { value: null, diagnostics: [wrongClock] };
  const { value: profile, readable, diagnostics } = await readProfile(wanted, effects, limits);
  if (!readable) return { value: null, diagnostics: inReadingOrder(diagnostics) };
  const [{ pictures, diagnostics: ofPictures }, { lines: mapLines, diagnostics: ofMap }] =
    await Promise.all([findPictures(readable, effects, limits), readMapBase(readable, effects)]);
  const status: Status = release ? 'release' : (readable.data.status ?? 'draft');
  const { today } = clocks(effects, readable.data.as_of);
  const judgement = judge(readable, today);
  return {
    value: profile && { profile, pictures, mapLines, judgement, status },
    diagnostics: inReadingOrder([
      ...diagnostics,
      ...ofPictures,
      ...ofMap,
      ...judgement(status === 'release'),
    ]),
  };
}

/** What a profile holds, counted, so that a person sees what was read. */
export interface Counts {
  schools: number;
  claims: number;
  metrics: number;
  evidence: number;
  voices: number;
}

export function countsOf({ data }: Profile): Counts {
  const chapters = Object.values(data.principles ?? {});
  return {
    schools: data.schools?.length ?? 0,
    claims: chapters.reduce((sum, chapter) => sum + (chapter?.claims?.length ?? 0), 0),
    metrics: Object.keys(data.metrics ?? {}).length,
    evidence: Object.keys(data.evidence ?? {}).length,
    voices: data.voices?.length ?? 0,
  };
}
