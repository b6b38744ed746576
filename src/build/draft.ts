import { argue, type Case, type Status } from '../case/case.ts';
import type { Gallery, Picture } from '../charts/gallery.ts';
import { type Checked, check } from '../check/check.ts';
import { blockersOf } from '../check/summary.ts';
import { compose } from '../compose/compose.ts';
import { fillFrom } from '../compose/helpers.ts';
import { prepareTemplates } from '../compose/renderer.ts';
import { readTemplates } from '../compose/templates.ts';
import { plainText } from '../compose/text.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import type { Edition } from '../knowledge/editions.ts';
import { type Assets, preparePictures } from '../pictures/prepare.ts';
import type { CalendarDate } from '../profile/formats/dates.ts';
import { defaultLimits, type Limits } from '../profile/limits.ts';
import type { GridLines } from '../profile/map-base.ts';
import type { Profile } from '../profile/profile.ts';
import { typeset } from '../typeset/page.ts';
import { paletteOf } from '../typeset/palette.ts';
import { DEFAULT_THEME, readTheme } from '../typeset/theme.ts';
import { clocks } from './clock.ts';

/** The documents of a profile, ready to be printed and written. */
export interface Drafts {
  profile: Profile;
  assets: Assets;
  /** The charts and maps of all documents, by their place beside the Markdown. */
  drawn: ReadonlyMap<string, Picture>;
  status: Status;
  date: CalendarDate;
  documents: { edition: Edition; markdown: string; html: string }[];
}

export interface DraftOptions {
  /** A file or folder; left out, the nearest `trust.yaml`. */
  profile: string | undefined;
  editions: readonly Edition[];
  /** As a release, whatever the profile says. */
  release: boolean;
  limits?: Limits | undefined;
}

/**
 * Reads and checks a profile, argues its case and sets it, edition by edition. The value is null
 * where there is nothing that may be written: the profile cannot be read, or a release has an error.
 */
export async function draft(
  { profile: wanted, editions, release, limits = defaultLimits }: DraftOptions,
  effects: Effects,
): Promise<{ value: Drafts | null; diagnostics: Diagnostic[] }> {
  const { value: checked, diagnostics } = await check(wanted, effects, { release, limits });
  if (!checked) return { value: null, diagnostics };
  const { profile, mapLines, status } = checked;
  const { assets, diagnostics: ofPictures } = await preparePictures(
    checked.pictures,
    profile,
    effects,
    limits,
  );
  diagnostics.push(...ofPictures);
  if (status === 'release' && hasErrors(diagnostics)) return { value: null, diagnostics };

  const { printed: date } = clocks(effects, profile.data.as_of);
  const [templates, theme] = await Promise.all([
    readTemplates(profile.folder, effects),
    readTheme(DEFAULT_THEME, profile.folder, effects),
  ]);
  const render = await prepareTemplates(templates);
  const pictures = new Map([...assets].map(([name, asset]) => [name, asset.path]));
  const gaps = status === 'release' ? [] : gapsOf(checked, diagnostics);
  const documents: Drafts['documents'] = [];
  let gallery: Gallery | undefined;
  for (const edition of editions) {
    const theCase = argue(profile, { edition, status, date, gaps });
    gallery ??= await galleryFor(theCase, mapLines);
    const { value: markdown, diagnostics: met } = compose(
      theCase,
      templates,
      render,
      { pictures, draw: gallery?.draw },
      effects,
    );
    diagnostics.push(...met);
    if (markdown === null) continue;
    const html = await typeset(markdown, theme, assets, gallery?.drawn);
    documents.push({ edition, markdown, html });
  }
  const drawn = gallery?.drawn ?? new Map<string, Picture>();
  const whole = documents.length === editions.length;
  return {
    value: whole ? { profile, assets, drawn, status, date, documents } : null,
    diagnostics,
  };
}

/** What would keep the document from being released, each once. */
function gapsOf(checked: Checked, diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(blockersOf(checked, diagnostics).map(({ message }) => message))];
}

/** What draws the charts of a case; the drawing is loaded only where there is something to draw. */
async function galleryFor(
  { charts, trust, metrics, mapCredit }: Case,
  mapLines: GridLines,
): Promise<Gallery | undefined> {
  if (charts.length === 0) return undefined;
  const { openGallery } = await import('../charts/gallery.ts');
  return openGallery({
    palette: paletteOf(trust.brand ?? {}),
    plain: (text) => plainText(text, fillFrom(metrics)),
    base: { lines: mapLines, credit: mapCredit },
  });
}
