import { describe, expect, it } from 'vitest';
import { tidy } from '../../src/compose/helpers.ts';
import { render } from '../support/render.ts';

const metrics = `metrics:
  ks2:
    unit: "%"
    pupils: 1205
    series:
      2022/23: 61%
      2023/24: 65%
      2024/25: 68%
    comparators:
      - name: England
        series:
          2024/25: 62%
  spend:
    unit: £
    series:
      2025: £1,200,000
`;
const evidence = `evidence:
  one:
    title: One
  two:
    title: Two
`;

describe('text', () => {
  it('writes one line of Markdown', async () => {
    expect(await render('{{text a}}', { a: '# a | *b*\nc' })).toBe('\\# a | *b* c');
  });

  it.each([undefined, null, '', true, {}, ['a'], () => 'a'])('prints nothing of %j', async (a) => {
    expect(await render('{{text a}}', { a })).toBe('');
  });

  it('writes numbers as they are', async () => {
    expect(await render('{{text a}}', { a: 0 })).toBe('0');
  });
});

describe('a number named in a text', () => {
  const named = (a: string) => render('{{text a}}', { a }, { profile: metrics });

  it.each([
    ['$ks2', '68%'],
    ['$ks2.period', '2024 to 2025'],
    ['$ks2.previous', '65%'],
    ['$ks2.first', '61%'],
    ['$ks2.first.period', '2022 to 2023'],
    ['$ks2.2023/24', '65%'],
    ['$ks2.comparator', '62%'],
    ['$ks2.pupils', '1,205'],
    ['$spend', '£1.2 million'],
    ['**$ks2** of pupils, ($ks2).', '**68%** of pupils, (68%).'],
  ])('%s is %s', async (typed, words) => expect(await named(typed)).toBe(words));

  it.each([
    ['$gone', 'gone'],
    ['$constructor', 'constructor'],
    ['$ks2.1999/00', 'ks2'],
    ['$spend.comparator', 'spend'],
    ['$spend.pupils', 'spend'],
  ])('%s, which is not there, is shown as a gap', async (typed, name) => {
    expect(await named(`Of us, ${typed}.`)).toBe(`Of us, \\[number missing: ${name}\\].`);
  });

  it.each(['$5', '\\$ks2', 'A$ks2', '$$ks2'])('%s names none', async (typed) => {
    expect(await named(typed)).toBe(typed.replace('\\$', '$').replaceAll('$', '\\$'));
  });

  it('is filled in tables and paragraphs too', async () => {
    const rows = [{ a: '$ks2' }];
    expect(await render('{{table rows (column "A" "a")}}', { rows }, { profile: metrics })).toMatch(
      /\| 68% \|/,
    );
    expect(await render('{{para a}}', { a: 'x\n\n$ks2' }, { profile: metrics })).toBe('x\n\n68%');
  });
});

describe('para', () => {
  it('writes paragraphs', async () => {
    expect(await render('{{para a}}', { a: 'a\nb\n\nc' })).toBe('a b\n\nc');
    expect(await render('{{para a}}')).toBe('');
  });
});

describe('capital', () => {
  it('begins with a capital letter', async () => {
    expect(await render('{{capital a}}', { a: 'élan *x*' })).toBe('Élan *x*');
    expect(await render('{{capital a}}')).toBe('');
  });
});

describe('bold', () => {
  it('stresses a text that has stress of its own', async () => {
    expect(await render('{{bold a}}', { a: '**Every** job | *kept*' })).toBe(
      '**Every job | *kept***',
    );
    expect(await render('{{bold a}}')).toBe('');
  });
});

describe('note', () => {
  it('is small print, after words of the template where there are any', async () => {
    expect(await render('{{note a}}', { a: 'a *b*' })).toBe('_a *b*_');
    expect(await render('{{note a "But:"}}', { a: 'a_b' })).toBe('_But: a\\_b_');
  });

  it('is nothing where there is nothing to note', async () => {
    expect(await render('{{note a "But:"}}')).toBe('');
  });
});

describe('cite', () => {
  it('cites each source once, and only those that are there', async () => {
    const values = { a: ['one', 'gone', 'constructor'], b: ['two', 'one'], c: undefined };
    expect(await render('{{cite a b c}}', values, { profile: evidence })).toBe('[^one][^two]');
    expect(await render('{{cite c}}', values, { profile: evidence })).toBe('');
  });
});

