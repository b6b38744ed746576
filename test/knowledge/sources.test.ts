import { describe, expect, it } from 'vitest';
import { measureIds, measures } from '../../src/knowledge/measures.ts';
import { frameworks } from '../../src/knowledge/ofsted.ts';
import { principlesSource } from '../../src/knowledge/principles.ts';
import type { Source } from '../../src/knowledge/source.ts';

const sources: [string, Source][] = [
  ['the six principles', principlesSource],
  ...frameworks.map(({ id, source }): [string, Source] => [`the framework “${id}”`, source]),
  ...measureIds.map((id): [string, Source] => [`the measure “${id}”`, measures[id].source]),
];

describe('a source', () => {
  it.each(sources)('says of %s who published what', (_, { title, publisher, url }) => {
    expect(title).toMatch(/^[A-Z].{4,}[^.]$/);
    expect(publisher).toMatch(/^[A-Z]/);
    if (url !== undefined) expect(url).toMatch(/^https:\/\//);
  });

  it.each(sources.filter(([, { publisher }]) => publisher !== 'The trust'))(
    'says of %s when, in a form that machines can order',
    (_, { published = '' }) => {
      expect(published).toMatch(/^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
      // Nothing here was known before it was published.
      expect(published <= '2026-11-30').toBe(true);
    },
  );
});
