import { type Addressee, argue, type Case, type Status } from '../../src/case/case.ts';
import type { Chart } from '../../src/case/chart.ts';
import { openGallery, type Picture } from '../../src/charts/gallery.ts';
import { compose } from '../../src/compose/compose.ts';
import { fillFrom } from '../../src/compose/helpers.ts';
import { prepareTemplates } from '../../src/compose/renderer.ts';
import { readTemplates } from '../../src/compose/templates.ts';
import { plainText } from '../../src/compose/text.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Edition, prospectus } from '../../src/knowledge/editions.ts';
import { findPictures } from '../../src/pictures/find.ts';
import { preparePictures } from '../../src/pictures/prepare.ts';
import type { CalendarDate } from '../../src/profile/formats/dates.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { readProfile } from '../../src/profile/read.ts';
import { typeset } from '../../src/typeset/page.ts';
import { paletteOf } from '../../src/typeset/palette.ts';
import type { Theme } from '../../src/typeset/theme.ts';
import { example } from './cli.ts';
import { testEffects } from './effects.ts';

/** A theme without a style sheet, so that what is tested is the page alone. */
export const bareTheme: Theme = { name: 'bare', css: '', signs: new Map() };

export interface DocumentOptions {
  edition?: Edition;
  addressee?: Addressee;
  status?: Status;
  date?: CalendarDate;
  theme?: Theme;
  gaps?: string[];
}

/** The case that a profile makes. */
export function caseOf(profile: Profile, options: DocumentOptions = {}): Case {
  const { edition = prospectus, status = profile.data.status ?? 'draft' } = options;
  const date = options.date ?? profile.data.as_of ?? { year: 2026, month: 11, day: 24 };
  const { addressee = null, gaps = [] } = options;
  return argue(profile, { edition, addressee, status, date, gaps });
}

/** Makes the documents of profiles in one folder, with whatever templates that folder has. */
export async function documentMaker(folder: string) {
  const effects = testEffects(folder);
  const templates = await readTemplates(folder, effects);
  const render = await prepareTemplates(templates);
  const write = (profile: Profile, options: DocumentOptions = {}, pictures = new Map()) => {
    const theCase = caseOf(profile, options);
    const { metrics, trust, mapCredit } = theCase;
    const gallery = openGallery({
      palette: paletteOf(trust.brand ?? {}),
      plain: (text) => plainText(text, fillFrom(metrics)),
      base: { lines: [], credit: mapCredit },
    });
    const drawn = new Map<string, Picture>();
    const draw = (chart: Chart) => {
      const picture = gallery.draw(chart);
      drawn.set(picture.path, picture);
      return picture;
    };
    return { ...compose(theCase, templates, render, { pictures, draw }, effects), drawn };
  };

  return {
    /** The Markdown alone, without pictures. */
    markdown(profile: Profile, options?: DocumentOptions): string {
      return markdownFrom(write(profile, options));
    },
    /** The problems met. */
    diagnostics: (profile: Profile, options?: DocumentOptions) =>
      write(profile, options).diagnostics,
    /** Markdown and HTML, with pictures. */
    async document(profile: Profile, options: DocumentOptions = {}) {
      const { pictures: files } = await findPictures(profile, effects);
      const { assets } = await preparePictures(files, profile, effects);
      const pictures = new Map([...assets].map(([file, asset]) => [file, asset.path]));
      const { drawn, ...written } = write(profile, options, pictures);
      const markdown = markdownFrom(written);
      const html = await typeset(markdown, options.theme ?? bareTheme, assets, drawn);
      return { markdown, html };
    },
  };
}

function markdownFrom({ value, diagnostics }: { value: string | null; diagnostics: Diagnostic[] }) {
  if (value === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** The Markdown of a profile. */
export async function markdownOf(profile: Profile, options?: DocumentOptions): Promise<string> {
  return (await documentMaker(profile.folder)).markdown(profile, options);
}

/** The large example. */
export async function quillbrook(): Promise<Profile> {
  const { value, diagnostics } = await readProfile(example, testEffects(example));
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** A section of a document’s Markdown, by its kind and name; empty where there is none. */
export function sectionOf(markdown: string, name: string): string {
  const [, ...sections] = markdown.split(/^<!-- section: /m);
  const found = sections.find((section) => section.startsWith(`${name} -->`));
  return found?.slice(found.indexOf('\n')).trim() ?? '';
}
