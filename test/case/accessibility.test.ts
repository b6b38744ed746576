import { describe, expect, it } from 'vitest';
import { caseOf } from '../support/case.ts';
import { markdownOf } from '../support/document.ts';
import { profileOf } from '../support/profile.ts';

const said = async (yaml: string) => (await caseOf(yaml)).accessibility;

describe('the accessibility statement', () => {
  it('names the first of the trust’s own contacts who can be written to or rung', async () => {
    const { contact } = await said(`contacts:
  - {who: A union, email: a@unions.example, chosen_by_us: no}
  - {who: Someone without an address}
  - {who: Ama Thornley, phone: 01632 960 100}
  - {who: Another, email: b@quillbrook.example}
`);
    expect(contact?.who).toBe('Ama Thornley');
    expect((await said('')).contact).toBeUndefined();
  });

  it('says of pictures how many have no words, and leaves out those that add nothing', async () => {
    const picture = (more: string) => `{file: images/logo.png${more}}`;
    const trust = (logo: string) => `trust: {name: Quillbrook Learning Trust, logo: ${logo}}`;
    const wordsOf = async (more: string) => (await said(trust(picture(more)))).ofThisCopy[0];
    expect(await wordsOf('')).toBe('1 of 1 pictures has no words yet.');
    expect(await wordsOf(', alt: Our sign')).toMatch(/^Every picture/);
    expect(await wordsOf(', decorative: yes')).toMatch(/^Every picture/);
    expect(await wordsOf('').then((words) => words?.includes('Every'))).toBe(false);
  });

  it('speaks of charts only where there are some', async () => {
    const metric = 'metrics: {a: {label: Days, series: {2022/23: 3, 2023/24: 4, 2024/25: 5}}}';
    expect((await said(metric)).ofThisCopy).toEqual([expect.stringMatching(/^Every chart/)]);
    expect((await said('')).ofThisCopy).toEqual([]);
  });

  it('gives the least contrast of the trust’s colours, as they are printed, rounded down', async () => {
    const colours = async (brand: string) =>
      (await said(`trust: {name: Quillbrook Learning Trust, brand: {${brand}}}`)).ofThisCopy;
    // 21 to 1 on white; on its own wash, a ninth of black, a little less.
    expect(await colours('colour: "#000000"')).toEqual([expect.stringContaining('17.')]);
    // Too pale, so printed darker, at just over the limit.
    expect(await colours('colour: "#000000", accent: "#ffcc00"')).toEqual([
      expect.stringMatching(/at least 4\.[5-7] to 1/),
    ]);
  });

  it('never says that this copy was checked, and says what is not right', async () => {
    const markdown = await markdownOf(await profileOf('trust: {name: Quillbrook Learning Trust}'));
    const statement = markdown.slice(markdown.indexOf('### Accessibility'));
    expect(statement).toContain('tell us and ask for it in another form');
    expect(statement).toContain('This copy was not');
    expect(statement).toMatch(/axe-core [\d.]+ found/);
    expect(statement).toMatch(/veraPDF [\d.]+ found/);
    const { shortfalls } = await said('');
    expect(shortfalls.length).toBeGreaterThan(2);
    for (const shortfall of shortfalls) expect(statement).toContain(shortfall);
  });
});
