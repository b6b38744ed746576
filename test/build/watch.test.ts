import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BuildOptions, BuildResult } from '../../src/build/build.ts';
import { isPassing, keepBuilding, type Rebuilt, watchProfile } from '../../src/build/watch.ts';
import type { Code } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type WatchOptions, watchFolder } from '../../src/effects/watch.ts';
import { proxyBrowser } from '../support/browsers.ts';
import { spawnCli } from '../support/cli.ts';
import { testEffects } from '../support/effects.ts';
import { folderWith } from '../support/folder.ts';
import { readPdf } from '../support/pdf.ts';
import { notedPids, posix, until } from '../support/processes.ts';
import { smallTrust } from '../support/trusts.ts';

const FOLDER = path.resolve('/trust');
const at = (...parts: string[]) => path.join(FOLDER, ...parts);

const problem = (code: Code, message = code): Diagnostic => ({
  ...{ code, severity: 'error', message, hint: '', file: 'trust.yaml', range: null },
});

const done = (changes: Partial<BuildResult> = {}): BuildResult => ({
  ...{ outcome: 'done', files: [], documents: [], manifest: null, diagnostics: [] },
  ...changes,
});

/** A watch whose builds end when the test says, in a folder that changes when it says. */
function fakeWatch(ignored: (file: string) => boolean = () => false) {
  const user = new AbortController();
  const running: ((result: BuildResult) => void)[] = [];
  const told: Rebuilt[] = [];
  let options: WatchOptions | undefined;
  let begun = 0;
  let closed = false;
  const effects = testEffects(FOLDER, {
    interrupted: user.signal,
    now: () => new Date(Date.now()),
    watch(_, given) {
      options = given;
      return {
        close() {
          closed = true;
        },
      };
    },
  });
  const once = () => {
    begun += 1;
    return new Promise<BuildResult>((resolve) => running.push(resolve));
  };
  const ended = keepBuilding(once, FOLDER, ignored, effects, (rebuilt) => void told.push(rebuilt));
  return {
    ...{ user, told, ended },
    begun: () => begun,
    isClosed: () => closed,
    save: (file: string) => options?.ignored(file) || options?.changed(file),
    fail: (error: unknown) => options?.failed(error),
    async finish(result: BuildResult = done()) {
      running.shift()?.(result);
      await vi.advanceTimersByTimeAsync(0);
    },
    /** Time passes. */
    pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
  };
}

describe('a watch', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  it('builds at once, and then waits', async () => {
    const watch = fakeWatch();
    expect(watch.begun()).toBe(1);
    await watch.pass(700);
    await watch.finish(done({ diagnostics: [problem('unknown-key')] }));
    expect(watch.told).toMatchObject([
      { at: new Date('2026-11-24T12:00:00Z'), took: 700, fresh: [{ code: 'unknown-key' }] },
    ]);
    await watch.pass(60_000);
    expect(watch.begun()).toBe(1);
  });

  it('builds once for a burst of changes, when it is over', async () => {
    const watch = fakeWatch();
    await watch.finish();
    for (let times = 0; times < 10; times++) {
      watch.save(at('trust.yaml'));
      await watch.pass(50);
      expect(watch.begun()).toBe(1);
    }
    await watch.pass(100);
    expect(watch.begun()).toBe(2);
    await watch.finish();
    await watch.pass(60_000);
    expect(watch.begun()).toBe(2);
  });

  it('does not wait for ever where the changes never end', async () => {
    const watch = fakeWatch();
    await watch.finish();
    for (let times = 0; times < 60; times++) {
      watch.save(at('trust.yaml'));
      await watch.pass(50);
    }
    expect(watch.begun()).toBe(2);
  });

  it('runs one build at a time, and one more for all that changed meanwhile', async () => {
    const watch = fakeWatch();
    for (let times = 0; times < 5; times++) {
      watch.save(at('trust.yaml'));
      await watch.pass(1000);
    }
    expect(watch.begun()).toBe(1);
    await watch.finish();
    await watch.pass(100);
    expect(watch.begun()).toBe(2);
    await watch.finish();
    await watch.pass(60_000);
    expect(watch.begun()).toBe(2);
  });

  it('does not take what it wrote itself for a save, wherever that is', async () => {
    const watch = fakeWatch();
    watch.save(at('prospectus.md'));
    await watch.finish(done({ files: [{ path: at('prospectus.md'), bytes: 1 }] }));
    watch.save(at('prospectus.md'));
    await watch.pass(1000);
    expect(watch.begun()).toBe(1);
    watch.save(at('trust.yaml'));
    await watch.pass(1000);
    expect(watch.begun()).toBe(2);
  });

  it('goes on after a build that was refused or failed, and says what is new', async () => {
    const watch = fakeWatch();
    await watch.finish(done({ outcome: 'refused', diagnostics: [problem('yaml-syntax')] }));
    watch.save(at('trust.yaml'));
    await watch.pass(100);
    const both = [problem('yaml-syntax'), problem('cannot-write')];
    await watch.finish(done({ outcome: 'failed', diagnostics: both }));
    watch.save(at('trust.yaml'));
    await watch.pass(100);
    await watch.finish(done({ diagnostics: both }));
    expect(
      watch.told.map(({ result, fresh }) => [result.outcome, fresh.map(({ code }) => code)]),
    ).toEqual([
      ['refused', ['yaml-syntax']],
      ['failed', ['cannot-write']],
      ['done', []],
    ]);
  });

  it.each([
    ['while it waits', async () => {}],
    [
      'while it builds',
      async (watch: ReturnType<typeof fakeWatch>) => {
        watch.save(at('trust.yaml'));
        await watch.pass(100);
      },
    ],
  ])('ends when the user interrupts %s, and watches no longer', async (_, before) => {
    const watch = fakeWatch();
    await watch.finish();
    await before(watch);
    watch.user.abort();
    await watch.finish(done({ outcome: 'interrupted' }));
    expect(await watch.ended).toBeNull();
    expect(watch.isClosed()).toBe(true);
    expect(watch.told).toHaveLength(1);
  });

  it.each([
    ['ENOSPC', 'it holds more folders than this system can watch', 'a folder of their own'],
    ['ENOENT', 'it is no longer there', 'when the folder is there'],
    ['EIO', 'EIO', 'without --watch'],
  ])(
    'ends with what to do where the folder can be watched no longer: %s',
    async (code, why, hint) => {
      const watch = fakeWatch();
      await watch.finish();
      watch.fail(Object.assign(new Error(code), { code }));
      expect(await watch.ended).toMatchObject({
        outcome: 'failed',
        diagnostics: [
          {
            code: 'cannot-watch',
            message: `The folder trust cannot be watched: ${why}.`,
            hint: expect.stringContaining(hint),
          },
        ],
      });
      expect(watch.isClosed()).toBe(true);
    },
  );
});

