import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Effects } from '../../src/effects/effects.ts';
import type { unpackBundled } from '../../src/pdf/bundled.ts';
import { Deadline } from '../../src/pdf/deadline.ts';
import { Failure } from '../../src/pdf/failure.ts';
import { type Launched, launchBrowser, MINIMUM_VERSION } from '../../src/pdf/launch.ts';
import {
  browserFolders,
  hangingBrowser,
  ownTemporary,
  proxyBrowser,
  realBrowser,
  script,
} from '../support/browsers.ts';
import { machine } from '../support/disk.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { allGone, notedPids, posix, until } from '../support/processes.ts';

type Unpack = typeof unpackBundled;

/** What stands in for the npm package that carries a browser; null where it is not installed. */
const bundled = vi.hoisted(() => ({ unpack: undefined as Unpack | null | undefined }));
vi.mock('../../src/pdf/bundled.ts', async (original) => {
  const real = await original<typeof import('../../src/pdf/bundled.ts')>();
  const unpack = () => (bundled.unpack === undefined ? real.unpackBundled : bundled.unpack);
  return {
    bundledPackage: (on: Effects) => (unpack() === null ? null : real.bundledPackage(on)),
    unpackBundled: (...args: Parameters<Unpack>) => unpack()?.(...args),
  };
});

// Found once, while the npm package is still the real one.
beforeAll(() => realBrowser());

/** A folder to put browsers in, and the temporary folder that those that are started will use. */
function folders() {
  const folder = folderWith();
  const temporary = ownTemporary(folder);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
  bundled.unpack = null;
  return { folder, temporary };
}

interface Attempt {
  seconds?: number;
  signal?: AbortSignal;
  effects?: Partial<Effects>;
}

function launch(
  wanted: string | undefined,
  { seconds = 20, signal = new AbortController().signal, effects = {} }: Attempt = {},
): Promise<Launched> {
  const all = testEffects(process.cwd(), { env: process.env, ...effects });
  return launchBrowser(wanted, new Deadline(seconds, signal), all);
}

