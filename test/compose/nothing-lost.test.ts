import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shape } from '../../src/profile/shape.ts';
import { root } from '../support/cli.ts';
import { documentMaker, quillbrook } from '../support/document.ts';
import { folderWith } from '../support/folder.ts';
import { fullProfile } from '../support/full-profile.ts';

/** What the document by design does not print, by the end of its key, and why. */
const NOT_PRINTED: readonly { key: RegExp; why: string }[] = [
  { key: /\bconsent\.(?:given_by|scope)$/, why: 'a record for the trust; names of parents' },
  { key: /^answers\.\*\.ask$/, why: 'only while there is no answer' },
  { key: /^questions\.\*\.ask$/, why: 'only while there is no answer' },
  { key: /^journey\.steps\.\*\.when$/, why: 'only until the step is done' },
  { key: /^editions\./, why: 'in the document of that name' },
  { key: /^map\.credit$/, why: 'only where lines behind the map are drawn' },
  {
    key: /^prospective_schools\.\*\.(?:phase|type|local_authority|religious_character)$/,
    why: 'a school knows what it is; rules and the notes for its staff follow from it',
  },
  {
    key: /^prospective_schools\.\*\.(?:in_its_copy|consultation|priorities\.\*\.answer|invited_by|current_trust|diocese)\b/,
    why: 'in the copy made for that school alone',
  },
];

describe('the document', () => {
  const { typed, canaries } = fullProfile();
  const { data, findings } = shape(typed);
  it('can be made from a profile in which every key is filled', () => {
    expect(findings).toEqual([]);
    expect(canaries.size).toBeGreaterThan(150);
  });

  it('prints every text and address of a profile, but for those that by design it does not', async () => {
    if (!data) throw new Error('not readable');
    const logo = readFileSync(path.join(root, 'examples', 'quillbrook', 'images', 'logo.png'));
    const folder = folderWith({ 'images/logo.png': logo });
    const maker = await documentMaker(folder);
    const profile = { ...(await quillbrook()), folder, data, typed };
    const { markdown: forASchool } = await maker.document(profile, { status: 'review' });
    const forAny = maker.markdown({
      ...profile,
      data: { ...data, standing: { ...data.standing, school: undefined } },
    });
    const printed = forASchool + forAny;
    const lost = [...canaries]
      .filter(([, words]) => !words.some((word) => printed.includes(word)))
      .map(([key]) => key);
    expect(lost.filter((key) => !NOT_PRINTED.some((known) => known.key.test(key)))).toEqual([]);
    const printedAfterAll = NOT_PRINTED.filter(({ key }) => !lost.some((found) => key.test(found)));
    expect(printedAfterAll).toEqual([]);
  });
});
