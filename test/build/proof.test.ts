import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuildOptions, build } from '../../src/build/build.ts';
import { textsOfPdf } from '../../src/proof/read-pdf.ts';
import { readingOf, wordsIn } from '../../src/proof/reading.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { smallTrust } from '../support/trusts.ts';

const SECRET = 'The office at Marsh End may close in the spring.';
const secretTrust = `${smallTrust}expectations:
  - text: ${SECRET}
    for: [staff]
`;

async function built(files: Record<string, string>, options: Partial<BuildOptions> = {}) {
  const folder = folderWith(files);
  const result = await build(
    { profile: folder, formats: ['md', 'html'], timeout: 60, ...options },
    testEffects(folder, { env: process.env }),
  );
  return { folder, ...result, codes: result.diagnostics.map(({ code }) => code) };
}

const own = (name: string) => path.join('templates', `${name}.hbs`);

describe('a build', () => {
  it('writes nothing where a template of one’s own tells what is for others', async () => {
    const { outcome, codes, folder, diagnostics } = await built({
      'trust.yaml': secretTrust,
      [own('sections/growth')]: SECRET,
    });
    expect(outcome).toBe('refused');
    expect(codes).toContain('leak-found');
    expect(diagnostics.find(({ code }) => code === 'leak-found')).toMatchObject({
      file: 'trust.yaml',
      severity: 'error',
    });
    expect(existsSync(path.join(folder, 'output'))).toBe(false);
  });

  it('reads the page that a PDF is made from, though only the Markdown was asked for', async () => {
    const { codes } = await built(
      { 'trust.yaml': secretTrust, [own('sections/growth')]: `<p title="${SECRET}">Well.</p>` },
      { formats: ['md'] },
    );
    expect(codes).toContain('leak-found');
  });

  const answers = (name: string) => own(`sections/${name}`);

  it.each([
    ['prospectus', answers('answers'), 'Ask us.'],
    ['governors', answers('answers-short'), 'Ask us.'],
    ['summary', answers('answers-short'), 'Ask us.'],
    ['staff', answers('answers-short'), 'Ask us.'],
    ['families', answers('answers-short'), 'Ask us.'],
    ['community', answers('answers-short'), 'Ask us.'],
    ['staff', answers('not-consultation'), 'Ask us.'],
    [
      'governors',
      answers('answers-short'),
      '{{#each hardAnswers}}<abbr title="{{text answer}}">Ask us.</abbr>{{/each}}',
    ],
    [
      'governors',
      answers('answers-short'),
      '<!-- {{#each hardAnswers}}{{text answer}}{{/each}} -->',
    ],
  ])('writes no %s where %s says “%s”', async (edition, file, template) => {
    let count = 0;
    const honest = smallTrust.replace(
      /We say it here\./g,
      () => `This is answer ${++count} of five.`,
    );
    const { outcome, codes, folder } = await built(
      { 'trust.yaml': honest, [file]: template },
      { editions: [edition] },
    );
    expect(outcome).toBe('refused');
    expect(codes).toContain('hard-answer-lost');
    expect(existsSync(path.join(folder, 'output'))).toBe(false);
  });

  it('keeps what it found out of its record', async () => {
    const { manifest } = await built({ 'trust.yaml': secretTrust }, { editions: ['all'] });
    expect(JSON.stringify(manifest)).not.toContain('Marsh End');
  });

  it('tells in no draft what is wrong with a text that is for others', async () => {
    const wrong = `${smallTrust}expectations:\n  - text: When you join, the office at Marsh End may close.\n    for: [staff]\n`;
    const { folder } = await built({ 'trust.yaml': wrong });
    const draft = readFileSync(path.join(folder, 'output', 'prospectus.md'), 'utf8');
    expect(draft).not.toContain('Marsh End');
  });

  it('names nothing of what is for others where a draft says what is missing', async () => {
    const wrong = `${smallTrust}metrics:
  zq-posts:
    label: Posts
    unit: posts
    for: [staff]
    evidence: [zq-report]
    series: { 2024/25: 12 }
evidence:
  zq-inquiry:
    title: The inquiry
    for: [staff]
voices:
  - quote: We work well together here.
    role: Teacher
    school: Zq School
    for: [staff]
growth:
  why_us: We are near.
  evidence: [zq-inquiry]
`;
    const { folder, diagnostics } = await built(
      { 'trust.yaml': wrong },
      { editions: ['families', 'prospectus', 'staff'] },
    );
    expect(diagnostics.filter(({ message }) => /zq/i.test(message)).length).toBeGreaterThan(3);
    const read = (name: string) => readFileSync(path.join(folder, 'output', name), 'utf8');
    expect(read('prospectus.md')).not.toMatch(/zq/i);
    expect(read('families.html').replace(/base64,[\w+/=]+/g, '')).not.toMatch(/zq/i);
    expect(read('prospectus.md')).toContain('There is more: thriving-case check lists it.');
  });

  it('holds for anyone an edition that does not say for whom it is', async () => {
    const own = 'editions:\n  clerks:\n    sections: [answers-short, commitments]\n';
    const { outcome, folder } = await built(
      { 'trust.yaml': secretTrust + own },
      { editions: ['clerks'] },
    );
    expect(outcome).toBe('done');
    const text = readFileSync(path.join(folder, 'output', 'clerks.md'), 'utf8');
    expect(text).toContain('Could we leave later?');
    expect(text).not.toContain('Marsh End');
  });

  it('says so where an edition would have nothing in it', async () => {
    const bare = 'trust:\n  name: Otterwick Learning Trust\n';
    const { outcome, codes } = await built({ 'trust.yaml': bare }, { editions: ['families'] });
    expect(outcome).toBe('refused');
    expect(codes).toContain('edition-empty');
  });

  it('builds the trust’s own editions beside ours', async () => {
    const clerks =
      'editions:\n  clerks:\n    readers: [governors]\n    sections: [answers-short, sources]\n  summary:\n    title: In brief\n';
    const { files, codes } = await built(
      { 'trust.yaml': `${smallTrust}${clerks}` },
      { editions: ['clerks', 'summary'], formats: ['md'] },
    );
    expect(codes).toEqual([]);
    const [markdown = '', summary = ''] = files.map(({ path: file }) => readFileSync(file, 'utf8'));
    expect(markdown).toContain('For the governors of schools that might join');
    expect(markdown).toContain('### Could we leave later?');
    expect(summary).toContain('footer: Otterwick Learning Trust · In brief ·');
  });
});

