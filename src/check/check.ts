import { clocks } from '../build/clock.ts';
import type { Status } from '../case/case.ts';
import { inReadingOrder, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { type Assets, readImages } from '../profile/images.ts';
import { type GridLines, readMapBase } from '../profile/map-base.ts';
import type { Profile } from '../profile/profile.ts';
import { readProfile } from '../profile/read.ts';
import { applyRules } from '../rules/index.ts';

/** A profile that could be read, with its pictures. */
export interface Checked {
  profile: Profile;
  assets: Assets;
  /** What lies behind the map. */
  mapLines: GridLines;
  /** How final the document is to be: what the profile says, unless a release was asked for. */
  status: Status;
}

/**
 * Reads a profile and its pictures and applies every rule, as for a release where that is asked for. The value is null only where the profile
 * cannot be read; one that breaks a rule can still be drafted from.
 */
export async function check(
  wanted: string | undefined,
  effects: Effects,
  options: { release?: boolean } = {},
): Promise<Outcome<Checked>> {
  const { value: profile, diagnostics } = await readProfile(wanted, effects);
  if (!profile) return { value: null, diagnostics: inReadingOrder(diagnostics) };
  const [{ assets, diagnostics: ofImages }, { lines: mapLines, diagnostics: ofMap }] =
    await Promise.all([readImages(profile, effects), readMapBase(profile, effects)]);
  const status: Status = options.release ? 'release' : (profile.data.status ?? 'draft');
  const { today } = clocks(effects, profile.data.as_of);
  const broken = applyRules(profile, { today, release: status === 'release' });
  return {
    value: { profile, assets, mapLines, status },
    diagnostics: inReadingOrder([...diagnostics, ...ofImages, ...ofMap, ...broken]),
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
