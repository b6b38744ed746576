import { describe, expect, it } from 'vitest';
import { principleIds, principles, principlesSource } from '../../src/knowledge/principles.ts';
import { parseDate } from '../../src/profile/formats/dates.ts';

describe('the principles', () => {
  it('are six, in the order of the thinkpiece', () => {
    expect(principleIds).toEqual([
      'vision',
      'governance',
      'improvement',
      'people',
      'resources',
      'community',
    ]);
    expect(Object.keys(principles)).toEqual([...principleIds]);
    expect(principleIds.map((id) => principles[id].number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each(principleIds)('have for %s a heading, a sentence and a question', (id) => {
    const { name, inFull, prompt } = principles[id];
    expect(principles[id].id).toBe(id);
    expect(name).toMatch(/^[A-Z][^.]{5,45}$/);
    expect(inFull).toMatch(/^[A-Z].*\.$/);
    expect(prompt).toMatch(/^[A-Z].*[.?]$/);
  });

  it('speak to readers, without the words that stay inside', () => {
    const words = Object.values(principles)
      .map(({ name, inFull }) => `${name} ${inFull}`)
      .join(' ');
    expect(words).not.toMatch(/\b(claim|verifier|candour|release|addressee|stakeholder)/i);
  });

  it('are credited with a date that a document can print', () => {
    expect(parseDate(principlesSource.published ?? '')).toEqual({ year: 2023, month: 1 });
    expect(parseDate(principlesSource.asOf)).toBeDefined();
    expect(principlesSource.publisher).toBe('Forum Strategy');
  });
});
