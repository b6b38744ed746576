import { chooseSchools } from '../addressees/choose.ts';
import { clocks, epochProblem } from '../build/clock.ts';
import type { Addressee, Status } from '../case/case.ts';
import { inReadingOrder, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import type { Reader } from '../knowledge/readers.ts';
import { findPictures, type PictureFiles } from '../pictures/find.ts';
import { schoolOf } from '../profile/copy.ts';
import type { CalendarDate } from '../profile/formats/dates.ts';
import { defaultLimits, type Limits } from '../profile/limits.ts';
import { type GridLines, readMapBase } from '../profile/map-base.ts';
import type { Profile } from '../profile/profile.ts';
import { readProfile } from '../profile/read.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { type Judgement, judge, judgeCopies } from '../rules/index.ts';

/** A profile that could be read, with its pictures. */
export interface Checked {
  /** With the schools that a list adds to it. */
  profile: Profile;
  /** The schools that copies are made for. */
  addressees: Addressee[];
  pictures: PictureFiles;
  /** What lies behind the map. */
  mapLines: GridLines;
  /** What the rules say of it. */
  judgement: Judgement;
  /** How final the document is to be: what the profile says, unless a release was asked for. */
  status: Status;
}

export interface CheckOptions {
  release?: boolean;
  limits?: Limits;
  /** Schools that copies are made for, as `--for` names them: those copies are looked at too. */
  schools?: readonly string[];
  /** For whom the documents are; left out, for every kind of reader. */
  readers?: ((data: ProfileData) => readonly Reader[]) | undefined;
  /** Whether what the rules find, but for errors, can wait for whoever asks the judgement. */
  remarksLater?: boolean;
}

/**
 * Reads a profile, finds its pictures and applies every rule, as for a release where that is asked
 * for, to as much of it as can be read. The value is null only where the profile cannot be read whole;
 * one that breaks a rule can still be drafted from.
 */
export async function check(
  wanted: string | undefined,
  effects: Effects,
  {
    release = false,
    limits = defaultLimits,
    schools = [],
    readers,
    remarksLater = false,
  }: CheckOptions = {},
): Promise<Outcome<Checked>> {
  const wrongClock = epochProblem(effects);
  if (wrongClock) return { value: null, diagnostics: [wrongClock] };
  const { readable, value, diagnostics } = await readProfile(wanted, effects, limits);
  if (!readable) return { value: null, diagnostics: inReadingOrder(diagnostics) };
  const { value: chosen, diagnostics: ofSchools } = value
    ? await chooseSchools(schools, value, effects, limits)
    : { value: null, diagnostics: [] };
  const looked = chosen?.profile ?? readable;
  const [{ pictures, diagnostics: ofPictures }, { lines: mapLines, diagnostics: ofMap }] =
    await Promise.all([findPictures(looked, effects, limits), readMapBase(looked, effects)]);
  const status: Status = release ? 'release' : (looked.data.status ?? 'draft');
  const { today } = clocks(effects, looked.data.as_of);
  const judgement = judgementOf(looked, chosen?.addressees ?? [], today, readers?.(looked.data));
  return {
    value: chosen && { ...chosen, pictures, mapLines, judgement, status },
    diagnostics: inReadingOrder([
      ...diagnostics,
      ...ofSchools,
      ...ofPictures,
      ...ofMap,
      ...judgement(status === 'release', remarksLater && chosen ? 'errors' : undefined),
    ]),
  };
}

/** What the rules say of a profile and of the copies made from it, each problem once. */
function judgementOf(
  profile: Profile,
  addressees: readonly Addressee[],
  today: CalendarDate,
  readers: readonly Reader[] | undefined,
): Judgement {
  // The profile’s own document is a copy too where it is for a school that has parts of its own.
  const own = schoolOf(profile.data, null);
  const schools = new Set([...addressees, ...(own?.in_its_copy ? [own] : [])]);
  const ofProfile = judge(profile, today, { readers });
  const ofCopies = judgeCopies(profile, [...schools], today, readers);
  return (release, only) => {
    const met = new Set<string>();
    return [...ofProfile(release, only), ...ofCopies(release, only)].filter((problem) => {
      const key = `${problem.code} ${problem.file} ${problem.range?.start.offset} ${problem.message}`;
      return !met.has(key) && met.add(key);
    });
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
