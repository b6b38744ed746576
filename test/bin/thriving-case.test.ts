import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { tool } from '../../src/tool.ts';
import { bin, root, spawnCli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';
import { posix } from '../support/processes.ts';
import { flaw, flawedTrust } from '../support/trusts.ts';

/** Runs the command under a Node that says it is this version. */
function under(version: string) {
  const folder = folderWith({
    'older.cjs': `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
  });
  const loader = path.join(folder, 'older.cjs');
  return spawnSync(process.execPath, ['-r', loader, bin, '--version'], { encoding: 'utf8' });
}

describe('the command', () => {
  it.each(['0.10.48', '12.22.12', '18.20.8', '20.0.0', '20.18.3'])(
    'under Node %s says that it is too old, what is needed and where to get it',
    (version) => {
      expect(under(version)).toMatchObject({
        status: 3,
        stdout: '',
        stderr: `thriving-case needs Node.js 20.19 or later, and this is ${version}. Install a newer one from nodejs.org, then run the command again.\n`,
      });
    },
  );

  it.each(['20.19.0', '20.20.1', '21.0.0', '22.0.0', '26.3.1'])('under Node %s runs', (version) => {
    expect(under(version)).toMatchObject({ status: 0, stdout: `${tool().version}\n`, stderr: '' });
  });

  it('asks for the Node that the package asks for', () => {
    const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(engines).toEqual({ node: '>=20.19' });
  });

  it('runs from wherever it is called', async () => {
    const { finished } = spawnCli(['check'], { cwd: folderWith({ 'trust.yaml': flawedTrust }) });
    const { code, stdout, stderr } = await finished;
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain(`Error unknown-evidence  trust.yaml:${flaw.line}:${flaw.column}`);
  });
});

describe('a reader that has seen enough', () => {
  /** Runs the command and closes one of its streams as soon as it has written to it. */
  function cutShort(argv: readonly string[], cwd: string, stream: 'stdout' | 'stderr') {
    const child = spawn(process.execPath, [bin, ...argv], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let other = '';
    const kept = stream === 'stdout' ? child.stderr : child.stdout;
    kept.on('data', (bytes: Buffer) => {
      other += bytes.toString();
    });
    child[stream].once('data', () => child[stream].destroy());
    return new Promise<{ code: number | null; other: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, other })),
    );
  }

  it('does not make the command fail', async () => {
    const cwd = folderWith();
    expect(await cutShort(['schema'], cwd, 'stdout')).toEqual({ code: 0, other: '' });
    expect(await cutShort(['explain'], cwd, 'stdout')).toEqual({ code: 0, other: '' });
  });

  it('does not make a failure a pass', async () => {
    // More than a pipe holds, so that the end of it meets a reader who has gone.
    const problems = Array.from({ length: 500 }, (_, number) => `key${number}: 1\n`).join('');
    const cwd = folderWith({ 'trust.yaml': `${flawedTrust}${problems}` });
    expect(await cutShort(['check'], cwd, 'stdout')).toEqual({ code: 1, other: '' });
    expect((await cutShort(['build', '-f', 'md'], cwd, 'stderr')).code).toBe(1);
  });

  it.runIf(posix)('may have closed before the command began to write', () => {
    const cwd = folderWith({ 'trust.yaml': flawedTrust });
    const script = '{ "$NODE" "$BIN" check; echo "$?" >&2; } | true';
    const { stderr, stdout } = spawnSync('sh', ['-c', script], {
      cwd,
      env: { ...process.env, NODE: process.execPath, BIN: bin },
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '1\n' });
  });
});
