import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { tryBrowsers } from '../../src/doctor/browsers.ts';
import { examine } from '../../src/doctor/doctor.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { tryPictures, tryTemplates } from '../../src/doctor/parts.ts';
import { tryPlaces } from '../../src/doctor/places.ts';
import type { Effects } from '../../src/effects/effects.ts';
import { Failure } from '../../src/pdf/failure.ts';
import {
  browserFolders,
  hangingBrowser,
  ownTemporary,
  proxyBrowser,
  script,
} from '../support/browsers.ts';
import { machine } from '../support/disk.ts';
import { testEffects } from '../support/effects.ts';
import { systemError } from '../support/failing.ts';
import { folderWith } from '../support/folder.ts';
import { allGone, notedPids, posix, until } from '../support/processes.ts';

/** Whether the library for pictures can be loaded. */
const sharp = vi.hoisted(() => ({ broken: false }));
vi.mock('sharp', async (original) => {
  const real = await original<typeof import('sharp')>();
  return {
    get default() {
      if (sharp.broken)
        throw new Error('Could not load the "sharp" module using the x runtime.\nMore');
      return real.default;
    },
  };
});

const states = (findings: readonly Finding[]) => findings.map(({ id, state }) => `${id} ${state}`);

function ground(changes: Partial<Effects> = {}) {
  const cwd = folderWith();
  const temporary = ownTemporary(cwd);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
  const env = { ...process.env, THRIVING_CASE_CACHE: path.join(cwd, 'cache') };
  return { cwd, temporary, effects: testEffects(cwd, { env, ...changes }) };
}

describe('a machine on which all is well', () => {
  it('is ready, has printed a page, and has nothing left on it', async () => {
    const { cwd, temporary, effects } = ground();
    const said: string[] = [];
    const browser = posix ? (await proxyBrowser(cwd)).path : undefined;
    const before = readdirSync(cwd).sort();
    const { ready, findings } = await examine(browser, effects, (what) => said.push(what));
    expect(findings.filter(({ remedy }) => remedy !== null)).toEqual([]);
    expect(states(findings)).toEqual(
      ['node', 'folder', 'temporary', 'cache', 'templates', 'pictures', 'browser', 'page'].map(
        (id) => `${id} good`,
      ),
    );
    expect(ready).toBe(true);
    expect(findings[0]?.what).toContain(`Node.js ${process.versions.node}`);
    expect(findings.at(-2)?.what).toMatch(/ starts: version \d+\.\d+/);
    expect(findings.at(-1)?.what).toMatch(/ printed a page: \d+ kB\.$/);
    expect(said[0]).toBe('Trying the folders');
    expect(said.at(-1)).toMatch(/^Trying /);
    expect(readdirSync(cwd).filter((name) => !before.includes(name))).toEqual([
      'cache',
      'proxy.asked',
      'proxy.pids',
    ]);
    expect(browserFolders(temporary)).toEqual([]);
  });
});

describe('a folder that files cannot be written in', () => {
  it('is told with what to do, each for itself', async () => {
    const cwd = folderWith({ 'a file': '' });
    vi.stubEnv('TMPDIR', path.join(cwd, 'nowhere'));
    vi.stubEnv('TEMP', path.join(cwd, 'nowhere'));
    const env = { THRIVING_CASE_CACHE: path.join(cwd, 'a file', 'cache') };
    const gone = path.join(cwd, 'gone');
    const findings = await tryPlaces(testEffects(gone, { env }));
    expect(findings).toMatchObject([
      {
        state: 'bad',
        what: `Files cannot be written in this folder (${gone}): it is not there.`,
        remedy: expect.stringContaining('such as Documents'),
      },
      {
        state: 'bad',
        what: expect.stringMatching(
          /nowhere\) cannot be used: it is not there\. Browsers need it\.$/,
        ),
        remedy: expect.stringContaining(process.platform === 'win32' ? 'TEMP' : 'TMPDIR'),
      },
      {
        state: 'weak',
        what: expect.stringContaining('a file stands where the folder should be'),
        remedy: expect.stringContaining('THRIVING_CASE_CACHE'),
      },
    ]);
  });

  it('may be one there is none of: without a home, nothing is kept', async () => {
    const [folder, , cache] = await tryPlaces(testEffects(folderWith(), { env: {} }));
    expect(folder?.state).toBe('good');
    expect(cache).toMatchObject({ state: 'weak', what: expect.stringContaining('no home folder') });
  });
});