describe('a finished PDF', () => {
  it('is read with all it holds: pages, heads and feet, words for pictures, bookmarks, metadata', async () => {
    const charted = `${smallTrust}metrics:
  visits:
    label: Visits to neighbours
    unit: visits
    series: { 2023/24: 311, 2024/25: 422, 2025/26: 533 }
commitments:
  - { promise: Five hundred and fifty visits., metric: visits, target: 550 }
`;
    const { files, codes } = await built({ 'trust.yaml': charted }, { formats: ['pdf'] });
    expect(codes).not.toContain('leak-found');
    const pdf = readFileSync(files.find(({ path: file }) => file.endsWith('.pdf'))?.path ?? '');
    const texts = await textsOfPdf(pdf);
    const { letters } = readingOf(texts);
    const saysAll = (...some: string[]) =>
      some.every((text) => letters.includes(wordsIn(text).join('')));
    expect(saysAll('Should your school join Otterwick Learning Trust?')).toBe(true);
    expect(saysAll('Every child known by name, in every one of our schools.')).toBe(true);
    expect(saysAll('Example: an invented trust · Draft: not for publication')).toBe(true);
    expect(texts).toContainEqual(
      expect.stringMatching(/^Progress towards each target\. Visits to neighbours: 311 visits/),
    );
    expect(texts.filter((text) => text === 'Sources and method').length).toBeGreaterThan(0);
  });
});
