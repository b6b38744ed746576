import { describe, expect, it } from 'vitest';
import { namesOfOthers } from '../../src/addressees/others.ts';
import { copiesOf } from '../support/copies.ts';
import { folderWith } from '../support/folder.ts';
import { profileOf, told } from '../support/profile.ts';

const yaml = `trust: {name: Quillbrook Learning Trust}
schools:
  - {name: Marsh End Junior School, place: Candlewick}
prospective_schools:
  - {name: Fennimore Primary School, short_name: Fennimore, urn: 990090}
  - {name: Marsh End Primary School, short_name: Marsh End, urn: 990091}
  - {name: Reading Street School, short_name: Reading}
  - {name: Candlewick School, short_name: Candlewick}
growth:
  why_us: People from Fennimore asked us.
`;

const named = async (text: string, index: number | null = 1) => {
  const profile = await profileOf(yaml);
  const school = index === null ? null : profile.data.prospective_schools?.[index];
  return namesOfOthers(text, profile, school ?? null).map(({ message }) => message);
};

describe('a document that names another school’s conversation', () => {
  it.each([
    'Governors of Fennimore asked.',
    'At **Fennimore  Primary\nSchool**',
    'URN 990090.',
    'FENNIMORE',
  ])('is found: %j', async (text) => {
    expect(await named(text)).toEqual([
      'The copy for Marsh End Primary School would name Fennimore Primary School, which is thinking of joining too.',
    ]);
  });

  it.each([
    ['its own name', 'Marsh End Primary School, Marsh End, 990091'],
    ['a school of the trust', 'We visited Marsh End Junior School.'],
    ['a longer name that begins alike', 'The Fennimore Parish Council meets here.'],
    ['a word that is no name', 'Reading is what comes first. We teach reading.'],
    ['a place that a school of the trust serves', 'Families in Candlewick asked.'],
    ['a part of a word', 'Fennimoreland, 9900901'],
  ])('is not one with %s', async (_, text) => {
    expect(await named(text)).toEqual([]);
  });

  it('takes the longer of two names that begin alike', async () => {
    expect(await named('We visited Marsh End Junior School.', 0)).toEqual([]);
    expect(await named('We visited Marsh End twice.', 0)).toHaveLength(1);
  });

  it('may be for no school, and then names none', async () => {
    expect(await named('Governors of Fennimore asked.', null)).toEqual([
      'The document is for any school, and would name Fennimore Primary School, which is thinking of joining.',
    ]);
  });

  it('is pointed out where the name was typed, and is not made', async () => {
    const { copies, diagnostics } = await copiesOf(folderWith({ 'trust.yaml': yaml }), [
      'Marsh End',
    ]);
    expect(copies).toEqual([]);
    const leaks = diagnostics.filter(({ code }) => code === 'copy-names-another');
    expect(told(leaks, yaml)).toEqual([
      'copy-names-another trust.yaml:10:11 “People from Fennimore asked us.”',
    ]);
  });
});