describe('a tool that is not whole', () => {
  it.each(['sections/cover.hbs', 'themes/clear/theme.css', 'themes/base/tables.css'])(
    'is told what is missing: %s',
    async (name) => {
      const effects = testEffects(folderWith());
      const { read } = effects.files;
      effects.files.read = (file) =>
        file.split(path.sep).join('/').endsWith(name)
          ? Promise.reject(Object.assign(systemError('ENOENT'), { path: file }))
          : read(file);
      expect(await tryTemplates(effects)).toEqual({
        id: 'templates',
        state: 'bad',
        what: `templates/${name} is missing from the tool.`,
        remedy: 'Install the tool again: npm install thriving-case',
      });
    },
  );

  it('may lack only the library for pictures', async () => {
    expect(await tryPictures()).toMatchObject({ state: 'good' });
    sharp.broken = true;
    expect(await tryPictures()).toMatchObject({
      state: 'weak',
      what: expect.stringMatching(/^Pictures cannot be made ready: .*runtime\. Profiles without/),
      remedy: expect.stringContaining('npm install --include=optional sharp'),
    });
    sharp.broken = false;
  });
});

describe.runIf(posix)('the browsers of a machine', () => {
  const quick = { start: 3, print: 10 };
  const silent = () => {};

  /** A Mac in one folder, whose applications are below its home. */
  function mac() {
    const made = ground();
    const { cwd, effects } = made;
    const place = (name: string, ...lines: string[]) => {
      const inside = path.join(cwd, 'Applications', `${name}.app`, 'Contents', 'MacOS');
      mkdirSync(inside, { recursive: true });
      return script(inside, name, ...lines);
    };
    const { look } = effects.files;
    const files = {
      ...effects.files,
      look: async (file: string) => (file.startsWith(cwd) ? look(file) : null),
    };
    const env = { HOME: cwd, PATH: process.env.PATH };
    return { ...made, place, effects: { ...effects, platform: 'darwin' as const, env, files } };
  }

  it('are all tried, and the first that can prints', async () => {
    const { cwd, temporary, effects, place } = mac();
    const { path: hanging, pids: hung } = hangingBrowser(cwd);
    const { path: working, pids } = await proxyBrowser(cwd);
    place('Google Chrome', `exec '${hanging}'`);
    place('Microsoft Edge', `exec '${working}' --no-sandbox "$@"`);
    place('Chromium', 'echo Out of cheese >&2', 'exit 1');
    const findings = await tryBrowsers(undefined, effects, silent, quick);
    const ours = findings.filter(({ what }) => !what.startsWith('@sparticuz'));
    expect(ours).toMatchObject([
      { id: 'browser', state: 'weak', what: 'Google Chrome had not started after 3 seconds.' },
      {
        id: 'browser',
        state: 'good',
        what: expect.stringMatching(/^Microsoft Edge starts: version \d+.* \(.*Edge\)\.$/),
      },
      { id: 'browser', state: 'weak', what: expect.stringContaining('It said: Out of cheese') },
      { id: 'page', state: 'good' },
    ]);
    await allGone(hung);
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
  });

  it('may start and yet not print', async () => {
    const { cwd, effects } = ground();
    const { path: deaf, pids } = await proxyBrowser(cwd, { deafTo: 'Page.printToPDF' });
    expect(await tryBrowsers(deaf, effects, silent, { start: 10, print: 1 })).toMatchObject([
      { id: 'browser', state: 'good' },
      {
        id: 'page',
        state: 'bad',
        what: expect.stringMatching(/ did not print a page in 1 seconds?\.$/),
      },
    ]);
    await allGone(pids);
  });

  it('cannot start where there is no folder for temporary files', async () => {
    const { cwd, effects } = ground();
    const { path: working } = await proxyBrowser(cwd);
    vi.stubEnv('TMPDIR', path.join(cwd, 'nowhere'));
    expect(await tryBrowsers(working, effects, silent, quick)).toMatchObject([
      { id: 'browser', state: 'weak', what: expect.stringContaining('temporary files') },
      { id: 'page', state: 'bad' },
    ]);
  });

  it('may be none', async () => {
    const nothing = machine('win32', {}, []);
    const effects = testEffects(folderWith(), nothing);
    const findings = await tryBrowsers(undefined, effects, silent, quick);
    expect(findings).toMatchObject([
      {
        id: 'browser',
        state: 'bad',
        remedy: expect.stringContaining('IT team for Microsoft Edge'),
      },
      { id: 'page', state: 'bad', remedy: expect.stringContaining('--format md,html') },
    ]);
  });

  it('are given up when the user interrupts', async () => {
    const user = new AbortController();
    const { cwd, effects } = ground({ interrupted: user.signal });
    const { path: hanging, pids } = hangingBrowser(cwd);
    const trying = tryBrowsers(hanging, effects, silent).catch((error: unknown) => error);
    await until('the browser runs', () => notedPids(pids).length === 2);
    user.abort();
    const error = await trying;
    expect(error instanceof Failure && error.interrupted).toBe(true);
    await allGone(pids);
  });
});
