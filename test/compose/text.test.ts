import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boldMarkdown,
  emailMarkdown,
  inlineMarkdown,
  linkMarkdown,
  literalMarkdown,
  noteMarkdown,
  paragraphsMarkdown,
  plainText,
} from '../../src/compose/text.ts';
import { attribute, named, wordsOf } from '../support/html.ts';
import { readers } from '../support/readers.ts';

describe('inlineMarkdown', () => {
  it('leaves plain words alone', () => {
    const words = 'Ysgol Pen-y-bryn: 5% of £1,250 (or so), “quoted” – and Łódź!';
    expect(inlineMarkdown(words)).toBe(words);
  });

  it('keeps bold, italics and links', () => {
    expect(inlineMarkdown('**Every** child, _each_ year, [our page](https://a.example/b_c)')).toBe(
      '**Every** child, *each* year, [our page](https://a.example/b_c)',
    );
  });

  it('makes a bare address a link', () => {
    expect(inlineMarkdown('See https://a.example/b.')).toBe(
      'See [https\\://a.example/b](https://a.example/b).',
    );
  });

  it('shows what is not kept as it was typed', () => {
    const typed = '<b>1</b> `2` ~~3~~ ![4](5.png) [6](javascript:7) [8] # 9';
    expect(wordsOf(readers['plain marked'](inlineMarkdown(typed)))).toBe(typed);
  });

  it('keeps a link whose address has brackets', () => {
    const [link] = named(
      readers['plain marked'](inlineMarkdown('[Wiki](https://a.example/b_(c))')),
      'a',
    );
    expect(attribute(link, 'href')).toBe('https://a.example/b_%28c%29');
  });

  it('gives up stress that cannot be written, and no word and no link', () => {
    expect(inlineMarkdown('*a*_a_* [b](https://c.example)')).toBe('aa\\* [b](https://c.example)');
  });

  it('makes no picture of a link after an exclamation mark', () => {
    expect(inlineMarkdown('Now!https://a.example')).toBe(
      'Now\\![https\\://a.example](https://a.example)',
    );
  });

  it('makes no picture of a word between colons', () => {
    expect(inlineMarkdown('a :smile: at 10:30')).toBe('a \\:smile: at 10:30');
  });

  it('joins lines and spaces, but keeps a space that does not break', () => {
    expect(inlineMarkdown(' a \r\n\t b\u00a0c ')).toBe('a b\u00a0c');
  });

  it('leaves out what is nothing to read', () => {
    expect(inlineMarkdown('a\u0007b\u0000\ufeff')).toBe('ab');
  });

  it.each([
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['1. a', '1\\. a'],
    ['2026) a', '2026\\) a'],
    ['=== a', '\\=== a'],
    ['| a', '\\| a'],
    ['We teach C #', 'We teach C \\#'],
  ])('escapes %j, which means something where a line begins or ends', (typed, written) => {
    expect(inlineMarkdown(typed)).toBe(written);
  });

  it('leaves the same alone where it means nothing', () => {
    expect(inlineMarkdown('a - b + c = d, 1.5 #1 C# 3) x')).toBe('a - b + c = d, 1.5 #1 C# 3) x');
  });

  it('fills figures into words, and never into an address', () => {
    const fill = (text: string) => text.replace('$a', '5_0');
    expect(inlineMarkdown('**$a** [$a](https://a.example/$a) https://a.example/$a', fill)).toBe(
      '**5\\_0** [5\\_0](https://a.example/$a) [https\\://a.example/\\$a](https://a.example/$a)',
    );
  });
});

describe('paragraphsMarkdown', () => {
  it('sets paragraphs apart and joins the lines of each', () => {
    expect(paragraphsMarkdown('a\nb\n\n \n c\r\n\r\nd\n')).toBe('a b\n\nc\n\nd');
  });

  it('keeps the lines of what was typed like a list', () => {
    expect(paragraphsMarkdown('Three:\n- a\n* b\n2. c')).toBe('Three:\\\n\\- a\\\n\\* b\\\n2\\. c');
  });

  it('is empty where nothing is to be read', () => {
    expect(paragraphsMarkdown(' \n\n\t\u0007\n')).toBe('');
  });
});

describe('boldMarkdown', () => {
  it('does not stress twice', () => {
    expect(boldMarkdown('Every **child** reads')).toBe('**Every child reads**');
  });

  it('is empty where there are no words', () => {
    expect(boldMarkdown(' ')).toBe('');
  });
});

describe('noteMarkdown', () => {
  it('is small print for our typesetter', () => {
    expect(readers['our typesetter'](noteMarkdown('One *school* only'))).toBe(
      '<p><span class="note">One <em>school</em> only</span></p>\n',
    );
  });

  it('is empty where there are no words', () => {
    expect(noteMarkdown('\ufeff')).toBe('');
  });
});

describe('linkMarkdown', () => {
  it('drops links inside its own words', () => {
    expect(linkMarkdown('See [a](https://a.example) and www.b.example', 'https://c.example')).toBe(
      '[See a and www\\.b.example](https://c.example)',
    );
  });

  it('is no source’s number, though it begin with a caret', () => {
    expect(linkMarkdown('^a', 'https://b.example')).toBe('[\\^a](https://b.example)');
  });

  it('gives the words alone where the address is not safe', () => {
    expect(linkMarkdown('our *plan*', 'javascript:alert(1)')).toBe('our *plan*');
  });

  it('leads to the address as it was typed', () => {
    for (const url of ['https://a.example/?b=1&copy;=2&d', 'https://a.example/b_c*d|e~f']) {
      const [link] = named(readers['our typesetter'](linkMarkdown('a', url)), 'a');
      expect(decodeURI(attribute(link, 'href') ?? '')).toBe(url);
    }
  });

  it('never lets the address end the link', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        for (const read of Object.values(readers)) {
          const [link, ...others] = named(read(`${linkMarkdown('a', url)} b`), 'a');
          expect(others).toEqual([]);
          expect(new URL(attribute(link, 'href') ?? '').host).toBe(new URL(url).host);
        }
      }),
    );
  });
});

describe('emailMarkdown', () => {
  it('shows the address as it is, and leads to it alone', () => {
    expect(emailMarkdown('a_b?cc=c@d.example')).toBe(
      '[a\\_b?cc=c\\@d.example](mailto:a_b%3Fcc=c@d.example)',
    );
  });
});

describe('literalMarkdown', () => {
  it('reads no Markdown in the words', () => {
    expect(literalMarkdown('- **a**.png')).toBe('\\- \\*\\*a\\*\\*.png');
  });
});

describe('plainText', () => {
  it.each([
    ['**Every** _child_ reads', 'Every child reads'],
    ['[our *plan*](https://a.example)', 'our plan'],
    ['<https://a.example> a\\*b', 'https://a.example a*b'],
    ['[a](b) `c` <d> 2 * 3 * 4 snake_case_word', '[a](b) `c` <d> 2 * 3 * 4 snake_case_word'],
    ['A  trust\n of *two*', 'A trust of two'],
  ])('of %j is %j', (typed, words) => expect(plainText(typed)).toBe(words));

  it('has the numbers that the text names', () => {
    expect(plainText('*$a* schools', (text) => text.replace('$a', '6'))).toBe('6 schools');
  });
});
