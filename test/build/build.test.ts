import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { type BuildOptions, build, type Format, formats } from '../../src/build/build.ts';
import type { Effects } from '../../src/effects/effects.ts';
import { besidesAsked } from '../support/asked.ts';
import { contentsOf } from '../support/batch.ts';
import { browserFolders, hangingBrowser, ownTemporary, proxyBrowser } from '../support/browsers.ts';
import { testEffects } from '../support/effects.ts';
import { failingWrites } from '../support/failing.ts';
import { folderWith } from '../support/folder.ts';
import { readPdf } from '../support/pdf.ts';
import { allGone, notedPids, posix, until } from '../support/processes.ts';
import { CANARY, canaryTrust, flawedTrust, smallTrust } from '../support/trusts.ts';

const text: readonly Format[] = ['md', 'html'];

function built(cwd: string, options: Partial<BuildOptions> = {}, changes: Partial<Effects> = {}) {
  const effects = testEffects(cwd, { env: process.env, ...changes });
  return build({ formats: text, timeout: 60, ...options }, effects);
}

const codes = (diagnostics: readonly { code: string }[]) => diagnostics.map(({ code }) => code);

describe('a build in every format', () => {
  it('writes the documents and their record, reports them, and prints what was written', async () => {
    const cwd = folderWith({ 'trust.yaml': canaryTrust });
    const { outcome, files, manifest, diagnostics } = await built(cwd, { formats });
    expect(outcome).toBe('done');
    const besides = besidesAsked(diagnostics).filter(({ code }) => code !== 'browser-sandbox');
    expect(besides).toEqual([]);

    const out = path.join(cwd, 'output');
    const names = ['prospectus.md', 'prospectus.html', 'prospectus.pdf', 'build.json'];
    expect(files).toEqual(
      names.map((name) => ({
        path: path.join(out, name),
        bytes: statSync(path.join(out, name)).size,
      })),
    );
    expect(readdirSync(out).sort()).toEqual(names.sort());

    const record = readFileSync(path.join(out, 'build.json'), 'utf8');
    expect(JSON.parse(record)).toEqual(manifest);
    expect(manifest?.browser).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+/) });
    expect(record.toLowerCase()).not.toContain(CANARY.toLowerCase());
    expect(record).not.toMatch(/7531|8642|7,531|8,642/);

    for (const name of ['prospectus.md', 'prospectus.html']) {
      expect(readFileSync(path.join(out, name), 'utf8')).toContain(`${CANARY} Learning Trust`);
    }
    const pdf = await readPdf(readFileSync(path.join(out, 'prospectus.pdf')));
    expect(pdf).toMatchObject({ tagged: true, language: 'en-GB' });
    expect(pdf.title).toContain(`${CANARY} Learning Trust`);
    expect(pdf.text).toContain(`${CANARY} Learning Trust`);
    expect(pdf.text).toContain(`${CANARY} Primary School`);
    expect(pdf.bookmarks).toContain('Our schools');
    expect(pdf.pages).toBeGreaterThan(1);
    for (const size of pdf.sizes) expect(size).toEqual([595, 842]);
    expect(pdf.text).toContain(`of ${pdf.pages}`);
  });
});

