import { describe, expect, it } from 'vitest';
import { questionsByReader } from '../../src/case/questions.ts';
import { profileOf } from '../support/profile.ts';

const sectionsOf = async (yaml: string) =>
  questionsByReader(await profileOf(`trust:\n  name: A\nanswers:\n  pension: As now.\n${yaml}`), {
    isDraft: true,
    school: undefined,
  });

const under = async (yaml: string, heading: string) => {
  const found = (await sectionsOf(yaml)).find((section) => section.heading === heading);
  if (!found) throw new Error(`Nothing under “${heading}”`);
  return found;
};

const costs =
  'finances:\n  capital: By safety first.\n  net_effect: The last school paid £2,900 more.\n';

describe('questions that another section answers', () => {
  it('stand together, by that section', async () => {
    const { elsewhere } = await under(costs, 'Governors ask');
    expect(elsewhere).toContainEqual({
      section: 'costs',
      questions: [
        { question: 'How is money for buildings shared out?', partly: false },
        { question: 'What did schools that joined earlier save, all told?', partly: false },
      ],
    });
  });

  it('say where they are answered in part only', async () => {
    const { elsewhere } = await under('finances:\n  deficits: None.\n', 'Governors ask');
    expect(elsewhere.flatMap(({ questions }) => questions)).toContainEqual({
      question: 'What happens to our surplus, or to our deficit?',
      partly: true,
    });
  });

  it('point to the chapter that the numbers are told in, not always to the same one', async () => {
    const metric = (name: string, measure: string) =>
      `  ${name}:\n    measure: ${measure}\n    series:\n      2025/26: 4\n`;
    const { elsewhere } = await under(
      `metrics:\n${metric('left', 'staff turnover')}${metric('away', 'staff sickness')}`,
      'Governors ask',
    );
    const section = elsewhere.find(({ questions }) =>
      questions.some(({ question }) => question.startsWith('How many staff leave')),
    );
    expect(section?.section).toBe('principle-people');
  });
});

describe('a question for which the trust says whom to ask', () => {
  const ask = 'answers:\n  capital:\n    ask: Director of estates\n';
  const yaml = `trust:\n  name: A\n${ask}finances:\n  capital: By safety first.\n`;

  it('is open, even where another part touches upon it', async () => {
    const [governors] = questionsByReader(await profileOf(yaml), {
      isDraft: true,
      school: undefined,
    });
    expect(governors?.open).toContainEqual({
      question: 'How is money for buildings shared out?',
      ask: 'Director of estates',
    });
    const pointed = governors?.elsewhere.flatMap(({ questions }) => questions) ?? [];
    expect(pointed.map(({ question }) => question)).not.toContain(
      'How is money for buildings shared out?',
    );
  });

  it('is answered where there is an answer as well', async () => {
    const [governors] = questionsByReader(
      await profileOf(yaml.replace('    ask:', '    answer: By need.\n    ask:')),
      { isDraft: true, school: undefined },
    );
    expect(governors?.answered.map(({ question }) => question)).toContain(
      'How is money for buildings shared out?',
    );
    expect(governors?.open.map(({ question }) => question)).not.toContain(
      'How is money for buildings shared out?',
    );
  });
});
