import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pagesOf } from '../pdf/pages.ts';
import type { Drafted } from './draft.ts';
import type { OutputFile } from './write.ts';

/** How many of the longest sections are worth naming. */
const NAMED = 3;

/**
 * Warns of a document whose PDF has more pages than the profile allows, and names its longest sections.
 * It looks into the files only where the profile sets a number.
 */
export async function longDocument(
  { planned, markdown }: Pick<Drafted, 'planned' | 'markdown'>,
  files: readonly OutputFile[],
  most: number | undefined,
): Promise<Diagnostic[]> {
  if (most === undefined) return [];
  const path = `${planned.place}.pdf`;
  const pdf = files.find((file) => file.path === path)?.content;
  if (!pdf) return [];
  const { count: pages, places } = await pagesOf(pdf);
  if (pages <= most) return [];
  const sections = await longest(markdown, places, pages);
  const named = sections.map((section) => `“${section.title}” (${counted(section.pages)})`);
  const which = named.length > 0 ? ` The longest sections: ${named.join(', ')}.` : '';
  return [
    {
      code: 'document-long',
      severity: 'warning',
      message: `${path} has ${counted(pages)}; “pages” in the profile allows ${most}.${which}`,
      hint: 'Shorten the longest sections, or raise “pages”. The theme “plain” needs fewer pages.',
      file: null,
      range: null,
    },
  ];
}

const counted = (pages: number) => (pages === 1 ? '1 page' : `${pages} pages`);

/** The longest first: from the page a section begins on to the one on which the next begins. */
async function longest(
  markdown: string,
  places: ReadonlyMap<string, number>,
  pages: number,
): Promise<{ title: string; pages: number }[]> {
  const { readMarkdown } = await import('../typeset/markdown.ts');
  const begun = readMarkdown(markdown).sections.flatMap(({ kind, headingId, title }) => {
    const page = headingId === undefined ? undefined : places.get(headingId);
    return page === undefined || kind === 'cover' ? [] : [{ title, page }];
  });
  return begun
    .map(({ title, page }, at) => {
      const next = begun[at + 1]?.page ?? pages + 1;
      return { title, pages: Math.max(1, next - page) };
    })
    .sort((a, b) => b.pages - a.pages)
    .slice(0, NAMED);
}
