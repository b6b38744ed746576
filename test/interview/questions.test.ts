import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../src/interview/ledger.ts';
import { isGroup, questionsOf } from '../../src/interview/question.ts';
import { sections } from '../../src/interview/questions/index.ts';
import { replay } from '../../src/interview/steps.ts';
import { minutesFor } from '../../src/interview/time.ts';
import { understand } from '../../src/interview/understand.ts';
import { complaintAt } from '../../src/interview/validate.ts';
import { schemaAt } from '../../src/profile/shape.ts';

const validate = async (like: readonly (string | number)[], text: string) =>
  complaintAt(like, text);
const all = sections.flatMap((section) =>
  questionsOf(section).map((asked) => ({ ...asked, id: asked.question.id, section: section.id })),
);

/** The Flesch-Kincaid grade: the school year, from 1, in which a text can be read. */
function gradeOf(text: string): number {
  const sentences = text.split(/[.?!:]+(?:\s|$)/).filter((part) => part.trim() !== '');
  const words = text.split(/\s+/).filter((word) => /[a-z]/i.test(word));
  const syllables = words.reduce((sum, word) => {
    const sounds = word
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '');
    return sum + Math.max(1, sounds.match(/[aeiouy]{1,2}/g)?.length ?? 1);
  }, 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

describe('the questions of the interview', () => {
  it('have each an id of its own', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const groups = sections.flatMap(({ entries }) => entries).filter(isGroup);
    expect(new Set(groups.map(({ group }) => group)).size).toBe(groups.length);
  });

  it.each(all)('take of $id what the profile takes in its place', ({ question, like }) => {
    if (like) expect(schemaAt(like)).toBeDefined();
    else expect(question.choices).toBeDefined();
  });

  it.each(all)('show for $id an example that is an answer', async ({ question, like }) => {
    expect(await understand(question, like, [question.example], validate)).toHaveProperty('answer');
  });

  it.each(all.filter(({ question }) => question.choices))(
    'offer for $id just what the profile takes',
    async ({ question, like }) => {
      for (const { value } of question.choices ?? []) {
        if (like) expect(complaintAt(like, value)).toBeUndefined();
      }
    },
  );

  it.each(all)('say of $id why it is asked, in words that everyone knows', ({ question }) => {
    const { text, why, subject } = question;
    expect(text).toMatch(/[.?…]$/);
    expect(why).toMatch(/[.?!]$/);
    expect(subject).toMatch(/^(?:[A-Z]|\{item\})/);
    const words = `${text} ${why} ${subject}`;
    expect(words).not.toMatch(
      /_|\b(?:yaml|json|string|null|metric|claim|verifier|candour|stakeholder)\b/i,
    );
  });

  it.each(all)('can be read by somebody of 11: $id', ({ question: { text, why } }) => {
    // A school year of 6 is an age of 11.
    expect(gradeOf(`${text} ${why}`)).toBeLessThanOrEqual(6);
  });

  it('take about twenty minutes for the first draft', () => {
    const first = sections.filter(({ pass }) => pass === 1);
    const { steps } = replay(first, ledgerOf([]), {});
    expect(minutesFor(steps)).toBeGreaterThan(12);
    expect(minutesFor(steps)).toBeLessThanOrEqual(22);
  });

  it('ask for every question of the bank', () => {
    const asked = new Set(all.flatMap(({ question }) => question.bank));
    const missing = Array.from({ length: 55 }, (_, index) => index + 1).filter(
      (n) => !asked.has(n),
    );
    expect(missing).toEqual([]);
  });

  it('have twelve topics in the first draft', () => {
    expect(sections.filter(({ pass }) => pass === 1)).toHaveLength(12);
  });

  it('name for each somebody who can answer it', () => {
    for (const { question } of all) expect(question.who.length).toBeGreaterThan(0);
  });
});