describe('dates, numbers and sums, in the style of GOV.UK', () => {
  const sum = (number: number, decimals = 0) => ({ number, decimals, unit: null });

  it.each([
    ['{{date a}}', { year: 2017, month: 6, day: 4 }, '4 June 2017'],
    ['{{date a}}', { year: 2017, month: 6 }, 'June 2017'],
    ['{{date (month a)}}', { year: 2017, month: 6, day: 4 }, 'June 2017'],
    ['{{period a}}', { kind: 'academic year', start: 2024 }, '2024 to 2025'],
    ['{{count a}}', 1234567, '1,234,567'],
    ['{{count a}}', 0, '0'],
    ['{{money a}}', sum(1250), '£1,250'],
    ['{{money a}}', sum(-12.5, 2), '−£12.50'],
    ['{{money a}}', sum(1_200_000), '£1.2 million'],
    ['{{percent a}}', sum(4.5, 1), '4.5%'],
    ['{{plural a "school" "schools"}}', 1, 'one school'],
    ['{{plural a "school" "schools"}}', 1200, '1,200 schools'],
  ])('%s of %j is %s', async (template, a, words) => {
    expect(await render(template, { a })).toBe(words);
  });

  it.each(['date', 'date (month a)', 'period', 'count', 'money', 'percent', 'plural'])(
    '%s of nothing is nothing',
    async (helper) => {
      const call = helper.includes('(') ? helper : `${helper} a`;
      expect(await render(`{{${call}}}`)).toBe('');
    },
  );
});

describe('join', () => {
  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', '*b*', 'c | d'], 'a, *b* and c | d'],
    [[], ''],
    [undefined, ''],
  ])('%j is “%s”', async (a, words) => expect(await render('{{join a}}', { a })).toBe(words));
});

describe('image', () => {
  const a = { file: 'my logo.png', alt: 'Our *logo*' };
  const pictures = new Map([['my logo.png', 'assets/logo-1.png']]);

  it('names the picture by its place beside the document', async () => {
    expect(await render('{{image a}}', { a }, { pictures })).toBe('![Our logo](assets/logo-1.png)');
  });

  it('has no words where it only decorates', async () => {
    const decorative = { ...a, decorative: true };
    expect(await render('{{image a}}', { a: decorative }, { pictures })).toBe(
      '![](assets/logo-1.png)',
    );
  });

  it('is a gap that says so where its file is missing', async () => {
    expect(await render('{{image a}}', { a })).toBe('\\[picture missing: my logo.png\\]');
  });

  it('is nothing where there is none', async () => {
    expect(await render('{{image a}}')).toBe('');
  });
});

describe('see and contents', () => {
  const outline = new Map([
    ['costs', { title: 'What it costs', anchor: 'what-it-costs' }],
    ['limits', { title: 'Limits *', anchor: 'limits-' }],
  ]);

  it('link to a section', async () => {
    expect(await render('{{see "costs" "See:"}}', {}, { outline })).toBe(
      '_See: [What it costs](#what-it-costs)_',
    );
    expect(await render('{{contents}}', {}, { outline })).toBe(
      '- [What it costs](#what-it-costs)\n- [Limits \\*](#limits-)',
    );
  });

  it('say nothing of a section that is not there', async () => {
    expect(await render('{{see "gone" "See:"}}{{see a "See:"}}', {}, { outline })).toBe('');
    expect(await render('{{contents}}')).toBe('');
  });

  it('leads to several sections from one place, to each once', async () => {
    const sections = ['costs', 'gone', 'costs'];
    const both = new Map([...outline, ['growth', { title: 'Why us', anchor: 'why-us' }]]);
    expect(await render('{{see sections "See:"}}', { sections }, { outline })).toBe(
      await render('{{see "costs" "See:"}}', {}, { outline }),
    );
    const all = [...sections, 'growth'];
    expect(await render('{{see sections "See:"}}', { sections: all }, { outline: both })).toMatch(
      /^_See: \[[^\]]+\]\(#[^)]+\); \[Why us\]\(#why-us\)_$/,
    );
  });
});

describe('link and email', () => {
  it('lead to an address', async () => {
    expect(await render('{{link "Our plan" a}}', { a: 'https://a.example/(b)' })).toBe(
      '[Our plan](https://a.example/%28b%29)',
    );
    expect(await render('{{email a}}', { a: 'a_b@c.example' })).toBe(
      '[a\\_b\\@c.example](mailto:a_b@c.example)',
    );
  });

  it('never lead to a script', async () => {
    expect(await render('{{link "x" a}}', { a: 'javascript:alert(1)' })).toBe('x');
  });

  it('are nothing without words, and no link without an address', async () => {
    expect(await render('{{link a "https://a.example"}}')).toBe('');
    expect(await render('{{link "x" a}}')).toBe('x');
  });
});

