import { namesOfOthers } from '../addressees/others.ts';
import { argue } from '../case/case.ts';
import type { Chart } from '../case/chart.ts';
import type { Picture } from '../charts/gallery.ts';
import { compose } from '../compose/compose.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import type { Assets } from '../pictures/prepare.ts';
import { typeset } from '../typeset/page.ts';
import type { Opened } from './open.ts';
import type { PlannedDocument } from './plan.ts';
import { bytesOf, type OutputFile } from './write.ts';

/** A document, ready to be printed and written. */
export interface Drafted {
  planned: PlannedDocument;
  markdown: string;
  html: string;
  /** The pictures that the Markdown shows, by their place beside it. */
  pictures: OutputFile[];
}

/**
 * Argues the case of one document and sets it. The value is null where a template of the user’s does
 * not work, or where the document would tell one school of another.
 */
export async function draftDocument(
  opened: Opened,
  planned: PlannedDocument,
  effects: Pick<Effects, 'cwd'>,
): Promise<Outcome<Drafted>> {
  const { assets, templates, render, theme } = opened;
  const { edition, addressee } = planned;
  const gaps = [...opened.gaps, ...opened.gapsOf(addressee)];
  const theCase = argue(opened.profile, { ...opened, edition, addressee, gaps });
  const drawn = new Map<string, Picture>();
  const gallery = theCase.charts.length > 0 ? await opened.gallery() : undefined;
  const draw =
    gallery &&
    ((chart: Chart) => {
      const picture = gallery.draw(chart);
      drawn.set(picture.path, picture);
      return picture;
    });
  const places = new Map([...assets].map(([name, asset]) => [name, asset.path]));
  const { value: markdown, diagnostics } = compose(
    theCase,
    templates,
    render,
    { pictures: places, draw },
    effects,
  );
  if (markdown === null) return { value: null, diagnostics };
  const leaks = namesOfOthers(markdown, opened.profile, addressee);
  if (leaks.length > 0) return { value: null, diagnostics: [...diagnostics, ...leaks] };
  const html = await typeset(markdown, theme, assets, drawn);
  const pictures = picturesOf(markdown, assets, drawn);
  return { value: { planned, markdown, html, pictures }, diagnostics };
}

function picturesOf(
  markdown: string,
  assets: Assets,
  drawn: ReadonlyMap<string, Picture>,
): OutputFile[] {
  const photographs = [...assets.values()].map(({ path, bytes }) => [path, bytes] as const);
  const charts = [...drawn.values()].map(({ path, file }) => [path, bytesOf(file)] as const);
  return [...new Map([...photographs, ...charts])]
    .filter(([place]) => markdown.includes(place))
    .map(([place, content]) => ({ path: place, content }));
}