describe('a build without a PDF', () => {
  it('needs no browser', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const env = { THRIVING_CASE_BROWSER: path.join(cwd, 'nowhere') };
    const { outcome, files, manifest } = await built(cwd, {}, { env });
    expect(outcome).toBe('done');
    expect(files.map((file) => path.basename(file.path))).toEqual([
      'prospectus.md',
      'prospectus.html',
      'build.json',
    ]);
    expect(manifest?.browser).toBeNull();
  });

  it('writes the profile’s pictures beside the Markdown, and not beside the page', async () => {
    const logo = readFileSync('examples/quillbrook/images/logo.png');
    const trust = smallTrust.replace(
      'trust:\n',
      'trust:\n  logo:\n    file: images/logo.png\n    alt: Otterwick\n',
    );
    const cwd = folderWith({ 'trust.yaml': trust, 'images/logo.png': logo });
    const markdown = await built(cwd, { formats: ['md'], out: 'md' });
    expect(codes(markdown.diagnostics)).toEqual([]);
    const file = markdown.manifest?.documents[0]?.files[1];
    expect(readFileSync(path.join(cwd, 'md', file?.path ?? ''))).toHaveLength(file?.bytes ?? -1);
    expect(readFileSync(path.join(cwd, 'md', 'prospectus.md'), 'utf8')).toContain(file?.path);

    await built(cwd, { formats: ['html'], out: 'html' });
    expect(readdirSync(path.join(cwd, 'html')).sort()).toEqual(['build.json', 'prospectus.html']);
  });

  it('writes where it is told, from the folder the command was run in', async () => {
    const cwd = folderWith({ 'trusts/otterwick/trust.yaml': smallTrust });
    const { files } = await built(cwd, { profile: 'trusts/otterwick', out: 'made/here' });
    expect(path.dirname(files[0]?.path ?? '')).toBe(path.join(cwd, 'made', 'here'));
    expect(existsSync(path.join(cwd, 'trusts', 'otterwick', 'output'))).toBe(false);
  });

  it('writes the same bytes whatever the folder, the clock’s zone, the language and the home', async () => {
    const made = async (folder: string, env: Record<string, string>) => {
      const cwd = folderWith({ [`${folder}/trust.yaml`]: canaryTrust });
      for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
      await built(cwd, { profile: folder }, { env: { ...process.env } });
      return contentsOf(path.join(cwd, folder, 'output'));
    };
    const here = await made('a', { TZ: 'Pacific/Kiritimati', LANG: 'C', HOME: '/' });
    const there = await made('another folder', {
      ...{ TZ: 'Pacific/Honolulu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      HOME: '/somewhere/else',
    });
    expect(Object.keys(here)).toEqual(['build.json', 'prospectus.html', 'prospectus.md']);
    expect(there).toEqual(here);
  });
});

describe('a build that is refused', () => {
  const old = { 'output/prospectus.md': 'old', 'output/build.json': 'old' };

  it.each([
    ['the profile cannot be read', { 'trust.yaml': 'trust: [' }, {}, 'yaml-syntax'],
    ['there is none', { 'notes.txt': '' }, {}, 'no-profile'],
    [
      'a release has an error',
      { 'trust.yaml': flawedTrust },
      { release: true },
      'unknown-evidence',
    ],
    [
      'an edition is not known',
      { 'trust.yaml': smallTrust },
      { editions: ['x'] },
      'unknown-edition',
    ],
  ])('because %s writes nothing', async (_, profile, options, code) => {
    const cwd = folderWith({ ...profile, ...old });
    const result = await built(cwd, options);
    expect(result).toMatchObject({ outcome: 'refused', files: [], manifest: null });
    expect(codes(result.diagnostics)).toContain(code);
    expect(contentsOf(path.join(cwd, 'output'))).toEqual({
      'build.json': 'old',
      'prospectus.md': 'old',
    });
  });

  it.runIf(posix)('gives up its browser, which it has started already', async () => {
    const cwd = folderWith({ 'trust.yaml': 'trust: [' });
    const temporary = ownTemporary(cwd);
    vi.stubEnv('TMPDIR', temporary);
    const { path: browser, pids } = hangingBrowser(cwd);
    const { files } = testEffects(cwd);
    const whenItRuns: Effects['files'] = {
      ...files,
      async read(file) {
        await until('the browser runs', () => notedPids(pids).length === 2);
        return files.read(file);
      },
    };
    const result = await built(cwd, { formats, browser, timeout: 60 }, { files: whenItRuns });
    expect(result.outcome).toBe('refused');
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
  });
});

