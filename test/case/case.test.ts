import { describe, expect, it } from 'vitest';
import { principleIds } from '../../src/knowledge/principles.ts';
import { caseOf, quillbrook } from '../support/document.ts';
import { profileOf } from '../support/profile.ts';

const trust = 'trust:\n  name: Otterwick Learning Trust\n  short_name: Otterwick\n';
const made = async (yaml: string) => caseOf(await profileOf(trust + yaml));

describe('a case', () => {
  it('has all six chapters in order, whatever the profile holds', async () => {
    const { chapters } = await made('');
    expect(Object.keys(chapters)).toEqual(principleIds);
    expect(chapters.vision).toMatchObject({ practice: [], figures: [], headline: undefined });
  });

  it('asks the reader’s question on its cover', async () => {
    expect((await made('')).title).toBe('Should your school join Otterwick?');
  });

  it('asks it for the school it is made for, found by its name or its number', async () => {
    const schools =
      'prospective_schools:\n  - name: Fennimore Primary School\n    urn: 990090\n    short_name: Fennimore\n';
    const standing = 'standing:\n  stage: exploring\n  school: ';
    for (const reference of ['fennimore primary school', '990090']) {
      const { title, school } = await made(`${schools}${standing}${reference}\n`);
      expect([title, school?.urn]).toEqual(['Should Fennimore join us?', '990090']);
    }
    const { title, school } = await made(`${schools}${standing}Elsewhere\n`);
    expect([title, school]).toEqual(['Should your school join Otterwick?', undefined]);
  });

  it('sets claims apart by strength, and facts by whether they rest on a number', async () => {
    const { chapters } = await made(`principles:
  people:
    claims:
      - text: plain fact
      - text: fact in so many words
        strength: fact
      - text: fact with a number
        metrics: [turnover]
      - text: plan
        strength: intention
        metrics: [turnover]
      - text: hope
        strength: aspiration
`);
    const texts = (claims: readonly { text: string }[]) => claims.map(({ text }) => text);
    const { practice, difference, intentions, aspirations } = chapters.people;
    expect([practice, difference, intentions, aspirations].map(texts)).toEqual([
      ['plain fact', 'fact in so many words'],
      ['fact with a number'],
      ['plan'],
      ['hope'],
    ]);
  });

  it('shows each figure of a chapter once, and the headline apart', async () => {
    const { chapters } = await made(`principles:
  people:
    headline: b
    metrics: [a, b, a, gone]
metrics:
  a:
    series:
      2025: 1
  b:
    series:
      2025: 2
`);
    const { headline, figures } = chapters.people;
    expect(headline?.name).toBe('b');
    expect(figures.map(({ name }) => name)).toEqual(['a']);
  });

  it('shows the trust’s energy among its resources', async () => {
    const { chapters } = await made(`environment:
  energy: kwh
  carbon: gone
metrics:
  kwh:
    series:
      2025: 1
`);
    expect(chapters.resources.figures.map(({ name }) => name)).toEqual(['kwh']);
    expect(chapters.vision.figures).toEqual([]);
  });

  it('puts voices, case studies and weaknesses in the chapter they name, and loses none', async () => {
    const { chapters, otherVoices, otherCaseStudies, weaknesses } = await made(`schools:
  - name: Candlemoor
    urn: 990001
voices:
  - quote: one
    role: Headteacher
    principle: vision
    school: candlemoor
  - quote: two
    role: Parent
    school: Nowhere
case_studies:
  - title: three
    starting_point: a
    action: b
    school: 990001
  - title: four
    starting_point: a
    action: b
    principle: people
weaknesses:
  - what: five
    principle: community
    metric: gone
`);
    expect(chapters.vision.voices.map(({ quote, school }) => [quote, school?.name])).toEqual([
      ['one', 'Candlemoor'],
    ]);
    expect(otherVoices.map(({ quote, school }) => [quote, school])).toEqual([['two', undefined]]);
    expect(otherCaseStudies.map(({ title, school }) => [title, school?.urn])).toEqual([
      ['three', '990001'],
    ]);
    expect(chapters.people.caseStudies.map(({ title }) => title)).toEqual(['four']);
    expect(chapters.community.weaknesses).toEqual(weaknesses);
    expect(weaknesses[0]?.figure).toBeUndefined();
  });

  it('speaks of six reasons only where there are six', async () => {
    const lines = (ids: readonly string[]) =>
      `principles:\n${ids.map((id) => `  ${id}:\n    in_a_line: because\n`).join('')}`;
    expect((await made(lines(principleIds))).reasonsHeading).toContain('Six');
    expect((await made(lines(principleIds.slice(1)))).reasonsHeading).not.toMatch(/six/i);
  });

  it('lists schools in the order they joined, those without a date last', async () => {
    const { schools } = await made(`schools:
  - name: no date
  - name: later
    joined: 1 September 2021
  - name: first
    joined: 1 April 2016
`);
    expect(schools.map(({ name }) => name)).toEqual(['first', 'later', 'no date']);
  });

  it('is decided only when it is', async () => {
    expect((await made('standing:\n  stage: decided\n')).decided).toBe(true);
    expect((await made('standing:\n  stage: consulting\n')).decided).toBe(false);
    expect((await made('')).decided).toBe(false);
  });

  it('says how final it is in words, and credits the six principles', async () => {
    const profile = await profileOf(trust);
    const statuses = (['draft', 'review', 'release'] as const).map(
      (status) => caseOf(profile, { status }).statusInWords,
    );
    expect(statuses[0]).toMatch(/^Draft/);
    expect(statuses[1]).toMatch(/^Review copy/);
    expect(statuses[2]).not.toMatch(/draft|review/i);
    expect(caseOf(profile).credit).toMatch(/\[.+\]\(https:\/\/.+\).*not.*endorsed/);
  });

  it('follows every reference of the large example', async () => {
    const theCase = caseOf(await quillbrook());
    const chapters = Object.values(theCase.chapters);
    expect(chapters.filter(({ headline }) => headline)).toHaveLength(6);
    const voices = [...chapters.flatMap((chapter) => chapter.voices), ...theCase.otherVoices];
    expect(voices.length).toBeGreaterThan(5);
    expect(voices.filter(({ school }) => school).length).toBeGreaterThan(3);
  });
});
