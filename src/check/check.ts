import { clocks } from '../build/clock.ts';
import type { Status } from '../case/case.ts';
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
  /** How final the document is to be: what the profile says, unless a release was asked for. */
  status: Status;
}

/**
 * Reads a profile and its pictures and applies every rule, as for a release where that is asked for,
 * to as much of it as can be read. The value is null only where the profile cannot be read whole; one
 * that breaks a rule can still be drafted from.
 */
export async function check(
  wanted: string | undefined,
  effects: Effects,
  options: { release?: boolean } = {},
): Promise<Outcome<Checked>> {
  const { value: profile, readable, diagnostics } = await readProfile(wanted, effects);
  if (!readable) return { value: null, diagnostics: inReadingOrder(diagnostics) };
  const { assets, diagnostics: ofImages } = await readImages(readable, effects);
  const status: Status = options.release ? 'release' : (readable.data.status ?? 'draft');
  const { today } = clocks(effects, readable.data.as_of);
  const broken = applyRules(readable, { today, release: status === 'release' });
  return {
    value: profile && { profile, assets, status },
    diagnostics: inReadingOrder([...diagnostics, ...ofImages, ...broken]),
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