describe('a build that cannot be finished', () => {
  it('because a file cannot be written keeps the old one, and says what was written', async () => {
    const cwd = folderWith({
      'trust.yaml': smallTrust,
      'output/prospectus.html': 'old',
      'output/build.json': 'old',
    });
    const files = failingWrites(cwd, { 'prospectus.html': 'ENOSPC' });
    const result = await built(cwd, {}, { files });
    expect(result).toMatchObject({
      outcome: 'failed',
      files: [{ path: path.join(cwd, 'output', 'prospectus.md') }],
      manifest: null,
    });
    expect(codes(result.diagnostics)).toEqual(['cannot-write']);
    expect(result.diagnostics[0]?.message).toContain('the disk is full');
    const kept = contentsOf(path.join(cwd, 'output'));
    expect(kept).toMatchObject({ 'prospectus.html': 'old', 'build.json': 'old' });
    expect(kept['prospectus.md']).toContain('Otterwick');
  });

  it('because its record cannot be written is not done', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const files = failingWrites(cwd, { 'build.json': 'EBUSY' });
    expect(await built(cwd, {}, { files })).toMatchObject({ outcome: 'failed' });
  });

  it('because the user interrupts is told apart', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust, 'output/prospectus.md': 'old' });
    const result = await built(cwd, {}, { interrupted: AbortSignal.abort() });
    expect(result).toMatchObject({ outcome: 'interrupted', files: [] });
    expect(codes(result.diagnostics)).toEqual(['interrupted']);
    expect(contentsOf(path.join(cwd, 'output'))).toEqual({ 'prospectus.md': 'old' });
  });

  it.runIf(posix).each([
    ['dies', { killedBy: 'Page.printToPDF' }, 30, 'browser-failed'],
    ['hangs', { deafTo: 'Page.printToPDF' }, 2, 'timed-out'],
  ])('because its browser %s writes nothing at all', async (_, changes, timeout, code) => {
    const old = { 'prospectus.md': 'old', 'prospectus.pdf': 'old' };
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const temporary = ownTemporary(cwd);
    vi.stubEnv('TMPDIR', temporary);
    for (const [name, content] of Object.entries(old)) {
      await testEffects(cwd).files.write(path.join(cwd, 'output', name), content);
    }
    const { path: browser, pids } = await proxyBrowser(cwd, changes);
    const result = await built(cwd, { formats, browser, timeout });
    expect(result).toMatchObject({ outcome: 'failed', files: [], manifest: null });
    expect(codes(result.diagnostics)).toContain(code);
    expect(contentsOf(path.join(cwd, 'output'))).toEqual(old);
    await allGone(pids);
    expect(browserFolders(temporary)).toEqual([]);
  });
});

describe('the progress of a build', () => {
  it('is told step by step, each as it begins', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const told = async (wanted: readonly Format[]) => {
      const steps: [string, number, number][] = [];
      const effects = testEffects(cwd, { env: process.env });
      await build({ formats: wanted, timeout: 60 }, effects, (step, done, total) =>
        steps.push([step, done, total]),
      );
      return steps;
    };
    expect(await told(['md'])).toEqual([
      ['Reading the profile', 0, 2],
      ['Writing', 1, 2],
    ]);
    expect(await told(['pdf'])).toEqual([
      ['Reading the profile', 0, 3],
      ['Printing', 1, 3],
      ['Writing', 2, 3],
    ]);
  });
});

describe('the record of an earlier build', () => {
  it('is replaced last, so that a new one never speaks of an old document', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    await built(cwd);
    const before = readFileSync(path.join(cwd, 'output', 'build.json'), 'utf8');
    writeFileSync(path.join(cwd, 'trust.yaml'), canaryTrust);
    const files = failingWrites(cwd, { 'prospectus.html': 'EPERM' });
    await built(cwd, {}, { files });
    expect(readFileSync(path.join(cwd, 'output', 'build.json'), 'utf8')).toBe(before);
  });
});
