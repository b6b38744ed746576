import { describe, expect, it } from 'vitest';
import { htmlInText } from '../../src/rules/words.ts';
import { breaches, paths } from '../support/rules.ts';

const text = (words: string) => `growth:\n  pace: ${JSON.stringify(words)}\n`;

describe('html-in-text', () => {
  it.each([
    'We have <b>time</b>.',
    'One line<br>another',
    'One line<br/>another',
    '<a href="https://a.example">here</a>',
    '<!-- a note -->',
    '</p>',
    '<custom-tag>',
    '<IMG SRC=x onerror=alert(1)>',
  ])('finds a tag in “%s”', async (words) => {
    expect(await paths(htmlInText, text(words))).toEqual(['growth.pace']);
  });

  it.each([
    '<5 pupils',
    'a < b and b > a',
    'pupils <= 5',
    '<',
    '<>',
    'aged <11>',
    '**bold**',
    '&amp;',
  ])('finds none in “%s”', async (words) => {
    expect(await paths(htmlInText, text(words))).toEqual([]);
  });

  it('quotes the first, and no more of it than helps', async () => {
    const [found] = await breaches(htmlInText, text(`<i class="${'x'.repeat(200)}">a</i><b>c</b>`));
    expect(found?.message).toContain('(<i class="xxx');
    expect(found?.message.length).toBeLessThan(150);
  });

  it('finds one in any text', async () => {
    expect(await paths(htmlInText, 'risks:\n  - {risk: B, what_we_do: <b>C</b>}\n')).toEqual([
      'risks.0.what_we_do',
    ]);
  });
});
