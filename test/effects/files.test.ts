import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import type { FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isCode, nodeFiles } from '../../src/effects/files.ts';
import { systemError } from '../support/failing.ts';
import { folderWith } from '../support/folder.ts';
import { posix } from '../support/processes.ts';

/** How the disk fails: at which call, and with what code. */
const disk = vi.hoisted(() => ({
  fails: {} as { writeFile?: string; sync?: string; rename?: string },
  /** How often files are renamed, and how often that fails before it works. */
  renames: 0,
  busy: Number.POSITIVE_INFINITY,
}));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const failing = (call: keyof typeof disk.fails) => {
    const code = disk.fails[call];
    return code ? () => Promise.reject(Object.assign(new Error(code), { code })) : undefined;
  };
  const watched = (handle: FileHandle) =>
    new Proxy(handle, {
      get(target, name) {
        const fail = name === 'writeFile' || name === 'sync' ? failing(name) : undefined;
        const value = Reflect.get(target, name);
        return fail ?? (typeof value === 'function' ? value.bind(target) : value);
      },
    });
  return {
    ...real,
    open: async (...args: Parameters<typeof open>) => watched(await real.open(...args)),
    rename: (...args: Parameters<typeof real.rename>) => {
      disk.renames += 1;
      const fails = disk.renames <= disk.busy ? failing('rename') : undefined;
      return fails?.() ?? real.rename(...args);
    },
  };
});

function files() {
  disk.fails = {};
  return nodeFiles(() => ({ release() {} }));
}

