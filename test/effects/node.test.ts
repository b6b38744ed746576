import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { describe, expect, it, vi } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { root } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

const calm = () => new AbortController().signal;

/** Pretends that a stream is a terminal, or is not. */
function terminal(stream: NodeJS.WriteStream, isTTY: boolean, columns?: number) {
  vi.spyOn(stream, 'isTTY', 'get').mockReturnValue(isTTY);
  vi.spyOn(stream, 'columns', 'get').mockReturnValue(columns as number);
}

function made(isTTY: boolean, env: Record<string, string | undefined> = {}, columns?: number) {
  for (const stream of [process.stdout, process.stderr]) {
    // Streams that are no terminal have neither.
    if (!('isTTY' in stream))
      Object.defineProperty(stream, 'isTTY', { configurable: true, get() {} });
    if (!('columns' in stream))
      Object.defineProperty(stream, 'columns', { configurable: true, get() {} });
    terminal(stream, isTTY, columns);
  }
  for (const name of ['TERM', 'NO_COLOR', 'FORCE_COLOR']) vi.stubEnv(name, env[name]);
  return nodeEffects(calm()).terminal;
}

describe('the terminal', () => {
  it.each([
    ['a terminal', true, {}, { interactive: true, colour: true }],
    ['a pipe', false, {}, { interactive: false, colour: false }],
    [
      'a terminal that can do nothing',
      true,
      { TERM: 'dumb' },
      { interactive: false, colour: false },
    ],
    ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, { interactive: true, colour: false }],
    [
      'a terminal with an empty NO_COLOR',
      true,
      { NO_COLOR: '' },
      { interactive: true, colour: true },
    ],
    ['a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, { interactive: false, colour: true }],
    [
      'a pipe with FORCE_COLOR=0',
      false,
      { FORCE_COLOR: '0' },
      { interactive: false, colour: false },
    ],
    [
      'a terminal with FORCE_COLOR=false',
      true,
      { FORCE_COLOR: 'false' },
      { interactive: true, colour: false },
    ],
    [
      'a pipe with both',
      false,
      { FORCE_COLOR: '1', NO_COLOR: '1' },
      { interactive: false, colour: false },
    ],
  ])('on %s shows progress and colour as it should', (_, isTTY, env, { interactive, colour }) => {
    expect(made(isTTY, env)).toMatchObject({ interactive, colour: { out: colour, err: colour } });
  });

  it('is as wide as it is, and 80 columns where that is not known', () => {
    expect(made(true, {}, 40).columns).toBe(40);
    expect(made(true, {}, 0).columns).toBe(80);
    expect(made(false, {}, undefined).columns).toBe(80);
  });

  it('sends results to standard output and messages to standard error', () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { terminal } = nodeEffects(calm());
    terminal.out('a result');
    terminal.err('a message');
    expect(out.mock.calls).toEqual([['a result']]);
    expect(err.mock.calls).toEqual([['a message']]);
  });
});

describe('the end of the process', () => {
  it('is listened to once, and only while there is something to clean', () => {
    const before = process.listenerCount('exit');
    const many = Array.from({ length: 20 }, () => nodeEffects(calm()));
    expect(process.listenerCount('exit')).toBe(before);
    const cleanups = many.map(({ onExit }) => onExit(() => {}));
    expect(process.listenerCount('exit')).toBe(before + 1);
    for (const cleanup of cleanups) cleanup.release();
    expect(process.listenerCount('exit')).toBe(before);
  });

  it('leaves the streams of a program that uses this one as they are', () => {
    const before = process.stdout.listenerCount('error');
    nodeEffects(calm());
    expect(process.stdout.listenerCount('error')).toBe(before);
  });

  it('cleans everything that was not released, even where one thing cannot be cleaned', async () => {
    const folder = folderWith({ a: '', b: '', c: '' });
    const entry = path.join(folder, 'run.ts');
    writeFileSync(
      entry,
      `import { rmSync } from 'node:fs';
       import { nodeEffects } from ${JSON.stringify(path.join(root, 'src/effects/node.ts'))};
       process.chdir(${JSON.stringify(folder)});
       const { onExit } = nodeEffects(new AbortController().signal);
       onExit(() => rmSync('a'));
       onExit(() => { throw new Error('stuck'); });
       onExit(() => rmSync('b'));
       onExit(() => rmSync('c')).release();
       process.exit(7);`,
    );
    const outfile = path.join(folder, 'run.mjs');
    await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm' });
    const { status, stderr } = spawnSync(process.execPath, [outfile], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 7, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['c', 'run.mjs', 'run.ts']);
  });
});
