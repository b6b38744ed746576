import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProfile } from '../../src/profile/find.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

const trust = 'trust:\n  name: A\n';

/** What is found from a folder of these files, or from one below it. */
async function find(files: Record<string, string>, wanted?: string, from = '.') {
  const folder = folderWith(files);
  const { value, diagnostics } = await findProfile(wanted, testEffects(path.join(folder, from)));
  const relative = (file: string) => path.relative(folder, file).split(path.sep).join('/');
  return {
    main: value && relative(value.main),
    folder: value && relative(value.folder),
    parts:
      value && Object.fromEntries([...value.parts].map(([key, file]) => [key, relative(file)])),
    diagnostics,
  };
}

describe('findProfile', () => {
  it('takes the trust.yaml of the folder it is run in', async () => {
    expect(await find({ 'trust.yaml': trust })).toEqual({
      main: 'trust.yaml',
      folder: '',
      parts: {},
      diagnostics: [],
    });
  });

  it('takes the nearest one above', async () => {
    const files = { 'trust.yaml': trust, 'a/trust.yaml': trust, 'a/b/c/notes.txt': '' };
    expect(await find(files, undefined, 'a/b/c')).toMatchObject({
      main: 'a/trust.yaml',
      folder: 'a',
    });
  });

  it('takes trust.yml where there is no trust.yaml', async () => {
    expect(await find({ 'trust.yml': trust })).toMatchObject({ main: 'trust.yml' });
  });

  it('takes the folder that is named', async () => {
    expect(await find({ 'our trust/trust.yaml': trust }, 'our trust')).toMatchObject({
      main: 'our trust/trust.yaml',
      folder: 'our trust',
    });
  });

  it('takes the file that is named, and by its own name reads it alone', async () => {
    const files = { 'minimal.yaml': trust, 'schools.yaml': 'schools: []\n' };
    expect(await find(files, 'minimal.yaml')).toMatchObject({ main: 'minimal.yaml', parts: {} });
  });

  it('takes the parts beside a trust.yaml that is named', async () => {
    const files = { 'trust.yaml': trust, 'schools.yaml': 'schools: []\n' };
    expect(await find(files, 'trust.yaml')).toMatchObject({
      parts: { schools: 'schools.yaml' },
    });
  });

  it('takes parts by the key they are named for, and leaves other files alone', async () => {
    const files = {
      'trust.yaml': trust,
      'schools.yaml': '',
      'case-studies.yml': '',
      'stays_and_changes.yaml': '',
      'notes.yaml': '',
      'schools.csv': '',
      '.github/evidence.yaml': '',
    };
    const { parts, diagnostics } = await find(files);
    expect(parts).toEqual({
      schools: 'schools.yaml',
      case_studies: 'case-studies.yml',
      stays_and_changes: 'stays_and_changes.yaml',
    });
    expect(diagnostics).toEqual([]);
  });

  it('wonders about a file whose name is nearly that of a part', async () => {
    const { diagnostics } = await find({ 'trust.yaml': trust, 'case-study.yaml': '' });
    expect(diagnostics).toMatchObject([
      {
        code: 'unused-file',
        severity: 'warning',
        file: 'case-study.yaml',
        message: 'case-study.yaml is not read: no part of a profile is called “case-study”.',
        hint: 'If it is meant to hold “case_studies”, rename it to case-studies.yaml.',
      },
    ]);
  });

  it('reads Trust.yaml once where capitals do not count, as on most laptops', async () => {
    const folder = folderWith({ 'Trust.yaml': trust });
    const effects = testEffects(folder);
    const look = (file: string) => effects.files.look(file.replace(/trust\.yaml$/, 'Trust.yaml'));
    const { value, diagnostics } = await findProfile(undefined, {
      ...effects,
      files: { ...effects.files, look },
    });
    expect(diagnostics).toEqual([]);
    expect(value?.parts.size).toBe(0);
  });

  it.each([
    [
      'nothing is named and nothing is there',
      undefined,
      {},
      'There is no trust.yaml in this folder',
      'Go to the folder',
    ],
    [
      'a folder has none',
      'ours',
      { 'ours/notes.txt': '' },
      'The folder ours has no trust.yaml.',
      'thriving-case init',
    ],
    [
      'Notepad has added .txt to its name',
      'ours',
      { 'ours/trust.yaml.txt': trust },
      'The folder ours has no trust.yaml.',
      'It holds trust.yaml.txt: rename it to trust.yaml.',
    ],
    [
      'a folder has other YAML',
      'ours',
      { 'ours/profile.yaml': trust },
      'The folder ours has no trust.yaml.',
      'It holds profile.yaml: rename',
    ],
    [
      'a name is misspelt',
      'trsut.yaml',
      { 'trust.yaml': trust },
      'There is nothing at trsut.yaml.',
      'Did you mean trust.yaml?',
    ],
    [
      'a name is like none',
      'quillbrook',
      { 'notes.txt': '' },
      'There is nothing at quillbrook.',
      'Check the spelling',
    ],
    [
      'the folder of a file does not exist',
      'a/b/trust.yaml',
      {},
      'There is nothing at a/b/trust.yaml.',
      'does not exist either',
    ],
  ])('finds none where %s, and says so', async (_, wanted, files, message, hint) => {
    const { main, diagnostics } = await find(files as Record<string, string>, wanted);
    expect(main).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'no-profile', severity: 'error', file: null, range: null },
    ]);
    expect(diagnostics[0]?.message).toContain(message);
    expect(diagnostics[0]?.hint).toContain(hint);
  });

  it('does not take a device for a file', async () => {
    const effects = testEffects('/');
    const look = () => Promise.resolve({ kind: 'other' as const, bytes: 0 });
    const { diagnostics } = await findProfile('null', {
      ...effects,
      files: { ...effects.files, look },
    });
    expect(diagnostics).toMatchObject([
      { code: 'no-profile', message: 'null is neither a file nor a folder.' },
    ]);
  });
});
