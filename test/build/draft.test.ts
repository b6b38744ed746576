import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { prospectus } from '../../src/knowledge/editions.ts';
import { draftOf } from '../support/drafts.ts';
import { folderWith } from '../support/folder.ts';
import { flawedTrust, smallTrust } from '../support/trusts.ts';

const codes = (diagnostics: readonly { code: string }[]) => diagnostics.map(({ code }) => code);

function drafted(
  files: Record<string, string>,
  options: { release?: boolean; env?: Record<string, string> } = {},
) {
  return draftOf(folderWith(files), options);
}

describe('drafting', () => {
  it('gives a document as Markdown and as a page, with the day of the clock', async () => {
    const { opened, document, diagnostics } = await drafted({ 'trust.yaml': smallTrust });
    expect(diagnostics).toEqual([]);
    expect(opened).toMatchObject({ status: 'draft', date: { year: 2026, month: 11, day: 24 } });
    expect(document?.planned).toEqual({
      edition: prospectus,
      addressee: null,
      place: 'prospectus',
    });
    expect(document?.markdown).toContain('# Should your school join Otterwick Learning Trust?');
    expect(document?.html).toMatch(/^<!doctype html>/i);
    expect(document?.html).toContain('Otterwick Learning Trust');
  });

  it('dates what it prints by the profile’s as_of, and by SOURCE_DATE_EPOCH before that', async () => {
    const trust = { 'trust.yaml': `as_of: 1 September 2026\n${smallTrust}` };
    const asOf = await drafted(trust);
    expect(asOf.opened?.date).toEqual({ year: 2026, month: 9, day: 1 });
    expect(asOf.document?.markdown).toContain('1 September 2026');
    const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 2, 4) / 1000) };
    const fixed = await drafted(trust, { env });
    expect(fixed.opened?.date).toEqual({ year: 2026, month: 3, day: 4 });
  });

  it.each(['draft', 'review', 'release'] as const)(
    'is a %s where the profile says so',
    async (status) => {
      const { opened } = await drafted({ 'trust.yaml': `status: ${status}\n${smallTrust}` });
      expect(opened?.status ?? 'refused').toBe(status);
    },
  );

  it('is a draft in spite of an error of meaning, which is told', async () => {
    const { document, diagnostics } = await drafted({ 'trust.yaml': flawedTrust });
    expect(codes(diagnostics)).toEqual(['unknown-evidence']);
    expect(document).not.toBeNull();
  });

  it.each([
    ['the profile calls itself one', { 'trust.yaml': `status: release\n${flawedTrust}` }, false],
    ['one was asked for', { 'trust.yaml': flawedTrust }, true],
  ])('is refused as a release with an error, where %s', async (_, files, release) => {
    const { opened, diagnostics } = await drafted(files, { release });
    expect(codes(diagnostics)).toContain('unknown-evidence');
    expect(opened).toBeNull();
  });

  it('is nothing where the profile cannot be read', async () => {
    const { opened, diagnostics } = await drafted({ 'trust.yaml': 'trust: [' });
    expect(opened).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'yaml-syntax', file: 'trust.yaml' }]);
  });

  it('is nothing where a template of the user’s does not work, and that file is named', async () => {
    const { document, diagnostics } = await drafted({
      'trust.yaml': smallTrust,
      [path.join('templates', 'sections', 'schools.hbs')]: '{{#if}}',
    });
    expect(document).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'template-problem', file: 'templates/sections/schools.hbs' },
    ]);
  });
});
