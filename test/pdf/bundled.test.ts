import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { type BundledBrowser, bundledPackage, unpackBundled } from '../../src/pdf/bundled.ts';
import { ownTemporary } from '../support/browsers.ts';
import { root, spawnCli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { until } from '../support/processes.ts';

const carried = process.platform === 'linux' && process.arch === 'x64';

/** An empty cache, and the temporary folder of those who use it. */
function emptyCache() {
  const folder = folderWith();
  const cache = path.join(folder, 'cache');
  const temporary = ownTemporary(folder);
  vi.stubEnv('TMPDIR', temporary);
  return { folder, cache, temporary, env: { THRIVING_CASE_CACHE: cache } };
}

function unpack(env: Record<string, string>, signal = new AbortController().signal) {
  const folder = bundledPackage({ cwd: process.cwd(), platform: 'linux' }) ?? 'not installed';
  return unpackBundled(folder, signal, {
    env,
    platform: 'linux',
    onExit: () => ({ release() {} }),
  });
}

function expectWhole({ path: program, libraries, fontConfig }: BundledBrowser) {
  expect(statSync(program).size).toBeGreaterThan(100_000_000);
  expect(statSync(program).mode & 0o111).toBe(0o111);
  expect(readdirSync(libraries)).toContain('libnss3.so');
  expect(existsSync(fontConfig)).toBe(true);
}

describe('the browser that the npm package @sparticuz/chromium carries', () => {
  it('is for Linux on x64 alone', () => {
    const on = (platform: NodeJS.Platform) => bundledPackage({ cwd: process.cwd(), platform });
    expect(on('win32')).toBeNull();
    expect(on('darwin')).toBeNull();
    expect(on('linux') !== null).toBe(process.arch === 'x64');
  });

  it.runIf(carried)('is unpacked once, whole, and then only looked up', async () => {
    const { cache, env } = emptyCache();
    const browser = await unpack(env);
    expectWhole(browser);
    expect(path.dirname(path.dirname(browser.path))).toBe(cache);
    const { mtimeMs } = statSync(browser.path);

    const started = performance.now();
    expect(await unpack(env)).toEqual(browser);
    expect(performance.now() - started).toBeLessThan(500);
    expect(statSync(browser.path).mtimeMs).toBe(mtimeMs);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it.runIf(carried)('is given up when the time is over, and leaves no half of it', async () => {
    const { cache, env } = emptyCache();
    const stop = new AbortController();
    const unpacking = unpack(env, stop.signal);
    unpacking.catch(() => {});
    await until('it begins', () => existsSync(cache) && readdirSync(cache).length === 1);
    expect(readdirSync(cache)[0]).toMatch(/\.tmp$/);
    stop.abort();
    await expect(unpacking).rejects.toThrow(/abort/i);
    expect(readdirSync(cache)).toEqual([]);
  });

  it.runIf(carried)('is not taken from the half that a killed run has left', async () => {
    const { cache, env } = emptyCache();
    const half = (name: string) => {
      const folder = path.join(cache, `sparticuz-chromium-143.0.4.${name}.tmp`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'chromium'), 'half');
      return folder;
    };
    const old = half('0123456789ab');
    const recent = half('ba9876543210');
    const twoHoursAgo = Date.now() / 1000 - 2 * 60 * 60;
    utimesSync(old, twoHoursAgo, twoHoursAgo);
    expectWhole(await unpack(env));
    // A recent one may be another process’s; an old one is nobody’s.
    expect(existsSync(old)).toBe(false);
    expect(existsSync(recent)).toBe(true);
  });

  it.runIf(carried)(
    'goes below the temporary folder where the cache cannot be written',
    async () => {
      const { folder, temporary } = emptyCache();
      writeFileSync(path.join(folder, 'file'), '');
      const browser = await unpack({ THRIVING_CASE_CACHE: path.join(folder, 'file', 'cache') });
      expectWhole(browser);
      const own = path.join(temporary, `thriving-case-${process.getuid?.()}`);
      expect(path.dirname(path.dirname(browser.path))).toBe(own);
      expect(statSync(own).mode & 0o777).toBe(0o700);
    },
  );

  it.runIf(carried)('is never run from a folder that another user has made', async () => {
    const { temporary } = emptyCache();
    const me = process.getuid?.() ?? 0;
    mkdirSync(path.join(temporary, `thriving-case-${me + 1}`));
    vi.spyOn(process, 'getuid').mockReturnValue(me + 1);
    // Without a home, there is no cache either.
    await expect(unpack({})).rejects.toThrow('belongs to another user');
  });
});

describe.runIf(carried)('an empty cache', () => {
  const args = ['build', path.join(root, 'examples', 'minimal.yaml'), '--format', 'pdf', '--out'];
  /** A machine on which no other browser is found. */
  const bare = (env: Record<string, string>, temporary: string, folder: string) => ({
    ...{ ...env, HOME: folder, PATH: '', XDG_CACHE_HOME: '', PUPPETEER_CACHE_DIR: '' },
    TMPDIR: temporary,
  });

  it('serves two processes that fill it at the same time', async () => {
    const { folder, cache, temporary, env } = emptyCache();
    const all = bare(env, temporary, folder);
    const runs = ['one', 'two'].map((out) => spawnCli([...args, out], { cwd: folder, env: all }));
    for (const { code, stderr } of await Promise.all(runs.map(({ finished }) => finished))) {
      expect({ code, stderr }).toMatchObject({ code: 0 });
    }
    expect(existsSync(path.join(folder, 'one', 'prospectus.pdf'))).toBe(true);
    expect(existsSync(path.join(folder, 'two', 'prospectus.pdf'))).toBe(true);
    expect(readdirSync(cache).filter((name) => name.startsWith('sparticuz-'))).toHaveLength(1);
  });

  /** A build in its own process that has begun to unpack. */
  async function unpacking({ folder, cache, temporary, env }: ReturnType<typeof emptyCache>) {
    const all = bare(env, temporary, folder);
    const { child, finished } = spawnCli([...args, 'one'], { cwd: folder, env: all });
    const halves = () =>
      existsSync(cache) ? readdirSync(cache).filter((name) => name.endsWith('.tmp')) : [];
    await until('it begins', () => halves().length === 1);
    return { child, finished, halves, all };
  }

  it('is empty again after an interruption', async () => {
    const where = emptyCache();
    const { child, finished } = await unpacking(where);
    child.kill('SIGINT');
    expect(await finished).toMatchObject({ code: 130 });
    expect(readdirSync(where.cache).filter((name) => name.startsWith('sparticuz-'))).toEqual([]);
  });

  it('serves the next run when the one that was filling it was killed outright', async () => {
    const where = emptyCache();
    const { child, finished, halves, all } = await unpacking(where);
    child.kill('SIGKILL');
    expect(await finished).toMatchObject({ signal: 'SIGKILL' });
    expect(halves()).toHaveLength(1);

    const next = spawnCli([...args, 'two'], { cwd: where.folder, env: all });
    expect(await next.finished).toMatchObject({ code: 0 });
    expect(existsSync(path.join(where.folder, 'one'))).toBe(false);
    expect(existsSync(path.join(where.folder, 'two', 'prospectus.pdf'))).toBe(true);
  });
});