describe('sources and plain', () => {
  it('give the sources in the order of their numbers', async () => {
    const sources = [
      { number: 1, title: 'B' },
      { number: 2, title: 'A' },
    ];
    const template = '{{#each (sources)}}{{plain number}} {{text title}}, {{/each}}';
    expect(await render(template, {}, { sources })).toBe('1 B, 2 A, ');
  });

  it('let no words through', async () => {
    expect(await render('{{plain a}}', { a: '<b>' })).toBe('');
  });
});

describe('callout', () => {
  const callout = '{{#callout "NOTE" "For *you*"}}\n{{para a}}\n\n\n- b\n{{/callout}}';

  it('is an alert with a heading', async () => {
    expect(await render(callout, { a: 'x\n\ny' })).toBe(
      '> [!NOTE]\n> ### For *you*\n>\n> x\n>\n> y\n>\n> - b\n\n',
    );
  });

  it('vanishes where nothing is in it', async () => {
    expect(await render('{{#callout "NOTE" "A"}}\n  {{para a}}\n\n{{/callout}}')).toBe('');
  });
});

describe('quotation', () => {
  it('is set off line by line', async () => {
    expect(await render('{{#quotation}}\n{{para a}}\n\n— b\n{{/quotation}}', { a: 'x' })).toBe(
      '> x\n>\n> — b\n\n',
    );
  });

  it('vanishes where nothing is in it', async () => {
    expect(await render('{{#quotation}}\n{{para a}}\n{{/quotation}}')).toBe('');
  });
});

describe('callouts, quotations and parts that follow one another', () => {
  it('are kept apart, though the template puts nothing between them', async () => {
    const block =
      '{{#quotation}}a{{/quotation}}{{#callout "NOTE" "b"}}c{{/callout}}{{#part "d"}}e{{/part}}';
    expect(tidy(await render(block + block))).toBe(
      Array(2).fill('> a\n\n> [!NOTE]\n> ### b\n>\n> c\n\n### d\n\ne').join('\n\n'),
    );
  });
});

describe('part', () => {
  it('is a heading over what it holds', async () => {
    expect(await render('{{#part "A"}}\n\n{{text a}}\n{{/part}}', { a: 'x' })).toBe(
      '### A\n\nx\n\n',
    );
  });

  it('vanishes where nothing is in it', async () => {
    expect(await render('{{#part "A"}}\n{{text a}}\n{{#if a}}x{{/if}}\n{{/part}}')).toBe('');
  });
});

describe('first, and, or, is, not and lookup', () => {
  const values = { full: ['x'], empty: [], word: 'w', no: false, none: undefined };

  it.each([
    ['{{text (first full)}}', 'x'],
    ['{{text (first empty)}}{{text (first none)}}', ''],
    ['{{#if (and full word)}}yes{{/if}}{{#if (and full empty)}}no{{/if}}', 'yes'],
    ['{{#if (or empty word)}}yes{{/if}}{{#if (or empty no none)}}no{{/if}}', 'yes'],
    ['{{#if (is word "w")}}yes{{/if}}{{#if (is none false)}}no{{/if}}', 'yes'],
    ['{{#if (not empty)}}yes{{/if}}{{#if (not word)}}no{{/if}}', 'yes'],
    ['{{text (lookup trust "name")}}', 'Otterwick Learning Trust'],
    ['{{text (lookup trust "gone")}}{{text (lookup none "a")}}', ''],
  ])('%s gives “%s”', async (template, words) => {
    expect(await render(template, values)).toBe(words);
  });
});

describe('tidying', () => {
  it('leaves no empty line twice, none at either end and no space at the end of a line', () => {
    expect(tidy('\n\na  \n \n\t\n\nb\n\n')).toBe('a\n\nb');
  });

  it.each([
    ['a\\\n\nb', 'a\n\nb'],
    ['a\\\n  \n- b', 'a\n\n- b'],
    ['a\\\n', 'a'],
    ['- a\\\n- b\\\n> c\\\n# d', '- a\n- b\n> c\n# d'],
  ])('breaks no line before nothing: %j', (written, tidied) => {
    expect(tidy(written)).toBe(tidied);
  });

  it('keeps a line broken before more words, and a backslash that was typed', () => {
    expect(tidy('a\\\nb\n\nC:\\\\\n\nd')).toBe('a\\\nb\n\nC:\\\\\n\nd');
  });
});
