import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../../src/effects/effects.ts';
import type { BuildReport } from '../../../src/reports.ts';
import { proxyBrowser, script } from '../../support/browsers.ts';
import { cli, spawnCli } from '../../support/cli.ts';
import { failingWrites } from '../../support/failing.ts';
import { folderWith } from '../../support/folder.ts';
import { posix } from '../../support/processes.ts';
import { parsed } from '../../support/reports.ts';
import { CANARY, canaryTrust, flaw, flawedTrust, smallTrust } from '../../support/trusts.ts';

const sound = { 'trust.yaml': smallTrust };
const flawed = { 'trust.yaml': flawedTrust };
const real = { env: process.env };

const build = (cwd: string, argv: string[] = ['-f', 'md'], changes: Partial<Effects> = {}) =>
  cli(['build', ...argv], cwd, changes);

describe('build', () => {
  it('prints the files it has written and their sizes as its result', async () => {
    const cwd = folderWith({ 'mine/trust.yaml': smallTrust });
    const { code, stdout } = await build(cwd, ['mine'], real);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/ +/g, ' '))).toEqual(
      ['prospectus.md', 'prospectus.html', 'prospectus.pdf', 'build.json'].map((name) => {
        const { size } = statSync(path.join(cwd, 'mine', 'output', name));
        return `mine/output/${name} ${Math.max(1, Math.round(size / 1000))} kB`;
      }),
    );
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  it('says of a draft that it is one, and how to release it, as a message', async () => {
    const { stderr } = await build(folderWith(sound));
    expect(stderr).toMatch(
      /This is a draft\. When it is ready to leave the building: thriving-case build\n--release\n$/,
    );
  });

  it('says nothing more of a release', async () => {
    const cwd = folderWith({ 'trust.yaml': `status: release\n${smallTrust}` });
    const { code, stdout, stderr } = await build(cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('output/prospectus.md');
  });

  it('says of a draft with errors what they are, and still writes it', async () => {
    const cwd = folderWith(flawed);
    const { stdout, stderr } = await build(cwd);
    expect(stdout).toContain('output/prospectus.md');
    expect(stderr).toContain(`Error unknown-evidence  trust.yaml:${flaw.line}:${flaw.column}\n`);
    expect(stderr).toMatch(
      /\nThis is a draft with gaps: put the errors above right before anyone else sees\nit\.\n$/,
    );
  });

  it('says of a refusal that nothing was written', async () => {
    const cwd = folderWith(flawed);
    const { stdout, stderr } = await build(cwd, ['--release', '-f', 'md']);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /\nNothing was written\. Files from earlier builds are as they were\.\n$/,
    );
    expect(readdirSync(cwd)).toEqual(['trust.yaml']);
  });

  it('says of a failure what was written, and that nothing is half written', async () => {
    const cwd = folderWith(sound);
    const files = failingWrites(cwd, { 'prospectus.html': 'EBUSY' });
    const { stdout, stderr } = await build(cwd, ['-f', 'md,html'], { files });
    expect(stdout).toMatch(/^output\/prospectus\.md +\d+ kB\n$/);
    expect(stderr).toContain(
      'output/prospectus.html could not be written: another program has it open.',
    );
    expect(stderr).toMatch(
      /\nNot finished\. Files from earlier builds are whole; none is half written\.\n$/,
    );
  });

  it('says of an interruption what it is, and no more', async () => {
    const cwd = folderWith(sound);
    const { stdout, stderr } = await build(cwd, ['-f', 'md'], { interrupted: AbortSignal.abort() });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Error interrupted\n {2}Interrupted\.\n/);
    expect(stderr).toMatch(/explain interrupted\n\n$/);
  });

  it('needs a browser for the PDF alone', async () => {
    const cwd = folderWith(sound);
    expect((await build(cwd, ['--browser', 'nowhere', '-f', 'pdf'], real)).code).toBe(2);
    expect((await build(cwd, ['--browser', 'nowhere', '-f', 'md,html'], real)).code).toBe(0);
  });
});

