import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/effects/files.ts';
import { FOLDER } from '../../src/interview/journal.ts';
import { type Machine, takeLock } from '../../src/interview/lock.ts';
import { folderWith } from '../support/folder.ts';

const files = nodeFiles(() => ({ release() {} }));
const long = new Date('2020-01-01');

const machine = (pid: number, running: number[], changes: Partial<Machine> = {}): Machine => ({
  pid,
  host: 'office',
  runs: (other) => running.includes(other),
  startedAt: () => long,
  ...changes,
});

const lockIn = (folder: string) => path.join(folder, FOLDER, 'interview.lock');

describe('takeLock', () => {
  it('gives a folder to one process, and to the next when it is given back', async () => {
    const folder = folderWith();
    const first = await takeLock(folder, files, machine(1, [1, 2]));
    expect(first).toHaveProperty('lock');
    expect(await takeLock(folder, files, machine(2, [1, 2]))).toMatchObject({ holder: { pid: 1 } });
    if ('lock' in first) await first.lock.release();
    expect(existsSync(lockIn(folder))).toBe(false);
    expect(await takeLock(folder, files, machine(2, [2]))).toHaveProperty('lock');
  });

  it('takes it from a process that is no more', async () => {
    const folder = folderWith();
    await takeLock(folder, files, machine(1, [1]));
    expect(await takeLock(folder, files, machine(2, [2]))).toHaveProperty('lock');
  });

  it('takes it from before the computer was started, though another process has that number now', async () => {
    const folder = folderWith();
    await takeLock(folder, files, machine(1, [1]));
    const restarted = machine(2, [1, 2], { startedAt: () => new Date(Date.now() + 60_000) });
    expect(await takeLock(folder, files, restarted)).toHaveProperty('lock');
  });

  it('does not take it from another computer, of which it cannot tell', async () => {
    const folder = folderWith();
    await takeLock(folder, files, machine(1, [1], { host: 'home' }));
    expect(await takeLock(folder, files, machine(2, [2]))).toMatchObject({
      holder: { host: 'home' },
    });
  });

  it('takes one that says nothing', async () => {
    const folder = folderWith();
    mkdirSync(path.join(folder, FOLDER));
    writeFileSync(lockIn(folder), '');
    expect(await takeLock(folder, files, machine(1, [1]))).toHaveProperty('lock');
  });

  it('is had by one of many who find it abandoned at once', async () => {
    const folder = folderWith();
    await takeLock(folder, files, machine(1, [1]));
    const pids = [2, 3, 4, 5, 6, 7, 8];
    const taken = await Promise.all(pids.map((pid) => takeLock(folder, files, machine(pid, pids))));
    expect(taken.filter((result) => 'lock' in result)).toHaveLength(1);
  });

  it('does not give back what somebody else has taken', async () => {
    const folder = folderWith();
    const first = await takeLock(folder, files, machine(1, [1]));
    await takeLock(folder, files, machine(2, [2]));
    if ('lock' in first) await first.lock.release();
    expect(existsSync(lockIn(folder))).toBe(true);
  });
});
