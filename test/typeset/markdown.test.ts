import Slugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/typeset/markdown.ts';
import { markdownOf, quillbrook } from '../support/document.ts';
import { attribute, classed, classesOf, descendants, named, wordsOf } from '../support/html.ts';

const read = (markdown: string) => readMarkdown(`---\ntitle: A\nlang: en-GB\n---\n${markdown}\n`);
const htmlOf = (markdown: string) =>
  read(markdown)
    .sections.map(({ html }) => html)
    .join('\n');

describe('sections', () => {
  it('begin at their comments, and have a kind and perhaps a name', () => {
    const { front, sections } = read(
      '<!-- section: cover -->\n\n# A\n\n<!-- section: principle vision -->\n\n## B c\n\nd\n\n<!-- section: costs -->\n\ne',
    );
    expect(front).toEqual({ title: 'A', lang: 'en-GB' });
    expect(sections.map(({ kind, name, headingId }) => ({ kind, name, headingId }))).toEqual([
      { kind: 'cover', name: undefined, headingId: 'a' },
      { kind: 'principle', name: 'vision', headingId: 'b-c' },
      { kind: 'costs', name: undefined, headingId: undefined },
    ]);
    expect(sections.map(({ html }) => wordsOf(html))).toEqual(['A', 'B c d', 'e']);
  });

  it('may be missing, and no word is lost', () => {
    expect(read('a\n\n<!-- section: cover -->\n\nb').sections).toMatchObject([
      { kind: 'text', html: '<p>a</p>\n' },
      { kind: 'cover', html: '<p>b</p>\n' },
    ]);
  });

  it('are not begun by any other comment, which is foreign', () => {
    const { sections, foreign } = read('<!-- section: cover -->\n\na\n\n<!-- note -->\n\nb');
    expect(sections).toHaveLength(1);
    expect(foreign).toBe(true);
    expect(read('<!-- section: cover -->\n\na').foreign).toBe(false);
    expect(read('a <b>c</b>').foreign).toBe(true);
  });
});

describe('headings', () => {
  it.each([
    ['What it costs, and what you get', 'what-it-costs-and-what-you-get'],
    ['**Bold** and *italic* [link](https://a.example/b)', 'bold-and-italic-link'],
    ['5 \\* 6 \\_x\\_ & “y”: £7', '5--6-_x_--y-7'],
    ['AT\\&amp;T', 'atampt'],
    ['`code` here', 'code-here'],
    ['Ysgol Gynradd Llŷn', 'ysgol-gynradd-llŷn'],
    ['Źródło 漢字 😀', 'źródło-漢字-'],
    ['Cited[^3]', 'cited3'],
    ['A <b>c</b>', 'a-c'],
  ])('%s has the anchor that GitHub gives it', (heading, anchor) => {
    const [element] = named(htmlOf(`## ${heading}`), 'h2');
    expect(attribute(element, 'id')).toBe(anchor);
  });

  it('are numbered where they are the same, through all sections', () => {
    const html = htmlOf('## A\n\n<!-- section: b -->\n\n## A\n\n### a');
    expect(named(html, 'h2', 'h3').map((heading) => attribute(heading, 'id'))).toEqual([
      'a',
      'a-1',
      'a-2',
    ]);
  });

  it('of signs alone have none', () => {
    expect(htmlOf('## !?')).toBe('<h2>!?</h2>\n');
  });

  it('have all the anchors of GitHub in the large example', async () => {
    const html = readMarkdown(await markdownOf(await quillbrook()))
      .sections.map((section) => section.html)
      .join('\n');
    const slugger = new Slugger();
    const headings = named(html, 'h1', 'h2', 'h3', 'h4');
    expect(headings.length).toBeGreaterThan(40);
    for (const heading of headings) {
      expect(attribute(heading, 'id')).toBe(slugger.slug(wordsOf(heading)));
    }
  });

  it('of the third level are kept together with what stands below them', () => {
    const html = htmlOf('## A\n\na\n\n### B\n\nb\n\n- c\n\n#### C\n\nd\n\n### D\n\n## E\n\ne');
    expect(classed(html, 'part').map((part) => wordsOf(part))).toEqual(['B b c C d', 'D']);
    expect(wordsOf(html)).toBe('A a B b c C d D E e');
  });
});

