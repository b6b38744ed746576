import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowsers } from '../../src/pdf/candidates.ts';
import { machine } from '../support/disk.ts';

const paths = async (wanted: string | undefined, on: Parameters<typeof findBrowsers>[1]) =>
  (await findBrowsers(wanted, on)).map((candidate) => candidate.path);

describe('the browsers of a Windows machine', () => {
  const env = {
    USERPROFILE: 'C:\\Users\\ana',
    LOCALAPPDATA: 'C:\\Users\\ana\\AppData\\Local',
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
  };
  const inOrder = [
    'C:\\Users\\ana\\AppData\\Local\\thriving-case\\chrome-headless-shell\\win64-143.0.7499.4\\chrome-headless-shell-win64\\chrome-headless-shell.exe',
    'C:\\Users\\ana\\.cache\\puppeteer\\chrome-headless-shell\\win64-142.0.7400.1\\chrome-headless-shell-win64\\chrome-headless-shell.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Users\\ana\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Users\\ana\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    'C:\\Users\\ana\\.cache\\puppeteer\\chrome\\win64-143.0.7499.4\\chrome-win64\\chrome.exe',
  ];

  it('are found best first, in every place where installers put them', async () => {
    expect(await paths(undefined, machine('win32', env, inOrder))).toEqual(inOrder);
  });

  it('may be Edge alone, as on a locked-down school laptop', async () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(await findBrowsers(undefined, machine('win32', env, [edge]))).toEqual([
      { name: 'Microsoft Edge', path: edge, configured: false },
    ]);
  });

  it('are none where the variables that name the places are missing', async () => {
    expect(await findBrowsers(undefined, machine('win32', {}, inOrder))).toEqual([]);
  });
});

describe('the browsers of a Mac', () => {
  const inOrder = [
    '/Users/ana/Library/Caches/thriving-case/chrome-headless-shell/mac_arm-143.0.7499.4/chrome-headless-shell-mac-arm64/chrome-headless-shell',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Users/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Users/ana/.cache/puppeteer/chrome/mac_arm-143.0.7499.4/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];

  it('are found best first, for everyone and for one user', async () => {
    const mac = machine('darwin', { HOME: '/Users/ana' }, inOrder);
    expect(await paths(undefined, mac)).toEqual(inOrder);
  });
});

describe('the browsers of a Linux machine', () => {
  const env = { HOME: '/home/ana', PATH: '/usr/local/bin:relative::/usr/bin:/snap/bin' };
  const inOrder = [
    '/home/ana/.cache/puppeteer/chrome-headless-shell/linux-143.0.7499.4/chrome-headless-shell-linux64/chrome-headless-shell',
    '/usr/bin/chrome-headless-shell',
    '/usr/local/bin/google-chrome-stable',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/chromium',
    '/snap/bin/chromium',
    '/usr/bin/chromium-browser',
  ];

  it('are found best first, in the folders of PATH', async () => {
    const linux = machine('linux', env, inOrder);
    expect(await findBrowsers(undefined, linux)).toEqual([
      { name: 'chrome-headless-shell', path: inOrder[0], configured: false },
      { name: 'chrome-headless-shell', path: inOrder[1], configured: false },
      { name: 'Google Chrome', path: inOrder[2], configured: false },
      { name: 'Google Chrome', path: inOrder[3], configured: false },
      { name: 'Google Chrome', path: inOrder[4], configured: false },
      { name: 'Microsoft Edge', path: inOrder[5], configured: false },
      { name: 'Chromium', path: inOrder[6], configured: false },
      { name: 'Chromium', path: inOrder[7], configured: false },
      { name: 'Chromium', path: inOrder[8], configured: false },
    ]);
  });

  it('are none in a folder of PATH that depends on where the command is run', async () => {
    const linux = machine('linux', env, ['relative/chromium', '/work/relative/chromium']);
    expect(await findBrowsers(undefined, linux)).toEqual([]);
  });

  it('are each named once, even where PATH names a folder twice', async () => {
    const linux = machine('linux', { PATH: '/usr/bin:/usr/bin' }, ['/usr/bin/chromium']);
    expect(await paths(undefined, linux)).toEqual(['/usr/bin/chromium']);
  });

  it('are files, not folders of the same name', async () => {
    const linux = machine('linux', env, ['/usr/bin/chromium/readme']);
    expect(await findBrowsers(undefined, linux)).toEqual([]);
  });
});

