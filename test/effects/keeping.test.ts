import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/effects/files.ts';
import { personWith } from '../support/dialogue.ts';
import { folderWith } from '../support/folder.ts';
import { profileIn, sit } from '../support/interview.ts';

const files = nodeFiles(() => ({ release() {} }));

describe('files that are kept', () => {
  it('are added to, and begun with their folder where they are not there', async () => {
    const file = path.join(folderWith(), 'a', 'journal');
    await files.append(file, 'one\n');
    await files.append(file, 'two\n');
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  });

  it('are created once', async () => {
    const file = path.join(folderWith(), 'a', 'lock');
    await files.create(file, 'mine');
    await expect(files.create(file, 'yours')).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await files.remove(file);
    await files.remove(file);
    await files.create(file, 'yours');
  });

  it.skipIf(process.platform === 'win32')(
    'can be read by the same people after they were written',
    async () => {
      const folder = folderWith({ 'trust.yaml': 'trust:\n  name: A\n' });
      const file = path.join(folder, 'trust.yaml');
      chmodSync(file, 0o600);
      await files.write(file, 'trust:\n  name: B\n');
      expect(statSync(file).mode & 0o777).toBe(0o600);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'are written where a link leads to, and the link stays',
    async () => {
      const folder = folderWith({ 'real/profile.yaml': 'trust:\n  name: A\n' });
      symlinkSync(path.join('real', 'profile.yaml'), path.join(folder, 'trust.yaml'));
      const person = personWith({
        'To go on, press Enter': '',
        'How many schools do you take': ['One.'],
      });
      await sit(folder, person, { only: ['growth'] });
      expect(lstatSync(path.join(folder, 'trust.yaml')).isSymbolicLink()).toBe(true);
      expect(profileIn(folder, 'real/profile.yaml')).toContain('pace: One.');
    },
  );

  it('stay out of a repository, all but the profile', async () => {
    const folder = folderWith();
    await sit(folder, personWith({}), { only: ['growth'] });
    expect(profileIn(folder, '.thriving-case/.gitignore')).toBe('*\n');
  });
});
