import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/typeset/markdown.ts';
import { root } from '../support/cli.ts';

const html = (markdown: string) =>
  readMarkdown(`---\ntitle: T\n---\n<!-- section: text -->\n\n${markdown}\n`).sections[0]?.html;

describe('a link in a document', () => {
  it('to another place of it has room for the number of its page', () => {
    expect(html('[Our schools](#our-schools)')).toContain(
      '<a href="#our-schools">Our schools<span class="page-reference"><span class="page-word">, page&nbsp;</span><span class="page-number"></span></span></a>',
    );
  });

  it.each(['https://quillbrook.example', 'mailto:us@quillbrook.example', 'tel:01632960000'])(
    'to %s has none',
    (target) => {
      expect(html(`[There](${target})`)).toContain(`<a href="${target}">There</a>`);
    },
  );

  it('to a source has none', () => {
    expect(html('Words[^1]')).not.toContain('page-reference');
  });
});

describe('the style sheet of all themes', () => {
  it('shows no reference to a page on a screen, nor on paper while its number is not known', () => {
    const sheet = (name: string) =>
      readFileSync(path.join(root, 'templates/themes/base', name), 'utf8');
    const [everywhere, print] = [sheet('words.css'), sheet('print.css')];
    expect(everywhere).toMatch(/\.page-reference \{\s*display: none;/);
    expect(print).toMatch(
      /\.page-reference:not\(:has\(> \.page-number:empty\)\) \{\s*display: inline;/,
    );
  });
});
