import { describe, expect, it } from 'vitest';
import { questionsByReader } from '../../src/case/questions.ts';
import { profileOf } from '../support/profile.ts';

const contacts =
  'contacts:\n  - who: The clerk\n    readers: governors\n  - who: Head of people\n    readers: staff and unions\n';

async function groups(yaml: string, isDraft = true, type?: string) {
  const profile = await profileOf(`trust:\n  name: A\n${yaml}`);
  return questionsByReader(profile, { isDraft, school: type ? { type } : undefined });
}

describe('questionsByReader', () => {
  it('is silent in a draft that answers nothing yet', async () => {
    expect(await groups('growth:\n  capacity: Eight.\n')).toEqual([]);
  });

  it('says all that is open once the trust has begun to answer, and whom to ask', async () => {
    const all = await groups(`answers:\n  pension: As now.\n${contacts}`);
    const staff = all.find(({ heading }) => heading === 'Staff ask');
    expect(staff?.answered).toMatchObject([
      { question: 'What happens to my pension?', answer: 'As now.' },
    ]);
    expect(staff?.open.map(({ ask }) => ask)).toContain('Head of people');
  });

  it('hides nothing that is open in a release, whatever was answered', async () => {
    const all = await groups('growth:\n  capacity: Eight.\n', false);
    const open = all.flatMap((group) => group.open);
    expect(open.length).toBeGreaterThan(40);
  });

  it('points to the section that answers a question, wholly or in part', async () => {
    const all = await groups('answers:\n  pension: As now.\ngrowth:\n  capacity: Eight.\n');
    const elsewhere = all.flatMap((group) => group.elsewhere);
    expect(elsewhere).toContainEqual({
      section: 'growth',
      questions: [
        {
          question: 'Have you the people and the time, and how many schools join at once?',
          partly: true,
        },
      ],
    });
  });

  it('asks each question once', async () => {
    const all = await groups('answers:\n  leaving: Hardly.\n');
    const asked = all.flatMap(({ answered, elsewhere, open }) =>
      [...answered, ...elsewhere.flatMap(({ questions }) => questions), ...open].map(
        ({ question }) => question,
      ),
    );
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toHaveLength(55);
  });

  it.each([
    ['community school', 'the council'],
    ['voluntary aided school', 'the governing body of your school'],
    ['academy converter', 'the trust you work for now'],
    [undefined, 'your employer: the council in community'],
  ])('tells staff of a %s who must consult them', async (type, employer) => {
    const all = await groups('answers:\n  pension: As now.\n', true, type);
    const staff = all.find(({ heading }) => heading === 'Staff ask');
    expect(staff?.note).toContain(`This is not the formal information or consultation`);
    expect(staff?.note).toContain(employer);
    expect(all.filter(({ note }) => note !== undefined)).toHaveLength(1);
  });
});