describe('looking', () => {
  it('tells files, folders, other things and nothing apart', async () => {
    const folder = folderWith({ 'a/b.txt': 'four' });
    const at = (...parts: string[]) => files().look(path.join(folder, ...parts));
    expect(await at('a', 'b.txt')).toEqual({ kind: 'file', bytes: 4 });
    expect(await at('a')).toMatchObject({ kind: 'folder' });
    expect(await at('c')).toBeNull();
    expect(await at('a', 'b.txt', 'c')).toBeNull();
    if (posix) expect(await files().look('/dev/null')).toMatchObject({ kind: 'other' });
  });

  it('lists a folder in an order that every system shares', async () => {
    const folder = folderWith({ 'b.yaml': '', 'Z.yaml': '', 'a/x': '', 'é.yaml': '' });
    const names = (await files().list(folder)).map((name) => name.normalize('NFC'));
    expect(names).toEqual(['Z.yaml', 'a', 'b.yaml', 'é.yaml']);
    await expect(files().list(path.join(folder, 'c'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('reads bytes as they are', async () => {
    const bytes = Uint8Array.of(0, 255, 13, 10);
    const folder = folderWith({ 'a.bin': bytes });
    expect([...(await files().read(path.join(folder, 'a.bin')))]).toEqual([...bytes]);
    await expect(files().read(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it.runIf(posix)('follows links to where they lead', async () => {
    const folder = folderWith({ 'real/a.txt': 'x' });
    symlinkSync(path.join(folder, 'real'), path.join(folder, 'link'));
    expect(await files().resolve(path.join(folder, 'link', 'a.txt'))).toBe(
      path.join(folder, 'real', 'a.txt'),
    );
  });
});

describe('writing', () => {
  it('makes the file and the folders it is in', async () => {
    const folder = folderWith();
    await files().write(path.join(folder, 'a', 'b', 'c.txt'), 'words £5');
    expect(readFileSync(path.join(folder, 'a', 'b', 'c.txt'), 'utf8')).toBe('words £5');
    expect(readdirSync(path.join(folder, 'a', 'b'))).toEqual(['c.txt']);
  });

  it.runIf(posix)(
    'replaces a file whole: who reads meanwhile sees the old one or the new one',
    async () => {
      const folder = folderWith();
      const file = path.join(folder, 'a.txt');
      const texts = ['a', 'b'].map((letter) => letter.repeat(2_000_000));
      await files().write(file, texts[0] ?? '');
      let writing = true;
      const written = (async () => {
        for (let times = 1; times <= 6; times++) await files().write(file, texts[times % 2] ?? '');
        writing = false;
      })();
      const seen = new Set<number>();
      while (writing) {
        seen.add(texts.indexOf(readFileSync(file, 'utf8')));
        await new Promise((resolve) => setImmediate(resolve));
      }
      await written;
      expect([...seen].sort()).toEqual([0, 1]);
    },
  );

  it.each(['writeFile', 'sync', 'rename'] as const)(
    'that fails in %s leaves the old file and nothing beside it',
    async (call) => {
      const folder = folderWith({ 'a.txt': 'old' });
      const writer = files();
      disk.fails = { [call]: 'ENOSPC' };
      const writing = writer.write(path.join(folder, 'a.txt'), 'new');
      await expect(writing).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(readdirSync(folder)).toEqual(['a.txt']);
      expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('old');
    },
  );

  it.each([
    ['EBUSY', 'win32'],
    ['EPERM', 'win32'],
    ['EACCES', 'win32'],
    ['EBUSY', 'linux'],
  ] as const)('waits while the file is open elsewhere: %s on %s', async (code, platform) => {
    const folder = folderWith({ 'a.txt': 'old' });
    const writer = nodeFiles(() => ({ release() {} }), { platform });
    Object.assign(disk, { fails: { rename: code }, renames: 0, busy: 3 });
    await writer.write(path.join(folder, 'a.txt'), 'new');
    expect(disk.renames).toBe(4);
    expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it.each([
    ['EBUSY', 'win32', 3],
    ['EPERM', 'linux', 1],
    ['EACCES', 'darwin', 1],
    ['ENOSPC', 'win32', 1],
  ] as const)(
    'does not wait for ever, nor for what will not change: %s on %s',
    async (code, platform, times) => {
      const folder = folderWith({ 'a.txt': 'old' });
      const writer = nodeFiles(() => ({ release() {} }), { platform, waits: [5, 5] });
      Object.assign(disk, { fails: { rename: code }, renames: 0, busy: Number.POSITIVE_INFINITY });
      await expect(writer.write(path.join(folder, 'a.txt'), 'new')).rejects.toMatchObject({ code });
      expect(disk.renames).toBe(times);
      expect(readdirSync(folder)).toEqual(['a.txt']);
    },
  );

  it('stops waiting when the user interrupts', async () => {
    const folder = folderWith({ 'a.txt': 'old' });
    const user = new AbortController();
    const writer = nodeFiles(() => ({ release() {} }), {
      waits: [60_000],
      interrupted: user.signal,
    });
    Object.assign(disk, { fails: { rename: 'EBUSY' }, renames: 0, busy: Number.POSITIVE_INFINITY });
    const writing = writer.write(path.join(folder, 'a.txt'), 'new');
    setTimeout(() => user.abort(), 100);
    await expect(writing).rejects.toMatchObject({ code: 'EBUSY' });
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('that is cut short by the end of the process is cleaned up at once', async () => {
    const folder = folderWith({ 'a.txt': 'old' });
    const cleanups = new Set<() => void>();
    const writer = nodeFiles((clean) => {
      cleanups.add(clean);
      return { release: () => cleanups.delete(clean) };
    });
    const writing = writer.write(path.join(folder, 'a.txt'), 'x'.repeat(50_000_000));
    writing.catch(() => {});
    while (readdirSync(folder).length === 1) await new Promise((done) => setImmediate(done));
    for (const clean of cleanups) clean();
    expect(readdirSync(folder)).toEqual(['a.txt']);
    expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('old');
    await writing.catch(() => {});
    expect(cleanups.size).toBe(0);
  });

  it('removes what a killed run left an hour ago, and nothing else', async () => {
    const folder = folderWith({
      '.prospectus.pdf.0123456789ab.tmp': 'half',
      '.prospectus.md.ba9876543210.tmp': 'half, by another that is running now',
      '.notes.tmp': 'somebody’s',
      'prospectus.0123456789ab.tmp': 'somebody’s',
    });
    const old = Date.now() / 1000 - 2 * 60 * 60;
    for (const name of readdirSync(folder)) {
      if (name !== '.prospectus.md.ba9876543210.tmp') utimesSync(path.join(folder, name), old, old);
    }
    await files().write(path.join(folder, 'prospectus.html'), 'new');
    expect(readdirSync(folder).sort()).toEqual([
      '.notes.tmp',
      '.prospectus.md.ba9876543210.tmp',
      'prospectus.0123456789ab.tmp',
      'prospectus.html',
    ]);
  });

  it('does not write over a folder', async () => {
    const folder = folderWith();
    mkdirSync(path.join(folder, 'a.txt'));
    writeFileSync(path.join(folder, 'a.txt', 'note'), '');
    await expect(files().write(path.join(folder, 'a.txt'), 'new')).rejects.toBeInstanceOf(Error);
    expect(existsSync(path.join(folder, 'a.txt', 'note'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

describe('the code of an error', () => {
  it('is recognised among several, and only on errors of the system', () => {
    expect(isCode(systemError('EBUSY'), 'EPERM', 'EBUSY')).toBe(true);
    expect(isCode(systemError('EBUSY'), 'EPERM')).toBe(false);
    expect(isCode(new Error('EBUSY'), 'EBUSY')).toBe(false);
    expect(isCode({ code: 'EBUSY' }, 'EBUSY')).toBe(false);
    expect(isCode(undefined, 'EBUSY')).toBe(false);
  });
});
