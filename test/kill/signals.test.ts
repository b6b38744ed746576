import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { BuildReport } from '../../src/reports.ts';
import { browserFolders, ownTemporary, proxyBrowser } from '../support/browsers.ts';
import { spawnCli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { readPdf } from '../support/pdf.ts';
import { allGone, posix, processesWith, until } from '../support/processes.ts';
import { parsed } from '../support/reports.ts';
import { smallTrust } from '../support/trusts.ts';

const names = ['build.json', 'prospectus.html', 'prospectus.md', 'prospectus.pdf'];
const old = Object.fromEntries(names.map((name) => [`output/${name}`, `old ${name}`]));

/** A profile, documents of an earlier build, and a temporary folder to see what is left in. */
function ground() {
  const cwd = folderWith({ 'trust.yaml': smallTrust, ...old });
  return { cwd, output: path.join(cwd, 'output'), temporary: ownTemporary(cwd) };
}

/** The same day for every run. */
const env = (TMPDIR: string) => ({ TMPDIR, SOURCE_DATE_EPOCH: '1790000000' });

/** Starts a build whose browser never answers to a print, and waits until it is asked for one. */
async function printing(argv: readonly string[] = []) {
  const where = ground();
  const browser = await proxyBrowser(where.cwd, { deafTo: 'Page.printToPDF' });
  const run = spawnCli(['build', ...argv], {
    cwd: where.cwd,
    env: { ...env(where.temporary), THRIVING_CASE_BROWSER: browser.path },
  });
  const { asked } = browser;
  await until(
    'it prints',
    () => existsSync(asked) && readFileSync(asked, 'utf8').includes('Page.printToPDF'),
  );
  return { ...where, ...run, pids: browser.pids };
}

function expectOld(output: string) {
  expect(readdirSync(output).sort()).toEqual(names);
  for (const name of names) {
    expect(readFileSync(path.join(output, name), 'utf8')).toBe(`old ${name}`);
  }
}

let undisturbed: Promise<Map<string, string>> | undefined;

/** What a build that nobody disturbs makes, of the files that are the same each time. */
async function buildInPeace(): Promise<Map<string, string>> {
  const { cwd, output, temporary } = ground();
  const { finished } = spawnCli(['build', '-f', 'md,html'], { cwd, env: env(temporary) });
  expect(await finished).toMatchObject({ code: 0 });
  return new Map(
    ['prospectus.md', 'prospectus.html'].map((name) => [
      name,
      readFileSync(path.join(output, name), 'utf8'),
    ]),
  );
}

/** Each document is the old one or a whole new one; returns the names of the new. */
async function expectWhole(output: string): Promise<string[]> {
  undisturbed ??= buildInPeace();
  const made = await undisturbed;
  const renewed: string[] = [];
  for (const name of names) {
    const bytes = readFileSync(path.join(output, name));
    const content = bytes.toString('utf8');
    if (content === `old ${name}`) continue;
    renewed.push(name);
    if (made.has(name)) expect(content).toBe(made.get(name));
    else if (name === 'build.json') expect(JSON.parse(content)).toMatchObject({ format: 2 });
    else expect((await readPdf(bytes)).text).toContain('Otterwick');
  }
  return renewed;
}

describe.runIf(posix)('a build that is told to stop', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s stops at once, cleans up and keeps every file',
    async (signal) => {
      const { child, finished, output, temporary, pids } = await printing();
      const started = performance.now();
      child.kill(signal);
      const { code, stdout, stderr } = await finished;
      expect(performance.now() - started).toBeLessThan(10_000);
      expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
      expect(stderr).toMatch(/^Error interrupted\n {2}Interrupted\.$/m);
      await allGone(pids);
      expect(browserFolders(temporary)).toEqual([]);
      expectOld(output);
    },
  );

  it('still prints its JSON', async () => {
    const { child, finished } = await printing(['--json']);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await finished;
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
    expect(parsed<BuildReport>(stdout)).toMatchObject({ outcome: 'interrupted', files: [] });
  });

  it.each([5, 120, 250, 400])(
    'after %i milliseconds leaves each file whole, and nothing beside them',
    async (milliseconds) => {
      const { cwd, output, temporary } = ground();
      const { child, finished } = spawnCli(['build'], { cwd, env: env(temporary) });
      setTimeout(() => child.kill('SIGINT'), milliseconds);
      const { code, signal } = await finished;
      // Before Node has read the command, the signal ends it as it ends any process.
      if (signal === null) expect([0, 130]).toContain(code);
      else expect(signal).toBe('SIGINT');
      await expectWhole(output);
      expect(readdirSync(output).sort()).toEqual(names);
      expect(browserFolders(temporary)).toEqual([]);
    },
  );
});

describe.runIf(posix)('a build that is killed outright', () => {
  it('in the middle of a print keeps every file, and its browser ends too', async () => {
    const { child, finished, output, temporary, cwd, pids } = await printing();
    child.kill('SIGKILL');
    expect(await finished).toMatchObject({ code: null, signal: 'SIGKILL' });
    await allGone(pids);
    expectOld(output);

    // Its browser’s folder is all that is left, and goes with the next build.
    expect(browserFolders(temporary)).toHaveLength(1);
    const next = spawnCli(['build'], { cwd, env: env(temporary) });
    expect(await next.finished).toMatchObject({ code: 0 });
    expect(browserFolders(temporary)).toEqual([]);
  });

  it.each([100, 300, 500])('after %i milliseconds leaves each file whole', async (milliseconds) => {
    const { cwd, output, temporary } = ground();
    const { child, finished } = spawnCli(['build'], { cwd, env: env(temporary) });
    setTimeout(() => child.kill('SIGKILL'), milliseconds);
    await finished;
    await expectWhole(output);
    if (process.platform === 'linux') {
      await until('its browser ends', () => processesWith(temporary).length === 0);
    }
  });

  it.each(names)('in the middle of writing %s leaves each file whole', async (name) => {
    const { cwd, output, temporary } = ground();
    const begun = () => readdirSync(output).some((entry) => entry.startsWith(`.${name}.`));
    let caught = false;
    for (let tries = 0; !caught && tries < 20; tries++) {
      const { child, finished } = spawnCli(['build', '--force'], { cwd, env: env(temporary) });
      let running = true;
      child.on('exit', () => {
        running = false;
      });
      while (running && !begun()) await new Promise((resolve) => setImmediate(resolve));
      caught = running;
      child.kill('SIGKILL');
      await finished;
      await expectWhole(output);
    }
    expect(caught).toBe(true);
  });

  it('leaves nothing that would harm the next build', async () => {
    const { cwd, output, temporary } = ground();
    const left = ['.build.json.0123456789ab.tmp', '.prospectus.pdf.0123456789ab.tmp'];
    for (const name of left) writeFileSync(path.join(output, name), 'half');
    const { finished } = spawnCli(['build'], { cwd, env: env(temporary) });
    expect(await finished).toMatchObject({ code: 0 });
    expect(await expectWhole(output)).toEqual(names);
    // Another build might still be writing them: they go with a build an hour later.
    expect(readdirSync(output).filter((name) => name.endsWith('.tmp'))).toEqual(left);
  });
});
