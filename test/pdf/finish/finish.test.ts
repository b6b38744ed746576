import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readContainers } from '../../../src/pdf/finish/containers.ts';
import { readDocument } from '../../../src/pdf/finish/document.ts';
import { readFile } from '../../../src/pdf/finish/file.ts';
import { finish } from '../../../src/pdf/finish/finish.ts';
import { hasPoppler, pagePictures } from '../../support/page-pictures.ts';
import { browsers, type RawPrint, rawPrinter } from '../../support/prints.ts';
import { everyKind, inGroups } from '../../support/samples.ts';
import { spokenHtml, spokenTags } from '../../support/spoken.ts';
import { allTags, readAloud, readTags, type Tag } from '../../support/tags.ts';

const CREATOR = 'thriving-case 9.9.9';

describe.each(browsers)('a PDF from $name, finished,', ({ browser }) => {
  let raw: RawPrint;
  let pdf: Uint8Array;
  let tags: Tag;
  const finished = async (print: Uint8Array) =>
    finish(await readDocument(print), raw.facts, CREATOR);
  const tagged = (...types: string[]) => allTags(tags).filter(({ type }) => types.includes(type));

  beforeAll(async () => {
    const printer = await rawPrinter(browser);
    raw = await printer.print(everyKind);
    await printer.close();
    pdf = await finished(raw.pdf);
    tags = await readTags(pdf);
  });

  it('reads aloud as the page does, from its first word to its last', () => {
    // The numbers of a list are the browser's own.
    const page = spokenHtml(everyKind).replace('First', '1. First').replace('Second', '2. Second');
    expect(spokenTags(tags)).toBe(page);
  });

  it.runIf(hasPoppler)('looks as it did', () => {
    const before = pagePictures(raw.pdf);
    const after = pagePictures(pdf);
    expect(before.length).toBeGreaterThan(2);
    expect(after.map((page, index) => page.equals(before[index] as Buffer))).toEqual(
      before.map(() => true),
    );
  });

  it('does not change when it is finished again', async () => {
    expect(Buffer.from(await finished(pdf)).equals(pdf)).toBe(true);
  });

  it('is the same whatever the browser has printed before', async () => {
    const printer = await rawPrinter(browser);
    await printer.print('<p>Something else</p>');
    const again = await printer.print(everyKind);
    await printer.close();
    expect(Buffer.from(await finished(again.pdf)).equals(pdf)).toBe(true);
  });

  it('marks its running heads and feet as such, and the rest of what is no content as decoration', async () => {
    const { objects, pages } = await readFile(pdf);
    const artefacts = readContainers(objects, pages).flatMap(({ painting }) =>
      painting.units.filter(({ mark }) => typeof mark !== 'number'),
    );
    const marks = new Map<string, Set<string>>();
    for (const { mark, kind, lines } of artefacts) {
      const said = kind === 'text' ? lines.map(({ text }) => text).join('') : kind;
      marks.set(`${mark}`, (marks.get(`${mark}`) ?? new Set()).add(said));
    }
    const running = '/Artifact <</Type /Pagination';
    expect(marks.get(`${running} /Subtype /Header>> BDC`)).toEqual(new Set(['Running head']));
    expect([...(marks.get(`${running} /Subtype /Footer>> BDC`) ?? [])].join()).toMatch(/^Foot/);
    expect(marks.get(`${running}>> BDC`)).toEqual(new Set(['Name', 'Value']));
    expect(marks.get('/Artifact BMC')).toContain('path');
    expect([...marks.keys()]).toHaveLength(4);
  });

  it('has no gap between the levels of its headings', () => {
    expect(tagged('H1', 'H2', 'H3', 'H4').map((tag) => [tag.type, readAloud(tag)])).toEqual([
      ['H1', 'A heading that wraps over two lines'],
      ['H2', 'Emphasis'],
      ['H3', 'A skipped level'],
    ]);
  });

  it('names its bookmarks as its headings', async () => {
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    const outlines = catalog.lookup(PDFName.of('Outlines'), PDFDict);
    const first = outlines.lookup(PDFName.of('First'), PDFDict);
    expect(String(first.get(PDFName.of('Title')))).toBe('(A heading that wraps over two lines)');
  });

  it('says of each link where it leads, once for each line that it stands on', () => {
    const links = tagged('Link').map((tag) => [readAloud(tag), [...new Set(tag.links)]]);
    const mail = 'someone.with.a.very.long.name@quillbrook.example';
    const long = 'a link whose words are long enough to stand on two lines of the page';
    expect(links).toEqual([
      [mail, [mail]],
      // The page shows a small 1, and has other words for those who cannot see it.
      ['Source 1', ['Source 1']],
      [long, [long]],
    ]);
    expect(tagged('Link')[2]?.links.length).toBeGreaterThan(1);
    expect(tagged('Link').map(({ alt }) => alt)).toEqual([undefined, 'Source 1', undefined]);
  });

  it('has one figure for each picture that says something, with all that it paints', () => {
    const figures = tagged('Figure');
    expect(figures.map(({ alt }) => alt)).toEqual([
      'Bars: 3 and 5.',
      'A red square',
      'In a figure',
    ]);
    expect(figures.map(({ kids }) => kids.length)).toEqual([1, 1, 1]);
    const [holder] = allTags(tags).filter(({ kids }) => kids.includes(figures[0] as Tag));
    expect(holder?.type).toBe('Sect');
    const shapes = figures.map(({ box: [left = 0, bottom = 0, right = 0, top = 0] = [] }) => ({
      shape: (right - left) / (top - bottom),
      width: right - left,
    }));
    expect(shapes[0]?.shape).toBeCloseTo(100 / 40, 1);
    expect(shapes[1]?.shape).toBeCloseTo(1, 1);
    // Eighty millimetres, and twenty pixels of a screen, or a little less to fit all on the page.
    expect(shapes[0]?.width).toBeCloseTo(227, -2);
    expect(shapes[1]?.width).toBeCloseTo(15, -1);
  });

  it('tags shapes for the figure that they belong to, and no others', async () => {
    const { objects, pages } = await readFile(pdf);
    const tagged = readContainers(objects, pages).flatMap(({ painting }) =>
      painting.units.filter(({ mark, kind }) => typeof mark === 'number' && kind !== 'text'),
    );
    // A bar, a group, a line; and two pictures.
    const kinds = tagged.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['form', 'path', 'path', 'picture', 'picture']);
  });

  it('gives each item of a list its body, and its number', () => {
    const items = tagged('LI').map(({ kids }) => kids.map((kid) => (kid as Tag).type));
    expect(items).toEqual([
      ...[['LBody'], ['LBody'], ['LBody']],
      ...[
        ['Lbl', 'LBody'],
        ['Lbl', 'LBody'],
      ],
    ]);
  });

  it('reads the head of a table once, and gives each cell its headers', () => {
    const [table] = tagged('Table');
    const rows = allTags(table as Tag).filter(({ type }) => type === 'TR');
    expect(rows).toHaveLength(15);
    expect(rows.map(({ kids }) => kids.length)).toEqual(rows.map(() => 2));
    const [head, first] = rows.map(({ kids }) => kids as Tag[]);
    expect(head?.map((cell) => [readAloud(cell).trim(), cell.scope])).toEqual([
      ['Name', 'Column'],
      ['Value', 'Column'],
    ]);
    expect(first?.map(({ scope }) => scope)).toEqual(['Row', undefined]);
    expect(first?.[1]?.headers).toEqual([head?.[1]?.id, first?.[0]?.id]);
  });

  it('says what it is in its metadata, with the date of the document', async () => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    expect({
      title: document.getTitle(),
      author: document.getAuthor(),
      subject: document.getSubject(),
      keywords: document.getKeywords(),
      creator: document.getCreator(),
      created: document.getCreationDate()?.toISOString(),
      changed: document.getModificationDate()?.toISOString(),
    }).toEqual({
      title: 'Every “kind” of content',
      author: 'Quillbrook & Sons',
      subject: 'A sample',
      keywords: 'first, second',
      creator: CREATOR,
      created: '2026-11-01T00:00:00.000Z',
      changed: '2026-11-01T00:00:00.000Z',
    });
    expect(document.getProducer()).toMatch(/^Skia/);
  });

  it('is smaller than it was', () => {
    expect(pdf.length).toBeLessThan(raw.pdf.length);
  });
});

describe.each(browsers)('what $name paints in groups', ({ browser }) => {
  it.runIf(hasPoppler)(
    'looks as it did, and does not change when it is finished again',
    async () => {
      const printer = await rawPrinter(browser);
      const { pdf, facts } = await printer.print(inGroups);
      await printer.close();
      const once = await finish(await readDocument(pdf), facts, CREATOR);
      const twice = await finish(await readDocument(once), facts, CREATOR);
      const [before, after] = [pagePictures(pdf), pagePictures(once)];
      expect(after.map((page, index) => page.equals(before[index] as Buffer))).toEqual([true]);
      expect(Buffer.from(twice).equals(once)).toBe(true);
    },
  );
});

describe('a page without a word on it', () => {
  it('is finished all the same, with a document that holds nothing', async () => {
    const printer = await rawPrinter(undefined);
    const { pdf, facts } = await printer.print('<!doctype html><title>Empty</title><p></p>');
    await printer.close();
    const done = await finish(await readDocument(pdf), facts, CREATOR);
    expect(await readTags(done)).toEqual({ type: 'Document', kids: [], links: [] });
  });
});
