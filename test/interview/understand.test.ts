import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../src/interview/question.ts';
import { sections } from '../../src/interview/questions/index.ts';
import { understand } from '../../src/interview/understand.ts';
import { complaintAt } from '../../src/interview/validate.ts';

const all = sections.flatMap(questionsOf);

function asked(id: string, ...lines: string[]) {
  const found = all.find(({ question }) => question.id === id);
  if (!found) throw new Error(`There is no question ${id}.`);
  return understand(found.question, found.like, lines, async (like, text) =>
    complaintAt(like, text),
  );
}

describe('understand', () => {
  it.each([
    ['cost-rate', '5', '5%'],
    ['cost-rate', '4.5 %', '4.5 %'],
    ['cost-per-pupil', '1,236', '£1,236'],
    ['cost-per-pupil', '£1.2m', '£1.2m'],
    ['pooling', 'Yes.', 'yes'],
    ['pooling', 'n', 'no'],
    ['pooling', 'No, each keeps its own', 'no'],
    ['cost-model', '2', 'sum for each pupil'],
    ['cost-model', '2.', 'sum for each pupil'],
    ['cost-model', 'pooled funding', 'pooled funding'],
    ['cost-model', 'the price', 'cost of services used'],
    ['reader-stage', 'Its governors have decided', 'decided'],
    ['steps-target', '1 Sept 2027', '1 Sept 2027'],
    ['result-number', 'SUPP', 'SUPP'],
    ['result-year', '2024-25', '2024-25'],
  ])('reads for %s the text %j', async (id, typed, answer) => {
    expect(await asked(id, typed)).toEqual({ answer });
  });

  it.each([
    ['cost-rate', 'about five', 'percentage'],
    ['cost-rate', '£5', 'percentage'],
    ['cost-per-pupil', '5%', 'sum of money'],
    ['pooling', 'perhaps', 'neither yes nor no'],
    ['cost-model', '7', 'a number from 1 to 4'],
    ['cost-model', 'its governors', 'a number from 1 to 4'],
    ['reader-stage', 'its governors', 'a number from 1 to 5'],
    ['steps-target', '31 September 2027', 'no such day'],
    ['result-year', '2024/26', 'academic year'],
    ['result-number', 'many', 'not a number'],
    ['trust-name', 'x'.repeat(401), 'room for 400'],
    ['trust-name', ' \u200b ', 'no answer'],
    ['growth-pace', 'x'.repeat(6001), 'room for 6,000'],
  ])('does not read for %s the text %j', async (id, typed, problem) => {
    const understood = await asked(id, typed);
    expect(understood).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('reads 5,000 characters where there is room for them', async () => {
    expect(await asked('growth-pace', 'word '.repeat(1000))).toEqual({
      answer: 'word '.repeat(1000).trim(),
    });
  });

  it('says which item of a list is not one', async () => {
    expect(await asked('schools', 'One', 'x'.repeat(500))).toEqual({
      problem: expect.stringMatching(/^“x{40}”: .*room for 400/),
    });
  });
});
