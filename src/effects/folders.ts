import path from 'node:path';
import type { Effects } from './effects.ts';

type Where = Pick<Effects, 'env' | 'platform'>;

/*
 * Where there is no home there is no cache: a fixed name in the shared temporary folder could have been
 * filled by anyone, and browsers are run from these.
 */

/** The folder for what can be made again, where the system keeps such things; null where it has no place. */
export function cacheFolder(where: Where): string | null {
  const { env } = where;
  if (env.THRIVING_CASE_CACHE) return path.resolve(env.THRIVING_CASE_CACHE);
  const system = systemCache(where);
  return system ? pathsOf(where).join(system, 'thriving-case') : null;
}

export function puppeteerCacheFolder(where: Where): string | null {
  const { env } = where;
  if (env.PUPPETEER_CACHE_DIR) return path.resolve(env.PUPPETEER_CACHE_DIR);
  const base = home(env);
  return base ? pathsOf(where).join(base, '.cache', 'puppeteer') : null;
}

/** How a platform writes paths, so that each one's places can be named on any other. */
export function pathsOf({ platform }: Pick<Effects, 'platform'>): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}

function systemCache(where: Where): string | undefined {
  const { env, platform } = where;
  const paths = pathsOf(where);
  if (platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  const base = home(env);
  if (platform === 'darwin') return base && paths.join(base, 'Library', 'Caches');
  if (env.XDG_CACHE_HOME && paths.isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  return base && paths.join(base, '.cache');
}

function home(env: Where['env']): string | undefined {
  return env.HOME || env.USERPROFILE || undefined;
}