describe('callouts', () => {
  it.each(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'])('are made from [!%s]', (kind) => {
    const html = htmlOf(`> [!${kind}]\n> ### A\n>\n> b\n>\n> - c`);
    const [callout] = classed(html, `callout-${kind.toLowerCase()}`);
    expect(callout && wordsOf(callout)).toBe('A b c');
    expect(named(html, 'blockquote')).toEqual([]);
  });

  it('lose no word on the line of their mark, nor the stress in it', () => {
    expect(htmlOf('> [!NOTE] a *b*\n> c')).toMatch(/<p>a <em>b<\/em>\nc<\/p>/);
    expect(wordsOf(htmlOf('> [!NOTE]\n> a'))).toBe('a');
  });

  it('are not made from a mark that was typed, is unknown, or stands further in', () => {
    for (const words of ['\\[!NOTE\\] a', '[!MINE] a', 'a [!NOTE]', '**[!NOTE]** a']) {
      const html = htmlOf(`> ${words}`);
      expect(classed(html, 'callout')).toEqual([]);
      expect(wordsOf(html)).toContain('!');
    }
  });
});

describe('quotations', () => {
  it('set apart who said it', () => {
    const html = htmlOf('> a\n>\n> b\n>\n> — Head, *Candlemoor*.');
    const [quote] = named(html, 'blockquote');
    const [who] = classed(html, 'who');
    expect(quote && wordsOf(quote)).toBe('a b');
    expect(who && wordsOf(who)).toBe('— Head, Candlemoor.');
    expect(named(html, 'figure', 'figcaption')).toEqual([]);
  });

  it('stand together where several follow one another, and alone where one does', () => {
    const voice = (words: string) => `> ${words}\n>\n> — Head.\n`;
    const html = htmlOf(`${voice('a')}\n${voice('b')}\nc\n\n${voice('d')}\n> [!NOTE]\n> e`);
    expect(classed(html, 'voices').map(wordsOf)).toEqual(['a — Head. b — Head.']);
    expect(classed(html, 'voice')).toHaveLength(3);
    expect(classed(html, 'callout').map(wordsOf)).toEqual(['e']);
  });

  it('may have nobody who said it', () => {
    expect(classed(htmlOf('> a'), 'who')).toEqual([]);
    expect(wordsOf(htmlOf('> — a\n>\n> b'))).toBe('— a b');
  });
});

describe('big figures', () => {
  const partsOf = (markdown: string) => {
    const html = htmlOf(markdown);
    return ['big-value', 'unit', 'big-words', 'small'].map((name) =>
      classed(html, name).map((element) => wordsOf(element)),
    );
  };

  it.each(['68%', '£1.2 million', '−3.5', '1,205', '−£120', '54'])('show %s large', (number) => {
    expect(partsOf(`**${number}**\\\na: b.[^1]\\\nc`)).toEqual([[number], [], ['a: b.1'], ['c']]);
  });

  it('set the unit smaller, whatever it is', () => {
    expect(partsOf('**54** kWh/m² \\*\\\na')).toEqual([['54 kWh/m² *'], ['kWh/m² *'], ['a'], []]);
  });

  it.each([
    ['a number in a sentence', '**68%** of pupils'],
    ['words in bold', '**Sixty**\\\na'],
    ['words that begin with a number', '**5 of our schools** need roofs\\\nWe are mending them.'],
    ['a number not in bold', '68%\\\na'],
    ['a number further in', 'a **68%**\\\nb'],
    ['a published code', '**not published: too few pupils**\\\na'],
  ])('are not made from %s', (_, markdown) => {
    const html = htmlOf(markdown);
    expect(classed(html, 'big')).toEqual([]);
    expect(named(html, 'p')).toHaveLength(1);
  });

  it('lose no word', () => {
    expect(wordsOf(htmlOf('**68%** of us[^1]\\\na *b*\\\nc\\\n[d](https://a.example)'))).toBe(
      '68% of us1 a b c d',
    );
  });
});

