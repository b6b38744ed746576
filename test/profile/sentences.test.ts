import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/profile/sentences.ts';

describe('sentencesOf', () => {
  it.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['It is 4.5 days. St Wystan’s is near.', ['It is 4.5 days.', 'St Wystan’s is near.']],
    ['We met St. Wystan’s, e.g. on Mondays.', ['We met St. Wystan’s, e.g. on Mondays.']],
    ['“It works.” They said so.', ['“It works.”', 'They said so.']],
    ['We say no. Then we talk. See no. 4.', ['We say no.', 'Then we talk.', 'See no. 4.']],
    ['We asked (approx. ten). They came.', ['We asked (approx. ten).', 'They came.']],
    ['“Why?” she asked. We said.', ['“Why?” she asked.', 'We said.']],
    ['A line that is\nbroken off. Two.', ['A line that is\nbroken off.', 'Two.']],
    ['Steps\n1. one\n2) two', ['Steps', '1. one', '2) two']],
    ['No stop\n\nthen lower case', ['No stop', 'then lower case']],
    ['First line\n- second\n\nThird', ['First line', '- second', 'Third']],
  ])('cuts “%s” where its sentences end', (text, sentences) => {
    expect(sentencesOf(text).map((sentence) => sentence.text.trim())).toEqual(sentences);
  });

  it('loses nothing of a text but white space before it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '.', ' ', '\n', '!', '”', '9') }),
        (text) => {
          expect(
            sentencesOf(text)
              .map((sentence) => sentence.text)
              .join('')
              .trim(),
          ).toBe(text.trim());
          for (const { text: sentence, start } of sentencesOf(text)) {
            expect(text.startsWith(sentence, start)).toBe(true);
          }
        },
      ),
    );
  });
});