describe('copies for several schools', () => {
  /** A word for each place where a school’s entry can hold words, that no other text has. */
  const canaries = (school: string) => (place: string) => `zq${school}${place.replaceAll('_', '')}`;

  const entry = (letter: string) => {
    const c = canaries(letter);
    return `
  - name: ${c('name')} School
    short_name: ${c('short')}
    type: community school
    local_authority: ${c('council')}
    religious_character: ${c('faith')}
    diocese: ${c('diocese')}
    current_trust: ${c('trust')}
    invited_by: ${c('invited')}
    stage: exploring
    consultation: {run_by: ${c('runby')}, how_to_respond: ${c('respond')}}
    governors_agreed: 6 October 2026
    priorities: [${c('priority')}, {priority: ${c('second')}, answer: ${c('reply')}}]
    not_known: [${c('unknown')}]
    in_its_copy:
      five_answers: {cost: ${c('cost')}, leaving: ${c('leaving')}, promises: ${c('promises')}, jobs: ${c('jobs')}, alternatives: ${c('alternatives')}}
      answers: {pension: ${c('pension')}, church_site: ${c('site')}}
      growth: {why_us: ${c('whyus')}, why_now: ${c('whynow')}, we_say_no_when: [${c('no')}]}
      principles: {vision: {for_you: ${c('foryou')}, ask_of_you: ${c('ask')}, learn_from_you: ${c('learn')}}}
      stays_and_changes: [{topic: ${c('topic')}, standing: intended, in_plain_words: ${c('plain')}}]
      what_we_heard: [{asked: ${c('asked')}, by: ${c('by')}, changed: yes, reply: ${c('replied')}}]
      journey: {duration: ${c('duration')}, steps: [{step: ${c('step')}, who: ${c('who')}, note: ${c('note')}}]}
      alternatives: [{option: ${c('option')}, for: ${c('pro')}, against: ${c('con')}}]
      questions: [{question: ${c('question')}, answer: ${c('answer')}}]
      contacts: [{who: ${c('contact')}, about: ${c('about')}}]`;
  };

  const profile = (standing: string) =>
    `trust: {name: Quillbrook Learning Trust}\n${standing}schools: [{name: Tansy Row, phase: primary}]\nprospective_schools:${['a', 'b', 'c'].map(entry).join('')}\n`;

  /** Whose words a text holds. The letters of a font in it spell anything. */
  const seen = (text: string) => [
    ...new Set(
      [...text.replace(/base64,[\w+/=]+/g, '').matchAll(/zq([abc])[a-z]+/gi)].map(
        ([, school = '']) => school.toLowerCase(),
      ),
    ),
  ];

  it('hold nothing that was written of another, in any field', async () => {
    const folder = folderWith({ 'trust.yaml': profile('') });
    const { copies } = await copiesOf(folder, ['all']);
    expect(copies.map(({ markdown, html }) => seen(markdown + html))).toEqual([
      ['a'],
      ['b'],
      ['c'],
    ]);
  });

  it('hold what was written of their own', async () => {
    const folder = folderWith({ 'trust.yaml': profile('') });
    const [first] = (await copiesOf(folder, ['all'])).copies;
    const printed = new Set(first?.markdown.toLowerCase().match(/zqa[a-z]+/g));
    const written = new Set(entry('a').match(/zqa[a-z]+/g));
    // What only decides something, and the answer that this school’s kind does not ask for.
    const silent = ['council', 'faith', 'diocese', 'trust'].map(canaries('a'));
    expect([...written].filter((word) => !printed.has(word)).sort()).toEqual(silent.sort());
  });

  it('are silent on all of them in a document for any school', async () => {
    const folder = folderWith({ 'trust.yaml': profile('') });
    expect(
      (await copiesOf(folder, [])).copies.map(({ markdown, html }) => seen(markdown + html)),
    ).toEqual([[]]);
  });

  it('are about the one that the standing names in a document for that school', async () => {
    const text = profile('standing: {stage: exploring, school: zqbname School}\n');
    const folder = folderWith({ 'trust.yaml': text });
    expect(
      (await copiesOf(folder, [])).copies.map(({ markdown, html }) => seen(markdown + html)),
    ).toEqual([['b']]);
  });

  it('say what is missing for that school alone, wherever in its entry that is found', async () => {
    const text = profile('')
      .replace('church_site: zqbsite', 'church_site: {answer: zqbsite, evidence: [zqbreport]}')
      .replace('answer: zqbreply', 'answer: zqbreply, evidence: [zqbminutes]');
    const { copies } = await copiesOf(folderWith({ 'trust.yaml': text }), ['all']);
    expect(copies.map(({ markdown }) => seen(markdown))).toEqual([['a'], ['b'], ['c']]);
    expect(copies[1]?.markdown).toContain('There is no evidence called “zqbminutes”.');
    expect(copies[1]?.markdown).toContain('There is no evidence called “zqbreport”.');
  });

  it('say what a list says wrongly of a school to that school alone', async () => {
    const rows = 'name: zqcname School\n  priorities: [{priority: zqcone, evidence: [zqclog]}]\n';
    const folder = folderWith({ 'trust.yaml': profile(''), 'list.yaml': `- ${rows}` });
    const { copies } = await copiesOf(folder, ['list.yaml', 'all']);
    expect(copies.map(({ markdown }) => seen(markdown))).toEqual([['a'], ['b'], ['c']]);
    expect(copies[2]?.markdown).toContain('There is no evidence called “zqclog”.');
  });

  it('say what is missing for that school alone, where something is', async () => {
    const text = profile('')
      .replace(/ {4}governors_agreed.*\n/, '')
      .replace(/ {4}invited_by: zqb.*\n/, '');
    const folder = folderWith({ 'trust.yaml': text });
    const { copies } = await copiesOf(folder, ['all']);
    expect(copies.map(({ markdown }) => seen(markdown))).toEqual([['a'], ['b'], ['c']]);
    expect(copies[0]?.markdown).toContain('Nothing says that the governing body of zqaname School');
    expect(copies[1]?.markdown).toContain('Nothing says that anybody at zqbname School asked');
  });
});