async function failureOf(...attempt: Parameters<typeof launch>) {
  const error: unknown = await launch(...attempt).then(
    async ({ close }) => {
      await close();
      return new Error('It started.');
    },
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw error;
  return error.diagnostic;
}

describe.runIf(posix)('a browser that will not start', () => {
  const LIBRARY =
    'error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory';
  const SNAP = 'requires the chromium snap to be installed. Please: snap install chromium';

  it.each([
    ['ends at once', ['exit 1'], 'browser-failed', /stopped at once and said nothing/],
    ['ends at once and well', ['exit 0'], 'browser-failed', /stopped at once/],
    ['has no library', [`echo "$0: ${LIBRARY}" >&2`, 'exit 127'], 'browser-libraries', /libnss3/],
    ['has no sandbox', ['echo "No usable sandbox!" >&2', 'exit 1'], 'browser-sandbox', /sandbox/],
    [
      'has none because of AppArmor',
      ['echo "No usable sandbox! … AppArmor" >&2', 'exit 1'],
      'browser-sandbox',
      /\(AppArmor\)/,
    ],
    ['points to a snap', [`echo "${SNAP}" >&2`, 'exit 1'], 'browser-failed', /pointer to a snap/],
    ['is no browser', ['echo Usage: cheese >&2'], 'browser-failed', /It said: Usage: cheese/],
  ])('because it %s is told apart, and leaves nothing behind', async (_, lines, code, message) => {
    const { folder, temporary } = folders();
    expect(await failureOf(script(folder, 'chrome', ...lines))).toMatchObject({
      code,
      severity: 'error',
      message: expect.stringMatching(message),
      file: null,
      range: null,
    });
    expect(browserFolders(temporary)).toEqual([]);
  });

  it.each([
    ['a folder', { 'chrome/readme': '' }, 'browser-failed', /is a folder, not a browser/],
    ['a file that may not be run', { chrome: 'text' }, 'browser-failed', /may not be run/],
    ['nothing at all', {}, 'no-browser', /There is no browser at .*chrome\./],
  ])('because it is %s is told apart', async (_, files, code, message) => {
    const { temporary } = folders();
    const browser = path.join(folderWith(files), 'chrome');
    expect(await failureOf(browser)).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('because its own interpreter is missing does not end this process', async () => {
    const { folder } = folders();
    const browser = script(folder, 'chrome');
    writeFileSync(browser, '#!/nowhere/sh\n');
    expect(await failureOf(browser)).toMatchObject({ code: 'browser-failed' });
  });

  it('because it hangs is given up when the time is over, with all that it started', async () => {
    const { folder, temporary } = folders();
    const { path: browser, pids } = hangingBrowser(folder);
    const started = performance.now();
    expect(await failureOf(browser, { seconds: 1 })).toMatchObject({ code: 'timed-out' });
    expect(performance.now() - started).toBeLessThan(6000);
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('because it ends, but hangs when it is asked why, is given up too', async () => {
    const { folder, temporary } = folders();
    const { path: hanging, pids } = hangingBrowser(folder);
    const browser = script(
      folder,
      'chrome',
      'case "$*" in *remote-debugging*) exit 1;; esac',
      `exec '${hanging}'`,
    );
    expect(await failureOf(browser, { seconds: 2 })).toMatchObject({ code: 'timed-out' });
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('is given up at once when the user interrupts', async () => {
    const { folder, temporary } = folders();
    const { path: browser, pids } = hangingBrowser(folder);
    const user = new AbortController();
    const failing = failureOf(browser, { seconds: 60, signal: user.signal });
    await until('the browser runs', () => notedPids(pids).length === 2);
    user.abort();
    expect(await failing).toMatchObject({ code: 'interrupted' });
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
  });
});

describe.runIf(posix)('the version of a browser', () => {
  it.each(['90.0.4430.85', `${MINIMUM_VERSION - 1}.0.6723.69`])(
    'is refused when it is %s, by its name',
    async (version) => {
      const { folder, temporary } = folders();
      const { path: browser, pids } = await proxyBrowser(folder, { version });
      expect(await failureOf(browser)).toMatchObject({
        code: 'browser-too-old',
        message: `${browser} is version ${version}; printing needs ${MINIMUM_VERSION} or later.`,
      });
      await allGone(pids);
      expect(browserFolders(temporary)).toEqual([]);
    },
  );

  it(`is enough when it is ${MINIMUM_VERSION}`, async () => {
    const { folder } = folders();
    const version = `${MINIMUM_VERSION}.0.6778.33`;
    const { path: browser } = await proxyBrowser(folder, { version });
    const launched = await launch(browser);
    expect(launched).toMatchObject({ name: 'Chrome', version });
    await launched.close();
  });
});

describe.runIf(posix)('a browser that starts', () => {
  it('is gone with its folder when it is closed, and may be closed twice', async () => {
    const { folder, temporary } = folders();
    const { path: browser, pids } = await proxyBrowser(folder);
    const { close } = await launch(browser);
    expect(browserFolders(temporary)).toHaveLength(1);
    await close();
    await close();
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('does so without its sandbox only where it must, which is noted', async () => {
    const { folder } = folders();
    const { path: browser } = await proxyBrowser(folder, { needsNoSandbox: true });
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    const { notes, close } = await launch(browser);
    await close();
    expect(notes).toMatchObject([
      {
        code: 'browser-sandbox',
        severity: 'info',
        message: 'Printed without the browser’s sandbox, which this system does not allow.',
      },
    ]);
  });

  it.runIf(process.platform === 'linux')(
    'does so without its sandbox as root, which is noted with its remedy',
    async () => {
      const { folder } = folders();
      const { path: browser } = await proxyBrowser(folder);
      vi.spyOn(process, 'getuid').mockReturnValue(0);
      const { notes, close } = await launch(browser);
      await close();
      expect(notes).toMatchObject([
        { code: 'browser-sandbox', hint: expect.stringContaining('as an ordinary user') },
      ]);
    },
  );
});

describe.runIf(posix)('of several browsers', () => {
  /** A Mac in one folder: its applications are looked for below HOME, and so on a disk that is real. */
  async function mac() {
    const { folder, temporary } = folders();
    const inside = (name: string) => `Applications/${name}.app/Contents/MacOS`;
    const place = (name: string, ...lines: string[]) => {
      mkdirSync(path.join(folder, inside(name)), { recursive: true });
      return script(path.join(folder, inside(name)), name, ...lines);
    };
    const { files } = testEffects(folder);
    const effects: Partial<Effects> = {
      platform: 'darwin',
      env: { HOME: folder, PATH: process.env.PATH },
      // What this machine itself has installed is not part of the story.
      files: {
        ...files,
        look: async (file) => (file.startsWith(folder) ? files.look(file) : null),
      },
    };
    return { folder, temporary, place, effects };
  }

  it('the first that starts is used', async () => {
    const { folder, temporary, place, effects } = await mac();
    const { path: working } = await proxyBrowser(folder);
    place('Google Chrome', 'exit 1');
    // A Mac does not know the root user’s sandbox rule, so it is said here.
    place('Microsoft Edge', `exec '${working}' --no-sandbox "$@"`);
    const { close } = await launch(undefined, { effects });
    expect(browserFolders(temporary)).toHaveLength(1);
    await close();
  });

  it('all are named with their troubles where none starts', async () => {
    const { place, effects } = await mac();
    place('Google Chrome', 'echo "No usable sandbox!" >&2', 'exit 1');
    place('Microsoft Edge', 'echo Out of cheese >&2', 'exit 1');
    expect(await failureOf(undefined, { effects })).toMatchObject({
      code: 'browser-sandbox',
      message:
        'None of the 2 browsers found would print. Google Chrome: Google Chrome cannot start because this system does not let it make a sandbox. Microsoft Edge: Microsoft Edge did not start. It said: Out of cheese',
    });
  });

  it('one that hangs makes way for the next, with time left to print', async () => {
    const { folder, temporary, place, effects } = await mac();
    const { path: hanging, pids } = hangingBrowser(folder);
    const { path: working } = await proxyBrowser(folder);
    place('Google Chrome', `exec '${hanging}'`);
    place('Microsoft Edge', `exec '${working}' --no-sandbox "$@"`);
    const { browser, close } = await launch(undefined, { seconds: 12, effects });
    await allGone(pids);
    // Its share, which was the shorter, is over, and it goes on.
    await new Promise((resolve) => setTimeout(resolve, 4500));
    expect(await browser.version()).toContain('Chrome');
    await close();
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('all that hang are named', async () => {
    const { folder, place, effects } = await mac();
    const { path: hanging, pids } = hangingBrowser(folder);
    place('Google Chrome', `exec '${hanging}'`);
    place('Microsoft Edge', 'exit 1');
    expect(await failureOf(undefined, { seconds: 6, effects })).toMatchObject({
      code: 'timed-out',
      message: expect.stringContaining(
        'Google Chrome: Google Chrome had not started after 2 seconds.',
      ),
    });
    await allGone(pids);
  });

  it('the one that was named is the only one tried', async () => {
    const { folder, place, effects } = await mac();
    const { path: working, asked } = await proxyBrowser(folder);
    place('Google Chrome', `exec '${working}' --no-sandbox "$@"`);
    expect(await failureOf(path.join(folder, 'nowhere'), { effects })).toMatchObject({
      code: 'no-browser',
    });
    expect(existsSync(asked)).toBe(false);
  });
});

describe('where there is no browser', () => {
  it.each([
    ['win32', 'Install Google Chrome from google.com/chrome, or ask your IT team for'],
    ['darwin', 'Install Google Chrome from google.com/chrome.'],
    [
      'linux',
      process.arch === 'x64'
        ? 'Run: npm install @sparticuz/chromium@'
        : 'Run: sudo apt-get install chromium',
    ],
  ] as const)(
    'on %s all that was looked for is said, and how to get one',
    async (platform, line) => {
      folders();
      const failure = await failureOf(undefined, { effects: machine(platform, {}, []) });
      expect(failure.code).toBe('no-browser');
      for (const name of [
        'chrome-headless-shell in the caches of thriving-case and Puppeteer',
        'Google Chrome',
        'Microsoft Edge',
        'Chromium',
        'the npm package @sparticuz/chromium',
      ]) {
        expect(failure.message).toContain(name);
      }
      expect(failure.hint).toContain(line);
      expect(failure.hint).toContain('--browser');
      expect(failure.hint).toContain('--format md,html');
    },
  );
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the browser that an npm package carries',
  () => {
    const nothingElse = {
      env: { PATH: process.env.PATH, HOME: '' },
      files: machine('linux', {}, []).files,
    };

    it('uses the libraries that came with it where the system has none', async () => {
      const { folder } = folders();
      const { path: working } = await proxyBrowser(folder);
      const browser = script(
        folder,
        'chromium',
        `case "$LD_LIBRARY_PATH" in '${folder}/lib'*) unset LD_LIBRARY_PATH; exec '${working}' "$@";; esac`,
        'echo "$0: error while loading shared libraries: libnss3.so: cannot open" >&2',
        'exit 127',
      );
      bundled.unpack = async () => ({
        path: browser,
        libraries: `${folder}/lib`,
        fontConfig: `${folder}/fonts.conf`,
      });
      const { name, close } = await launch(undefined, { effects: nothingElse });
      await close();
      expect(name).toBe('Chrome');
    });

    it('is not tried where another browser was named', async () => {
      const { folder } = folders();
      const unpack = vi.fn<Unpack>().mockRejectedValue(new Error('It was tried.'));
      bundled.unpack = unpack;
      const browser = script(folder, 'chrome', 'exit 1');
      expect(await failureOf(browser, { effects: nothingElse })).toMatchObject({
        code: 'browser-failed',
        message: expect.stringContaining(browser),
      });
      expect(unpack).not.toHaveBeenCalled();
    });

    it('is said not to fit on the disk, rather than to be a fault of ours', async () => {
      folders();
      bundled.unpack = () => Promise.reject(new Error('ENOSPC: no space left on device, write'));
      expect(await failureOf(undefined, { effects: nothingElse })).toMatchObject({
        code: 'browser-failed',
        message:
          '@sparticuz/chromium could not be unpacked: ENOSPC: no space left on device, write.',
        hint: expect.stringContaining('THRIVING_CASE_CACHE'),
      });
    });
  },
);
