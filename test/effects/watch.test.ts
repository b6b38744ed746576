import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchFolder } from '../../src/effects/watch.ts';
import { folderWith } from '../support/folder.ts';
import { posix, until } from '../support/processes.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 150));

/** A folder that is watched, and the names of what has changed in it. */
async function watched(files: Record<string, string>) {
  const root = folderWith(files);
  const seen = new Set<string | null>();
  const failed: unknown[] = [];
  const watching = watchFolder(root, {
    ignored: (file) => path.basename(file) === 'node_modules',
    changed: (file) => void seen.add(file && path.relative(root, file).split(path.sep).join('/')),
    failed: (error) => void failed.push(error),
  });
  onTestFinished(() => watching.close());
  // Folders within are found one after another.
  await soon();
  const at = (name: string) => path.join(root, ...name.split('/'));
  return {
    ...{ root, seen, failed, watching, at },
    sees: (name: string) => until(`${name} is seen`, () => seen.has(name)),
    write: (name: string, text = 'new') => writeFileSync(at(name), text),
  };
}

describe('a folder that is watched', () => {
  it('tells of a file that is written, however deep, and of one that is replaced', async () => {
    const { sees, write, at, seen } = await watched({ 'trust.yaml': '', 'a/b/c.hbs': '' });
    write('trust.yaml');
    write('a/b/c.hbs');
    await sees('trust.yaml');
    await sees('a/b/c.hbs');
    // As many editors save.
    for (let times = 0; times < 3; times++) {
      await soon();
      seen.clear();
      write('a/b/new');
      renameSync(at('a/b/new'), at('a/b/c.hbs'));
      await sees('a/b/c.hbs');
    }
  });

  it('tells of what is in a folder that is new, or that was replaced by another', async () => {
    const { sees, write, at, seen } = await watched({ 'images/a.png': '' });
    rmSync(at('images'), { recursive: true });
    mkdirSync(at('images'));
    await sees('images');
    await soon();
    write('images/b.png');
    await sees('images/b.png');
    mkdirSync(at('images/c'));
    await sees('images/c');
    await soon();
    seen.clear();
    write('images/c/d.png');
    await sees('images/c/d.png');
  });

  it('tells nothing of what is ignored, nor of what is in it', async () => {
    const { sees, write, seen } = await watched({ 'node_modules/a/b.js': '', 'trust.yaml': '' });
    write('node_modules/a/b.js');
    write('node_modules/c.js');
    write('trust.yaml');
    await sees('trust.yaml');
    await soon();
    expect([...seen]).toEqual(['trust.yaml']);
  });

  it('tells nothing more when it is closed', async () => {
    const { write, seen, watching } = await watched({ 'trust.yaml': '' });
    watching.close();
    write('trust.yaml');
    await soon();
    expect(seen.size).toBe(0);
  });

  it.runIf(posix)('says once that it has gone itself', async () => {
    const { root, failed } = await watched({ 'a/b.txt': '' });
    rmSync(root, { recursive: true });
    await until('it is told', () => failed.length > 0);
    await soon();
    expect(failed).toMatchObject([{ code: 'ENOENT' }]);
  });

  it('says so where there is none', async () => {
    const failed: unknown[] = [];
    const nowhere = path.join(folderWith(), 'nowhere');
    const quiet = { ignored: () => false, changed: () => {} };
    watchFolder(nowhere, { ...quiet, failed: (error) => void failed.push(error) });
    await until('it is told', () => failed.length > 0);
    expect(failed).toMatchObject([{ code: 'ENOENT' }]);
  });
});
