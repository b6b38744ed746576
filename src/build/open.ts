import type { Addressee, Case, Status } from '../case/case.ts';
import type { Gallery } from '../charts/gallery.ts';
import { type Checked, check } from '../check/check.ts';
import { blockersOf } from '../check/summary.ts';
import { fillFrom } from '../compose/helpers.ts';
import { prepareTemplates, type Renderer } from '../compose/renderer.ts';
import { readTemplates, type Template } from '../compose/templates.ts';
import { plainText } from '../compose/text.ts';
import {
  type Diagnostic,
  hasErrors,
  inReadingOrder,
  type Outcome,
} from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import type { Reader } from '../knowledge/readers.ts';
import { DEFAULT_THEME, type ThemeName } from '../knowledge/themes.ts';
import { type Assets, preparePictures } from '../pictures/prepare.ts';
import { schoolOf } from '../profile/copy.ts';
import type { CalendarDate } from '../profile/formats/dates.ts';
import { defaultLimits, type Limits } from '../profile/limits.ts';
import type { GridLines } from '../profile/map-base.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileData } from '../profile/schema/profile.ts';
import { standsIn } from '../profile/stands-in.ts';
import { shownData } from '../profile/suppression.ts';
import { paletteOf } from '../typeset/palette.ts';
import { readTheme, type Theme } from '../typeset/theme.ts';
import { clocks } from './clock.ts';

/** A profile ready to be made into documents: all that they share. */
export interface Opened {
  profile: Profile;
  /** The schools that copies are made for; where there are none, the document is the profile’s own. */
  addressees: readonly Addressee[];
  status: Status;
  /** The date to print. */
  date: CalendarDate;
  /** What still keeps every document from being released; nothing in a release. */
  gaps: readonly Diagnostic[];
  /** What keeps that for a school from it besides, which no other school may read. */
  gapsOf: (addressee: Addressee | null) => readonly Diagnostic[];
  assets: Assets;
  templates: readonly Template[];
  render: Renderer;
  theme: Theme;
  /** What lies behind the map. */
  mapLines: GridLines;
  /**
   * What draws the charts of documents that know these metrics; it is loaded when the first of them is
   * asked for.
   */
  gallery: (metrics: Case['metrics']) => Promise<Gallery>;
  /** What the rules find beside errors. Nothing is made from it, so that it can be found when there is time. */
  remarks: () => readonly Diagnostic[];
}

export interface OpenOptions {
  /** A file or folder; left out, the nearest `trust.yaml`. */
  profile: string | undefined;
  /** As a release, whatever the profile says. */
  release: boolean;
  /** The schools to make copies for, as `--for` names them. */
  schools?: readonly string[] | undefined;
  /** How the documents are dressed, whatever the profile says. */
  theme?: ThemeName | undefined;
  /** For whom the documents are, which a profile’s own editions may say; left out, for every reader. */
  readers?: ((data: ProfileData) => readonly Reader[]) | undefined;
  limits?: Limits | undefined;
}

/**
 * Reads and checks a profile, and makes ready what its documents share. The value is null where there
 * is nothing that may be written: the profile cannot be read, or a release has an error. What is said
 * holds the remarks only then.
 */
export async function openProfile(
  {
    profile: wanted,
    release,
    schools = [],
    readers,
    theme: dress,
    limits = defaultLimits,
  }: OpenOptions,
  effects: Effects,
): Promise<Outcome<Opened>> {
  const { value: checked, diagnostics } = await check(wanted, effects, {
    release,
    limits,
    schools,
    readers,
    remarksLater: true,
  });
  if (!checked) return { value: null, diagnostics };
  const { profile, addressees, status, mapLines, judgement } = checked;
  const remarks = onceOnly(() => judgement(status === 'release', 'remarks'));
  const { assets, diagnostics: ofPictures } = await preparePictures(
    checked.pictures,
    profile,
    effects,
    limits,
  );
  diagnostics.push(...ofPictures);
  if (status === 'release' && hasErrors(diagnostics)) {
    return { value: null, diagnostics: inReadingOrder([...diagnostics, ...remarks()]) };
  }

  const [templates, theme] = await Promise.all([
    readTemplates(profile.folder, effects),
    readTheme(dress ?? profile.data.trust.brand?.theme ?? DEFAULT_THEME, profile.folder, effects),
  ]);
  const render = await prepareTemplates(templates);
  const { printed: date } = clocks(effects, profile.data.as_of);
  const blockers = status === 'release' ? [] : blockersOf(checked, diagnostics);
  const schoolAt = blockers.length > 0 ? entriesOf(profile) : () => undefined;
  const owned = blockers.map((blocker) => ({ blocker, school: schoolAt(blocker) }));
  const gapsAbout = (about: Addressee | undefined) =>
    owned.flatMap(({ blocker, school }) => (school === about ? blocker : []));
  const gaps = gapsAbout(undefined);
  const gapsOf = (addressee: Addressee | null) => {
    const school = schoolOf(profile.data, addressee);
    return school ? gapsAbout(school) : [];
  };
  const gallery = onceEach((metrics: Case['metrics']) => galleryFor(checked, metrics));
  return {
    value: {
      ...{ profile, addressees, status, date, gaps, gapsOf, assets },
      ...{ templates, render, theme, mapLines, gallery, remarks },
    },
    diagnostics,
  };
}

/** Tells of a problem in which prospective school’s entry it stands, if in any. */
function entriesOf(profile: Profile): (problem: Diagnostic) => Addressee | undefined {
  const entries = (profile.data.prospective_schools ?? []).map((school, index) => ({
    school,
    isAbout: standsIn(['prospective_schools', index], profile),
  }));
  return (problem) => entries.find(({ isAbout }) => isAbout(problem))?.school;
}

async function galleryFor(
  { profile, mapLines }: Checked,
  metrics: Case['metrics'],
): Promise<Gallery> {
  const { openGallery } = await import('../charts/gallery.ts');
  const { trust, map } = shownData(profile.data);
  return openGallery({
    palette: paletteOf(trust.brand ?? {}),
    plain: (text) => plainText(text, fillFrom(metrics)),
    base: { lines: mapLines, credit: map?.credit },
  });
}

function onceOnly<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function onceEach<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
