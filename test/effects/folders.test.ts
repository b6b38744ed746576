import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder, puppeteerCacheFolder } from '../../src/effects/folders.ts';

const windows = { LOCALAPPDATA: 'C:\\Users\\ana\\AppData\\Local', USERPROFILE: 'C:\\Users\\ana' };

describe('the cache folder', () => {
  it.each([
    ['win32', windows, 'C:\\Users\\ana\\AppData\\Local\\thriving-case'],
    ['darwin', { HOME: '/Users/ana' }, '/Users/ana/Library/Caches/thriving-case'],
    ['linux', { HOME: '/home/ana' }, '/home/ana/.cache/thriving-case'],
    ['linux', { HOME: '/home/ana', XDG_CACHE_HOME: '/fast' }, '/fast/thriving-case'],
  ] as const)('is on %s where that system keeps such things', (platform, env, folder) => {
    expect(cacheFolder({ env, platform })).toBe(folder);
  });

  it('is what THRIVING_CASE_CACHE says, before anything else', () => {
    const env = { HOME: '/home/ana', XDG_CACHE_HOME: '/fast', THRIVING_CASE_CACHE: '/mine' };
    expect(cacheFolder({ env, platform: 'linux' })).toBe(path.resolve('/mine'));
  });

  it('does not follow an XDG_CACHE_HOME that is not a whole path', () => {
    const env = { HOME: '/home/ana', XDG_CACHE_HOME: 'here' };
    expect(cacheFolder({ env, platform: 'linux' })).toBe('/home/ana/.cache/thriving-case');
  });

  it.each(['linux', 'darwin', 'win32'] as const)('is nowhere on %s without a home', (platform) => {
    // A fixed place that everyone may write to could hold anyone’s programs.
    expect(cacheFolder({ env: {}, platform })).toBeNull();
    expect(cacheFolder({ env: { HOME: '', THRIVING_CASE_CACHE: '' }, platform })).toBeNull();
  });
});

describe('Puppeteer’s cache folder', () => {
  it.each([
    ['win32', windows, 'C:\\Users\\ana\\.cache\\puppeteer'],
    ['darwin', { HOME: '/Users/ana' }, '/Users/ana/.cache/puppeteer'],
    ['linux', { HOME: '/home/ana' }, '/home/ana/.cache/puppeteer'],
  ] as const)('is on %s below the home folder', (platform, env, folder) => {
    expect(puppeteerCacheFolder({ env, platform })).toBe(folder);
  });

  it('is what PUPPETEER_CACHE_DIR says, unless that is empty', () => {
    const where = (PUPPETEER_CACHE_DIR: string) =>
      puppeteerCacheFolder({ env: { HOME: '/home/ana', PUPPETEER_CACHE_DIR }, platform: 'linux' });
    expect(where('/shared/browsers')).toBe(path.resolve('/shared/browsers'));
    expect(where('')).toBe('/home/ana/.cache/puppeteer');
  });

  it('is nowhere without a home', () => {
    expect(puppeteerCacheFolder({ env: {}, platform: 'linux' })).toBeNull();
  });
});
