import { describe, expect, it } from 'vitest';
import { readingOf, textsOfHtml, textsOfMarkdown, wordsIn } from '../../src/proof/reading.ts';

const lettersOf = (texts: readonly string[]) => readingOf(texts).letters;

describe('what is read in a file', () => {
  it('is the same however a sentence is broken, stressed and hyphenated', () => {
    const plain = wordsIn('We may close the office').join('');
    expect(wordsIn('We **may**\nclose the of\u00adfice').join('')).toBe(plain);
    expect(lettersOf(textsOfHtml('<p>We <em>may</em> close<br>the office</p>'))).toBe(plain);
  });

  it('is also what stands in attributes, comments and addresses', () => {
    expect(lettersOf(textsOfHtml('<img alt="the office"><!-- may close -->'))).toBe(
      'mayclose|theoffice',
    );
    expect(lettersOf(textsOfMarkdown('[here](the%20office)'))).toBe('here|theoffice');
  });

  it('is a tag that somebody typed, which Markdown escapes', () => {
    const typed = '<script>alert(1)</script> costs 5% &amp; more';
    const markdown = typed.replace(/[<&]/g, (sign) => `\\${sign}`);
    expect(lettersOf(textsOfMarkdown(markdown))).toBe(wordsIn(typed).join(''));
  });
});
