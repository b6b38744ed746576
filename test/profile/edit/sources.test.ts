import { describe, expect, it } from 'vitest';
import { changesTo, readSources, type Typed } from '../../../src/profile/edit/sources.ts';
import { testEffects } from '../../support/effects.ts';
import { folderWith } from '../../support/folder.ts';

async function changed(files: Readonly<Record<string, string>>, change: (profile: Typed) => void) {
  const folder = folderWith(files);
  const effects = testEffects(folder);
  const { value: sources } = await readSources(folder, effects);
  if (!sources) throw new Error('Not readable.');
  const after = structuredClone(sources.value);
  change(after);
  const changes = await changesTo(sources, after, () => '# new\n', effects);
  return Object.fromEntries((changes ?? []).map((file) => [file.name, file.after]));
}

describe('readSources', () => {
  it('joins the parts of a profile, and finds nothing where there is none', async () => {
    const folder = folderWith({
      'trust.yaml': 'trust:\n  name: A\n',
      'schools.yaml': 'schools:\n  - name: B\n',
      'notes.yaml': 'x: y\n',
    });
    const { value } = await readSources(folder, testEffects(folder));
    expect(value?.value).toEqual({ trust: { name: 'A' }, schools: [{ name: 'B' }] });
    const empty = folderWith();
    expect((await readSources(empty, testEffects(empty))).value?.files).toEqual([]);
  });

  it.each([
    ['broken', { 'trust.yaml': 'trust: [\n' }, 'yaml-syntax'],
    ['a list', { 'trust.yaml': '- a\n' }, 'wrong-type'],
    [
      'in two places at once',
      {
        'trust.yaml': 'trust:\n  name: A\nschools:\n  - name: B\n',
        'schools.yaml': 'schools:\n  - name: C\n',
      },
      'misplaced-part',
    ],
  ])('says what is wrong with a profile that is %s', async (_, files, code) => {
    const folder = folderWith(files);
    const { value, diagnostics } = await readSources(folder, testEffects(folder));
    expect(value).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  it('says what is wrong with a file that is no text', async () => {
    const folder = folderWith({ 'trust.yaml': new Uint8Array([0xff, 0xfe, 0x41, 0x00]) });
    const { value, diagnostics } = await readSources(folder, testEffects(folder));
    expect(value).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['not-text']);
  });
});

describe('changesTo', () => {
  it('changes only the files in which something differs', async () => {
    const files = {
      'trust.yaml': '# main\ntrust:\n  name: A\n',
      'schools.yaml': '# schools\nschools:\n  - name: B\n',
    };
    expect(
      await changed(files, (profile) => Object.assign(profile, { schools: [{ name: 'C' }] })),
    ).toEqual({ 'schools.yaml': '# schools\nschools:\n  - name: C\n' });
  });

  it('puts a new part into the file of its name, else into the main one', async () => {
    const files = { 'trust.yaml': 'trust:\n  name: A\n', 'risks.yaml': '# none yet\n' };
    expect(
      await changed(files, (profile) =>
        Object.assign(profile, { risks: [{ risk: 'R' }], growth: { pace: 'One.' } }),
      ),
    ).toEqual({
      'trust.yaml': 'trust:\n  name: A\ngrowth:\n  pace: One.\n',
      'risks.yaml': '# none yet\nrisks:\n  - risk: R\n',
    });
  });

  it('begins a profile that is not there', async () => {
    expect(
      await changed({}, (profile) => Object.assign(profile, { trust: { name: 'A' } })),
    ).toEqual({
      'trust.yaml': '# new\ntrust:\n  name: A\n',
    });
  });

  it('keeps a byte order mark', async () => {
    expect(
      await changed({ 'trust.yaml': '\ufefftrust:\n  name: A\n' }, (profile) =>
        Object.assign(profile, { trust: { name: 'B' } }),
      ),
    ).toEqual({ 'trust.yaml': '\ufefftrust:\n  name: B\n' });
  });

  it('changes nothing where one of the files cannot be changed safely', async () => {
    // A key with a question mark and no colon: there is no place for a value.
    const folder = folderWith({
      'trust.yaml': 'risks:\n  - risk: R\n',
      'growth.yaml': '? growth\n',
    });
    const effects = testEffects(folder);
    const { value: sources } = await readSources(folder, effects);
    const after = { risks: [{ risk: 'S' }], growth: { pace: 'One.' } };
    expect(sources).not.toBeNull();
    expect(sources && (await changesTo(sources, after, () => '', effects))).toBeUndefined();
  });
});
