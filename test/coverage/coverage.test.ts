import { describe, expect, it } from 'vitest';
import { byPrinciple, byReader, coverageOf, tallyBy } from '../../src/coverage/coverage.ts';
import { questionBank } from '../../src/knowledge/question-bank.ts';
import { profileOf } from '../support/profile.ts';

const stateOf = async (yaml: string, id: string) => {
  const coverage = coverageOf(await profileOf(`trust:\n  name: A\n${yaml}`));
  return coverage.find((entry) => entry.id === id);
};

describe('coverageOf', () => {
  it('has nothing answered where nothing is said', async () => {
    const coverage = coverageOf(await profileOf('trust:\n  name: A\n'));
    expect(coverage).toHaveLength(questionBank.length);
    expect(new Set(coverage.map(({ state }) => state))).toEqual(new Set(['not yet']));
  });

  it('takes an answer in its own words', async () => {
    expect(await stateOf('answers:\n  pension: As now.\n', 'pension')).toMatchObject({
      state: 'answered',
      direct: true,
      by: [['answers', 'pension']],
    });
  });

  it('keeps whom to ask while there is no answer', async () => {
    expect(
      await stateOf('answers:\n  pension:\n    ask: Head of people\n', 'pension'),
    ).toMatchObject({
      state: 'not yet',
      ask: 'Head of people',
    });
  });

  it('finds a question half answered, and says what is missing', async () => {
    expect(await stateOf('growth:\n  capacity: Eight.\n', 'capacity')).toMatchObject({
      state: 'partly',
      by: [['growth', 'capacity']],
      missing: ['growth.pace'],
    });
  });

  it('finds a question answered by the parts that do', async () => {
    const entry = await stateOf('growth:\n  capacity: Eight.\n  pace: One a year.\n', 'capacity');
    expect(entry).toMatchObject({ state: 'answered', direct: false, missing: [] });
  });

  it('takes any one of the sets of parts that answer a question', async () => {
    const perPupil =
      'finances:\n  contribution:\n    per_pupil: £236\n    history:\n      2024/25: 5%\n';
    expect(await stateOf(perPupil, 'charge')).toMatchObject({ state: 'answered' });
  });

  it('does not take the word absence for special needs', async () => {
    const metrics =
      'metrics:\n  absence:\n    measure: persistent absence\n    series:\n      2024/25: 12%\n';
    expect(await stateOf(metrics, 'disadvantage_and_send')).toMatchObject({ state: 'not yet' });
  });
});

describe('tallyBy', () => {
  it('counts each question once for each of its readers, and once for its principle', async () => {
    const coverage = coverageOf(
      await profileOf('trust:\n  name: A\nanswers:\n  leaving: Hardly.\n'),
    );
    const readers = tallyBy(coverage, byReader);
    expect(readers.get('governors')?.answered).toBe(1);
    expect(readers.get('families')?.answered).toBe(1);
    expect(readers.get('staff')?.answered).toBe(0);
    const principles = [...tallyBy(coverage, byPrinciple).values()];
    const all = principles.flatMap((tally) => Object.values(tally));
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(questionBank.length);
  });
});
