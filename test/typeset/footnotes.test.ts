import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { footnotes } from '../../src/typeset/footnotes.ts';
import { attribute, classed, named, wordsOf } from '../support/html.ts';

const read = (markdown: string) => new Marked({ extensions: footnotes }).parse(markdown) as string;

describe('the number of a source', () => {
  it('leads to the source, and says to a screen reader what it is', () => {
    const html = read('We did.[^3] And so.\n\n[^3]: A *report*, page 4.\n');
    const [link] = named(html, 'a');
    const [source] = classed(html, 'source');
    expect(attribute(link, 'href')).toBe(`#${attribute(source, 'id')}`);
    expect(attribute(link, 'aria-label')).toBe('Source 3');
    expect(named(html, 'sup').map((element) => wordsOf(element))).toEqual(['3']);
    expect(source && wordsOf(source)).toBe('3 A report, page 4.');
  });

  it('can follow another, or words in a table, a heading or a list', () => {
    const html = read('# a[^1][^2]\n\n- b[^1]\n\n| c[^2] |\n| --- |\n| d[^1] |\n');
    expect(classed(html, 'cite')).toHaveLength(5);
  });

  it.each(['\\[^1\\]', '[^]', '[^a b]', '`[^1]`', '[1]'])('is not read in %s', (markdown) => {
    expect(classed(read(markdown), 'cite')).toEqual([]);
  });
});

describe('a list of sources', () => {
  it('has an entry a line, each with its number as text', () => {
    const html = read('[^1]: One\n\n[^2]: Two [a](https://a.example)\n[^3]: Three');
    expect(classed(html, 'source').map((element) => wordsOf(element))).toEqual([
      '1 One',
      '2 Two a',
      '3 Three',
    ]);
    expect(named(html, 'ol', 'ul')).toEqual([]);
  });

  it('is not begun in the middle of a line', () => {
    expect(classed(read('See [^1]: that.'), 'source')).toEqual([]);
  });
});
