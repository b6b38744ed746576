import { copyFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { browsersFound } from '../../src/pdf/identity.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { posix } from '../support/processes.ts';

const program = (build: string) => `\u007fELF build ${build} ${'x'.repeat(200)}`;
const found = (cwd: string, browser: string) => browsersFound(browser, testEffects(cwd));

describe('which browser would print, told without starting it', () => {
  it('is the same wherever it stands and whenever it was put there', async () => {
    const cwd = folderWith({ 'a/chrome': program('1'), 'b/other': program('1') });
    utimesSync(path.join(cwd, 'b/other'), 0, 0);
    const told = await found(cwd, 'a/chrome');
    expect(told).toMatch(/^[0-9a-f]{64}$/);
    expect(await found(cwd, 'b/other')).toBe(told);
  });

  it('is another where the program is another build, or grew', async () => {
    const cwd = folderWith({
      'a/chrome': program('1'),
      'b/chrome': program('2'),
      'c/chrome': `${program('1')}${'x'.repeat(70_000)}`,
    });
    const all = await Promise.all(['a', 'b', 'c'].map((name) => found(cwd, `${name}/chrome`)));
    expect(new Set(all).size).toBe(3);
  });

  it('is another where the version that stands beside it is, as on Windows and a Mac', async () => {
    const cwd = folderWith({ 'a/chrome.exe': 'MZ', 'b/MacOS/chrome': 'mach', 'b/Info.plist': '1' });
    const windows = await found(cwd, 'a/chrome.exe');
    mkdirSync(path.join(cwd, 'a', '150.0.1.2'));
    expect(await found(cwd, 'a/chrome.exe')).not.toBe(windows);
    const mac = await found(cwd, 'b/MacOS/chrome');
    writeFileSync(path.join(cwd, 'b/Info.plist'), '2');
    expect(await found(cwd, 'b/MacOS/chrome')).not.toBe(mac);
  });

  it.runIf(posix)('is that of the program behind a script, or not known at all', async () => {
    const cwd = folderWith({ 'a/google-chrome': '#!/bin/sh\nexec chrome "$@"\n' });
    expect(await found(cwd, 'a/google-chrome')).toBeNull();
    writeFileSync(path.join(cwd, 'a/chrome'), program('1'));
    const told = await found(cwd, 'a/google-chrome');
    expect(told).not.toBeNull();
    writeFileSync(path.join(cwd, 'a/chrome'), program('2'));
    expect(await found(cwd, 'a/google-chrome')).not.toBe(told);
  });

  it('is not known where it is not there', async () => {
    const cwd = folderWith({ 'a/chrome': program('1') });
    expect(await found(cwd, 'a/nothing')).toBeNull();
    copyFileSync(path.join(cwd, 'a/chrome'), path.join(cwd, 'a/nothing'));
    expect(await found(cwd, 'a/nothing')).toBe(await found(cwd, 'a/chrome'));
  });
});