describe('tables', () => {
  const table = '| School | Pupils |\n| --- | ---: |\n| **A** | 5 |\n| B | |\n';

  it('have headers for columns and rows, each with its scope', () => {
    const html = htmlOf(table);
    const headers = named(html, 'th').map((th) => [wordsOf(th), attribute(th, 'scope')]);
    expect(headers).toEqual([
      ['School', 'col'],
      ['Pupils', 'col'],
      ['A', 'row'],
      ['B', 'row'],
    ]);
    expect(named(html, 'thead', 'tbody')).toHaveLength(2);
  });

  it('set numbers to the right', () => {
    const right = classed(htmlOf(table), 'n').map((cell) => wordsOf(cell));
    expect(right).toEqual(['Pupils', '5', '']);
  });

  it('have no cell with nothing in it, which would be lost in the PDF', () => {
    const cells = named(htmlOf('| | b |\n| --- | --- |\n| | |\n'), 'th', 'td');
    expect(cells).toHaveLength(4);
    for (const cell of cells) expect(cell.childNodes).toHaveLength(1);
  });

  it('take a bold line just before them as their caption, sources and all', () => {
    const html = htmlOf(`a\n\n**Our *schools* today**[^1][^2]\n\n${table}`);
    const [caption] = named(html, 'caption');
    expect(caption && wordsOf(caption)).toBe('Our schools today12');
    expect(caption && descendants(caption).filter(({ tagName }) => tagName === 'strong')).toEqual(
      [],
    );
    expect(named(html, 'p').map((p) => wordsOf(p))).toEqual(['a']);
  });

  it.each([
    ['words that are not bold', 'Our schools'],
    ['words bold in part', '**Our** schools'],
    ['a heading', '### Our schools'],
  ])('take no caption from %s', (_, before) => {
    const html = htmlOf(`${before}\n\n${table}`);
    expect(named(html, 'caption')).toEqual([]);
    expect(wordsOf(html)).toMatch(/^Our schools/);
  });

  it('take no caption from further up', () => {
    expect(named(htmlOf(`**a**\n\nb\n\n${table}`), 'caption')).toEqual([]);
  });

  it('that may be wider than a phone can be reached with the keyboard, and have a name', () => {
    const wide = '| A | B | C | D |\n| --- | --- | --- | --- |\n| a | b | c | d |\n';
    const long = '| Safeguarding | Responsibilities |\n| --- | --- |\n| a | b |\n';
    const groupOf = (html: string) => {
      const [box] = classed(html, 'table');
      return ['role', 'tabindex', 'aria-label'].map((name) => attribute(box, name));
    };
    expect(groupOf(htmlOf(`**Our “schools”**[^1]\n\n${wide}`))).toEqual([
      'group',
      '0',
      'Our “schools”',
    ]);
    expect(groupOf(htmlOf(`### Who decides\n\n${wide}`))[2]).toBe('Who decides');
    expect(groupOf(htmlOf(wide))[2]).toBe('Table');
    expect(groupOf(htmlOf(long))[0]).toBe('group');
    expect(groupOf(htmlOf(table))).toEqual([undefined, undefined, undefined]);
  });

  it('show a cell all in bold as a label, but for row headers', () => {
    const html = htmlOf('| A | B |\n| --- | --- |\n| **a** | **You decide** |\n| b | **c** d |\n');
    const labels = classed(html, 'label');
    expect(labels.map((label) => [wordsOf(label), classesOf(label)])).toEqual([
      ['You decide', ['label', 'short', 'label-you-decide']],
    ]);
  });
});

describe('small print and stress', () => {
  it('are told apart by underscores and asterisks', () => {
    expect(htmlOf('a _b *c*_ *d* **e** __f__')).toBe(
      '<p>a <span class="note">b <em>c</em></span> <em>d</em> <strong>e</strong> <strong>f</strong></p>\n',
    );
  });
});

describe('links and pictures', () => {
  it.each(['https://a.example/b?c=1&d=2', 'http://a.example', 'mailto:a@b.example', 'tel:01632'])(
    'lead to %s',
    (href) => {
      const [link] = named(htmlOf(`[a *b*](${href})`), 'a');
      expect(attribute(link, 'href')).toBe(href);
      expect(link && wordsOf(link)).toBe('a b');
    },
  );

  it('lead within the document, with room for the number of the page', () => {
    const [link] = named(htmlOf('[a *b*](#a)'), 'a');
    expect(attribute(link, 'href')).toBe('#a');
    expect(link && wordsOf(link)).toBe('a b, page');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,a',
    'file:///a',
    '//a.example',
    'a.html',
    'vbscript:a',
  ])('never lead to %s, but keep their words', (href) => {
    expect(htmlOf(`[a *b*](${href})`)).toBe('<p>a <em>b</em></p>\n');
  });

  it('cannot end their attribute', () => {
    const [link, ...others] = named(htmlOf('[a](<https://a.example/"onclick="b> )'), 'a');
    expect([link?.attrs.length, others]).toEqual([1, []]);
  });

  it('have the words of a picture without its Markdown', () => {
    const [picture] = named(htmlOf('![A *b* \\[c\\] "d" \\<e\\> &amp; f](assets/a.png)'), 'img');
    expect(attribute(picture, 'alt')).toBe('A b [c] "d" <e> & f');
    expect(attribute(picture, 'src')).toBe('assets/a.png');
    expect(named(htmlOf('![](a.png)'), 'img').map((img) => attribute(img, 'alt'))).toEqual(['']);
  });
});

describe('what is written', () => {
  it('escapes words', () => {
    expect(htmlOf('5 < 6 & "7" \\<b\\> AT\\&amp;T')).toBe(
      '<p>5 &lt; 6 &amp; &quot;7&quot; &lt;b&gt; AT&amp;amp;T</p>\n',
    );
  });

  it('says who refers to what: every number of a source has an entry to lead to', () => {
    const html = htmlOf('a[^1]\n\n[^1]: b');
    const ids = named(html, 'p').map((p) => attribute(p, 'id'));
    expect(ids).toContain(attribute(named(html, 'a')[0], 'href')?.slice(1));
  });
});
