import fc from 'fast-check';
import Slugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/compose/text.ts';
import { prospectus } from '../../src/knowledge/editions.ts';
import { textsOf } from '../../src/profile/fields.ts';
import { shape } from '../../src/profile/shape.ts';
import type { Path, Value } from '../../src/profile/yaml/values.ts';
import { typeset } from '../../src/typeset/page.ts';
import { awkwardText } from '../support/awkward.ts';
import {
  bareTheme,
  documentMaker,
  markdownOf,
  quillbrook,
  sectionOf,
} from '../support/document.ts';
import { named, wordsOf } from '../support/html.ts';
import { profileOf } from '../support/profile.ts';
import { EACH, without } from '../support/without.ts';

const trust = 'trust:\n  name: Otterwick Learning Trust\n  vision: Every child known by name.\n';
const written = async (yaml: string) => markdownOf(await profileOf(trust + yaml));

/** The kinds and names of the sections, in order. */
const sectionsOf = (markdown: string) =>
  [...markdown.matchAll(/^<!-- section: (.+) -->$/gm)].map((match) => match[1]);

const headingsOf = (markdown: string) =>
  [...markdown.matchAll(/^(?:> )?(#{1,6}) (.+)$/gm)].map(([, depth = '', words = '']) => ({
    depth: depth.length,
    words: plainText(words),
  }));

