import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/profile/limits.ts';
import { loadFile } from '../../src/profile/load.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';

async function load(content: string | Uint8Array, limits = defaultLimits) {
  const folder = folderWith({ 'trust.yaml': content });
  return loadFile(path.join(folder, 'trust.yaml'), testEffects(folder), limits);
}

const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('loadFile', () => {
  it('reads text in UTF-8, with accents, and takes the byte order mark off', async () => {
    const { yaml } = await load('\ufefftrust: Llŷn “£”\n');
    expect(yaml.value).toEqual({ trust: 'Llŷn “£”' });
    expect(yaml.rangeOf(['trust'], 'key').start).toEqual({ line: 1, column: 1, offset: 0 });
  });

  it.each([
    ['UTF-16 as Windows Notepad calls Unicode', utf16('trust: A\n'), 'saved as “Unicode”'],
    ['UTF-16 the other way round', utf16('trust: A\n', true), 'saved as “Unicode”'],
    ['a Word or Excel file', Buffer.from('PK\u0003\u0004\u0000\u0000trust'), 'Word or Excel'],
    [
      'the encoding of older Windows programs',
      Buffer.from('fee: £5 – caf\xe9', 'latin1'),
      'accents',
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'UTF-8'],
    ['text with a null character', 'trust: A\u0000\n', 'UTF-8'],
  ])('says what to do with %s', async (_, content, hint) => {
    const { yaml } = await load(content);
    expect(yaml.value).toBeUndefined();
    expect(yaml.diagnostics).toMatchObject([
      { code: 'not-text', severity: 'error', file: 'trust.yaml', range: null },
    ]);
    expect(yaml.diagnostics[0]?.hint).toContain(hint);
  });

  it.each([
    ['a pound sign of older Windows programs', Buffer.from('a: 1\nb: 2\nfee: £5\n', 'latin1'), 3],
    ['a null character', 'a: 1\nb: 2\u0000\n', 2],
    ['UTF-16', utf16('a: 1\nb: 2\n'), 1],
  ])('says in which line it begins not to be text: %s', async (_, content, line) => {
    const { yaml } = await load(content);
    expect(yaml.diagnostics[0]?.message).toMatch(new RegExp(`from line ${line}\\.$`));
  });

  it('does not open a file that is too large', async () => {
    const limits = { ...defaultLimits, bytes: 10 };
    expect((await load('a: 1234567', limits)).yaml.diagnostics).toEqual([]);
    expect((await load('a: 12345678', limits)).yaml.diagnostics).toMatchObject([
      { code: 'profile-too-large', file: 'trust.yaml', range: null },
    ]);
  });

  it('says how large is too large', async () => {
    const { yaml } = await load(Buffer.alloc(9 * 1024 * 1024, 'a'));
    expect(yaml.diagnostics[0]?.message).toBe(
      'This file has 9 MB; a profile’s file may have 8 MB.',
    );
  });

  it('says of a folder in the place of a file that it cannot be read', async () => {
    const folder = folderWith();
    mkdirSync(path.join(folder, 'schools.yaml'));
    const { yaml } = await loadFile(
      path.join(folder, 'schools.yaml'),
      testEffects(folder),
      defaultLimits,
    );
    expect(yaml.diagnostics).toMatchObject([{ code: 'unreadable-file', file: 'schools.yaml' }]);
  });

  it('says of a file that vanishes while it is being read that it cannot be', async () => {
    const folder = folderWith();
    const { yaml } = await loadFile(
      path.join(folder, 'trust.yaml'),
      testEffects(folder),
      defaultLimits,
    );
    expect(yaml.diagnostics).toMatchObject([{ code: 'unreadable-file', file: 'trust.yaml' }]);
  });

  it('says whose permission is needed', async () => {
    const folder = folderWith({ 'trust.yaml': 'trust: A\n' });
    const effects = testEffects(folder);
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    const read = () => Promise.reject(denied);
    const { yaml } = await loadFile(
      path.join(folder, 'trust.yaml'),
      { ...effects, files: { ...effects.files, read } },
      defaultLimits,
    );
    expect(yaml.diagnostics).toMatchObject([
      {
        code: 'unreadable-file',
        message: 'You do not have permission to read trust.yaml.',
        hint: 'Ask whoever owns the file, or copy it to a folder of your own.',
      },
    ]);
  });

  // The superuser may read everything, and Windows has other permissions.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'meets a file it may not read',
    async () => {
      const folder = folderWith({ 'trust.yaml': 'trust: A\n' });
      const file = path.join(folder, 'trust.yaml');
      chmodSync(file, 0o000);
      const { yaml } = await loadFile(file, testEffects(folder), defaultLimits);
      expect(yaml.diagnostics[0]?.message).toContain('permission');
    },
  );
});
