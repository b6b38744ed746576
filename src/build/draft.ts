import { namesOfOthers } from '../addressees/others.ts';
import { wordsOfOthers } from '../addressees/words-of-others.ts';
import { argue } from '../case/case.ts';
import type { Chart } from '../case/chart.ts';
import type { Picture } from '../charts/gallery.ts';
import { compose } from '../compose/compose.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Effects } from '../effects/effects.ts';
import { type Edition, prospectus } from '../knowledge/editions.ts';
import type { Assets } from '../pictures/prepare.ts';
import { harmlessTo } from '../proof/prove.ts';
import { typeset } from '../typeset/page.ts';
import type { Opened } from './open.ts';
import type { PlannedDocument } from './plan.ts';
import { hardToRead } from './reading-grade.ts';
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
  const missing = [...opened.gaps, ...opened.gapsOf(addressee)];
  // A problem may quote what is meant for others.
  const told = harmlessTo(edition.readers, missing, opened);
  const gaps = [...new Set(told.map(({ message }) => message))];
  if (told.length < missing.length) gaps.push('There is more: thriving-case check lists it.');
  const theCase = argue(opened.profile, { ...opened, edition, addressee, gaps });
  const drawn = new Map<string, Picture>();
  const gallery = theCase.charts.length > 0 ? await opened.gallery(theCase.metrics) : undefined;
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
  if (edition.id !== prospectus.id && isEmpty(markdown))
    return { value: null, diagnostics: [nothingIn(edition)] };
  diagnostics.push(...hardToRead(edition, markdown));
  const leaks = [
    ...namesOfOthers(markdown, opened.profile, addressee),
    ...wordsOfOthers(markdown, opened.profile, addressee, templates),
  ];
  if (leaks.length > 0) return { value: null, diagnostics: [...diagnostics, ...leaks] };
  const html = await typeset(markdown, theme, assets, drawn);
  const pictures = picturesOf(markdown, assets, drawn);
  return { value: { planned, markdown, html, pictures }, diagnostics };
}

/** Sections that say what a document is, and nothing of what it is about. */
const AROUND = new Set([
  'cover',
  'masthead',
  'contents',
  'gaps',
  'sources',
  'contacts',
  'about',
  'not-consultation',
]);

function isEmpty(markdown: string): boolean {
  const kinds = [...markdown.matchAll(/^<!-- section: ([a-z-]+)/gm)].map(([, kind = '']) => kind);
  return kinds.every((kind) => AROUND.has(kind));
}

function nothingIn({ id }: Edition): Diagnostic {
  return {
    code: 'edition-empty',
    severity: 'error',
    message: `The edition “${id}” has nothing to say: the profile fills none of its sections.`,
    hint: 'Fill in the parts that its readers ask about, or build another edition: build --edition prospectus',
    file: null,
    range: null,
  };
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
