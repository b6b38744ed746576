import { getEventListeners } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { type BuildReport, build, type CheckReport, check } from '../src/index.ts';
import { hangingBrowser, ownTemporary } from './support/browsers.ts';
import { root, spawnCli } from './support/cli.ts';
import { folderWith } from './support/folder.ts';
import { allGone, notedPids, posix, until } from './support/processes.ts';
import { expectReport, parsed } from './support/reports.ts';
import { flawedTrust, smallTrust } from './support/trusts.ts';

const printed = async (argv: readonly string[], cwd: string) =>
  (await spawnCli([...argv, '--json'], { cwd }).finished).stdout;

describe('check', () => {
  it('returns what check --json prints', async () => {
    const cwd = folderWith({ 'trust.yaml': flawedTrust });
    const report = await check({ profile: cwd });
    expectReport(report);
    expect(report).toMatchObject({ ok: false, diagnostics: [{ code: 'unknown-evidence' }] });
    const { diagnostics, ...others } = parsed<CheckReport>(
      await printed(['check', cwd], process.cwd()),
    );
    expect(report).toEqual({ diagnostics, ...others });
  });

  it('takes the nearest trust.yaml where none is named', async () => {
    vi.spyOn(process, 'cwd').mockReturnValue(folderWith({ 'trust.yaml': smallTrust }));
    expect(await check()).toMatchObject({ ok: true, counts: { schools: 1 }, diagnostics: [] });
  });
});

describe('build', () => {
  it('returns what build --json prints', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const out = path.join(cwd, 'out');
    const report = await build({ profile: cwd, formats: ['md', 'html'], out });
    expectReport(report);
    expect(report).toMatchObject({ outcome: 'done', status: 'draft', diagnostics: [] });
    const argv = ['build', cwd, '--format', 'md,html', '--out', out];
    rmSync(out, { recursive: true });
    expect(report).toEqual(parsed<BuildReport>(await printed(argv, process.cwd())));
  });

  it('writes every format unless it is told which', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    // As a program without types may call it.
    const options = { profile: cwd, formats: undefined, timeout: undefined, signal: undefined };
    const { files } = await build(options as unknown as { profile: string });
    expect(files.map((file) => path.basename(file.path))).toEqual([
      'prospectus.md',
      'prospectus.html',
      'prospectus.pdf',
      'build.json',
    ]);
  });

  it('passes on what it was told', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const browser = path.join(cwd, 'nowhere');
    expect(await build({ profile: cwd, browser })).toMatchObject({
      outcome: 'failed',
      diagnostics: [{ code: 'no-browser' }],
    });
    expect(await build({ profile: cwd, editions: ['zine'] })).toMatchObject({
      outcome: 'refused',
      diagnostics: [{ code: 'unknown-edition' }],
    });
    const released = await build({ profile: cwd, formats: ['md'], release: true });
    expect(released).toMatchObject({ outcome: 'done', status: 'release' });
  });

  it('does nothing where its signal was aborted before', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const report = await build({ profile: cwd, signal: AbortSignal.abort() });
    expectReport(report);
    expect(report).toMatchObject({
      outcome: 'interrupted',
      files: [],
      diagnostics: [{ code: 'interrupted' }],
    });
    expect(existsSync(path.join(cwd, 'output'))).toBe(false);
  });

  it.runIf(posix)('stops when its signal is aborted, and its browser with it', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    vi.stubEnv('TMPDIR', ownTemporary(cwd));
    const { path: browser, pids } = hangingBrowser(cwd);
    const stop = new AbortController();
    const building = build({ profile: cwd, browser, signal: stop.signal });
    await until('the browser runs', () => notedPids(pids).length === 2);
    stop.abort();
    expect(await building).toMatchObject({ outcome: 'interrupted', files: [] });
    await allGone(pids);
  });

  it('leaves no listener behind, however often it is called', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const { signal } = new AbortController();
    const before = process.listenerCount('exit');
    for (let times = 0; times < 3; times++) {
      await build({ profile: cwd, formats: ['md'], signal });
      await build({ profile: cwd, browser: path.join(cwd, 'nowhere'), signal });
    }
    expect(process.listenerCount('exit')).toBe(before);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('the package', () => {
  it('offers this interface, its types and the schema, as built', async () => {
    const { exports, files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(Object.keys(exports)).toEqual(['.', './schema.json', './package.json']);
    for (const file of Object.values(exports['.']) as string[]) {
      expect(existsSync(path.join(root, file))).toBe(true);
      expect(files).toContain(file.split('/')[1]);
    }
    const built = await import(pathToFileURL(path.join(root, exports['.'].default)).href);
    expect(Object.keys(built).sort()).toEqual(['build', 'check']);
    const cwd = folderWith({ 'trust.yaml': flawedTrust });
    expect(await built.check({ profile: cwd })).toEqual(await check({ profile: cwd }));
  });
});