describe('build --json', () => {
  interface Case {
    files: Record<string, string>;
    argv?: string[];
    changes?: (cwd: string) => Partial<Effects>;
  }
  const md = ['-f', 'md'];

  it.each<[string, number, Case, Partial<BuildReport>, string[]]>([
    ['a draft', 0, { files: sound }, { outcome: 'done', status: 'draft' }, []],
    [
      'a draft with an error',
      1,
      { files: flawed },
      { outcome: 'done', status: 'draft' },
      ['unknown-evidence'],
    ],
    [
      'a release',
      0,
      { files: sound, argv: [...md, '--release'] },
      { outcome: 'done', status: 'release' },
      [],
    ],
    [
      'a refused release',
      1,
      { files: flawed, argv: [...md, '--release'] },
      { outcome: 'refused', status: null, files: [] },
      ['unknown-evidence'],
    ],
    [
      'no profile',
      3,
      { files: {} },
      { outcome: 'refused', status: null, files: [] },
      ['no-profile'],
    ],
    [
      'an edition that is not known',
      3,
      { files: sound, argv: [...md, '-e', 'zine'] },
      { outcome: 'refused', status: null, files: [] },
      ['unknown-edition'],
    ],
    [
      'a full disk',
      2,
      {
        files: sound,
        changes: (cwd) => ({ files: failingWrites(cwd, { 'prospectus.md': 'ENOSPC' }) }),
      },
      { outcome: 'failed', status: null, files: [] },
      ['cannot-write'],
    ],
    [
      'a browser that is not there',
      2,
      { files: sound, argv: ['--browser', 'nowhere'] },
      { outcome: 'failed', status: null, files: [] },
      ['no-browser'],
    ],
    [
      'an interruption',
      130,
      { files: sound, changes: () => ({ interrupted: AbortSignal.abort() }) },
      { outcome: 'interrupted', status: null, files: [] },
      ['interrupted'],
    ],
  ])('prints for %s one object and nothing else', async (_, code, given, report, codes) => {
    const cwd = folderWith(given.files);
    const argv = [...(given.argv ?? md), '--json'];
    const result = await build(cwd, argv, given.changes?.(cwd));
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: '' });
    const { diagnostics, ...rest } = parsed<BuildReport>(result.stdout);
    expect(rest).toMatchObject(report);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(expect.arrayContaining(codes));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(codes.length);
  });

  it('names the files that were written as one would type them from here', async () => {
    const cwd = folderWith({ 'mine/trust.yaml': smallTrust });
    const { stdout } = await build(cwd, ['mine', '-f', 'md', '--json']);
    expect(parsed<BuildReport>(stdout).files).toEqual(
      ['prospectus.md', 'build.json'].map((name) => ({
        path: `mine/output/${name}`,
        bytes: statSync(path.join(cwd, 'mine', 'output', name)).size,
      })),
    );
  });
});

describe('build --annotate github', () => {
  it('prints annotations of the problems, those of the machine too', async () => {
    const cwd = folderWith(sound);
    const files = failingWrites(cwd, { 'prospectus.md': 'EACCES' });
    const { stderr } = await build(cwd, ['-f', 'md', '--annotate', 'github'], { files });
    expect(stderr).toMatch(/^::error title=cannot-write::output\/prospectus\.md could not be /);
  });
});

describe('build, run as its user runs it', () => {
  it('writes the same bytes in another folder, time zone, language and home', async () => {
    const made = async (folder: string, env: Record<string, string>) => {
      const cwd = folderWith({ [`${folder}/trust.yaml`]: canaryTrust });
      const { finished } = spawnCli(['build', folder, '-f', 'md,html'], { cwd, env });
      expect(await finished).toMatchObject({ code: 0 });
      return ['prospectus.md', 'prospectus.html', 'build.json'].map((name) =>
        readFileSync(path.join(cwd, folder, 'output', name), 'utf8'),
      );
    };
    const SOURCE_DATE_EPOCH = String(Date.UTC(2026, 8, 1, 0, 30) / 1000);
    const here = { SOURCE_DATE_EPOCH, TZ: 'Pacific/Honolulu', LANG: 'C', HOME: '/' };
    const there = {
      ...{ SOURCE_DATE_EPOCH, TZ: 'Pacific/Kiritimati', HOME: '/nowhere' },
      ...{ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    };
    const [first, second] = await Promise.all([made('a', here), made('another folder', there)]);
    expect(first[0]).toContain('Facts as at 1 September 2026');
    expect(first[0]).toContain(CANARY);
    expect(second).toEqual(first);
  });

  it.runIf(posix)('is not misled by a browser that fails, and names it', async () => {
    const cwd = folderWith(sound);
    const browser = script(
      cwd,
      'chrome',
      'echo "chrome: error while loading shared libraries: libnss3.so: cannot open" >&2',
      'exit 127',
    );
    const { finished } = spawnCli(['build', '--json'], {
      cwd,
      env: { THRIVING_CASE_BROWSER: browser },
    });
    const { code, stdout, stderr } = await finished;
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(parsed<BuildReport>(stdout)).toMatchObject({
      outcome: 'failed',
      diagnostics: [{ code: 'browser-libraries' }],
    });
  });

  it.runIf(posix)('uses the browser that PUPPETEER_EXECUTABLE_PATH names', async () => {
    const cwd = folderWith(sound);
    const { path: browser, asked } = await proxyBrowser(cwd);
    const { finished } = spawnCli(['build', '-f', 'pdf'], {
      cwd,
      env: { PUPPETEER_EXECUTABLE_PATH: browser },
    });
    expect(await finished).toMatchObject({ code: 0 });
    expect(readFileSync(asked, 'utf8')).toContain('Page.printToPDF');
  });
});
