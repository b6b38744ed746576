import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { proofOf } from '../../src/build/proof.ts';
import { editions } from '../../src/knowledge/editions.ts';
import { readers } from '../../src/knowledge/readers.ts';
import { profileFor, taggable } from '../support/canaries.ts';
import { draftsOf, textOf } from '../support/drafts-of.ts';
import { folderWith } from '../support/folder.ts';

/** The only numbers of a restricted metric, as a document prints them. */
const FIGURE = /73,?519/;

describe('what can be meant for some readers alone', () => {
  it('is every kind of thing that a trust might not say to everyone', () => {
    expect(taggable.map(([part]) => part)).toEqual(
      expect.arrayContaining([
        ...[
          'principles',
          'voices',
          'case_studies',
          'services',
          'commitments',
          'weaknesses',
          'risks',
        ],
        ...[
          'alternatives',
          'partnerships',
          'people',
          'contacts',
          'questions',
          'answers',
          'schools',
        ],
        ...['stays_and_changes', 'expectations', 'what_we_heard', 'metrics', 'evidence'],
      ]),
    );
  });

  it('is none of the five hard answers', () => {
    expect(taggable.filter(([part]) => part === 'five_answers')).toEqual([]);
  });
});

describe.each(readers)('canaries in every field, for %s alone', (reader) => {
  it('are in the edition that is theirs and in no other, and raise no alarm there', async () => {
    const { profile, canaries } = profileFor([reader]);
    const { opened, drafts } = await draftsOf(folderWith({ 'trust.yaml': stringify(profile) }));
    for (const edition of editions) {
      const draft = drafts.get(edition.id);
      const text = draft ? textOf(draft) : '';
      const found = canaries.filter(({ token }) => text.includes(token));
      if (String(edition.readers) === reader) expect(found.length).toBeGreaterThan(5);
      else {
        expect(text).toContain('Otterwick Learning Trust');
        expect(found).toEqual([]);
        expect(text).not.toMatch(FIGURE);
        expect(text).not.toContain('name-1');
      }
    }
    for (const draft of drafts.values()) {
      expect(await proofOf(draft, opened)).toEqual([]);
    }
  });
});

describe('what is for several readers', () => {
  it('is in no document that anyone else reads', async () => {
    const { profile, canaries } = profileFor(['governors', 'staff']);
    const { drafts } = await draftsOf(folderWith({ 'trust.yaml': stringify(profile) }));
    const holding = [...drafts].flatMap(([id, draft]) =>
      canaries.some(({ token }) => textOf(draft).includes(token)) ? [id] : [],
    );
    expect(holding.sort()).toEqual(['governors', 'staff']);
  });

  it('is in every document where all readers are named', async () => {
    const { profile, canaries } = profileFor(readers);
    const { drafts } = await draftsOf(folderWith({ 'trust.yaml': stringify(profile) }));
    for (const draft of drafts.values()) {
      expect(canaries.filter(({ token }) => textOf(draft).includes(token)).length).toBeGreaterThan(
        0,
      );
    }
  });
});
