import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { put } from '../../src/interview/place.ts';
import {
  firstOf,
  isEach,
  isGroup,
  likeOf,
  plainPath,
  type Question,
} from '../../src/interview/question.ts';
import { sections } from '../../src/interview/questions/index.ts';
import { editsOf } from '../../src/interview/steps.ts';
import { understand } from '../../src/interview/understand.ts';
import { complaintAt } from '../../src/interview/validate.ts';
import type { Typed } from '../../src/profile/edit/sources.ts';
import { shape } from '../../src/profile/shape.ts';

const ITEM = 'An item';

/** Each question with the place its own begins at, as about one item. */
const asked = sections.flatMap(({ entries }) =>
  entries.flatMap(
    (
      entry,
    ): { id: string; question: Question; inside: (string | { key: string; is: string })[] }[] => {
      if (isGroup(entry)) {
        const inside = [...entry.list, { key: entry.key, is: ITEM }];
        return [
          { id: entry.first.id, question: firstOf(entry), inside: [] },
          ...entry.details.map((question) => ({ id: question.id, question, inside })),
        ];
      }
      if (isEach(entry)) {
        const inside = [...entry.each, { key: entry.key, is: ITEM }];
        return entry.details.map((question) => ({ id: question.id, question, inside }));
      }
      return [{ id: entry.id, question: entry, inside: [] }];
    },
  ),
);

const given = {
  profile: {},
  item: ITEM,
  answer: (id: string) =>
    ({ 'result-measure': 'attendance', 'result-year': '2024/25', 'result-before-year': '2021/22' })[
      id
    ] ?? 'visits',
  name: () => 'a-name',
};

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '5%',
    '£5',
    '1',
    'yes',
    '31/02/2026',
    '2024/25',
    '-1',
    '1e9',
    'null',
    '$x',
    '{{x}}',
    '<script>',
    '../../etc',
    '#',
    '---',
    '- x',
    'x: y',
    "'",
    '"',
    '\\',
    '\u0007bell',
    '\ud800',
    'x'.repeat(5000),
    '九',
    '١٢',
    'SUPP',
  ),
);

describe('nonsense, at every question', () => {
  it.each(asked)(
    '$id takes or refuses, and what it takes a profile can hold',
    async ({ question, inside }) => {
      const like = likeOf(question, plainPath(inside));
      await fc.assert(
        fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 4 }), async (lines) => {
          const understood = await understand(question, like, lines, async (at, text) =>
            complaintAt(at, text),
          );
          if ('problem' in understood) {
            expect(understood.problem).toMatch(/\S/);
            return;
          }
          let profile: Typed = {};
          for (const edit of editsOf(question, understood.answer, given, inside))
            profile = put(profile, edit);
          const { findings } = shape(profile);
          expect(findings.filter(({ code }) => code !== 'missing-key')).toEqual([]);
        }),
        { numRuns: 12 },
      );
    },
  );
});
