import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Effects } from './effects.ts';

type Where = Pick<Effects, 'env' | 'platform'>;

/** The folder for what can be made again, where the system keeps such things. */
export function cacheFolder(where: Where): string {
  const { env } = where;
  if (env.THRIVING_CASE_CACHE) return path.resolve(env.THRIVING_CASE_CACHE);
  return path.join(systemCache(where) ?? tmpdir(), 'thriving-case');
}

export function puppeteerCacheFolder({ env }: Where): string {
  return env.PUPPETEER_CACHE_DIR ?? path.join(home(env) ?? tmpdir(), '.cache', 'puppeteer');
}

function systemCache({ env, platform }: Where): string | undefined {
  if (platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  const base = home(env);
  if (platform === 'darwin') return base && path.join(base, 'Library', 'Caches');
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  return base && path.join(base, '.cache');
}

function home(env: Where['env']): string | undefined {
  return env.HOME || env.USERPROFILE || undefined;
}
