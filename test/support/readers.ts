import { Marked } from 'marked';
import { readMarkdown } from '../../src/typeset/markdown.ts';

const plainMarked = new Marked({ gfm: true });

/** Those who read our Markdown: each makes HTML of it. */
export const readers = {
  'our typesetter': (markdown: string) =>
    readMarkdown(`---\ntitle: A\n---\n<!-- section: text -->\n\n${markdown}\n`)
      .sections.map(({ html }) => html)
      .join('\n'),
  'plain marked': (markdown: string) =>
    // It knows no alerts, and shows their mark.
    (plainMarked.parse(markdown) as string).replace('<p>[!NOTE]</p>\n<h3>', '<h3>'),
};