describe('what lies beside a file for a moment', () => {
  it.each([
    ['.trust.yaml.swp', true],
    ['.prospectus.pdf.0123456789ab.tmp', true],
    ['~$Notes.docx', true],
    ['trust.yaml~', true],
    ['4913', true],
    ['photo.jpg.crdownload', true],
    ['node_modules', true],
    ['.git', true],
    ['trust.yaml', false],
    ['cover.hbs', false],
    ['a 4913 photo.JPG', false],
  ])('is told by its name: %s', (name, passing) => {
    expect(isPassing(at(name))).toBe(passing);
  });
});

/** A watch of a real folder, with its own clock and all that it has told. */
function realWatch(files: Record<string, string>, options: Partial<BuildOptions> = {}) {
  const cwd = folderWith(files);
  const user = new AbortController();
  const told: Rebuilt[] = [];
  const effects = testEffects(cwd, {
    ...{ env: process.env, interrupted: user.signal, watch: watchFolder },
  });
  const ended = watchProfile({ formats: ['md'], timeout: 60, ...options }, effects, {
    progress: () => {},
    tell: (rebuilt) => void told.push(rebuilt),
  });
  return {
    ...{ cwd, told, ended },
    builds: (number: number) => until(`build ${number}`, () => told.length >= number, 30_000),
    write: (name: string, text: string) => writeFileSync(path.join(cwd, name), text),
    output: (name: string) => readFileSync(path.join(cwd, 'output', name), 'utf8'),
    async stop() {
      user.abort();
      expect(await ended).toBeNull();
    },
  };
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('a watch of a folder', () => {
  it('writes again what was edited, and a profile that is broken leaves the last good one', async () => {
    const watch = realWatch({ 'trust.yaml': smallTrust });
    await watch.builds(1);
    expect(watch.output('prospectus.md')).toContain('Otterwick');

    watch.write('trust.yaml', smallTrust.replaceAll('Otterwick', 'Candlemoor'));
    await watch.builds(2);
    expect(watch.output('prospectus.md')).not.toContain('Otterwick');

    watch.write('trust.yaml', 'trust: [');
    await watch.builds(3);
    expect(watch.told[2]?.result).toMatchObject({
      outcome: 'refused',
      diagnostics: [{ code: 'yaml-syntax' }],
    });
    expect(watch.output('prospectus.md')).toContain('Candlemoor');

    watch.write('trust.yaml', smallTrust);
    await watch.builds(4);
    expect(watch.output('prospectus.md')).toContain('Otterwick');
    await quiet();
    expect(watch.told).toHaveLength(4);
    await watch.stop();
  });

  it('sees a part, a template and a picture that are new', async () => {
    const logo = 'trust:\n  logo:\n    file: images/logo.svg\n    alt: Otterwick\n';
    const watch = realWatch({ 'trust.yaml': smallTrust.replace('trust:\n', logo) });
    await watch.builds(1);
    const codes = () => watch.told.at(-1)?.result.diagnostics.map(({ code }) => code);
    expect(codes()).toContain('missing-image');

    mkdirSync(path.join(watch.cwd, 'images'));
    watch.write(
      'images/logo.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>',
    );
    await until('the picture is used', () => !codes()?.includes('missing-image'));

    mkdirSync(path.join(watch.cwd, 'templates', 'sections'), { recursive: true });
    watch.write('templates/sections/cover.hbs', 'A cover of our own.\n');
    await until('the template is used', () =>
      watch.output('prospectus.md').includes('A cover of our own.'),
    );

    watch.write(
      'contacts.yaml',
      'contacts:\n  - who: The clerk of Otterwick\n    phone: 01632 960 001\n',
    );
    await until('the part is used', () =>
      watch.output('prospectus.md').includes('The clerk of Otterwick'),
    );
    await watch.stop();
  });

  it('does not build again for its own documents in the folder of the profile', async () => {
    const watch = realWatch({ 'trust.yaml': smallTrust }, { out: '.' });
    await watch.builds(1);
    await quiet();
    expect(watch.told).toHaveLength(1);
    await watch.stop();
  });

  it('ends at once where there is no profile, or no such edition', async () => {
    const nothing = realWatch({ 'notes.txt': '' });
    expect(await nothing.ended).toMatchObject({ diagnostics: [{ code: 'no-profile' }] });
    const unknown = realWatch({ 'trust.yaml': smallTrust }, { editions: ['zine'] });
    expect(await unknown.ended).toMatchObject({ diagnostics: [{ code: 'unknown-edition' }] });
    expect(unknown.told).toEqual([]);
  });

  it.runIf(posix)('ends with a message where the folder itself goes', async () => {
    const watch = realWatch({ 'trust.yaml': smallTrust });
    await watch.builds(1);
    rmSync(watch.cwd, { recursive: true });
    expect(await watch.ended).toMatchObject({ diagnostics: [{ code: 'cannot-watch' }] });
  });

  it.runIf(posix)(
    'prints each PDF with the same browser, and starts one anew that has died',
    async () => {
      const { path: browser, pids } = await proxyBrowser(folderWith());
      const watch = realWatch({ 'trust.yaml': smallTrust }, { formats: ['pdf'], browser });
      const printed = async () =>
        (await readPdf(readFileSync(path.join(watch.cwd, 'output', 'prospectus.pdf')))).text;
      await watch.builds(1);
      watch.write('trust.yaml', smallTrust.replaceAll('Otterwick', 'Candlemoor'));
      await watch.builds(2);
      expect(await printed()).toContain('Candlemoor');
      expect(notedPids(pids)).toHaveLength(2);

      const [, real = 0] = notedPids(pids);
      process.kill(real, 'SIGKILL');
      watch.write('trust.yaml', smallTrust);
      await watch.builds(3);
      expect(watch.told[2]?.result.outcome).toBe('done');
      expect(await printed()).toContain('Otterwick');
      expect(notedPids(pids)).toHaveLength(4);
      await watch.stop();
    },
  );
});

describe.runIf(posix)('build --watch, run as its user runs it', () => {
  it('prints a line a build, and ends with 130 at Ctrl-C', async () => {
    const profile = `${smallTrust}principles:\n  improvement:\n    claims:\n      - text: Our schools read together.\n`;
    const cwd = folderWith({ 'trust.yaml': profile });
    const { child, finished } = spawnCli(['build', '--watch', '-f', 'md,html'], { cwd });
    const output = path.join(cwd, 'output', 'prospectus.md');
    await until('it has built', () => existsSync(output), 30_000);
    await quiet();
    writeFileSync(path.join(cwd, 'trust.yaml'), profile.replaceAll('Otterwick', 'Candlemoor'));
    await until('it has built again', () => readFileSync(output, 'utf8').includes('Candlemoor'));
    await quiet();
    child.kill('SIGINT');
    const { code, stdout, stderr } = await finished;
    expect(code).toBe(130);
    const line =
      '\\d\\d:\\d\\d:\\d\\d {2}Wrote output/prospectus\\.md, \\.html in \\d+\\.\\d s; \\d+ warnings?\n';
    expect(stdout).toMatch(new RegExp(`^${line}${line}$`));
    // What it warns of is told once, and not again at the second build.
    expect(stderr.match(/To read more about one/g)).toHaveLength(1);
    expect(stderr).toMatch(
      /Save a file to build again\. To stop, press Ctrl-C\.\nStopped watching\.\n$/,
    );
  });
});
