import { mkdirSync, readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeAbandoned } from '../../src/effects/abandoned.ts';
import { folderWith } from '../support/folder.ts';

describe('what a killed run left', () => {
  it('is removed when nobody has touched it for an hour, folders with all that is in them', async () => {
    const folder = folderWith({ 'old.tmp/inside': '', 'recent.tmp': '', 'older.tmp': '', old: '' });
    mkdirSync(path.join(folder, 'kept.d'));
    const minutesAgo = (minutes: number) => Date.now() / 1000 - minutes * 60;
    const touch = (name: string, minutes: number) =>
      utimesSync(path.join(folder, name), minutesAgo(minutes), minutesAgo(minutes));
    touch('old.tmp', 61);
    touch('older.tmp', 6000);
    touch('recent.tmp', 59);
    touch('old', 6000);
    await removeAbandoned(folder, /\.tmp$/);
    expect(readdirSync(folder).sort()).toEqual(['kept.d', 'old', 'recent.tmp']);
  });

  it('is no reason to fail where the folder is not there', async () => {
    await expect(removeAbandoned(path.join(folderWith(), 'no'), /./)).resolves.toBeUndefined();
  });
});
