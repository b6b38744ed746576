import path from 'node:path';
import type { Effects } from '../effects/effects.ts';
import { cacheFolder, pathsOf, puppeteerCacheFolder } from '../effects/folders.ts';

type Where = Pick<Effects, 'env' | 'platform' | 'cwd' | 'files'>;

/** A browser that may be on this machine. */
export interface Candidate {
  name: string;
  path: string;
  /** Whether the user named it: then no other is tried. */
  configured: boolean;
}

/** Where a browser was looked for, for the message when there is none. */
export const lookedFor = [
  'chrome-headless-shell in the caches of thriving-case and Puppeteer',
  'Google Chrome',
  'Microsoft Edge',
  'Chromium',
  'the npm package @sparticuz/chromium',
];

/**
 * The browsers of this machine, best first: the one that was named; a headless shell, which starts
 * fastest, from our cache, Puppeteer's or the system; Chrome; Edge; Chromium.
 */
export async function findBrowsers(
  wanted: string | undefined,
  effects: Where,
): Promise<Candidate[]> {
  const { env, cwd } = effects;
  const configured = wanted || env.THRIVING_CASE_BROWSER || env.PUPPETEER_EXECUTABLE_PATH;
  if (configured) {
    return [{ name: configured, path: path.resolve(cwd, configured), configured: true }];
  }
  const found: Candidate[] = [];
  const add = async (name: string, file: string) => {
    const known = found.some((candidate) => candidate.path === file);
    if (!known && (await isFile(file, effects))) {
      found.push({ name, path: file, configured: false });
    }
  };
  const puppeteer = puppeteerCacheFolder(effects);
  for (const cache of [cacheFolder(effects), puppeteer]) {
    for (const file of await cached(cache, 'chrome-headless-shell', effects)) {
      await add('chrome-headless-shell', file);
    }
  }
  for (const { name, files } of installed(effects)) {
    for (const file of files) await add(name, file);
  }
  for (const file of await cached(puppeteer, 'chrome', effects)) {
    await add('Chrome for Testing', file);
  }
  return found;
}

/** The browsers in a cache of Puppeteer's layout, `chrome/linux-143.0.1/chrome-linux64/chrome`, newest first. */
async function cached(
  cache: string | null,
  browser: 'chrome' | 'chrome-headless-shell',
  effects: Where,
): Promise<string[]> {
  if (cache === null) return [];
  const { platform } = effects;
  const { join } = pathsOf(effects);
  const list = (folder: string) => effects.files.list(folder).catch(() => []);
  const version = (build: string) => build.slice(build.indexOf('-') + 1);
  const newestFirst = (await list(join(cache, browser))).sort((a, b) =>
    version(b).localeCompare(version(a), 'en', { numeric: true }),
  );
  const files: string[] = [];
  for (const build of newestFirst) {
    const folder = join(cache, browser, build);
    for (const inner of await list(folder)) {
      if (!inner.startsWith(browser)) continue;
      const executable =
        platform === 'win32'
          ? `${browser}.exe`
          : platform === 'darwin' && browser === 'chrome'
            ? 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
            : browser;
      files.push(join(folder, inner, executable));
    }
  }
  return files;
}

interface Installed {
  name: string;
  files: string[];
}

/** Where the installers of each system put the browsers. */
function installed({ env, platform }: Pick<Effects, 'env' | 'platform'>): Installed[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    const under = (...parts: string[]) => roots.map((root) => path.win32.join(root, ...parts));
    return [
      { name: 'Google Chrome', files: under('Google', 'Chrome', 'Application', 'chrome.exe') },
      { name: 'Microsoft Edge', files: under('Microsoft', 'Edge', 'Application', 'msedge.exe') },
      { name: 'Chromium', files: under('Chromium', 'Application', 'chrome.exe') },
    ];
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    const app = (name: string) =>
      roots.map((root) => path.posix.join(root, `${name}.app`, 'Contents', 'MacOS', name));
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => ({
      name,
      files: app(name),
    }));
  }
  const onPath = (...names: string[]) =>
    names.flatMap((name) =>
      (env.PATH ?? '')
        .split(':')
        .filter((folder) => path.posix.isAbsolute(folder))
        .map((folder) => path.posix.join(folder, name)),
    );
  return [
    { name: 'chrome-headless-shell', files: onPath('chrome-headless-shell', 'headless-shell') },
    { name: 'Google Chrome', files: onPath('google-chrome-stable', 'google-chrome') },
    { name: 'Microsoft Edge', files: onPath('microsoft-edge-stable', 'microsoft-edge') },
    { name: 'Chromium', files: onPath('chromium', 'chromium-browser') },
  ];
}

async function isFile(file: string, { files }: Where): Promise<boolean> {
  return files.look(file).then(
    (found) => found?.kind === 'file',
    () => false,
  );
}
