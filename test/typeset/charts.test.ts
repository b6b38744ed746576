import { describe, expect, it } from 'vitest';
import { chartMarkdown } from '../../src/compose/chart.ts';
import { readMarkdown } from '../../src/typeset/markdown.ts';
import { typeset } from '../../src/typeset/page.ts';
import { chartOfMetric, drawn } from '../support/case.ts';

const front =
  '---\ntitle: A\ntrust: B\nedition: prospectus\ndate: "2026-11-01"\nlang: en-GB\nfooter: C\n---\n';
const theme = { name: 'plain', css: ':root { --ink: #000; }', signs: new Map<string, string>() };

async function picture(label = 'Attendance') {
  const chart = await chartOfMetric(
    `{label: ${JSON.stringify(label)}, unit: "%", series: {2022/23: 91%, 2023/24: 92%, 2024/25: 93%}}`,
  );
  if (!chart) throw new Error('There is no chart.');
  return drawn(chart);
}

const section = (markdown: string) =>
  readMarkdown(`${front}<!-- section: text -->\n\n${markdown}`).sections[0]?.html ?? '';

describe('a chart in Markdown', () => {
  it('is what it shows, a reference to its file, and what must be said with it', async () => {
    const made = await picture();
    expect(chartMarkdown(made)).toBe(
      `**From 91% in 2022/23 to 93% in 2024/25**\n\n![${made.alt}](${made.path})\n\n_The scale starts at 85%, not at nought._`,
    );
    expect(made.path).toMatch(/^assets\/chart-numbers-[0-9a-f]{8}\.svg$/);
  });

  it('holds the words of a profile as they were typed, whatever they mean in Markdown', async () => {
    const made = await picture('Pupils [1] with *stars* | and `ticks` <5');
    const html = section(chartMarkdown(made));
    expect(html).toContain('alt="Line chart. Pupils [1] with stars | and `ticks` &lt;5, 2022/23');
    expect(html).not.toContain('<em>');
  });
});

describe('a chart in HTML', () => {
  it('is one block: what it shows, the picture, its small print', async () => {
    const html = section(`${chartMarkdown(await picture())}\n\nAnother paragraph.`);
    expect(html).toMatch(
      /<div class="chart">\n<p class="finding">From 91%.*<\/p>\n<img src="assets\/chart-[^"]*" alt="Line chart[^"]*">\n<p><span class="note">The scale.*<\/span><\/p>\n<\/div>\n<p>Another/,
    );
  });

  it('leaves a picture of the trust’s own where it stands', () => {
    expect(section('**Bold.**\n\n![A gate](assets/gate-12345678.png)')).toBe(
      '<p><strong>Bold.</strong></p>\n<p class="picture"><img src="assets/gate-12345678.png" alt="A gate"></p>\n',
    );
  });

  it('takes a bold line before the table below it for the table’s caption, not the chart’s', async () => {
    const html = section(
      `${chartMarkdown(await picture())}\n\n**Numbers**\n\n| A | B |\n| --- | --- |\n| 1 | 2 |`,
    );
    expect(html).toContain('<caption>Numbers</caption>');
    expect(html).toContain('<p class="finding">From 91%');
  });

  it('is drawn in the page for paper and for a phone, each with its words, and loads nothing', async () => {
    const made = await picture();
    const html = await typeset(
      `${front}<!-- section: text -->\n\n${chartMarkdown(made)}\n`,
      theme,
      new Map(),
      new Map([[made.path, made]]),
    );
    const drawings = [
      ...html.matchAll(/<svg class="drawing ([a-z-]+)"[^>]*role="img" aria-label="([^"]*)"/g),
    ];
    expect(drawings.map((match) => [match[1], match[2]])).toEqual([
      ['on-page', made.alt],
      ['on-phone', made.alt],
    ]);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<figure');
    expect(html).toContain('.drawing .line-ours { stroke: var(--brand)');
  });

  it('brings no style of drawings to a page without any', async () => {
    const html = await typeset(`${front}<!-- section: text -->\n\nWords.\n`, theme, new Map());
    expect(html).not.toContain('.drawing');
  });

  it('is put in after a template’s own HTML was cleaned, which is still cleaned', async () => {
    const made = await picture();
    const html = await typeset(
      `${front}<!-- section: text -->\n\n<svg onload="alert(1)"><script>alert(1)</script></svg>\n\n${chartMarkdown(made)}\n`,
      theme,
      new Map(),
      new Map([[made.path, made]]),
    );
    expect(html).not.toContain('alert(1)');
    expect(html.match(/<svg/g)).toHaveLength(2);
  });

  it('shows nothing for a file that is no chart of this document', async () => {
    const html = await typeset(
      `${front}<!-- section: text -->\n\n![A](assets/chart-other-12345678.svg)\n`,
      theme,
      new Map(),
      new Map(),
    );
    expect(html).toContain('<img src="" alt="A">');
  });
});

describe('a chart’s own file', () => {
  it('stands alone: its style inside, its words with it, nothing from elsewhere', async () => {
    const { file, alt } = await picture();
    expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(file).toContain(`aria-label="${alt}"`);
    expect(file.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|url\(|<script|<image|href/,
    );
    expect(file).toContain('sans-serif');
  });
});
