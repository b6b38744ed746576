import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { draft } from '../../src/build/draft.ts';
import { prospectus } from '../../src/knowledge/editions.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { flawedTrust, smallTrust } from '../support/trusts.ts';

const codes = (diagnostics: readonly { code: string }[]) => diagnostics.map(({ code }) => code);

function drafted(
  files: Record<string, string>,
  options: { release?: boolean; env?: Record<string, string> } = {},
) {
  const folder = folderWith(files);
  const { release = false, env = {} } = options;
  const wanted = { profile: folder, editions: [prospectus], release };
  return draft(wanted, testEffects(folder, { env }));
}

describe('drafting', () => {
  it('gives each edition as Markdown and as a page, with the day of the clock', async () => {
    const { value, diagnostics } = await drafted({ 'trust.yaml': smallTrust });
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ status: 'draft', date: { year: 2026, month: 11, day: 24 } });
    const [document, ...others] = value?.documents ?? [];
    expect(others).toEqual([]);
    expect(document?.edition).toBe(prospectus);
    expect(document?.markdown).toContain('# Should your school join Otterwick Learning Trust?');
    expect(document?.html).toMatch(/^<!doctype html>/i);
    expect(document?.html).toContain('Otterwick Learning Trust');
  });

  it('dates what it prints by the profile’s as_of, and by SOURCE_DATE_EPOCH before that', async () => {
    const trust = { 'trust.yaml': `as_of: 1 September 2026\n${smallTrust}` };
    const asOf = await drafted(trust);
    expect(asOf.value?.date).toEqual({ year: 2026, month: 9, day: 1 });
    expect(asOf.value?.documents[0]?.markdown).toContain('1 September 2026');
    const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 2, 4) / 1000) };
    const fixed = await drafted(trust, { env });
    expect(fixed.value?.date).toEqual({ year: 2026, month: 3, day: 4 });
  });

  it.each(['draft', 'review', 'release'] as const)(
    'is a %s where the profile says so',
    async (status) => {
      const { value } = await drafted({ 'trust.yaml': `status: ${status}\n${smallTrust}` });
      expect(value?.status ?? 'refused').toBe(status);
    },
  );

  it('is a draft in spite of an error of meaning, which is told', async () => {
    const { value, diagnostics } = await drafted({ 'trust.yaml': flawedTrust });
    expect(codes(diagnostics)).toEqual(['unknown-evidence']);
    expect(value?.documents).toHaveLength(1);
  });

  it.each([
    ['the profile calls itself one', { 'trust.yaml': `status: release\n${flawedTrust}` }, false],
    ['one was asked for', { 'trust.yaml': flawedTrust }, true],
  ])('is refused as a release with an error, where %s', async (_, files, release) => {
    const { value, diagnostics } = await drafted(files, { release });
    expect(codes(diagnostics)).toContain('unknown-evidence');
    expect(value).toBeNull();
  });

  it('is nothing where the profile cannot be read', async () => {
    const { value, diagnostics } = await drafted({ 'trust.yaml': 'trust: [' });
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'yaml-syntax', file: 'trust.yaml' }]);
  });

  it('is nothing where a template of the user’s does not work, and that file is named', async () => {
    const { value, diagnostics } = await drafted({
      'trust.yaml': smallTrust,
      [path.join('templates', 'sections', 'schools.hbs')]: '{{#if}}',
    });
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'template-problem', file: 'templates/sections/schools.hbs' },
    ]);
  });
});
