import { describe, expect, it } from 'vitest';
import { type Edition, editions } from '../../src/knowledge/editions.ts';
import { caseOf } from '../support/document.ts';
import { profileOf } from '../support/profile.ts';

const edition = (id: string) => editions.find((one) => one.id === id) as Edition;

async function asked(yaml: string, id: string, section: string) {
  const profile = await profileOf(`trust:\n  name: Otterwick Learning Trust\n${yaml}`);
  const theCase = caseOf(profile, { edition: edition(id), status: 'draft' });
  return { ...theCase.asked[section], hard: theCase.hardAnswers.map(({ question }) => question) };
}

describe('the questions of a reader', () => {
  it('are answered in the words of the reader, from where the answer stands', async () => {
    const yaml =
      'stays_and_changes:\n  - topic: Admissions\n    standing: intended\n    who_could_change: Trustees\n    in_plain_words: As now.\nanswers:\n  name_and_uniform: No.\n';
    const { answered } = await asked(yaml, 'families', 'asked-child');
    expect(answered).toEqual([
      { question: 'Would the name or the uniform change?', paragraphs: ['No.'], evidence: [] },
      {
        question: 'Would admissions change?',
        paragraphs: ['As now. Who could change it: Trustees.'],
        evidence: [],
      },
    ]);
  });

  it('give way to the trust’s own that are about the same', async () => {
    const yaml =
      'answers:\n  admissions: As now.\nquestions:\n  - question: Could my child still come?\n    about: admissions\n    for: [families]\n    answer: Yes.\n';
    expect((await asked(yaml, 'families', 'asked-child')).answered).toEqual([
      { question: 'Could my child still come?', paragraphs: ['Yes.'], evidence: [] },
    ]);
    expect((await asked(yaml, 'community', 'asked-community')).answered).toEqual([
      { question: 'Would admissions change?', paragraphs: ['As now.'], evidence: [] },
    ]);
  });

  it('are followed by what else these readers ask', async () => {
    const yaml =
      'questions:\n  - question: Would the bus wait?\n    readers: [families]\n    ask: The council\n  - question: Who locks the gate?\n    readers: [community]\n    answer: The warden.\n';
    expect((await asked(yaml, 'families', 'asked-child')).open).toEqual([
      { question: 'Would the bus wait?', ask: 'The council' },
    ]);
  });

  it('tell of jobs where jobs are asked after, and then not once more', async () => {
    const yaml = 'five_answers:\n  jobs: Two posts would change.\n  promises: Trustees can.\n';
    const staff = await asked(yaml, 'staff', 'asked-jobs');
    expect(staff.answered?.[0]).toMatchObject({
      question: 'Would my job go or change?',
      paragraphs: ['Two posts would change.'],
    });
    expect(staff.hard).toEqual(['Who can change a promise?']);
    expect((await asked(yaml, 'governors', 'asked-governors')).hard).toEqual([
      'Who can change a promise?',
      'What happens to jobs?',
    ]);
  });

  it('lead to another section of the same paper, never to one that it has not', async () => {
    const yaml =
      'growth:\n  capacity: One lead has time.\ncontacts:\n  - who: A local board\njourney:\n  steps:\n    - step: Each side looks into the other\n';
    const { elsewhere, answered } = await asked(yaml, 'governors', 'asked-governors');
    expect(elsewhere?.map(({ section }) => section)).toEqual(['journey', 'contacts']);
    expect(answered?.map(({ paragraphs }) => paragraphs)).toEqual([['One lead has time.']]);
  });
});
