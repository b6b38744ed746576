import { clocks } from '../build/clock.ts';
import { inReadingOrder, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { type Assets, readImages } from '../profile/images.ts';
import type { Profile } from '../profile/profile.ts';
import { readProfile } from '../profile/read.ts';
import { applyRules } from '../rules/index.ts';

/** A profile that could be read, with its pictures. */
export interface Checked {
  profile: Profile;
  assets: Assets;
}

/**
 * Reads a profile and its pictures and applies every rule. The value is null only where the profile
 * cannot be read; one that breaks a rule can still be drafted from.
 */
export async function check(
  wanted: string | undefined,
  effects: Effects,
): Promise<Outcome<Checked>> {
  const { value: profile, diagnostics } = await readProfile(wanted, effects);
  if (!profile) return { value: null, diagnostics: inReadingOrder(diagnostics) };
  const { assets, diagnostics: ofImages } = await readImages(profile, effects);
  const { today } = clocks(effects, profile.data.as_of);
  return {
    value: { profile, assets },
    diagnostics: inReadingOrder([...diagnostics, ...ofImages, ...applyRules(profile, { today })]),
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
