import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepable, type Making, remember } from '../../src/build/kept.ts';
import type { Manifest } from '../../src/record/manifest.ts';
import { buildCopies, fakeBrowsers, trustWithSchools } from '../support/batch.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

const place = 'for/995000/prospectus';

/** A copy that was built, and why it would be made again with what the test changes. */
async function ground() {
  const cwd = folderWith(trustWithSchools(1));
  const { manifest } = await buildCopies(cwd, fakeBrowsers());
  if (!manifest) throw new Error('It was not built.');
  const [document] = manifest.documents;
  const why = async (changes: Partial<Making> = {}, record: Manifest = manifest) => {
    const making: Making = {
      ...{ tool: manifest.tool, date: manifest.date, formats: ['md', 'pdf'] },
      isSameBrowser: async () => true,
      ...changes,
    };
    const remembered = remember([record]).get(place) ?? [];
    const key = { inputs: document?.inputs ?? '' };
    const kept = await keepable(
      place,
      remembered,
      key,
      making,
      path.join(cwd, 'output'),
      testEffects(cwd),
    );
    return 'why' in kept ? kept.why : null;
  };
  return { manifest, why };
}

describe('a document on record', () => {
  it('is kept where all is the same', async () => {
    const { why } = await ground();
    expect(await why()).toBeNull();
  });

  it.each<[string, Partial<Making>]>([
    ['tool', { tool: { name: 'thriving-case', version: '9.9.9', code: '' } }],
    ['browser', { isSameBrowser: async () => false }],
    ['missing', { formats: ['md', 'html', 'pdf'] }],
  ])('is made again for another %s', async (reason, changes) => {
    const { why } = await ground();
    expect(await why(changes)).toBe(reason);
  });

  it('is kept by another browser where no PDF is wanted', async () => {
    const { why } = await ground();
    expect(await why({ formats: ['md'], isSameBrowser: async () => false })).toBeNull();
  });

  it('is made again where something was said of it, so that it is said again', async () => {
    const { manifest, why } = await ground();
    const documents = manifest.documents.map((document) => ({
      ...document,
      diagnostics: [{ code: 'document-large', severity: 'warning', count: 1 }],
    }));
    expect(await why({}, { ...manifest, documents })).toBe('warned');
  });

  it('is kept too where an earlier build made it', async () => {
    const { manifest, why } = await ground();
    const { documents, ...made } = manifest;
    const record = { ...manifest, documents: [], earlier: [{ ...made, documents }] };
    expect(await why({}, record)).toBeNull();
    expect(await why({}, { ...record, earlier: [] })).toBe('new');
  });
});
