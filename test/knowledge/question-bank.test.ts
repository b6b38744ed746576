import { describe, expect, it } from 'vitest';
import { prospectus, sectionOfPart } from '../../src/knowledge/editions.ts';
import { questionBank } from '../../src/knowledge/question-bank.ts';
import { readers } from '../../src/knowledge/readers.ts';
import { topLevelKeys } from '../../src/profile/schema/profile.ts';

describe('questionBank', () => {
  it('holds the 55 questions, each with its own name and wording', () => {
    expect(questionBank).toHaveLength(55);
    expect(new Set(questionBank.map(({ id }) => id)).size).toBe(55);
    expect(new Set(questionBank.map(({ question }) => question)).size).toBe(55);
  });

  it.each(questionBank)('asks in a sentence: $question', ({ question, readers: asked }) => {
    expect(question).toMatch(/^[A-Z].*\?$/);
    expect(asked.length).toBeGreaterThan(0);
    expect(readers).toEqual(expect.arrayContaining([...asked]));
  });

  const parts = questionBank.flatMap(({ id, answeredBy }) =>
    (answeredBy as readonly (readonly string[])[]).flat().map((part) => ({ id, part })),
  );

  it.each(parts)('names a part that a profile can have: $part', ({ part }) => {
    const key = part.split(/[. ]/)[0] ?? '';
    expect(topLevelKeys).toContain(key);
  });

  it.each(parts)('can say in which section of the document $part is told', ({ part }) => {
    const path = (part.split(' ~ ')[0] ?? '').split('.');
    const ids = prospectus.sections.map(({ id }) => id);
    expect(ids).toContain(sectionOfPart(path));
  });
});
