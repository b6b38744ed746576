import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOfOthers } from '../../src/addressees/words-of-others.ts';
import { readTemplates } from '../../src/compose/templates.ts';
import { copiesOf } from '../support/copies.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { profileOf, told } from '../support/profile.ts';

const yaml = `trust: {name: Quillbrook Learning Trust}
prospective_schools:
  - name: Fennimore Primary School
    priorities: [Keeping our own headteacher, {priority: The roof, answer: We mend it by May next year}]
    not_known: [how many pupils you have]
  - name: Marsh End Primary School
    priorities: [Reading in every single year, Keeping our own headteacher]
    in_its_copy:
      growth: {why_now: Your head leaves at Easter and nobody has been found to follow her so far.}
      journey: {steps: [{step: Governors decide whether to consult}]}
      questions: [{question: Who pays for the coach on Fridays?, answer: We do.}]
growth:
  capacity: We mend roofs. Reading in every single year is what we know best.
`;

async function found(text: string, index: number | null = 0, profile = yaml) {
  const read = await profileOf(profile);
  const school = index === null ? null : (read.data.prospective_schools?.[index] ?? null);
  const templates = await readTemplates(read.folder, testEffects(read.folder));
  return wordsOfOthers(text, read, school, templates).map(({ message }) => message);
}

const marshEnd = [
  'The copy for Fennimore Primary School would say what stands in the entry of Marsh End Primary School.',
];

describe('what stands in the entry of another school', () => {
  it.each([
    [
      'an answer',
      'Your head leaves at **Easter** and nobody has\\\nbeen found to follow her so far.',
    ],
    ['a part of it', 'Easter and nobody has been found to follow'],
    ['a question', '| Who pays for | the coach on Fridays? |'],
  ])('is found where it is %s', async (_, text) => {
    expect(await found(text)).toEqual(marshEnd);
    expect(await found(text, 1)).toEqual([]);
  });

  it('is found in a document for any school', async () => {
    expect(await found('Keeping our own headteacher.', null)).toEqual([
      'The document is for any school, and would say what stands in the entry of Fennimore Primary School.',
      'The document is for any school, and would say what stands in the entry of Marsh End Primary School.',
    ]);
  });

  it.each([
    ['its own entry says too', 'Keeping our own headteacher.'],
    ['the profile says to all', 'Reading in every single year.'],
    ['we say of any school', 'how many pupils you have'],
    ['anybody could say', 'Your head leaves.'],
    ['it is a step that all take', 'Governors decide whether to consult.'],
  ])('is no secret where %s', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });

  it('keeps a copy from being made whose template tells it, and is pointed out', async () => {
    const folder = folderWith({
      'trust.yaml': yaml,
      [path.join('templates', 'sections', 'growth.hbs')]: 'Who pays for the coach on Fridays?',
    });
    const { copies, diagnostics } = await copiesOf(folder, ['all']);
    expect(copies.map(({ place }) => place)).toEqual(['for/marsh-end-primary-school/prospectus']);
    const leaks = diagnostics.filter(({ code }) => code === 'copy-names-another');
    expect(told(leaks, yaml)).toEqual([
      'copy-names-another trust.yaml:11:30 “Who pays for the coach on Fridays?”',
    ]);
  });
});