describe('the sections', () => {
  it('stand in the order of the edition, each under its heading', async () => {
    const markdown = await markdownOf(await quillbrook());
    // What is missing, and other frames, are told only where there is something to tell.
    const told = prospectus.sections.filter(({ id }) => id !== 'gaps' && id !== 'frameworks');
    const titles = told.flatMap(({ title }) => title ?? []);
    const headings = headingsOf(markdown).filter(({ depth }) => depth === 2);
    expect(headings.map(({ words }) => words)).toEqual(titles);
    expect(sectionsOf(markdown)).toHaveLength(told.length);
    expect(sectionsOf(markdown)).toContain('principle vision');
    expect(sectionOf(markdown, 'principle vision')).toMatch(/^Principle 1 of 6\n\n## /);
  });

  it('have one title, and no heading skips a level', async () => {
    const headings = headingsOf(await markdownOf(await quillbrook()));
    expect(headings.filter(({ depth }) => depth === 1)).toHaveLength(1);
    const skipped = headings.filter(({ depth }, index) => {
      const before = headings[index - 1]?.depth ?? 0;
      return depth > before + 1;
    });
    expect(skipped).toEqual([]);
  });

  it('are left out where they have nothing to say, of the contents too', async () => {
    const markdown = await written('');
    expect(sectionsOf(markdown)).toEqual(['cover', 'contents', 'growth', 'sources']);
    const listed = sectionOf(markdown, 'contents').match(/^- \[/gm) ?? [];
    const headed = sectionsOf(markdown).filter((name) => name !== 'cover' && name !== 'contents');
    expect(listed).toHaveLength(headed.length);
  });

  it('are listed in the contents whatever it is that they say', async () => {
    // No answer is given, but there is a next step.
    const markdown = await written('journey:\n  steps:\n    - step: Talk to us\n');
    expect(sectionsOf(markdown)).toContain('answers');
    expect(sectionOf(markdown, 'contents')).toMatch(/\(#five-answers/);
  });
});

describe('links inside the document', () => {
  it('lead to the anchor that GitHub gives a heading, though another is the same', async () => {
    const markdown = await written(`case_studies:
  - title: "What we promise, and what we ask"
    principle: vision
    starting_point: a
    action: b
commitments:
  - promise: No school loses its name
`);
    const slugger = new Slugger();
    const anchors = headingsOf(markdown).map((heading) => ({
      ...heading,
      anchor: slugger.slug(heading.words),
    }));
    const section = anchors.find(
      ({ depth, words }) => depth === 2 && words === 'What we promise, and what we ask',
    );
    expect(section?.anchor).toMatch(/-1$/);
    expect(sectionOf(markdown, 'contents')).toContain(`(#${section?.anchor})`);
  });
});

describe('the sources', () => {
  const evidence = `evidence:
  last:
    title: Cited last
  first:
    title: Cited first
  never:
    title: Cited never
  twice:
    title: Cited twice
principles:
  vision:
    claims:
      - text: a
        evidence: [first, twice]
      - text: b
        evidence: [twice, gone, last]
`;

  it('are numbered in the order in which they are first cited, each once', async () => {
    const markdown = await written(evidence);
    expect(sectionOf(markdown, 'principle vision')).toMatch(/- a\[\^1\]\[\^2\]\n- b\[\^2\]\[\^3\]/);
    const sources = sectionOf(markdown, 'sources');
    expect(sources.match(/^\[\^\d\]: .+$/gm)?.map((line) => line.slice(0, 18))).toEqual([
      '[^1]: Cited first.',
      '[^2]: Cited twice.',
      '[^3]: Cited last.',
    ]);
    expect(markdown).not.toContain('Cited never');
  });

  it('are numbered without a hole, each defined once and cited, in the large example', async () => {
    const markdown = await markdownOf(await quillbrook());
    const cited = [...markdown.matchAll(/(?<!\\)\[\^([^\]]+)\](?!:)/g)].map((match) => match[1]);
    const defined = [...markdown.matchAll(/^\[\^([^\]]+)\]: /gm)].map((match) => match[1]);
    const order = [...new Set(cited)];
    expect(order).toEqual(order.map((_, index) => String(index + 1)));
    expect(defined).toEqual(order);
    expect(defined.length).toBeGreaterThan(10);
  });

  it('are numbered after a text that ends with a backslash too', async () => {
    const markdown = await written(`${evidence}  people:
    claims:
      - text: Kept on drive C:\\
        evidence: [first]
`);
    expect(sectionOf(markdown, 'principle people')).toContain('drive C:\\\\[^1]');
  });

  it('are not cited by what a text says', async () => {
    const markdown = await written(`${evidence}  people:
    claims:
      - text: 'See [^first] and [^1]: so'
`);
    expect(sectionOf(markdown, 'principle people')).toContain('See \\[^first\\] and \\[^1\\]: so');
  });
});

describe('numbers', () => {
  it('are the same wherever they are named', async () => {
    const markdown = await written(`metrics:
  ks2:
    unit: "%"
    series:
      2024/25: 68%
principles:
  improvement:
    headline: ks2
    claims:
      - text: We reached $ks2 in $ks2.period.
        metrics: [ks2]
`);
    const chapter = sectionOf(markdown, 'principle improvement');
    expect(chapter).toContain('**68%**');
    expect(chapter).toContain('We reached 68% in 2024 to 2025.');
    expect(chapter).toMatch(/\| 68% \|/);
  });

  it('that are missing are shown as gaps, and the rest is made', async () => {
    const markdown = await written(
      'principles:\n  vision:\n    belief: We reached $gone last year.\n',
    );
    expect(markdown).toContain('We reached \\[number missing: gone\\] last year.');
  });
});

describe('a document from texts as nobody should type them', async () => {
  const whole = await quillbrook();
  const maker = await documentMaker(whole.folder);
  const fields = textsOf(whole);

  /** The example with other words in its texts. */
  const retold = (words: (index: number) => string) => {
    const typed = structuredClone(whole.typed);
    for (const [index, { path }] of fields.entries()) put(typed, path, words(index));
    // Names that are too long for the map become numbers, which the table beside it then explains.
    const unplaced = without(typed, ['schools', EACH, 'easting']) ?? typed;
    const { data, findings } = shape(unplaced);
    if (!data) throw new Error(findings.map(({ message }) => message).join('\n'));
    return maker.markdown({ ...whole, typed, data });
  };
  const typesetOf = (markdown: string) => typeset(markdown, bareTheme, new Map());

  const BLOCKS = [
    ...['h1', 'h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'table', 'caption', 'tr', 'th', 'td'],
    ...[
      'blockquote',
      'section',
      'header',
      'nav',
      'div',
      'hr',
      'pre',
      'img',
      'html',
      'body',
      'main',
    ],
  ];
  const skeletonOf = (html: string) => named(html, ...BLOCKS).map(({ tagName }) => tagName);

  it('has the same bones, and all the words', async () => {
    const plain = await typesetOf(retold((index) => `Text${index}`));
    const bones = skeletonOf(plain);
    const printed = new Set(wordsOf(plain).match(/Text\d+/g));
    expect(printed.size).toBeGreaterThan(400);
    // One line each: paragraphs that were typed are paragraphs.
    const lines = awkwardText
      .map((text) => text.replace(/[\r\n]+/g, ' ').slice(0, 300))
      .filter((text) => /[\p{L}\p{N}]/u.test(plainText(text)) && !/\$[a-z]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(lines, { minLength: 5, maxLength: 40 }), async (texts) => {
        const text = (index: number) => texts[index % texts.length] ?? '';
        const html = await typesetOf(retold(text));
        expect(skeletonOf(html)).toEqual(bones);
        const words = wordsOf(html).toLowerCase();
        for (const index of fields.keys()) {
          if (!printed.has(`Text${index}`)) continue;
          const expected = plainText(text(index)).replace(/\s+/g, ' ').trim().toLowerCase();
          expect(words).toContain(expected);
        }
      }),
      { numRuns: 15 },
    );
  });
});

function put(value: Value, path: Path, text: string): void {
  const inside = path.slice(0, -1).reduce<Value>((here, step) => {
    const next = (here as Record<string | number, Value>)[step];
    if (next === undefined) throw new Error(`nothing at ${path.join('.')}`);
    return next;
  }, value);
  (inside as Record<string | number, Value>)[path.at(-1) ?? ''] = text;
}