describe('the builds in a cache', () => {
  const build = (version: string) =>
    `/home/ana/.cache/puppeteer/chrome-headless-shell/linux-${version}/chrome-headless-shell-linux64/chrome-headless-shell`;
  const builds = ['99.0.4844.51', '131.0.6778.204', '131.0.6778.85', '143.0.7499.4'].map(build);

  it('are tried newest first, by number and not by letter', async () => {
    const linux = machine('linux', { HOME: '/home/ana' }, builds);
    expect(await paths(undefined, linux)).toEqual([
      build('143.0.7499.4'),
      build('131.0.6778.204'),
      build('131.0.6778.85'),
      build('99.0.4844.51'),
    ]);
  });

  it('are not taken from an unfinished download', async () => {
    const half = `${path.posix.dirname(build('143.0.7499.4'))}/half.zip`;
    const linux = machine('linux', { HOME: '/home/ana' }, [half]);
    expect(await findBrowsers(undefined, linux)).toEqual([]);
  });

  it('are found where PUPPETEER_CACHE_DIR says', async () => {
    const file = path.join(
      path.resolve('/shared'),
      ...['chrome', 'linux-143.0.7499.4', 'chrome-linux64', 'chrome'],
    );
    const on = machine(process.platform === 'win32' ? 'win32' : 'linux', {}, [
      process.platform === 'win32' ? `${file}.exe` : file,
    ]);
    const env = { PUPPETEER_CACHE_DIR: path.resolve('/shared') };
    expect(await findBrowsers(undefined, { ...on, env })).toMatchObject([
      { name: 'Chrome for Testing', configured: false },
    ]);
  });
});

describe('the browser that was named', () => {
  const env = {
    HOME: '/home/ana',
    PATH: '/usr/bin',
    THRIVING_CASE_BROWSER: '/ours/chrome',
    PUPPETEER_EXECUTABLE_PATH: '/theirs/chrome',
  };
  const linux = (changes: Record<string, string | undefined>) =>
    machine('linux', { ...env, ...changes }, ['/usr/bin/chromium', '/usr/bin/google-chrome']);
  const only = (name: string, file: string) => [
    { name, path: path.resolve('/work', file), configured: true },
  ];

  it('is the only one, whether it exists or not', async () => {
    expect(await findBrowsers('/mine/chrome', linux({}))).toEqual(
      only('/mine/chrome', '/mine/chrome'),
    );
  });

  it('is the option’s, else THRIVING_CASE_BROWSER’s, else PUPPETEER_EXECUTABLE_PATH’s', async () => {
    expect(await findBrowsers(undefined, linux({}))).toEqual(only('/ours/chrome', '/ours/chrome'));
    expect(await findBrowsers(undefined, linux({ THRIVING_CASE_BROWSER: undefined }))).toEqual(
      only('/theirs/chrome', '/theirs/chrome'),
    );
  });

  it('is not one that a variable names with nothing', async () => {
    expect(await findBrowsers('', linux({ THRIVING_CASE_BROWSER: '' }))).toEqual(
      only('/theirs/chrome', '/theirs/chrome'),
    );
    const none = linux({ THRIVING_CASE_BROWSER: '', PUPPETEER_EXECUTABLE_PATH: '' });
    expect(await paths(undefined, none)).toEqual(['/usr/bin/google-chrome', '/usr/bin/chromium']);
  });

  it('is looked for from the folder the command was run in', async () => {
    expect(await findBrowsers('tools/chrome', linux({}))).toEqual(
      only('tools/chrome', 'tools/chrome'),
    );
  });
});
