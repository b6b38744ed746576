import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BuildReport } from '../../src/reports.ts';
import { trustWithSchools } from '../support/batch.ts';
import { bin, spawnCli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { ordinaryUser, posix } from '../support/processes.ts';
import { smallTrust } from '../support/trusts.ts';

const text = ['build', '--format', 'md,html'];
const old = { 'output/prospectus.md': 'old', 'output/build.json': 'old' };

/** Runs the command as someone whom the modes of files stop, which nothing does for root. */
function asOrdinaryUser(argv: readonly string[], cwd: string) {
  chmodSync(cwd, 0o755);
  const options = { cwd, encoding: 'utf8' as const, ...ordinaryUser() };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], options);
  return { status, stdout, stderr };
}

/** Whether an ordinary user can read this copy of the tool at all; under /root nobody else can. */
const canRunAsOrdinaryUser =
  ordinaryUser() !== null &&
  spawnSync(process.execPath, [bin, '--version'], { cwd: '/', ...ordinaryUser() }).status === 0;

describe.runIf(canRunAsOrdinaryUser)('a folder that may not be written', () => {
  it('is named, with what to do, and what is in it stays as it was', () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust, ...old });
    const output = path.join(cwd, 'output');
    chmodSync(output, 0o555);
    const { status, stdout, stderr } = asOrdinaryUser(text, cwd);
    chmodSync(output, 0o755);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'output/prospectus.md could not be written: you do not have permission to write there. Choose another folder with --out',
    );
    expect(readdirSync(output).sort()).toEqual(['build.json', 'prospectus.md']);
    expect(readFileSync(path.join(output, 'prospectus.md'), 'utf8')).toBe('old');
  });

  it('is named too where it cannot even be made', () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    chmodSync(cwd, 0o555);
    const { status, stderr } = asOrdinaryUser([...text, '--out', '/thriving-case-output'], cwd);
    expect(status).toBe(2);
    expect(stderr).toContain('Error cannot-write');
    expect(existsSync('/thriving-case-output')).toBe(false);
  });

  it('is no hindrance where another folder is named', () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const elsewhere = folderWith();
    chmodSync(elsewhere, 0o777);
    expect(asOrdinaryUser([...text, '--out', elsewhere], cwd)).toMatchObject({ status: 0 });
    expect(readdirSync(elsewhere)).toContain('prospectus.md');
  });
});

describe.runIf(canRunAsOrdinaryUser)('a profile that may not be read', () => {
  it('is the machine’s trouble and not the profile’s', () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    chmodSync(path.join(cwd, 'trust.yaml'), 0o000);
    const { status, stdout } = asOrdinaryUser(['check'], cwd);
    expect(status).toBe(2);
    expect(stdout).toContain('Error unreadable-file  trust.yaml');
  });
});

describe('an output folder that is a file', () => {
  it('is named, and stays as it was', async () => {
    const cwd = folderWith({ 'trust.yaml': smallTrust, output: 'a file' });
    const { code, stderr } = await spawnCli(text, { cwd }).finished;
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'output/prospectus.md could not be written: a file stands where a folder should be, or the other way round. Move it away, or choose another folder with --out.',
    );
    expect(readFileSync(path.join(cwd, 'output'), 'utf8')).toBe('a file');
  });
});

/** A disk of this size, mounted on a folder; null where this machine does not let us. */
function smallDisk(folder: string, bytes: number): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const place = path.join(folder, 'disk');
  mkdirSync(place);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', place]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', [place]));
  return place;
}

describe.runIf(posix)('a disk that is full', () => {
  it('is named, and keeps the old files whole and nothing half written', async (test) => {
    const cwd = folderWith({ 'trust.yaml': smallTrust });
    const disk = smallDisk(cwd, 64 * 1024);
    if (!disk) test.skip('A small disk can be mounted on Linux by root alone.');
    const output = disk ?? '';
    writeFileSync(path.join(output, 'prospectus.html'), 'old');
    copyFileSync(path.join(cwd, 'trust.yaml'), path.join(output, 'trust.yaml'));
    const { finished } = spawnCli([...text, '--out', output], { cwd });
    const { code, stdout, stderr } = await finished;
    // The Markdown fits; the page, with its fonts inside, does not.
    expect(code).toBe(2);
    expect(stdout).toMatch(/^disk\/prospectus\.md +\d+ kB\n$/);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'disk/prospectus.html could not be written: the disk is full. Make room, or choose another disk with --out.',
    );
    expect(readFileSync(path.join(output, 'prospectus.html'), 'utf8')).toBe('old');
    expect(readdirSync(output).sort()).toEqual(['prospectus.html', 'prospectus.md', 'trust.yaml']);
  });
});

describe.runIf(posix)('a disk that is full at some document of many', () => {
  it('stops the run once, and with more room the same command makes only the rest', async (test) => {
    const cwd = folderWith(trustWithSchools(6));
    const disk = smallDisk(cwd, 450 * 1024);
    if (!disk) test.skip('A small disk can be mounted on Linux by root alone.');
    const output = disk ?? '';
    const argv = [
      'build',
      '--for',
      'schools-that-asked.csv',
      '-f',
      'html',
      '--jobs',
      '1',
      '--json',
    ];
    const run = async () => {
      const { finished } = spawnCli([...argv, '--out', output], { cwd });
      const { code, stdout } = await finished;
      return { code, report: JSON.parse(stdout) as BuildReport };
    };
    const full = await run();
    expect(full.code).toBe(2);
    const told = full.report.diagnostics.filter(({ severity }) => severity === 'error');
    expect(told.map(({ code }) => code)).toEqual(['cannot-write']);
    const states = full.report.documents.map(({ state }) => state);
    const made = states.indexOf('failed');
    expect(made).toBeGreaterThan(1);
    expect(states.slice(made + 1).every((state) => state === 'left')).toBe(true);
    const written = readdirSync(output, { recursive: true, encoding: 'utf8' });
    expect(written.filter((name) => name.endsWith('.tmp'))).toEqual([]);

    spawnSync('mount', ['-o', 'remount,size=8m', output]);
    const roomy = await run();
    expect(roomy.code).toBe(0);
    expect(roomy.report.documents.map(({ state }) => state)).toEqual(
      states.map((_, index) => (index < made ? 'unchanged' : 'made')),
    );
  });
});
